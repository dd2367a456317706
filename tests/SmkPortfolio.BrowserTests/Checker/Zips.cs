using System.IO.Compression;

namespace SmkPortfolio.BrowserTests.Checker;

/// <summary>ZIPs as people make them.</summary>
internal static class Zips
{
    public static byte[] Of(params IEnumerable<CheckedFile> files) => Of(CompressionLevel.Fastest, files);

    public static byte[] Of(CompressionLevel level, params IEnumerable<CheckedFile> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var entry = zip.CreateEntry(file.Name, level).Open();
                entry.Write(file.Bytes);
            }
        }
        return stream.ToArray();
    }
}
