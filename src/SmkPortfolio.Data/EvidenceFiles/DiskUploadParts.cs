using System.Runtime.CompilerServices;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>One file for each upload, which grows: <c>root/.uploads/{id}</c>. The same file system as the stored files, so that a whole one can be renamed.</summary>
/// <param name="root">The evidence folder; made when it is missing at first, never again, as <see cref="DiskBlobStore"/> does.</param>
public sealed class DiskUploadParts(string root) : IUploadParts
{
    private const string FolderName = ".uploads";

    // Says where the file has gone, for whoever finishes the upload after a crash.
    private const string Left = ".stored";

    // How the systems say that another has a file open.
    private const int WindowsTaken = unchecked((int)0x80070020);
    private const int LinuxTaken = 11;
    private const int MacTaken = 35;

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
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (offset == 0 && !OperatingSystem.IsWindows())
        {
            // Not cleaned yet: it may hold a minor's photo with its place.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        if (IsLeft(id))
        {
            throw new UploadInUseException();
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
        catch (IOException e) when (IsTaken(e))
        {
            throw new UploadInUseException(e);
        }
        if (IsLeft(id))
        {
            // Since just now. It is about to become a stored file: it is whole, and nobody may write to it any more.
            file.Dispose();
            throw new UploadInUseException();
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
        if (IsLeft(id) && OpenWhole(Path.Combine(_root, File.ReadAllText(PathOf(id) + Left)), length, isPart: false) is { } stored)
        {
            return Task.FromResult<FileStream?>(stored);
        }
        return Task.FromResult(OpenWhole(PathOf(id), length, isPart: true));
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

    /// <summary>A file of just this length, or null. What is still a part nobody else may open meanwhile; a stored file is only read.</summary>
    private static FileStream? OpenWhole(string path, long length, bool isPart)
    {
        try
        {
            // On shared disks only who may write may keep others away.
            var file = isPart ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.Asynchronous)
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.Asynchronous);
            if (file.Length == length)
            {
                return file;
            }
            file.Dispose();
        }
        catch (IOException e) when (IsTaken(e))
        {
            throw new UploadInUseException(e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // There is none.
        }
        return null;
    }

    private static bool IsTaken(IOException e) => e.HResult is WindowsTaken or LinuxTaken or MacTaken;

    private bool IsLeft(Guid id) => File.Exists(PathOf(id) + Left);

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
