namespace SmkPortfolio.Cv;

/// <summary>A one-page work paper: job sheet, score form, quality check, journal.</summary>
/// <param name="Kind"><c>job-sheet</c>, <c>score-form</c>, <c>certificate</c>, <c>qc-sheet</c> or <c>journal</c>.</param>
public sealed record EvidenceSheetContent(
    string Kind,
    string School,
    string Title,
    IReadOnlyList<CvFact> Facts,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    string Note,
    string SignedBy,
    string Language,
    DateTimeOffset CreatedAt);
