using System.Text;
using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Layout;

/// <summary>What one layout run knows: the page, the texts that are already broken, the characters that no font has.</summary>
internal sealed class LayoutContext(float pageHeight, string language)
{
    private const int MaxMissing = 100;
    private readonly Dictionary<Text, (float Width, string Language, BrokenText Lines)> broken = new(ReferenceEqualityComparer.Instance);
    private readonly List<MissingGlyph> missing = [];

    public float PageHeight { get; } = pageHeight;

    /// <summary>The language around what is laid out.</summary>
    public string Language { get; set; } = language;

    /// <summary>An empty page is not enough for what is laid out: rows and short paragraphs no longer stay whole.</summary>
    public bool MustDivide { get; set; }

    /// <summary>Below 1 while something is laid out that has to become smaller to fit.</summary>
    public float TextScale { get; set; } = 1;

    public IReadOnlyList<MissingGlyph> Missing => missing;

    public BrokenText Break(Text text, float width)
    {
        var textLanguage = text.Language ?? Language;
        var isKnown = broken.TryGetValue(text, out var known) && known.Language == textLanguage;
        if (isKnown && known.Width == width)
        {
            return known.Lines;
        }

        var shaped = isKnown ? known.Lines.Shaped : Paragraph.Shape(text.Spans, text.Style, textLanguage, rune => Report(rune, text.Field));
        var lines = new BrokenText(shaped, LineBreaker.Break(shaped, width / text.Style.Size));
        broken[text] = (width, textLanguage, lines);
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
