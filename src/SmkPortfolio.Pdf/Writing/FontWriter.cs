using System.Text;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Writes one subset as a composite font with its widths and its way back to text.</summary>
internal static class FontWriter
{
    private const int MappingsPerBlock = 100;

    // Almost all of a map is hexadecimal.
    private static readonly Lazy<LiteralCode> MapCode = new(() =>
    {
        var counts = new long[256];
        foreach (var letter in "><>\n0000"u8)
        {
            counts[letter] += 4096;
        }

        foreach (var letter in "0123456789ABCDEF0123456789"u8)
        {
            counts[letter] += 1024;
        }

        foreach (var letter in "begincmap endbfchar dict def /CIDSystemInfo /CMapName /Registry(Adobe)/Ordering(UCS)/Supplement"u8)
        {
            counts[letter] += 64;
        }

        return new LiteralCode(counts);
    });

    [ThreadStatic]
    private static ByteSink? font;
    [ThreadStatic]
    private static ByteSink? map;

    public static void Write(PdfObjects objects, GlyphSubset subset)
    {
        var (file, descriptor, descendant, toUnicode) = (objects.Reserve(), objects.Reserve(), objects.Reserve(), objects.Reserve());
        var shown = subset.Glyphs.Count;
        var trueType = font ??= new ByteSink();
        TrueTypeWriter.Write(subset, trueType);
        var face = subset.Font;
        var name = Prefix(subset) + face.PostScriptName;
        WriteFile(objects, file, subset, trueType);
        WriteMap(objects, toUnicode, ToUnicode(subset, shown));

        int Thousandths(int units) => (int)Math.Round(units * 1000.0 / face.UnitsPerEm);
        objects.Begin(descriptor).Raw("<</Type/FontDescriptor/Flags 4/ItalicAngle 0/FontName"u8).Name(name)
            .Raw("/FontBBox["u8).Integer(Thousandths(face.Box.Left)).Blank().Integer(Thousandths(face.Box.Bottom)).Blank()
            .Integer(Thousandths(face.Box.Right)).Blank().Integer(Thousandths(face.Box.Top))
            .Raw("]/Ascent "u8).Integer(Thousandths(face.Ascent)).Raw("/Descent "u8).Integer(Thousandths(face.Descent))
            .Raw("/CapHeight "u8).Integer(Thousandths(face.CapHeight)).Raw("/StemV "u8).Integer(face.Weight > 500 ? 140 : 80)
            .Raw("/FontFile2 "u8).Reference(file).Raw(">>"u8);
        objects.End();

        var sink = objects.Begin(descendant).Raw("<</Type/Font/Subtype/CIDFontType2/BaseFont"u8).Name(name)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/W[1["u8);
        for (var i = 1; i < shown; i++)
        {
            sink.Integer(Thousandths(face.Advance(subset.Glyphs[i]))).Blank();
        }

        sink.Raw("]]/FontDescriptor "u8).Reference(descriptor).Raw(">>"u8);
        objects.End();

        objects.Begin(subset.ObjectId).Raw("<</Type/Font/Subtype/Type0/BaseFont"u8).Name(name)
            .Raw("/Encoding/Identity-H/DescendantFonts["u8).Reference(descendant).Raw("]/ToUnicode "u8).Reference(toUnicode).Raw(">>"u8);
        objects.End();
    }

    private static void WriteFile(PdfObjects objects, int id, GlyphSubset subset, ByteSink trueType)
    {
        var entries = Encoding.ASCII.GetBytes(FormattableString.Invariant($"/Length1 {trueType.Count}"));
        if (!objects.IsFast)
        {
            objects.Stream(id, entries, trueType.Span);
            return;
        }

        TrueTypeWriter.Deflate(subset, trueType.Span, objects.BeginDeflated(id, entries));
        objects.EndDeflated();
    }

    private static void WriteMap(PdfObjects objects, int id, ReadOnlySpan<byte> toUnicode)
    {
        if (!objects.IsFast)
        {
            objects.Stream(id, default, toUnicode);
            return;
        }

        var stream = new LiteralStream(MapCode.Value, objects.BeginDeflated(id, default));
        stream.Add(toUnicode);
        stream.Finish();
        objects.EndDeflated();
    }

    /// <summary>Six letters that follow from the glyphs, as the standard asks for subsets.</summary>
    private static string Prefix(GlyphSubset subset)
    {
        var hash = 2166136261u;
        foreach (var glyph in subset.Glyphs)
        {
            hash = (hash ^ glyph) * 16777619;
        }

        return string.Create(7, hash, static (letters, value) =>
        {
            for (var i = 0; i < 6; i++)
            {
                letters[i] = (char)('A' + value % 26);
                value /= 26;
            }

            letters[6] = '+';
        });
    }

    private static ReadOnlySpan<byte> ToUnicode(GlyphSubset subset, int shown)
    {
        var sink = map ??= new ByteSink();
        sink.Clear();
        sink.Raw("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"u8);
        for (var from = 1; from < shown; from += MappingsPerBlock)
        {
            var to = Math.Min(shown, from + MappingsPerBlock);
            sink.Integer(to - from).Raw(" beginbfchar\n"u8);
            for (var number = from; number < to; number++)
            {
                sink.Byte((byte)'<').Hex16(number).Raw("><"u8);
                foreach (var c in subset.TextOf(number) ?? "\uFFFD")
                {
                    sink.Hex16(c);
                }

                sink.Raw(">\n"u8);
            }

            sink.Raw("endbfchar\n"u8);
        }

        return sink.Raw("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"u8).Span;
    }
}
