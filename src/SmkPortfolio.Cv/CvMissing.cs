namespace SmkPortfolio.Cv;

/// <summary>Something that a format asks for and the content does not have.</summary>
/// <param name="Code">What it is: a field's path such as <c>person.photo</c>, <c>statements.motivation</c>, <c>entries[2].title</c>.</param>
/// <param name="IsNeeded">The form is incomplete without it; otherwise the paper is only better with it.</param>
/// <param name="Language">For a text that is there, but not in the paper's language: the language it stands in; else null.</param>
public sealed record CvMissing(string Code, bool IsNeeded, string? Language = null);
