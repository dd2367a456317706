namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Why a file is not taken; stable, because texts and clients hang on them.</summary>
public static class RefusalCodes
{
    public const string Empty = "empty";
    public const string TooLarge = "too-large";
    public const string TypeRefused = "type-refused";
    public const string Broken = "broken";
    public const string TooManyPixels = "too-many-pixels";
    public const string EncryptedPdf = "encrypted-pdf";
    public const string ActivePdf = "active-pdf";
    public const string Polyglot = "polyglot";

    public static IReadOnlyList<string> All { get; } =
        [Empty, TooLarge, TypeRefused, Broken, TooManyPixels, EncryptedPdf, ActivePdf, Polyglot];
}
