using SmkPortfolio.Credentials;

namespace SmkPortfolio.Web.Pages.Verify;

/// <summary>One row of many: what the check says of a file, or why there was nothing to check.</summary>
/// <param name="Kept">The row as the table to download needs it, sealed so that only we can have written it; nothing is kept on our side.</param>
public sealed record CheckedFile(string Name, CheckedDocument? Document, string? Problem, string Kept)
{
    /// <summary>A name of the wire; null when there was nothing to check.</summary>
    public string? Verdict => Document is null ? null : WireNames.Of(Document.Report.Verdict);
}

/// <summary>For <c>_Many</c>: the rows, or an empty frame that a script fills.</summary>
public sealed record ManyChecks(IReadOnlyList<CheckedFile> Files, bool IsFrame);
