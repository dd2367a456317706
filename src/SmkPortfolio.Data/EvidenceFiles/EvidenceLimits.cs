namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>What one door lets in; the defaults are those of an entry's evidence.</summary>
public sealed record EvidenceLimits
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>For a picture or a document, and for whatever is refused anyway.</summary>
    public long MaxBytes { get; init; } = 25 * Megabyte;

    public long MaxClipBytes { get; init; } = 200 * Megabyte;

    /// <summary>For sound without a picture.</summary>
    public long MaxSoundBytes { get; init; } = 25 * Megabyte;

    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>Of a PDF.</summary>
    public int MaxPages { get; init; } = 300;

    /// <summary>Files in an archive, where one is taken.</summary>
    public int MaxMembers { get; init; } = 200;

    /// <summary>Bytes to which an archive or a document may unpack, with all that is packed within it.</summary>
    public long MaxUnpackedBytes { get; init; } = 250 * Megabyte;

    /// <summary>What is left of them, for a file that was found in an archive; null for one that came alone.</summary>
    internal UnpackBudget? Unpacking { get; init; }

    /// <summary>Pictures that a page can show, and nothing else: for portraits.</summary>
    public bool ImagesOnly { get; init; }

    /// <summary>Takes a ZIP of what is taken by itself.</summary>
    public bool AllowArchive { get; init; }

    /// <summary>Where the incoming bytes wait while they are looked at; null is the system's own place.</summary>
    public string? TemporaryFolder { get; init; }

    /// <summary>The most bytes for content of a kind, one of <see cref="EvidenceKinds"/>.</summary>
    public long BytesFor(string kind) =>
        ImagesOnly ? MaxBytes : EvidenceKinds.IsClip(kind) ? MaxClipBytes : EvidenceKinds.IsSound(kind) ? MaxSoundBytes : MaxBytes;
}
