using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Writes a subset as a TrueType file with the tables that PDF asks for.</summary>
internal static class TrueTypeWriter
{
    private const uint ChecksumOfWholeFile = 0xB1B0AFBA;
    private const int OutlinesAt = 12 + 16 * 6;
    private static readonly string[] Tags = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"];

    /// <summary>Writes the file; the sink keeps it until the next.</summary>
    public static void Write(GlyphSubset subset, ByteSink file)
    {
        var outlines = Workshop.Outlines;
        var ends = Workshop.Ends;
        WriteOutlines(subset, outlines, ends);
        var isShort = outlines.Count < 131072;
        byte[][] tables = [[], Head(subset.Font, isShort), HorizontalHeader(subset), Metrics(subset), Locations(ends, isShort), Profile(subset)];
        var offset = OutlinesAt;
        file.Clear();
        file.Unsigned32(0x00010000).Unsigned16(tables.Length).Unsigned16(64).Unsigned16(2).Unsigned16(32);
        var (headAt, sum) = (0, 0u);
        for (var i = 0; i < tables.Length; i++)
        {
            var bytes = i == 0 ? outlines.Span : tables[i];
            headAt = Tags[i] == "head" ? offset : headAt;
            var checksum = Checksum(bytes);
            sum += checksum;
            file.Ascii(Tags[i]).Unsigned32(checksum).Unsigned32((uint)offset).Unsigned32((uint)bytes.Length);
            offset += bytes.Length + 3 & ~3;
        }

        sum += Checksum(file.Span);
        for (var i = 0; i < tables.Length; i++)
        {
            file.Raw(i == 0 ? outlines.Span : tables[i]);
            file.Raw("\0\0\0"u8[..(-file.Count & 3)]);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.At(headAt + 8, 4), ChecksumOfWholeFile - sum);
    }

    /// <summary>Deflates the file that was written last: outlines that stand in the font as they are were coded once for all documents.</summary>
    public static void Deflate(GlyphSubset subset, ReadOnlySpan<byte> file, ByteSink sink)
    {
        var font = subset.Font;
        var stream = new LiteralStream(font.OutlineCode, sink);
        stream.Add(file[..OutlinesAt]);
        var start = 0;
        for (var number = 0; number < subset.Glyphs.Count; number++)
        {
            var end = Workshop.Ends[number];
            var outline = file[(OutlinesAt + start)..(OutlinesAt + end)];
            if (GlyphOutline.IsComposite(outline))
            {
                stream.Add(outline);
            }
            else
            {
                stream.Add(font.PackedOutline(subset.Glyphs[number], outline));
            }

            start = end;
        }

        stream.Add(file[(OutlinesAt + start)..]);
        stream.Finish();
    }

    /// <summary>Composite glyphs bring their parts along, so the list grows while it is read.</summary>
    private static void WriteOutlines(GlyphSubset subset, ByteSink outlines, List<int> ends)
    {
        outlines.Clear();
        ends.Clear();
        for (var number = 0; number < subset.Glyphs.Count; number++)
        {
            var outline = subset.Font.Outline(subset.Glyphs[number]);
            var start = outlines.Count;
            outlines.Raw(outline).Raw("\0\0\0"u8[..(-outline.Length & 3)]);
            if (GlyphOutline.IsComposite(outline))
            {
                GlyphOutline.Renumber(outlines.At(start, outline.Length), subset.PartNumber);
            }

            ends.Add(outlines.Count);
        }
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

    private static byte[] Locations(List<int> ends, bool isShort)
    {
        var width = isShort ? 2 : 4;
        var locations = new byte[width * (ends.Count + 1)];
        for (var i = 0; i < ends.Count; i++)
        {
            var place = locations.AsSpan(width * (i + 1));
            if (isShort)
            {
                BinaryPrimitives.WriteUInt16BigEndian(place, (ushort)(ends[i] / 2));
            }
            else
            {
                BinaryPrimitives.WriteUInt32BigEndian(place, (uint)ends[i]);
            }
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
        foreach (var word in MemoryMarshal.Cast<byte, uint>(bytes))
        {
            sum += BinaryPrimitives.ReverseEndianness(word);
        }

        var rest = bytes[(bytes.Length & ~3)..];
        for (var i = 0; i < rest.Length; i++)
        {
            sum += (uint)rest[i] << 24 - 8 * i;
        }

        return sum;
    }

    /// <summary>Buffers that serve one font after the other, one set per thread.</summary>
    private static class Workshop
    {
        [ThreadStatic]
        private static ByteSink? outlines;
        [ThreadStatic]
        private static List<int>? ends;

        public static ByteSink Outlines => outlines ??= new ByteSink();

        public static List<int> Ends => ends ??= [];
    }
}
