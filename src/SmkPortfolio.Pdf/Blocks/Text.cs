using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>A paragraph or a heading.</summary>
public sealed record Text : Block
{
    public Text(string content, TextStyle style)
        : this([new Span(content)], style)
    {
    }

    public Text(IReadOnlyList<Span> spans, TextStyle style) => (Spans, Style) = (spans, style);

    public IReadOnlyList<Span> Spans { get; }

    public TextStyle Style { get; private init; }

    public TextRole Role { get; init; }

    public TextAlign Align { get; init; }

    /// <summary>A language tag where it differs from the document's.</summary>
    public string? Language { get; init; }

    /// <summary>What the text is, for the message about a character that cannot be set.</summary>
    public string Field { get; init; } = "";

    /// <summary>The next block begins on the same page; always so for headings.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>
    /// The smallest size in points this text may be set in where it stands in a height of its own (<see cref="Fit"/>, or a row of a
    /// <see cref="Grid"/> that does not grow) and does not fit; null keeps its size.
    /// </summary>
    public float? ShrinkTo { get; init; }

    internal override bool KeepsWithNext => KeepWithNext || Role is TextRole.Heading1 or TextRole.Heading2 or TextRole.Heading3;

    internal override Block Aligned(TextAlign align) => Align == TextAlign.Start ? this with { Align = align } : this;

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        if (Spans.All(s => s.Content.Length == 0))
        {
            // No paragraph without words for readers' software.
            rest = null;
            return new Fragment(0);
        }

        var shown = ShrinkTo is { } smallest && context.TextScale < 1 ? this with { Style = Style.Scaled(context.TextScale, smallest) } : this;
        return TextFlow.Start(context, shown, width).Lay(context, width, room, out rest);
    }
}
