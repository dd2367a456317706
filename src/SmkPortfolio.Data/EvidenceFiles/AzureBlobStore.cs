using System.Runtime.CompilerServices;
using Azure;
using Azure.Identity;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Evidence in a container of Azure Blob Storage: <c>{schoolId}/{sha256}</c>.</summary>
/// <param name="container">The container; made on first use when missing.</param>
public sealed class AzureBlobStore(BlobContainerClient container) : IBlobStore
{
    private static readonly BlobUploadOptions OnlyIfNew = new()
    {
        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" },
        TransferOptions = new StorageTransferOptions
        {
            InitialTransferSize = SentBytes,
            MaximumTransferSize = SentBytes,
            MaximumConcurrency = 1,
        },
    };

    // A block is sent from the file as it lies there; one is held in memory for each file that is read.
    private const int SentBytes = 4 * 1024 * 1024;
    private const int BlockBytes = 1024 * 1024;

    private volatile bool _containerKnown;
    private volatile UserDelegationKey? _delegationKey;

    /// <summary>A store reached by a connection string, so that callers need not know whose library this is.</summary>
    /// <exception cref="FormatException">The connection string is not one.</exception>
    public static AzureBlobStore Connect(string connectionString, string containerName) =>
        new(new BlobServiceClient(connectionString).GetBlobContainerClient(containerName));

    /// <summary>A store reached by the identity that the machine has.</summary>
    public static AzureBlobStore ConnectByIdentity(Uri serviceUrl, string containerName) =>
        new(new BlobServiceClient(serviceUrl, new DefaultAzureCredential()).GetBlobContainerClient(containerName));

    public async Task<StoredBlob> PutAsync(Guid schoolId, Stream content, long maxBytes, Func<StoredBlob, Task>? named, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanSeek)
        {
            await using var spooled = TemporaryFile.Create(folder: null);
            var stored = await HashingCopy.RunAsync(content, spooled, maxBytes, ct);
            spooled.Position = 0;
            await UploadAsync(schoolId, stored, spooled, named, ct);
            return stored;
        }

