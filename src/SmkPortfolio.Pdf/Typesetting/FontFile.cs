using System.Text;
using HarfBuzzSharp;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>One TrueType file: its tables, its characters, its HarfBuzz font. Immutable, shared by all threads.</summary>
internal sealed class FontFile
{
    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = new(StringComparer.Ordinal);
    private readonly ushort[] glyphs = new ushort[65536];
    private readonly int advanceCount;
    private readonly bool hasLongOffsets;
    private readonly int horizontalMetrics;
    private readonly byte[]?[] cleanGlyphs;

    public FontFile(string postScriptName, byte[] bytes)
    {
        PostScriptName = postScriptName;
        data = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(data, 0);
        for (var i = 0; i < Unsigned16(4); i++)
        {
            var entry = 12 + 16 * i;
            tables[Encoding.ASCII.GetString(data, entry, 4)] = ((int)Unsigned32(entry + 8), (int)Unsigned32(entry + 12));
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
        horizontalMetrics = Table("hmtx");
        cleanGlyphs = new byte[]?[GlyphCount];
        ReadCharacters();
        HarfBuzz = MakeHarfBuzzFont();
    }

    public string PostScriptName { get; }

    public int UnitsPerEm { get; }

    public (int Left, int Bottom, int Right, int Top) Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public int Weight { get; }

    public int GlyphCount => Unsigned16(Table("maxp") + 4);

    public Font HarfBuzz { get; }

    /// <summary>The glyph of a character, 0 when the font has none.</summary>
    public ushort Glyph(int codePoint) => codePoint < glyphs.Length ? glyphs[codePoint] : (ushort)0;

    public int Advance(int glyph) => Unsigned16(horizontalMetrics + 4 * Math.Min(glyph, advanceCount - 1));

    public int LeftBearing(int glyph) => glyph < advanceCount
        ? Unsigned16(horizontalMetrics + 4 * glyph + 2)
        : Unsigned16(horizontalMetrics + 4 * advanceCount + 2 * (glyph - advanceCount));

    public ReadOnlySpan<byte> TableBytes(string tag) => data.AsSpan(tables[tag].Offset, tables[tag].Length);

    /// <summary>The outline of a glyph without hints, padded to four bytes; the same array for every document.</summary>
    public byte[] Outline(int glyph) => cleanGlyphs[glyph] ??= GlyphOutline.WithoutHints(RawOutline(glyph));

    private ReadOnlySpan<byte> RawOutline(int glyph)
    {
        var locations = Table("loca");
        var start = hasLongOffsets ? (int)Unsigned32(locations + 4 * glyph) : 2 * Unsigned16(locations + 2 * glyph);
        var end = hasLongOffsets ? (int)Unsigned32(locations + 4 * glyph + 4) : 2 * Unsigned16(locations + 2 * glyph + 2);
        return data.AsSpan(Table("glyf") + start, end - start);
    }

    private void ReadCharacters()
    {
        var map = Table("cmap");
        for (var i = 0; i < Unsigned16(map + 2); i++)
        {
            var subtable = map + (int)Unsigned32(map + 4 + 8 * i + 4);
            if (Unsigned16(subtable) == 4)
            {
                ReadSegments(subtable);
            }
        }
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
                glyphs[c] = range != 0 && glyph == 0 ? (ushort)0 : (ushort)(glyph + delta);
            }
        }
    }

    private unsafe Font MakeHarfBuzzFont()
    {
        // The array is pinned for the life of the process, so HarfBuzz reads it in place.
        fixed (byte* start = data)
        {
            var blob = new Blob((IntPtr)start, data.Length, MemoryMode.ReadOnly);
            var face = new Face(blob, 0);
            face.MakeImmutable();
            return new Font(face);
        }
    }

    private int Table(string tag) => tables[tag].Offset;

    private int Unsigned16(int at) => data[at] << 8 | data[at + 1];

    private int Signed16(int at) => (short)Unsigned16(at);

    private uint Unsigned32(int at) => (uint)(data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3]);
}
