using System.IO.Compression;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Checking;

/// <summary>The files in an archive that somebody handed in. What it says of itself is not believed: bytes are counted as they come out.</summary>
internal static class PresentedZip
{
    // Nobody puts documents that deep; what follows then would be a list of rows that nobody reads.
    private const int MostEntries = 500;

    /// <param name="take">Counts a file; answers why it may not be checked, or null.</param>
    /// <param name="hold">Counts bytes that came out; false when they are more than may come.</param>
    public static IEnumerable<PresentedDocument> Open(string name, byte[] archive, LimitsSettings limits, Func<string?> take, Func<int, bool> hold)
    {
        ZipArchive? zip = null;
        List<ZipArchiveEntry> entries = [];
        try
        {
            zip = new ZipArchive(new MemoryStream(archive, writable: false), ZipArchiveMode.Read);
            entries = [.. zip.Entries.Where(e => !IsAside(e.FullName))];
        }
        catch (Exception e) when (IsDamage(e))
        {
            zip?.Dispose();
            zip = null;
        }
        if (zip is null)
        {
            yield return new PresentedDocument(name, null, "zip-damaged", FromZip: true);
            yield break;
        }
        using (zip)
        {
            if (entries.Count is 0 or > MostEntries)
            {
                yield return new PresentedDocument(name, null, entries.Count == 0 ? "zip-empty" : "zip-too-many", FromZip: true);
                yield break;
            }
            foreach (var entry in entries)
            {
                yield return Read(entry, limits.VerifyBytes, take, hold) with { FromZip = true };
            }
        }
    }

    private static PresentedDocument Read(ZipArchiveEntry entry, long limit, Func<string?> take, Func<int, bool> hold)
    {
        var name = SafeFileName.Clean(entry.FullName);
        if (entry.IsEncrypted)
        {
            return new PresentedDocument(name, null, "zip-encrypted");
        }
        if (take() is { } refused)
        {
            return new PresentedDocument(name, null, refused);
        }
        try
        {
            using var from = entry.Open();
            using var kept = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = from.Read(buffer)) > 0)
            {
                if (!hold(read) || kept.Length + read > limit)
                {
                    return new PresentedDocument(name, null, kept.Length + read > limit ? "too-large" : "too-much");
                }
                kept.Write(buffer, 0, read);
            }
            if (kept.Length == 0)
            {
                return new PresentedDocument(name, null, "empty");
            }
            var bytes = kept.ToArray();
            return FileKinds.Of(bytes) == FileKind.Zip ? new PresentedDocument(name, null, "zip-nested") : new PresentedDocument(name, bytes, null);
        }
        catch (Exception e) when (IsDamage(e))
        {
            return new PresentedDocument(name, null, "zip-damaged");
        }
    }

    // Folders, and what systems put beside the files without being asked.
    private static bool IsAside(string path) =>
        path.EndsWith('/') || path.EndsWith('\\') || path.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || path.Split('/', '\\')[^1] is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private static bool IsDamage(Exception e) => e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;
}