        // The name is the hash, so the content is read twice: once to name it, once to send it.
        var start = content.Position;
        var blob = await HashingCopy.RunAsync(content, null, maxBytes, ct);
        content.Position = start;
        await UploadAsync(schoolId, blob, content, named, ct);
        return blob;
    }

    public async Task<Stream?> OpenReadAsync(Guid schoolId, string sha256Hex, CancellationToken ct)
    {
        try
        {
            var options = new BlobOpenReadOptions(allowModifications: false) { BufferSize = BlockBytes };
            return await BlobOf(schoolId, sha256Hex).OpenReadAsync(options, ct);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public Uri? ReadOrigin => new(container.Uri.GetLeftPart(UriPartial.Authority));

    /// <inheritdoc/>
    /// <remarks>By the account's key, or by a key that the service gives to the machine's identity and that is kept for an hour.</remarks>
    public async Task<Uri?> ReadAddressAsync(Guid schoolId, string sha256Hex, string mediaType, string disposition, TimeSpan validFor, CancellationToken ct)
    {
        var blob = BlobOf(schoolId, sha256Hex);
        var now = DateTimeOffset.UtcNow;
        var sas = new BlobSasBuilder(BlobSasPermissions.Read, now + validFor)
        {
            BlobContainerName = container.Name,
            BlobName = blob.Name,
            Resource = "b",
            // Clocks differ.
            StartsOn = now.AddMinutes(-5),
            ContentType = mediaType,
            ContentDisposition = disposition,
            CacheControl = $"private, max-age={(int)validFor.TotalSeconds}",
        };
        return blob.CanGenerateSasUri ? blob.GenerateSasUri(sas) : blob.GenerateUserDelegationSasUri(sas, await DelegationKeyAsync(now + validFor, ct));
    }

    public async Task<bool> ExistsAsync(Guid schoolId, string sha256Hex, CancellationToken ct) =>
        await BlobOf(schoolId, sha256Hex).ExistsAsync(ct);

    public async Task<bool> DeleteAsync(Guid schoolId, string sha256Hex, CancellationToken ct)
    {
        try
        {
            return await BlobOf(schoolId, sha256Hex).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: ct);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }

    public async IAsyncEnumerable<BlobListing> ListAsync(Guid? schoolId, [EnumeratorCancellation] CancellationToken ct)
    {
        await EnsureContainerAsync(ct);
        var options = new GetBlobsOptions { Prefix = schoolId is { } school ? BlobAddress.Folder(school) + "/" : null, States = BlobStates.Uncommitted };
        await foreach (var blob in container.GetBlobsAsync(options, ct))
        {
            var (size, at) = (blob.Properties.ContentLength ?? 0, blob.Properties.LastModified?.UtcDateTime ?? DateTime.MinValue);
            yield return BlobAddress.Read(blob.Name) is { } address ? new BlobListing(address.SchoolId, address.Sha256Hex, size, at) : new BlobListing(null, blob.Name, size, at);
        }
    }

    public async Task DeleteStrayAsync(string name, CancellationToken ct) => await container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: ct);

    /// <summary>Blocks that were never committed are dropped by the service itself after a week.</summary>
    public Task<int> SweepAsync(DateTime before, CancellationToken ct) => Task.FromResult(0);

    public async Task ProbeAsync(CancellationToken ct)
    {
        var probe = container.GetBlobClient($".probe/{Guid.NewGuid():N}");
        try
        {
            await EnsureContainerAsync(ct);
            var written = BinaryData.FromBytes(new byte[] { 1, 2, 3 });
            await probe.UploadAsync(written, ct);
            var read = await probe.DownloadContentAsync(ct);
            await probe.DeleteAsync(cancellationToken: ct);
            if (!read.Value.Content.ToMemory().Span.SequenceEqual(written.ToMemory().Span))
            {
                throw new BlobStoreUnavailableException($"The evidence container {container.Name} gave back other bytes than were written.");
            }
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or IOException)
        {
            _containerKnown = false;
            throw new BlobStoreUnavailableException($"The evidence container {container.Name} cannot be used: {FirstLine(e)}", e);
        }
    }

    private async Task UploadAsync(Guid schoolId, StoredBlob stored, Stream content, Func<StoredBlob, Task>? named, CancellationToken ct)
    {
        await EnsureContainerAsync(ct);
        if (named is not null)
        {
            await named(stored);
        }
        var blob = BlobOf(schoolId, stored.Sha256Hex);
        if (await blob.ExistsAsync(ct))
        {
            return;
        }
        try
        {
            // Blocks are staged and committed in one step: readers see the whole file or none.
            await blob.UploadAsync(content, OnlyIfNew, ct);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 && e.ErrorCode != BlobErrorCode.ContainerBeingDeleted)
        {
            // Somebody stored the same content meanwhile. Anything else that conflicts leaves no file and is a failure.
            if (!await blob.ExistsAsync(ct))
            {
                throw;
            }
        }
    }

    private async Task<UserDelegationKey> DelegationKeyAsync(DateTimeOffset needed, CancellationToken ct)
    {
        if (_delegationKey is { } known && known.SignedExpiresOn > needed)
        {
            return known;
        }
        var options = new BlobGetUserDelegationKeyOptions(DateTimeOffset.UtcNow.AddHours(2)) { StartsOn = DateTimeOffset.UtcNow.AddMinutes(-5) };
        _delegationKey = await container.GetParentBlobServiceClient().GetUserDelegationKeyAsync(options, ct);
        return _delegationKey;
    }

    private async Task EnsureContainerAsync(CancellationToken ct)
    {
        if (_containerKnown)
        {
            return;
        }
        await container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: ct);
        _containerKnown = true;
    }

    private BlobClient BlobOf(Guid schoolId, string sha256Hex) => container.GetBlobClient(BlobAddress.For(schoolId, sha256Hex));

    private static string FirstLine(Exception e) =>
        (e.InnerException?.Message ?? e.Message).Split('\n', 2)[0].TrimEnd('\r');
}
