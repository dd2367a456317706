using System.Buffers.Binary;
using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Finds a second file hidden in a first: what is a picture to one program and an archive or a page to another.</summary>
internal static class PolyglotCheck
{
    // The end record of a ZIP and the longest comment that may follow it.
    private const int ZipTailBytes = 22 + ushort.MaxValue;

    /// <param name="end">Where the file that it was taken for is over.</param>
    public static void Refuse(FileWalker file, long end)
    {
        if (EndsAsZip(file))
        {
            throw new RefusedException(RefusalCodes.Polyglot, EvidenceKinds.Zip);
        }
        if (end >= file.Length)
        {
            return;
        }
        var tail = new byte[(int)Math.Min(file.Length - end, ZipTailBytes)];
        var trailing = tail.AsSpan(0, file.ReadAt(end, tail)).TrimStart(" \t\r\n\0"u8);
        var kind = ContentSniffer.KindOf(trailing);
        if (kind is EvidenceKinds.Zip or EvidenceKinds.Office or EvidenceKinds.Pdf or EvidenceKinds.Html or EvidenceKinds.Svg
            or EvidenceKinds.Executable or EvidenceKinds.Script or EvidenceKinds.Archive)
        {
            throw new RefusedException(RefusalCodes.Polyglot, kind);
        }
        if (LooksLikePage(trailing))
        {
            throw new RefusedException(RefusalCodes.Polyglot, EvidenceKinds.Html);
        }
        if (trailing.IndexOf("%PDF-1."u8) >= 0 || trailing.IndexOf("%PDF-2."u8) >= 0)
        {
            throw new RefusedException(RefusalCodes.Polyglot, EvidenceKinds.Pdf);
        }
    }

    /// <summary>Refuses what begins as a page even after everything was taken out that may be taken out.</summary>
    public static void RefusePage(Stream cleaned)
    {
        var head = new byte[1024];
        var length = cleaned.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        cleaned.Position = 0;
        if (LooksLikePage(head.AsSpan(0, length)))
        {
            throw new RefusedException(RefusalCodes.Polyglot, EvidenceKinds.Html);
        }
    }

    public static bool LooksLikePage(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return text.Contains("<script", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool EndsAsZip(FileWalker file)
    {
        var tail = new byte[(int)Math.Min(file.Length, ZipTailBytes)];
        file.ReadAt(file.Length - tail.Length, tail);
        var rest = tail.AsSpan();
        while (true)
        {
            var at = rest.LastIndexOf("PK\u0005\u0006"u8);
            if (at < 0)
            {
                return false;
            }
            // The comment must reach exactly to the end, or the four bytes are chance.
            if (tail.Length - at >= 22 && BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20)) == tail.Length - at - 22)
            {
                return true;
            }
            rest = rest[..at];
        }
    }
}
