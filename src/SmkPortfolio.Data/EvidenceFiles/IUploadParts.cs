namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Parts of an upload that lie in the store, whether or not a row still knows of it.</summary>
/// <param name="Id">The upload's.</param>
/// <param name="ChangedAt">When the last part came; null where the store does not say.</param>
public sealed record StoredUpload(Guid Id, DateTime? ChangedAt);

/// <summary>
/// Keeps what arrives in parts until it is whole, apart from the stored files. How much of an upload is safe is known by its row alone: bytes after
/// that offset may lie here from an attempt that broke off, and are written over.
/// </summary>
public interface IUploadParts
{
    /// <summary>Opens an upload to go on at an offset; null when less than that is here, because the store lost it.</summary>
    /// <exception cref="UploadInUseException">Another process has it.</exception>
    Task<UploadWriter?> OpenAsync(Guid id, long offset, CancellationToken ct);

    /// <summary>
    /// Puts the parts together, once, and opens the whole as a local file that is only read; null when bytes are missing. Done again it gives the
    /// same.
    /// </summary>
    /// <exception cref="UploadInUseException">Another process has it.</exception>
    Task<FileStream?> AssembleAsync(Guid id, long length, CancellationToken ct);

    /// <summary>Deletes all parts; nothing happens when there are none.</summary>
    Task DeleteAsync(Guid id, CancellationToken ct);

    /// <summary>Every upload of which parts lie here.</summary>
    IAsyncEnumerable<StoredUpload> ListAsync(CancellationToken ct);
}

/// <summary>Another process writes to the upload, or looks at it: whoever wrote to it meanwhile would write past all checks.</summary>
public sealed class UploadInUseException(Exception? cause = null) : IOException("Another process has the upload's parts.", cause);

/// <summary>Writes parts of one upload, one after the other. One at a time writes to an upload.</summary>
public abstract class UploadWriter : IAsyncDisposable
{
    /// <summary>Adds bytes; they may still be lost.</summary>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>After this all that was written outlives a crash and a power cut.</summary>
    public abstract ValueTask FlushAsync(CancellationToken ct);

    /// <summary>Forgets what was written since it was opened.</summary>
    public abstract ValueTask DropAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
