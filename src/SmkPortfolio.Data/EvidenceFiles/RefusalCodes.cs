namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Why a file is not taken; stable, because texts and clients hang on them.</summary>
public static class RefusalCodes
{
    public const string Empty = "empty";
    public const string TooLarge = "too-large";
    public const string TypeRefused = "type-refused";
    /// <summary>No picture that a portrait can be.</summary>
    public const string PortraitRefused = "portrait-refused";
    public const string Broken = "broken";
    public const string TooManyPixels = "too-many-pixels";
    public const string TooManyPages = "too-many-pages";
    public const string EncryptedPdf = "encrypted-pdf";
    public const string ActivePdf = "active-pdf";
    public const string Polyglot = "polyglot";

    /// <summary>Unpacks to more than it may.</summary>
    public const string Swells = "swells";

    /// <summary>Ends before it is over.</summary>
    public const string Truncated = "truncated";

    /// <summary>Something that is no part of the file stands behind its end.</summary>
    public const string TrailingData = "trailing-data";

    /// <summary>A clip without its table of contents, or without anything in it.</summary>
    public const string Unfinished = "unfinished-clip";

    /// <summary>Fetches something from elsewhere when it is opened.</summary>
    public const string OutsideContent = "outside-content";

    /// <summary>Tells of places or devices in a way that cannot be taken out without harm.</summary>
    public const string CannotBeCleaned = "cannot-be-cleaned";

    /// <summary>An office document with macros, programs or other documents that can act.</summary>
    public const string ActiveDocument = "active-document";

    /// <summary>An office document behind a password.</summary>
    public const string EncryptedDocument = "encrypted-document";

    /// <summary>An office document as it was written before 2007.</summary>
    public const string OldDocument = "old-document";

    /// <summary>A ZIP where none is asked for.</summary>
    public const string ArchiveRefused = "archive-refused";
    public const string EncryptedArchive = "encrypted-archive";
    public const string NestedArchive = "nested-archive";

    /// <summary>A name in a ZIP that leads out of it or stands there twice.</summary>
    public const string ArchiveName = "archive-name";

    /// <summary>Two files of a ZIP share their bytes.</summary>
    public const string ArchiveOverlap = "archive-overlap";
    public const string TooManyMembers = "too-many-members";

    public static IReadOnlyList<string> All { get; } =
    [
        Empty, TooLarge, TypeRefused, PortraitRefused, Broken, TooManyPixels, TooManyPages, EncryptedPdf, ActivePdf, Polyglot, Swells, Truncated, TrailingData, Unfinished,
        OutsideContent, CannotBeCleaned, ActiveDocument, EncryptedDocument, OldDocument, ArchiveRefused, EncryptedArchive, NestedArchive, ArchiveName, ArchiveOverlap,
        TooManyMembers,
    ];
}
