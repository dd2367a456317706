using System.Text;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>Turns spans into shaped text: a face for each character, then shaping word by word.</summary>
internal static class Paragraph
{
    public static ShapedText Shape(IReadOnlyList<Span> spans, TextStyle style, string language, Action<Rune> missing)
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
            AddSegments(segments, text, starts[i], starts[i + 1], i, style with { Bold = spans[i].Bold ?? style.Bold }, spans[i].Language ?? language, missing);
        }

        return Place(text, segments);
    }

    private static void AddSegments(List<Segment> segments, string text, int start, int end, int span, TextStyle style, string language, Action<Rune> missing)
    {
        var current = new Segment(start, start, -1, span, Script.Other, false);
        for (var i = start; i < end;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var next = rune.Value == '\n' ? current with { Face = -1, Script = Script.Other }
                : Follows(rune, current) ? current
                : Choose(rune, current, i + length < end ? Scripts.Of(Scripts.CodePointAt(text, i + length)) : Script.Other, style, language, missing);
            if (next.Face != current.Face || next.Script != current.Script)
            {
                Close(i);
                current = next with { Start = i };
            }

            i += length;
        }

        Close(end);

        void Close(int at)
        {
            if (current.Face >= 0 && current.Start < at)
            {
                segments.Add(current with { End = at });
            }
        }
    }

    /// <summary>Blanks, marks and selectors stay with what stands before them.</summary>
    private static bool Follows(Rune rune, Segment current) =>
        current.Face >= 0 && (Scripts.IsSelector(rune.Value) || (rune.Value == ' ' || rune.Value >= 0x300 && Scripts.IsMark(rune)) && FontSet.Get(current.Face).Glyph(rune.Value) != 0);

    private static Segment Choose(Rune rune, Segment current, Script following, TextStyle style, string language, Action<Rune> missing)
    {
        var script = Scripts.Of(rune.Value);
        if (script == Script.Other && Scripts.IsAmbiguous(rune.Value))
        {
            script = current.Script == Script.Japanese || following == Script.Japanese || !Scripts.FollowsNeighbours(rune.Value) && IsLanguage("ja") ? Script.Japanese : script;
        }
        else if (script == Script.Japanese && Scripts.IsSharedPunctuation(rune.Value) && (current.Script == Script.Korean || following == Script.Korean || IsLanguage("ko")))
        {
            script = Script.Korean;
        }

        var face = FontSet.Choose(rune.Value, script, style.Typeface, style.Bold);
        if (face < 0)
        {
            missing(rune);
            (face, script) = (style.Bold ? FontSet.Bold : FontSet.Regular, Script.Other);
        }

        return current with { Face = face, Script = script, IsHeavy = FontSet.IsMadeHeavy(face, style.Bold) };

        bool IsLanguage(string tag) => language.StartsWith(tag, StringComparison.OrdinalIgnoreCase);
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
            if (segment.Script != Script.Other)
            {
                AddDirectly(segment, font, scale);
                continue;
            }

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

        // Kana, kanji and syllables need no shaping: a glyph and its width each.
        void AddDirectly(Segment segment, FontFile font, float scale)
        {
            var cluster = segment.Start;
            for (var at = segment.Start; at < segment.End;)
            {
                var c = Scripts.CodePointAt(text, at);
                var next = at + (c > char.MaxValue ? 2 : 1);
                var selector = next + 1 < segment.End && char.IsHighSurrogate(text[next]) ? Scripts.CodePointAt(text, next) : 0;
                var hasSelector = Scripts.IsSelector(selector);
                // A mark that could not be composed belongs to the character before it.
                cluster = c is 0x3099 or 0x309A && at > segment.Start ? cluster : at;
                var glyph = hasSelector ? font.Variant(c, selector) : font.Glyph(c);
                Add(new Glyph(glyph, (short)font.Advance(glyph), 0, 0, cluster), scale);
                at = hasSelector ? next + 2 : next;
            }
        }

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
