namespace SmkPortfolio.Pdf.Layout;

/// <summary>A text on its way over pages: what is left of it, and the elements that all its parts share.</summary>
internal sealed record TextFlow(Text Source, BrokenText Broken, int From, float LaidFor, ElementSlot Element, ElementSlot?[] SpanElements) : Block
{
    private const int FewestLines = 2;
    private const float BaselineShare = 0.88f;

    public static TextFlow Start(LayoutContext context, Text source, float width)
    {
        var broken = context.Break(source, width);
        var element = new ElementSlot(TypeOf(source.Role)) { Language = source.Language };
        if (source.Role is TextRole.Heading1 or TextRole.Heading2 or TextRole.Heading3)
        {
            element = element with { OutlineTitle = broken.Shaped.Text.Replace('\n', ' '), OutlineLevel = (int)source.Role };
        }

        return new TextFlow(source, broken, 0, width, element, [.. source.Spans.Select(SlotOf)]);
    }

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        var style = Source.Style;
        var flow = LaidFor == width ? this : this with { Broken = context.Break(Source, width), LaidFor = width };
        var left = flow.Broken.Lines.Count - From;
        var count = (int)Math.Min(left, Math.Floor(room / style.LineHeight + 0.001f));
        if (count < left)
        {
            // Neither the first nor the last line of a paragraph stands alone on a page.
            count = left - count < FewestLines ? left - FewestLines : count;
            if (count < FewestLines)
            {
                rest = this;
                return null;
            }
        }

        rest = count < left ? flow with { From = From + count } : null;
        var fragment = new Fragment(count * style.LineHeight, Element);
        var baseline = (style.LineHeight - style.Size) / 2 + style.Size * BaselineShare;
        for (var i = 0; i < count; i++)
        {
            var line = flow.Broken.Lines[From + i];
            var free = width - line.Width * style.Size;
            var x = Source.Align switch { TextAlign.End => free, TextAlign.Center => free / 2, _ => 0f };
            fragment.Add(new DrawLine(flow, line, x, i * style.LineHeight + baseline));
        }

        return fragment;
    }

    private static ElementSlot? SlotOf(Span span) =>
        span.Link is not null ? new ElementSlot("Link") { Language = span.Language }
        : span.Language is not null ? new ElementSlot("Span") { Language = span.Language }
        : null;

    private static string TypeOf(TextRole role) => role switch
    {
        TextRole.Paragraph => "P",
        TextRole.Heading1 => "H1",
        TextRole.Heading2 => "H2",
        TextRole.Heading3 => "H3",
        TextRole.Label => "Lbl",
        TextRole.ListBody => "LBody",
        TextRole.Caption => "Caption",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
