using System.Text;
using HarfBuzzSharp;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>One TrueType file, read where it lies: its tables, its characters, its HarfBuzz font. Immutable, shared by all threads.</summary>
internal sealed unsafe class FontFile
{
    private const int BlockBits = 8;
    private const int SampledGlyphs = 1000;
    private const int BlockSize = 1 << BlockBits;
    private readonly byte* data;
    private readonly int length;
    private readonly Dictionary<string, (int Offset, int Length)> tables = new(StringComparer.Ordinal);

    /// <summary>Glyphs of 256 characters each; null where the font has none of them.</summary>
    private readonly ushort[]?[] glyphs = new ushort[]?[0x110000 >> BlockBits];
    private readonly int advanceCount;
    private readonly bool hasLongOffsets;
    private readonly int horizontalMetrics;
    private readonly int locations;
    private readonly int outlines;
    private readonly int variants;
    private readonly Dictionary<int, byte[]> cleaned = [];
    private readonly Lazy<Font> harfBuzz;
    private readonly Lazy<LiteralCode> outlineCode;

    /// <summary>Outlines that some document used, deflated.</summary>
    private readonly PackedPiece?[] packed;

    /// <param name="postScriptName">Its name.</param>
    /// <param name="start">Bytes that stay for the life of the process.</param>
    public FontFile(string postScriptName, byte* start, int length)
    {
        PostScriptName = postScriptName;
        data = start;
        this.length = length;
        for (var i = 0; i < Unsigned16(4); i++)
        {
            var entry = 12 + 16 * i;
            tables[Encoding.ASCII.GetString(data + entry, 4)] = ((int)Unsigned32(entry + 8), (int)Unsigned32(entry + 12));
        }

        var head = Table("head");
        UnitsPerEm = Unsigned16(head + 18);
        Box = (Signed16(head + 36), Signed16(head + 38), Signed16(head + 40), Signed16(head + 42));
        hasLongOffsets = Unsigned16(head + 50) == 1;
        Ascent = Signed16(Table("hhea") + 4);
        Descent = Signed16(Table("hhea") + 6);
        advanceCount = Unsigned16(Table("hhea") + 34);
        CapHeight = Unsigned16(Table("OS/2")) >= 2 ? Signed16(Table("OS/2") + 88) : 700;
        Weight = Unsigned16(Table("OS/2") + 4);
        GlyphCount = Unsigned16(Table("maxp") + 4);
        (horizontalMetrics, locations, outlines) = (Table("hmtx"), Table("loca"), Table("glyf"));
        variants = ReadCharacters();
        harfBuzz = new Lazy<Font>(MakeHarfBuzzFont);
        outlineCode = new Lazy<LiteralCode>(MakeOutlineCode);
        packed = new PackedPiece?[GlyphCount];
    }

    public string PostScriptName { get; }

    public int UnitsPerEm { get; }

    public (int Left, int Bottom, int Right, int Top) Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public int Weight { get; }

    public int GlyphCount { get; }

    public Font HarfBuzz => harfBuzz.Value;

    /// <summary>The code in which outlines of this font are deflated.</summary>
    public LiteralCode OutlineCode => outlineCode.Value;

    /// <summary>The glyph of a character, 0 when the font has none.</summary>
    public ushort Glyph(int codePoint) => glyphs[codePoint >> BlockBits] is { } block ? block[codePoint & (BlockSize - 1)] : (ushort)0;

    /// <summary>The glyph of a character with a variation selector; the plain one where the font knows no other.</summary>
    public ushort Variant(int codePoint, int selector)
    {
        for (var i = 0; variants != 0 && i < Unsigned32(variants + 6); i++)
        {
            var record = variants + 10 + 11 * i;
            if (Unsigned24(record) != selector || Unsigned32(record + 7) is 0)
            {
                continue;
            }

            var map = variants + (int)Unsigned32(record + 7);
            for (var (low, high) = (0, (int)Unsigned32(map) - 1); low <= high;)
            {
                var middle = (low + high) / 2;
                var at = map + 4 + 5 * middle;
                switch (Unsigned24(at) - codePoint)
                {
                    case 0: return (ushort)Unsigned16(at + 3);
                    case < 0: low = middle + 1; break;
                    default: high = middle - 1; break;
                }
            }
        }

        return Glyph(codePoint);
    }

    public int Advance(int glyph) => Unsigned16(horizontalMetrics + 4 * Math.Min(glyph, advanceCount - 1));

    public int LeftBearing(int glyph) => glyph < advanceCount
        ? Unsigned16(horizontalMetrics + 4 * glyph + 2)
        : Unsigned16(horizontalMetrics + 4 * advanceCount + 2 * (glyph - advanceCount));

