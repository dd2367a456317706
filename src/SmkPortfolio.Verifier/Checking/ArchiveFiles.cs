using System.IO.Compression;
using System.Security.Cryptography;

namespace SmkPortfolio.Verifier.Checking;

/// <summary>A file in a ZIP.</summary>
/// <param name="Path">As the archive writes it; empty when the archive itself is meant.</param>
/// <param name="Bytes">Null when it was not read.</param>
/// <param name="Problem"><c>zip-damaged</c>, <c>zip-empty</c>, <c>zip-too-many</c>, <c>zip-encrypted</c>, <c>zip-nested</c>, <c>empty</c>, <c>too-large</c>, <c>too-much</c>, or what counting files answered.</param>
public sealed record ArchivedFile(string Path, byte[]? Bytes, string? Problem);

/// <summary>How much may come out of a ZIP.</summary>
/// <param name="FileBytes">Of one file.</param>
/// <param name="Take">Counts a file; answers why it may not be read, or null.</param>
/// <param name="Hold">Counts bytes that came out; false when they are more than may come.</param>
public sealed record ArchiveBounds(long FileBytes, Func<string?> Take, Func<int, bool> Hold)
{
    /// <summary>Asked once for each path: true for what is neither read nor told of.</summary>
    public Func<string, bool> LeavesOut { get; init; } = _ => false;
}

/// <summary>The files in a ZIP, one after another, in memory. What it says of itself is not believed: bytes are counted as they come out.</summary>
public static class ArchiveFiles
{
    /// <summary>More entries than these are not looked at: they would be a list that nobody reads.</summary>
    public const int MostEntries = 500;

    /// <summary>Opens a ZIP; folders, and what systems put beside the files without being asked, are left out.</summary>
    public static IEnumerable<ArchivedFile> Open(byte[] archive, ArchiveBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(bounds);
        var (zip, entries) = Entries(archive, path => !bounds.LeavesOut(path));
        if (zip is null)
        {
            yield return new ArchivedFile("", null, "zip-damaged");
            yield break;
        }
        using (zip)
        {
            if (entries.Count is 0 or > MostEntries)
            {
                yield return new ArchivedFile("", null, entries.Count == 0 ? "zip-empty" : "zip-too-many");
                yield break;
            }
            foreach (var entry in entries) yield return Read(entry, bounds);
        }
    }

    /// <summary>The SHA-256 of files in a ZIP, worked out as they come by and kept instead of them; what cannot be read to its end has none.</summary>
    /// <param name="isMeant">Says by its path which file is asked for.</param>
    public static IEnumerable<(string Path, byte[] Sha256)> Digests(byte[] archive, Func<string, bool> isMeant, ArchiveBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(isMeant);
        ArgumentNullException.ThrowIfNull(bounds);
        var (zip, entries) = Entries(archive, isMeant);
        using (zip)
        {
            foreach (var entry in entries)
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                if (Problem(entry, bounds, hash.AppendData) is null) yield return (entry.FullName, hash.GetHashAndReset());
            }
        }
    }

    private static (ZipArchive? Zip, List<ZipArchiveEntry> Entries) Entries(byte[] archive, Func<string, bool> isMeant)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(new MemoryStream(archive, writable: false), ZipArchiveMode.Read);
            return (zip, [.. zip.Entries.Where(e => !IsAside(e.FullName) && isMeant(e.FullName))]);
        }
        catch (Exception e) when (IsDamage(e))
        {
            zip?.Dispose();
            return (null, []);
        }
    }

    private static ArchivedFile Read(ZipArchiveEntry entry, ArchiveBounds bounds)
    {
        var path = entry.FullName;
        using var kept = new MemoryStream();
        if (Problem(entry, bounds, kept.Write) is { } problem) return new ArchivedFile(path, null, problem);
        if (kept.Length == 0) return new ArchivedFile(path, null, "empty");
        var bytes = kept.ToArray();
        return FileKinds.Of(bytes) == FileKind.Zip ? new ArchivedFile(path, null, "zip-nested") : new ArchivedFile(path, bytes, null);
    }

    /// <summary>Hands on what comes out of an entry; why it does not come to its end, or null.</summary>
    private static string? Problem(ZipArchiveEntry entry, ArchiveBounds bounds, Action<ReadOnlySpan<byte>> take)
    {
        if (entry.IsEncrypted) return "zip-encrypted";
        if (bounds.Take() is { } refused) return refused;
        try
        {
            using var from = entry.Open();
            var buffer = new byte[64 * 1024];
            long length = 0;
            int read;
            while ((read = from.Read(buffer)) > 0)
            {
                if ((length += read) > bounds.FileBytes) return "too-large";
                if (!bounds.Hold(read)) return "too-much";
                take(buffer.AsSpan(0, read));
            }
            return null;
        }
        catch (Exception e) when (IsDamage(e))
        {
            return "zip-damaged";
        }
    }

    private static bool IsAside(string path) =>
        path.EndsWith('/') || path.EndsWith('\\') || path.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || path.Split('/', '\\')[^1] is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private static bool IsDamage(Exception e) => e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;
}
