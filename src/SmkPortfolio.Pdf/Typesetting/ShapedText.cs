namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>A glyph as placed; measures in font units, <paramref name="Cluster"/> is the first character it stands for.</summary>
internal readonly record struct Glyph(ushort Id, short Advance, short OffsetX, short OffsetY, int Cluster);

/// <summary>Characters of one face, one span and one script.</summary>
/// <param name="IsHeavy">A line around the letters stands in for a bold face.</param>
internal readonly record struct Segment(int Start, int End, int Face, int Span, Script Script, bool IsHeavy);

/// <summary>A paragraph after shaping: measured once, broken and drawn from here.</summary>
/// <param name="Text">The cleaned characters.</param>
/// <param name="Segments">In order, without gaps; line ends belong to none.</param>
/// <param name="Glyphs">All glyphs in order.</param>
/// <param name="FirstGlyph">For each character the first glyph at or after it; one more at the end.</param>
/// <param name="Position">For each character its distance from the start in em; one more at the end.</param>
internal sealed record ShapedText(string Text, IReadOnlyList<Segment> Segments, Glyph[] Glyphs, int[] FirstGlyph, float[] Position)
{
    /// <summary>Places where a justified line may be stretched, among characters from the first up to but without the last: after blanks, kana and kanji.</summary>
    public int StretchesIn(int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
        {
            count += StretchesAfter(Text, i) && StartsCluster(i) ? 1 : 0;
        }

        return count;
    }

    public static bool StretchesAfter(string text, int character) => text[character] == ' ' || Scripts.Of(Scripts.CodePointAt(text, character)) == Script.Japanese;

    /// <summary>True where a new cluster begins, so that a line may be cut there.</summary>
    public bool StartsCluster(int character) =>
        character >= Text.Length || FirstGlyph[character] < Glyphs.Length && Glyphs[FirstGlyph[character]].Cluster == character || Text[character] == '\n';
}
