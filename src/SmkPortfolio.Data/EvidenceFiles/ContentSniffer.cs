using System.Text;
using System.Text.Unicode;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Tells by the first bytes what a file is; its name and what the browser says of it are not asked.</summary>
public static class ContentSniffer
{
    /// <summary>As many first bytes as are worth handing over.</summary>
    public const int HeadBytes = 4096;

    /// <summary>One of <see cref="EvidenceKinds"/>.</summary>
    public static string KindOf(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, HeadBytes)];
        return Picture(head) ?? Container(head) ?? Program(head) ?? Markup(head) ?? (IsText(head) ? EvidenceKinds.Text : EvidenceKinds.Unknown);
    }

    private static string? Picture(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, ..] => EvidenceKinds.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => EvidenceKinds.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => EvidenceKinds.Webp,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', ..] => EvidenceKinds.Avi,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => EvidenceKinds.Wav,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => EvidenceKinds.Pdf,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => EvidenceKinds.Gif,
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => EvidenceKinds.Bmp,
        [(byte)'I', (byte)'I', (byte)'*', 0, ..] or [(byte)'M', (byte)'M', 0, (byte)'*', ..] => EvidenceKinds.Tiff,
        [(byte)'8', (byte)'B', (byte)'P', (byte)'S', ..] => EvidenceKinds.Photoshop,
        _ => null,
    };

    private static string? Container(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
        {
            return Encoding.ASCII.GetString(head[8..12]) switch
            {
                "heic" or "heix" or "hevc" or "hevx" or "heim" or "heis" or "mif1" or "msf1" => EvidenceKinds.Heic,
                "avif" or "avis" => EvidenceKinds.Avif,
                "qt  " => EvidenceKinds.QuickTime,
                "M4A " or "M4B " => EvidenceKinds.M4a,
                ['3', 'g', ..] => EvidenceKinds.ThreeGp,
                _ => EvidenceKinds.Mp4,
            };
        }
        if (head.Length >= 8 && (head[4..8].SequenceEqual("moov"u8) || head[4..8].SequenceEqual("mdat"u8) || head[4..8].SequenceEqual("wide"u8)))
        {
            return EvidenceKinds.QuickTime;
        }
        return head switch
        {
            [0x1A, 0x45, 0xDF, 0xA3, ..] => head.IndexOf("webm"u8) is >= 0 and < 64 ? EvidenceKinds.Webm : EvidenceKinds.Matroska,
            [(byte)'P', (byte)'K', 3, 4, ..] => IsOffice(head) ? EvidenceKinds.Office : EvidenceKinds.Zip,
            [(byte)'P', (byte)'K', 5, 6, ..] => EvidenceKinds.Zip,
            [0xD0, 0xCF, 0x11, 0xE0, ..] or [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => EvidenceKinds.Office,
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..] => EvidenceKinds.Archive,
            [(byte)'B', (byte)'Z', (byte)'h', ..] or [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => EvidenceKinds.Archive,
            [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFA or 0xFB or 0xF2 or 0xF3 or 0xE2 or 0xE3, ..] => EvidenceKinds.Mp3,
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => EvidenceKinds.Ogg,
            [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => EvidenceKinds.Flac,
            [0xFF, 0xF1 or 0xF9, ..] or [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => EvidenceKinds.Audio,
            [(byte)'%', (byte)'!', (byte)'P', (byte)'S', ..] => EvidenceKinds.PostScript,
            _ => null,
        };
    }

    private static bool IsOffice(ReadOnlySpan<byte> head) =>
        head.IndexOf("[Content_Types].xml"u8) >= 0 || head.IndexOf("_rels/.rels"u8) >= 0 || head.IndexOf("mimetypeapplication/vnd.oasis"u8) >= 0;

    private static string? Program(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => EvidenceKinds.Executable,
        [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..] or [(byte)'d', (byte)'e', (byte)'x', (byte)'\n', ..] => EvidenceKinds.Executable,
        [(byte)'#', (byte)'!', ..] => EvidenceKinds.Script,
        _ => null,
    };

    private static string? Markup(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        foreach (var start in (string[])["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<!--"])
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return EvidenceKinds.Html;
            }
        }
        if (text.StartsWith("<svg", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype svg", StringComparison.OrdinalIgnoreCase))
        {
            return EvidenceKinds.Svg;
        }
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return text.Contains("<svg", StringComparison.OrdinalIgnoreCase) ? EvidenceKinds.Svg
                : text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? EvidenceKinds.Html
                : EvidenceKinds.Xml;
        }
        return null;
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return true;
        }
        // The cut may have fallen into a character: up to three bytes are let off.
        for (var cut = 0; cut <= Math.Min(3, head.Length - 1); cut++)
        {
            if (Utf8.IsValid(head[..^cut]))
            {
                return head.IndexOfAnyInRange<byte>(0, 8) < 0;
            }
        }
        return false;
    }
}
