using System.Buffers.Binary;
using System.Text;
using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Writes a subset as a TrueType file with the tables that PDF asks for.</summary>
internal static class TrueTypeWriter
{
    private const uint ChecksumOfWholeFile = 0xB1B0AFBA;
    private static readonly string[] Tags = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"];

    public static byte[] Write(GlyphSubset subset)
    {
        var outlines = Outlines(subset);
        var outlineLength = outlines.Sum(o => o.Length);
        var isShort = outlineLength < 131072;
        byte[][] tables = [Joined(outlines, outlineLength), Head(subset.Font, isShort), HorizontalHeader(subset), Metrics(subset), Locations(outlines, isShort), Profile(subset)];
        var offset = 12 + 16 * tables.Length;
        var result = new byte[offset + tables.Sum(t => t.Length + 3 & ~3)];
        var file = result.AsSpan();
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file[4..], (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file[6..], 64);
        BinaryPrimitives.WriteUInt16BigEndian(file[8..], 2);
        BinaryPrimitives.WriteUInt16BigEndian(file[10..], 32);
        var headAt = 0;
        for (var i = 0; i < tables.Length; i++)
        {
            var padded = tables[i].Length + 3 & ~3;
            tables[i].CopyTo(file[offset..]);
            var entry = file[(12 + 16 * i)..];
            Encoding.ASCII.GetBytes(Tags[i], entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(file.Slice(offset, padded)));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)tables[i].Length);
            headAt = Tags[i] == "head" ? offset : headAt;
            offset += padded;
        }

        BinaryPrimitives.WriteUInt32BigEndian(file[(headAt + 8)..], ChecksumOfWholeFile - Checksum(file));
        return result;
    }

    /// <summary>Composite glyphs bring their parts along, so the list grows while it is read.</summary>
    private static List<byte[]> Outlines(GlyphSubset subset)
    {
        var outlines = new List<byte[]>(subset.Glyphs.Count);
        for (var number = 0; number < subset.Glyphs.Count; number++)
        {
            var outline = subset.Font.Outline(subset.Glyphs[number]);
            outlines.Add(GlyphOutline.IsComposite(outline) ? GlyphOutline.Renumbered(outline, subset.PartNumber) : outline);
        }

        return outlines;
    }

    private static byte[] Joined(List<byte[]> outlines, int length)
    {
        var result = new byte[length];
        var at = 0;
        foreach (var outline in outlines)
        {
            outline.CopyTo(result, at);
            at += outline.Length;
        }

        return result;
    }

    private static byte[] Head(FontFile font, bool isShort)
    {
        var head = font.TableBytes("head")[..54].ToArray();
        head.AsSpan(8, 4).Clear();
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), (ushort)(isShort ? 0 : 1));
        return head;
    }

    private static byte[] HorizontalHeader(GlyphSubset subset)
    {
        var header = subset.Font.TableBytes("hhea")[..36].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(34), (ushort)subset.Glyphs.Count);
        return header;
    }

    private static byte[] Metrics(GlyphSubset subset)
    {
        var metrics = new byte[4 * subset.Glyphs.Count];
        for (var i = 0; i < subset.Glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)subset.Font.Advance(subset.Glyphs[i]));
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i + 2), (ushort)subset.Font.LeftBearing(subset.Glyphs[i]));
        }

        return metrics;
    }

    private static byte[] Locations(List<byte[]> outlines, bool isShort)
    {
        var width = isShort ? 2 : 4;
        var locations = new byte[width * (outlines.Count + 1)];
        var at = 0;
        for (var i = 0; i <= outlines.Count; i++)
        {
            if (isShort)
            {
                BinaryPrimitives.WriteUInt16BigEndian(locations.AsSpan(width * i), (ushort)(at / 2));
            }
            else
            {
                BinaryPrimitives.WriteUInt32BigEndian(locations.AsSpan(width * i), (uint)at);
            }

            at += i < outlines.Count ? outlines[i].Length : 0;
        }

        return locations;
    }

    private static byte[] Profile(GlyphSubset subset)
    {
        var profile = subset.Font.TableBytes("maxp")[..32].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(profile.AsSpan(4), (ushort)subset.Glyphs.Count);
        return profile;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var i = 0; i + 4 <= bytes.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]);
        }

        return sum;
    }
}
