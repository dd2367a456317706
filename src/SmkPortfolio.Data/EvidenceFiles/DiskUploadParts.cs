using System.Runtime.CompilerServices;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>One file for each upload, which grows: <c>root/.uploads/{id}</c>. The same file system as the stored files, so that a whole one can be renamed.</summary>
/// <param name="root">The evidence folder; made when it is missing at first, never again, as <see cref="DiskBlobStore"/> does.</param>
public sealed class DiskUploadParts(string root) : IUploadParts
{
    private const string FolderName = ".uploads";

    // Says where the file has gone, for whoever finishes the upload after a crash.
    private const string Left = ".stored";

    private readonly string _root = Path.GetFullPath(root);
    private volatile bool _known;

    public Task<UploadWriter?> OpenAsync(Guid id, long offset, CancellationToken ct)
    {
        RequireRoot();
        Directory.CreateDirectory(Folder);
        var options = new FileStreamOptions
        {
            Mode = offset == 0 ? FileMode.OpenOrCreate : FileMode.Open,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        };
        if (offset == 0 && !OperatingSystem.IsWindows())
        {
            // Not cleaned yet: it may hold a minor's photo with its place.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        FileStream file;
        try
        {
            file = new FileStream(PathOf(id), options);
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult<UploadWriter?>(null);
        }
        if (file.Length < offset)
        {
            file.Dispose();
            return Task.FromResult<UploadWriter?>(null);
        }
        return Task.FromResult<UploadWriter?>(new Writer(file, offset));
    }

    public Task<FileStream?> AssembleAsync(Guid id, long length, CancellationToken ct)
    {
        RequireRoot();
        var file = OpenWhole(PathOf(id)) ?? (File.Exists(PathOf(id) + Left) ? OpenWhole(Path.Combine(_root, File.ReadAllText(PathOf(id) + Left))) : null);
        if (file is null || file.Length == length)
        {
            return Task.FromResult(file);
        }
        file.Dispose();
        return Task.FromResult<FileStream?>(null);
    }

    public Task DeleteAsync(Guid id, CancellationToken ct)
    {
        if (Directory.Exists(Folder))
        {
            File.Delete(PathOf(id));
            File.Delete(PathOf(id) + Left);
        }
        return Task.CompletedTask;
    }

    /// <summary>Whether a file is an upload's in the store at this root.</summary>
    internal static bool IsUpload(string root, string path) =>
        Path.GetDirectoryName(path) == Path.Combine(root, FolderName) && Guid.TryParseExact(Path.GetFileName(path), "D", out _);

    /// <summary>Writes down that an upload's file is about to become another.</summary>
    internal static void Leave(string path, string target)
    {
        var root = Path.GetDirectoryName(Path.GetDirectoryName(path))!;
        using var note = new FileStream(path + Left, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 0);
        note.Write(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(root, target)));
        note.Flush(flushToDisk: true);
    }

    public async IAsyncEnumerable<StoredUpload> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var file in Directory.Exists(Folder) ? new DirectoryInfo(Folder).EnumerateFiles() : [])
        {
            ct.ThrowIfCancellationRequested();
            var isLeft = file.Name.EndsWith(Left, StringComparison.Ordinal);
            if (Guid.TryParseExact(isLeft ? file.Name[..^Left.Length] : file.Name, "D", out var id) && !(isLeft && File.Exists(PathOf(id))))
            {
                yield return new StoredUpload(id, file.LastWriteTimeUtc);
            }
        }
        await Task.CompletedTask;
    }

    private static FileStream? OpenWhole(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string Folder => Path.Combine(_root, FolderName);

    private string PathOf(Guid id) => Path.Combine(Folder, id.ToString("D"));

    private void RequireRoot()
    {
        if (_known && !Directory.Exists(_root))
        {
            throw new BlobStoreUnavailableException($"The evidence folder {_root} is gone.");
        }
        Directory.CreateDirectory(_root);
        _known = true;
    }

    private sealed class Writer(FileStream file, long offset) : UploadWriter
    {
        private readonly long _begun = offset;
        private long _at = offset;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
        {
            await RandomAccess.WriteAsync(file.SafeFileHandle, bytes, _at, ct);
            _at += bytes.Length;
        }

        public override ValueTask FlushAsync(CancellationToken ct)
        {
            RandomAccess.FlushToDisk(file.SafeFileHandle);
            return ValueTask.CompletedTask;
        }

        public override ValueTask DropAsync(CancellationToken ct)
        {
            RandomAccess.SetLength(file.SafeFileHandle, _begun);
            _at = _begun;
            return ValueTask.CompletedTask;
        }

        public override ValueTask DisposeAsync() => file.DisposeAsync();
    }
}
