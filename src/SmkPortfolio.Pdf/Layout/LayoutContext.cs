using System.Text;
using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Layout;

/// <summary>What one layout run knows: the page, the texts that are already broken, the characters that no font has.</summary>
internal sealed class LayoutContext(float pageHeight)
{
    private const int MaxMissing = 100;
    private readonly Dictionary<Text, (float Width, BrokenText Lines)> broken = new(ReferenceEqualityComparer.Instance);
    private readonly List<MissingGlyph> missing = [];

    public float PageHeight { get; } = pageHeight;

    /// <summary>Below 1 while something is laid out that has to become smaller to fit.</summary>
    public float TextScale { get; set; } = 1;

    public IReadOnlyList<MissingGlyph> Missing => missing;

    public BrokenText Break(Text text, float width)
    {
        if (broken.TryGetValue(text, out var known) && known.Width == width)
        {
            return known.Lines;
        }

        var shaped = Paragraph.Shape(text.Spans, text.Style.Bold, rune => Report(rune, text.Field));
        var lines = new BrokenText(shaped, LineBreaker.Break(shaped, width / text.Style.Size));
        broken[text] = (width, lines);
        return lines;
    }

    private void Report(Rune rune, string field)
    {
        var glyph = FontCoverage.Describe(rune, field);
        if (missing.Count < MaxMissing && !missing.Contains(glyph))
        {
            missing.Add(glyph);
        }
    }
}

internal sealed record BrokenText(ShapedText Shaped, IReadOnlyList<Line> Lines);