    public ReadOnlySpan<byte> TableBytes(string tag) => new(data + tables[tag].Offset, tables[tag].Length);

    /// <summary>The outline of a glyph without hints; not padded.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var raw = RawOutline(glyph);
        if (!GlyphOutline.HasHints(raw))
        {
            return raw;
        }

        lock (cleaned)
        {
            return cleaned.TryGetValue(glyph, out var known) ? known : cleaned[glyph] = GlyphOutline.WithoutHints(raw);
        }
    }

    /// <summary>A glyph's outline as it stands in every subset, deflated.</summary>
    public PackedPiece PackedOutline(int glyph, ReadOnlySpan<byte> outline) => packed[glyph] ??= PackedPiece.Of(OutlineCode, outline);

    /// <summary>From some of the glyphs: the bytes of the others are as frequent.</summary>
    private LiteralCode MakeOutlineCode()
    {
        var counts = new long[256];
        for (var glyph = 0; glyph < GlyphCount; glyph += Math.Max(1, GlyphCount / SampledGlyphs))
        {
            foreach (var value in RawOutline(glyph))
            {
                counts[value]++;
            }
        }

        return new LiteralCode(counts);
    }

    private ReadOnlySpan<byte> RawOutline(int glyph)
    {
        var start = hasLongOffsets ? (int)Unsigned32(locations + 4 * glyph) : 2 * Unsigned16(locations + 2 * glyph);
        var end = hasLongOffsets ? (int)Unsigned32(locations + 4 * glyph + 4) : 2 * Unsigned16(locations + 2 * glyph + 2);
        return new ReadOnlySpan<byte>(data + outlines + start, end - start);
    }

    /// <summary>Reads the map of characters; gives the place of the map of variants, 0 when there is none.</summary>
    private int ReadCharacters()
    {
        var map = Table("cmap");
        var variantMap = 0;
        for (var i = 0; i < Unsigned16(map + 2); i++)
        {
            var subtable = map + (int)Unsigned32(map + 4 + 8 * i + 4);
            switch (Unsigned16(subtable))
            {
                case 4: ReadSegments(subtable); break;
                case 12: ReadGroups(subtable); break;
                case 14: variantMap = subtable; break;
            }
        }

        return variantMap;
    }

    private void ReadSegments(int subtable)
    {
        var count = Unsigned16(subtable + 6) / 2;
        for (var k = 0; k < count; k++)
        {
            var last = Unsigned16(subtable + 14 + 2 * k);
            var first = Unsigned16(subtable + 16 + 2 * count + 2 * k);
            var delta = Unsigned16(subtable + 16 + 4 * count + 2 * k);
            var rangeAt = subtable + 16 + 6 * count + 2 * k;
            var range = Unsigned16(rangeAt);
            for (var c = first; c <= last && c < 0xFFFF; c++)
            {
                var glyph = range == 0 ? c : Unsigned16(rangeAt + range + 2 * (c - first));
                Set(c, range != 0 && glyph == 0 ? (ushort)0 : (ushort)(glyph + delta));
            }
        }
    }

    private void ReadGroups(int subtable)
    {
        for (var i = 0; i < Unsigned32(subtable + 12); i++)
        {
            var group = subtable + 16 + 12 * i;
            var (first, last, glyph) = ((int)Unsigned32(group), (int)Unsigned32(group + 4), (int)Unsigned32(group + 8));
            for (var c = first; c <= last; c++)
            {
                Set(c, (ushort)(glyph + c - first));
            }
        }
    }

    private void Set(int codePoint, ushort glyph)
    {
        if (glyph != 0)
        {
            (glyphs[codePoint >> BlockBits] ??= new ushort[BlockSize])[codePoint & (BlockSize - 1)] = glyph;
        }
    }

    private Font MakeHarfBuzzFont()
    {
        var face = new Face(new Blob((IntPtr)data, length, MemoryMode.ReadOnly), 0);
        face.MakeImmutable();
        return new Font(face);
    }

    private int Table(string tag) => tables.TryGetValue(tag, out var table) ? table.Offset : throw new InvalidOperationException($"The font {PostScriptName} has no table {tag}.");

    private int Unsigned16(int at) => data[at] << 8 | data[at + 1];

    private int Signed16(int at) => (short)Unsigned16(at);

    private int Unsigned24(int at) => data[at] << 16 | data[at + 1] << 8 | data[at + 2];

    private uint Unsigned32(int at) => (uint)(data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3]);
}
