using System.Globalization;
using System.Text;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>Turns spans into shaped text: a face for each character, then shaping word by word.</summary>
internal static class Paragraph
{
    public static ShapedText Shape(IReadOnlyList<Span> spans, bool isBold, Action<Rune> missing)
    {
        var pieces = spans.Count == 1 ? null : new StringBuilder();
        var starts = new int[spans.Count + 1];
        var text = "";
        for (var i = 0; i < spans.Count; i++)
        {
            var clean = CleanText.Of(spans[i].Content);
            pieces?.Append(clean);
            text = clean;
            starts[i + 1] = starts[i] + clean.Length;
        }

        text = pieces?.ToString() ?? text;
        var segments = new List<Segment>(4);
        for (var i = 0; i < spans.Count; i++)
        {
            AddSegments(segments, text, starts[i], starts[i + 1], i, spans[i].Bold ?? isBold, missing);
        }

        return Place(text, segments);
    }

    private static void AddSegments(List<Segment> segments, string text, int start, int end, int span, bool isBold, Action<Rune> missing)
    {
        var face = -1;
        var from = start;
        for (var i = start; i < end;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var isEnd = rune.Value == '\n';
            var chosen = isEnd ? -1 : Choose(rune, face, isBold, missing);
            if (chosen != face && face >= 0)
            {
                segments.Add(new Segment(from, i, face, span));
            }

            if (chosen != face)
            {
                (from, face) = (i, chosen);
            }

            i += length;
        }

        if (face >= 0 && from < end)
        {
            segments.Add(new Segment(from, end, face, span));
        }
    }

    private static int Choose(Rune rune, int current, bool isBold, Action<Rune> missing)
    {
        // Blanks and marks stay with what stands before them.
        var follows = rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
        if (current >= 0 && follows && FontSet.Get(current).Glyph(rune.Value) != 0)
        {
            return current;
        }

        var face = FontSet.Choose(rune.Value, isBold);
        if (face < 0)
        {
            missing(rune);
        }

        return face >= 0 ? face : isBold ? FontSet.Bold : FontSet.Regular;
    }

    private static ShapedText Place(string text, List<Segment> segments)
    {
        var shaper = WordShaper.ForThread;
        var glyphs = shaper.Glyphs;
        glyphs.Clear();
        var first = new int[text.Length + 1];
        var position = new float[text.Length + 1];
        var filled = 0;
        var x = 0f;
        foreach (var segment in segments)
        {
            var font = FontSet.Get(segment.Face);
            var scale = 1f / font.UnitsPerEm;
            var blank = font.Glyph(' ');
            for (var at = segment.Start; at < segment.End;)
            {
                var length = text.AsSpan(at, segment.End - at).IndexOf(' ');
                if (length == 0)
                {
                    Add(new Glyph(blank, (short)font.Advance(blank), 0, 0, at), scale);
                    at++;
                    continue;
                }

                length = length < 0 ? segment.End - at : length;
                foreach (var glyph in shaper.Shape(segment.Face, text.AsSpan(at, length)))
                {
                    Add(glyph with { Cluster = at + glyph.Cluster }, scale);
                }

                at += length;
            }
        }

        for (; filled <= text.Length; filled++)
        {
            (first[filled], position[filled]) = (glyphs.Count, x);
        }

        return new ShapedText(text, segments, [.. glyphs], first, position);

        void Add(Glyph glyph, float scale)
        {
            for (; filled <= glyph.Cluster; filled++)
            {
                (first[filled], position[filled]) = (glyphs.Count, x);
            }

            glyphs.Add(glyph);
            x += glyph.Advance * scale;
        }
    }
}
