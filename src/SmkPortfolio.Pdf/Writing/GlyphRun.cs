using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Characters to be set, and what is added in em at each place where a justified line is stretched.</summary>
internal readonly record struct GlyphStretch(ShapedText Shaped, int From, int To, float Gap);

/// <summary>Writes glyphs with their kerning, and says in numbers which text each stands for.</summary>
internal ref struct GlyphRun(ByteSink sink, GlyphSubset subset, float size)
{
    private readonly float scale = 1000f / subset.Font.UnitsPerEm;
    private bool isOpen;
    private short rise;

    public void Write(GlyphStretch stretch)
    {
        var (shaped, from, to, gap) = stretch;
        var end = shaped.FirstGlyph[to];
        sink.Byte((byte)'[');
        for (var at = shaped.FirstGlyph[from]; at < end;)
        {
            var next = at + 1;
            while (next < end && shaped.Glyphs[next].Cluster == shaped.Glyphs[at].Cluster)
            {
                next++;
            }

            var start = shaped.Glyphs[at].Cluster;
            var stop = Math.Min(to, next < shaped.Glyphs.Length ? shaped.Glyphs[next].Cluster : shaped.Text.Length);
            WriteCluster(shaped.Glyphs.AsSpan(at, next - at), shaped.Text.AsSpan(start, stop - start));
            if (gap != 0 && ShapedText.StretchesAfter(shaped.Text, start))
            {
                CloseString();
                sink.Number(-1000 * gap).Blank();
            }

            at = next;
        }

        CloseString();
        sink.Raw("]TJ\n"u8);
        if (rise != 0)
        {
            sink.Raw("0 Ts\n"u8);
        }
    }

    private void WriteCluster(ReadOnlySpan<Glyph> glyphs, ReadOnlySpan<char> text)
    {
        if (glyphs.Length == 1 || glyphs.Length == text.Length)
        {
            for (var i = 0; i < glyphs.Length; i++)
            {
                WriteGlyph(glyphs[i], glyphs.Length == 1 ? text : text.Slice(i, 1));
            }

            return;
        }

        // Several glyphs that are one text together: the text is said once, around them.
        CloseString();
        sink.Raw("]TJ\n/Span<</ActualText"u8).Text(text.ToString()).Raw(">>BDC\n["u8);
        for (var i = 0; i < glyphs.Length; i++)
        {
            // Readers that do not know ActualText find the text at the first glyph and nothing visible at the others.
            WriteGlyph(glyphs[i], i == 0 ? text : "\u200B");
        }

        CloseString();
        sink.Raw("]TJ\nEMC\n["u8);
    }

    private void WriteGlyph(Glyph glyph, ReadOnlySpan<char> text)
    {
        if (glyph.OffsetY != rise)
        {
            CloseString();
            sink.Raw("]TJ "u8).Number(glyph.OffsetY * scale / 1000 * size).Raw(" Ts["u8);
            rise = glyph.OffsetY;
        }

        if (glyph.OffsetX != 0)
        {
            CloseString();
            sink.Number(-glyph.OffsetX * scale).Blank();
        }

        if (!isOpen)
        {
            sink.Byte((byte)'(');
            isOpen = true;
        }

        var number = subset.Number(glyph.Id, text);
        sink.Literal((byte)(number >> 8)).Literal((byte)number);
        var correction = subset.Font.Advance(glyph.Id) - glyph.Advance + glyph.OffsetX;
        if (correction != 0)
        {
            CloseString();
            sink.Number(correction * scale).Blank();
        }
    }

    private void CloseString()
    {
        if (isOpen)
        {
            sink.Byte((byte)')');
            isOpen = false;
        }
    }
}
