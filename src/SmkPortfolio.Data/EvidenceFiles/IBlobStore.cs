namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>What a stored file is called: its SHA-256 in lower-case hex, and its size in bytes.</summary>
public sealed record StoredBlob(string Sha256Hex, long Size);

/// <summary>
/// Files addressed by school and content. The same content twice in one school is one file; two schools never share one,
/// so that nobody learns from speed or size what another school holds.
/// </summary>
public interface IBlobStore
{
    /// <summary>
    /// Stores the rest of <paramref name="content"/>, hashing it on the way and never holding it whole in memory. The file
    /// appears completely or not at all.
    /// </summary>
    /// <exception cref="BlobTooLargeException">There are more than <paramref name="maxBytes"/> bytes; nothing is kept.</exception>
    Task<StoredBlob> PutAsync(Guid schoolId, Stream content, long maxBytes, CancellationToken ct);

    /// <summary>Opens a file for reading as a seekable stream (range requests need that), or null when there is none.</summary>
    Task<Stream?> OpenReadAsync(Guid schoolId, string sha256Hex, CancellationToken ct);

    Task<bool> ExistsAsync(Guid schoolId, string sha256Hex, CancellationToken ct);

    /// <summary>Deletes a file; false when there was none. The caller knows whether anything still refers to it.</summary>
    Task<bool> DeleteAsync(Guid schoolId, string sha256Hex, CancellationToken ct);

    /// <summary>Deletes what an interrupted <see cref="PutAsync"/> left behind before this instant; how many there were.</summary>
    Task<int> SweepAsync(DateTime before, CancellationToken ct);

    /// <summary>Writes, reads back and deletes a small file.</summary>
    /// <exception cref="BlobStoreUnavailableException">One of the three failed; the message says which and where.</exception>
    Task ProbeAsync(CancellationToken ct);
}
