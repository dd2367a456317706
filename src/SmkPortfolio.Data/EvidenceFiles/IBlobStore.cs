namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>What a stored file is called: its SHA-256 in lower-case hex, and its size in bytes.</summary>
public sealed record StoredBlob(string Sha256Hex, long Size);

/// <summary>What a store really holds under one name.</summary>
/// <param name="SchoolId">Null when it is no stored file: a part left behind, or something that is not ours.</param>
/// <param name="Name">The SHA-256 in lower-case hex; for what is no stored file, its path within the store.</param>
/// <param name="Size">Bytes.</param>
/// <param name="WrittenAt">UTC.</param>
public sealed record BlobListing(Guid? SchoolId, string Name, long Size, DateTime WrittenAt);

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
    /// <param name="schoolId">Whose file it is.</param>
    /// <param name="content">Read from where it stands.</param>
    /// <param name="maxBytes">The most that is taken.</param>
    /// <param name="named">
    /// Called when the content's name is known and before anybody looks whether the school has it already: whoever writes it down there
    /// keeps it from being tidied away meanwhile.
    /// </param>
    /// <param name="ct">Breaks it off; nothing is kept.</param>
    /// <exception cref="BlobTooLargeException">There are more than <paramref name="maxBytes"/> bytes; nothing is kept.</exception>
    Task<StoredBlob> PutAsync(Guid schoolId, Stream content, long maxBytes, Func<StoredBlob, Task>? named, CancellationToken ct);

    /// <summary>Opens a file for reading as a seekable stream (range requests need that), or null when there is none.</summary>
    Task<Stream?> OpenReadAsync(Guid schoolId, string sha256Hex, CancellationToken ct);

    /// <summary>From where such addresses are: pages must let pictures come from there. Null when the store has none.</summary>
    Uri? ReadOrigin { get; }

    /// <summary>
    /// An address at which a browser may fetch this one file itself for a short time, under this type and disposition; null when the store has no
    /// such addresses. Whether the file is there is not asked.
    /// </summary>
    Task<Uri?> ReadAddressAsync(Guid schoolId, string sha256Hex, string mediaType, string disposition, TimeSpan validFor, CancellationToken ct);

    Task<bool> ExistsAsync(Guid schoolId, string sha256Hex, CancellationToken ct);

    /// <summary>Deletes a file; false when there was none. The caller knows whether anything still refers to it.</summary>
    Task<bool> DeleteAsync(Guid schoolId, string sha256Hex, CancellationToken ct);

    /// <summary>All that is there, in no order: every school's files, or one school's; without a school also what is no stored file.</summary>
    IAsyncEnumerable<BlobListing> ListAsync(Guid? schoolId, CancellationToken ct);

    /// <summary>Deletes something that is no stored file, by the name that <see cref="ListAsync"/> gave.</summary>
    Task DeleteStrayAsync(string name, CancellationToken ct);

    /// <summary>Deletes what an interrupted put left behind before this instant; how many there were.</summary>
    Task<int> SweepAsync(DateTime before, CancellationToken ct);

    /// <summary>Writes, reads back and deletes a small file.</summary>
    /// <exception cref="BlobStoreUnavailableException">One of the three failed; the message says which and where.</exception>
    Task ProbeAsync(CancellationToken ct);
}

/// <summary>The short way.</summary>
public static class BlobStoring
{
    /// <summary>Stores without telling anybody the name before.</summary>
    /// <exception cref="BlobTooLargeException">There are more than <paramref name="maxBytes"/> bytes; nothing is kept.</exception>
    public static Task<StoredBlob> PutAsync(this IBlobStore store, Guid schoolId, Stream content, long maxBytes, CancellationToken ct) =>
        store.PutAsync(schoolId, content, maxBytes, named: null, ct);
}
