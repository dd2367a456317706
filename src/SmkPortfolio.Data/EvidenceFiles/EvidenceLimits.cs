namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>What one door lets in; the defaults are those of an entry's evidence.</summary>
public sealed record EvidenceLimits
{
    public long MaxBytes { get; init; } = 25 * 1024 * 1024;

    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>Refuses PDF as well: for portraits.</summary>
    public bool ImagesOnly { get; init; }

    /// <summary>Where the incoming bytes wait while they are looked at; null is the system's own place.</summary>
    public string? TemporaryFolder { get; init; }
}
