using System.Runtime.CompilerServices;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Evidence in a folder of this machine: <c>root/{schoolId}/{sha256}</c>.</summary>
/// <param name="root">The folder; made when it is missing at first, never again: a disk that went away must not look like an empty one.</param>
public sealed class DiskBlobStore(string root) : IBlobStore
{
    private const string IncomingFolder = ".incoming";

    private readonly string _root = Path.GetFullPath(root);
    private volatile bool _known;

    public async Task<StoredBlob> PutAsync(Guid schoolId, Stream content, long maxBytes, Func<StoredBlob, Task>? named, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content is SplicedStream { Position: 0, Untouched: { } whole } && DiskUploadParts.IsUpload(_root, whole.Name))
        {
            return await TakeOverAsync(schoolId, whole, maxBytes, named, ct);
        }
        // The same file system as the target, so that the last step is a rename.
        var part = NewPartPath();
        try
        {
            StoredBlob stored;
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                stored = await HashingCopy.RunAsync(content, file, maxBytes, ct);
                // What is stored is pinned by signed papers: it must outlive a power cut right after the answer.
                file.Flush(flushToDisk: true);
            }
            if (named is not null)
            {
                await named(stored);
            }
            var target = PathOf(schoolId, stored.Sha256Hex);
            if (!IsComplete(target, stored.Size))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(part, target, overwrite: true);
            }
            return stored;
        }
        finally
        {
            File.Delete(part);
        }
    }

    public Task<Stream?> OpenReadAsync(Guid schoolId, string sha256Hex, CancellationToken ct)
    {
        var path = PathOf(schoolId, sha256Hex);
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            RequireRoot();
            return Task.FromResult<Stream?>(null);
        }
    }

    public Uri? ReadOrigin => null;

    public Task<Uri?> ReadAddressAsync(Guid schoolId, string sha256Hex, string mediaType, string disposition, TimeSpan validFor, CancellationToken ct) => Task.FromResult<Uri?>(null);

    public Task<bool> ExistsAsync(Guid schoolId, string sha256Hex, CancellationToken ct) =>
        Task.FromResult(File.Exists(PathOf(schoolId, sha256Hex)));

    public Task<bool> DeleteAsync(Guid schoolId, string sha256Hex, CancellationToken ct)
    {
        var path = PathOf(schoolId, sha256Hex);
        if (!File.Exists(path))
        {
            return Task.FromResult(false);
        }
        File.Delete(path);
        return Task.FromResult(true);
    }

    public async IAsyncEnumerable<BlobListing> ListAsync(Guid? schoolId, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var from = schoolId is { } school ? Path.Combine(_root, BlobAddress.Folder(school)) : _root;
        if (!Directory.Exists(from))
        {
            RequireRoot();
            yield break;
        }
        foreach (var file in new DirectoryInfo(from).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(_root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            yield return BlobAddress.Read(name) is { } address
                ? new BlobListing(address.SchoolId, address.Sha256Hex, file.Length, file.LastWriteTimeUtc)
                : new BlobListing(null, name, file.Length, file.LastWriteTimeUtc);
        }
    }

    public Task DeleteStrayAsync(string name, CancellationToken ct)
    {
        var path = Path.GetFullPath(name, _root);
        if (!path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ArgumentException("It lies outside the store.", nameof(name));
        }
        File.Delete(path);
        return Task.CompletedTask;
    }

    public Task<int> SweepAsync(DateTime before, CancellationToken ct)
    {
        var swept = 0;
        var folder = Path.Combine(_root, IncomingFolder);
        foreach (var part in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.part") : [])
        {
            ct.ThrowIfCancellationRequested();
            if (File.GetLastWriteTimeUtc(part) < before)
            {
                File.Delete(part);
                swept++;
            }
        }
        return Task.FromResult(swept);
    }

    public async Task ProbeAsync(CancellationToken ct)
    {
        try
        {
            var part = NewPartPath();
            try
            {
                byte[] written = [1, 2, 3];
                await File.WriteAllBytesAsync(part, written, ct);
                var read = await File.ReadAllBytesAsync(part, ct);
                if (!read.AsSpan().SequenceEqual(written))
                {
                    throw new BlobStoreUnavailableException($"The evidence folder {_root} gave back other bytes than were written.");
                }
            }
            finally
            {
                File.Delete(part);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BlobStoreUnavailableException($"The evidence folder {_root} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>An upload that is stored as it came need not be copied: its file becomes the stored one.</summary>
    private async Task<StoredBlob> TakeOverAsync(Guid schoolId, FileStream whole, long maxBytes, Func<StoredBlob, Task>? named, CancellationToken ct)
    {
        whole.Position = 0;
        // Its parts were flushed as they came.
        var stored = await HashingCopy.RunAsync(whole, null, maxBytes, ct);
        if (named is not null)
        {
            await named(stored);
        }
        var target = PathOf(schoolId, stored.Sha256Hex);
        if (!IsComplete(target, stored.Size))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            DiskUploadParts.Leave(whole.Name, target);
            // The note keeps writers away from here on; who reads the stored file must not find it taken.
            await whole.DisposeAsync();
            File.Move(whole.Name, target, overwrite: true);
        }
        return stored;
    }

    private static bool IsComplete(string path, long size)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == size;
    }

    private string NewPartPath()
    {
        RequireRoot();
        var folder = Path.Combine(_root, IncomingFolder);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{Guid.NewGuid():N}.part");
    }

    private void RequireRoot()
    {
        if (_known && !Directory.Exists(_root))
        {
            throw new BlobStoreUnavailableException($"The evidence folder {_root} is gone.");
        }
        Directory.CreateDirectory(_root);
        _known = true;
    }

    private string PathOf(Guid schoolId, string sha256Hex) =>
        Path.Combine(_root, BlobAddress.Folder(schoolId), BlobAddress.Checked(sha256Hex));
}
