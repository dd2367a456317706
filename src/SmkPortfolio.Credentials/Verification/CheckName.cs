namespace SmkPortfolio.Credentials;

/// <summary>The separate checks of a document, in the order in which they are told.</summary>
public static class CheckName
{
    public const string Format = "format";
    public const string Contexts = "contexts";
    public const string IssuerKey = "issuer-key";
    public const string Proof = "proof";
    public const string Dates = "dates";
    public const string Status = "status";
    public const string Evidence = "evidence";
    public const string Endorsements = "endorsements";
    public const string Register = "register";
    public const string Log = "log";
    public const string PdfSignature = "pdf-signature";
    public const string PdfCoverage = "pdf-coverage";
    public const string Snapshot = "snapshot";
    public const string State = "state";

    /// <summary>All of them; a report names every one.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Format, Contexts, IssuerKey, Proof, Dates, Status, Evidence, Endorsements, Register, Log, PdfSignature, PdfCoverage, Snapshot, State,
    ];
}
