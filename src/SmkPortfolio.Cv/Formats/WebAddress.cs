using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>The address of the holder's portfolio: short on paper, whole behind it.</summary>
internal static class WebAddress
{
    public const string Field = "person.link";

    /// <summary>What is read does not need the scheme; typed without it, the address is the same.</summary>
    public static Span Of(string address, string description) =>
        new(address[(address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..]) { Link = address, LinkDescription = description, Color = Look.Teal };
}
