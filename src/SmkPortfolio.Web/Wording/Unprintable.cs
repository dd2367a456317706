namespace SmkPortfolio.Web.Wording;

/// <summary>A character that cannot be printed, and what is needed to say in any language where it stands.</summary>
/// <param name="Field">As <c>SmkPortfolio.Cv</c> names it; empty where that is not known.</param>
/// <param name="Title">Of the line that it stands in; empty outside of lines.</param>
public sealed record Unprintable(string Character, string CodePoint, string Field, string Title);
