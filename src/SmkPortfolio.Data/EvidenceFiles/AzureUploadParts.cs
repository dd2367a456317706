using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Parts as staged blocks of the blob <c>.uploads/{id}</c>, which is committed once. A block is named by the offset of its first byte, so that what a
/// broken attempt left is replaced by the next one; what is left over at other offsets is not part of the whole. What this process receives it also
/// keeps as a copy: that is what is looked at and stored, and the blocks are for whoever has to go on after it.
/// </summary>
/// <param name="container">The container; made on first use when missing.</param>
/// <param name="copiedBytes">What the copies may take of the folder for temporary files, which may be small, or memory.</param>
public sealed class AzureUploadParts(BlobContainerClient container, long copiedBytes = 512 * 1024 * 1024) : IUploadParts
{
    private const string Folder = ".uploads/";

    private const int BlockBytes = 4 * 1024 * 1024;

    private readonly UploadCopies _copies = new(copiedBytes);

    private volatile bool _containerKnown;

    /// <summary>Parts reached by a connection string.</summary>
    /// <exception cref="FormatException">The connection string is not one.</exception>
    public static AzureUploadParts Connect(string connectionString, string containerName) =>
        new(new BlobServiceClient(connectionString).GetBlobContainerClient(containerName));

    /// <summary>Parts reached by the identity that the machine has.</summary>
    public static AzureUploadParts ConnectByIdentity(Uri serviceUrl, string containerName) =>
        new(new BlobServiceClient(serviceUrl, new DefaultAzureCredential()).GetBlobContainerClient(containerName));

    public async Task<UploadWriter?> OpenAsync(Guid id, long offset, CancellationToken ct)
    {
        if (!_containerKnown)
        {
            await container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: ct);
            _containerKnown = true;
        }
        return new Writer(BlobOf(id), _copies, id, offset);
    }

    public async Task<FileStream?> AssembleAsync(Guid id, long length, CancellationToken ct)
    {
        var blob = BlobOf(id);
        if (!await CommitAsync(blob, length, ct))
        {
            return null;
        }
        if (_copies.Whole(id, length) is { } copy)
        {
            return copy;
        }
        var file = TemporaryFile.Create(folder: null);
        try
        {
            var content = await blob.DownloadStreamingAsync(cancellationToken: ct);
            await using (content.Value.Content)
            {
                await content.Value.Content.CopyToAsync(file, ct);
            }
            if (file.Length != length)
            {
                await file.DisposeAsync();
                return null;
            }
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public async Task DeleteAsync(Guid id, CancellationToken ct)
    {
        _copies.Forget(id);
        var blob = BlobOf(id);
        try
        {
            if (await blob.DeleteIfExistsAsync(cancellationToken: ct))
            {
                return;
            }
            // Blocks alone are no blob and cannot be deleted; committing none of them lets go of all.
            if ((await blob.GetBlockListAsync(BlockListTypes.Uncommitted, cancellationToken: ct)).Value.UncommittedBlocks.Any())
            {
                await blob.CommitBlockListAsync([], cancellationToken: ct);
                await blob.DeleteIfExistsAsync(cancellationToken: ct);
            }
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // There is nothing of it.
        }
    }

    public async IAsyncEnumerable<StoredUpload> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (!await container.ExistsAsync(ct))
        {
            yield break;
        }
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, Folder, ct))
        {
            if (Guid.TryParseExact(blob.Name[Folder.Length..], "D", out var id))
            {
                yield return new StoredUpload(id, blob.Properties.LastModified?.UtcDateTime);
            }
        }
    }

    private static async Task<bool> CommitAsync(BlockBlobClient blob, long length, CancellationToken ct)
    {
        BlockList known;
        try
        {
            known = await blob.GetBlockListAsync(BlockListTypes.All, cancellationToken: ct);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
        if (known.CommittedBlocks.Any())
        {
            return true;
        }
        var sizes = known.UncommittedBlocks.ToDictionary(b => b.Name, b => b.SizeLong, StringComparer.Ordinal);
        List<string> whole = [];
        var at = 0L;
        while (at < length && sizes.TryGetValue(NameOf(at), out var size))
        {
            whole.Add(NameOf(at));
            at += size;
        }
        if (at != length)
        {
            return false;
        }
        await blob.CommitBlockListAsync(whole, cancellationToken: ct);
        return true;
    }

    // All names of a blob's blocks must have the same length.
    private static string NameOf(long offset) => Convert.ToBase64String(Encoding.ASCII.GetBytes(offset.ToString("D15", CultureInfo.InvariantCulture)));

    private BlockBlobClient BlobOf(Guid id) => container.GetBlockBlobClient(Folder + id.ToString("D"));

    private sealed class Writer(BlockBlobClient blob, UploadCopies copies, Guid id, long offset) : UploadWriter
    {
        private readonly UploadCopies.Copy _copy = copies.Take(id, offset);
        private readonly long _begun = offset;
        private long _staged = offset;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => _copy.WriteAsync(bytes, ct);

        public override async ValueTask FlushAsync(CancellationToken ct)
        {
            while (_staged < _copy.End)
            {
                var length = Math.Min(_copy.End - _staged, BlockBytes);
                // Not disposed: the copy's file would be closed with it.
                await blob.StageBlockAsync(NameOf(_staged), _copy.Part(_staged, length), cancellationToken: ct);
                _staged += length;
            }
            _copy.MakeRoom();
        }

        public override ValueTask DropAsync(CancellationToken ct)
        {
            _staged = _begun;
            _copy.CutTo(_begun);
            return ValueTask.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            // What was not staged is not part of the upload.
            _copy.CutTo(_staged);
            copies.GiveBack(id, _copy);
            return ValueTask.CompletedTask;
        }
    }
}
