using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Layout;

/// <summary>A text on its way over pages: what is left of it, and the elements that all its parts share.</summary>
internal sealed record TextFlow(Text Source, BrokenText Broken, int From, float LaidFor, ElementSlot Element, ElementSlot?[] SpanElements, ElementSlot?[] SegmentElements) : Block
{
    private const int FewestLines = 2;
    private const float BaselineShare = 0.88f;
    private const float LargestStretch = 0.6f;
    private const float LargestStretchOfKanji = 0.25f;

    public static TextFlow Start(LayoutContext context, Text source, float width)
    {
        var broken = context.Break(source, width);
        var element = new ElementSlot(TypeOf(source.Role)) { Language = source.Language };
        if (source.Role is TextRole.Heading1 or TextRole.Heading2 or TextRole.Heading3)
        {
            element = element with { OutlineTitle = broken.Shaped.Text.Replace('\n', ' '), OutlineLevel = (int)source.Role };
        }

        return new TextFlow(source, broken, 0, width, element, [.. source.Spans.Select(SlotOf)], Foreign(source, broken.Shaped, source.Language ?? context.Language));
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
            var fewest = context.MustDivide ? 1 : FewestLines;
            count = left - count < fewest ? left - fewest : count;
            if (count < fewest)
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
            fragment.Add(new DrawLine(flow, line, x, i * style.LineHeight + baseline, Source.Align == TextAlign.Justify ? flow.Stretch(line, free / style.Size) : 0));
        }

        return fragment;
    }

    /// <summary>What is added at each place of a justified line, in em; nothing where the gaps would be seen as blanks.</summary>
    private float Stretch(Line line, float free)
    {
        var shaped = Broken.Shaped;
        if (line.End >= shaped.Text.Length || shaped.Text[line.End] == '\n')
        {
            return 0;
        }

        var last = line.End - 1;
        while (last > line.Start && (shaped.Text[last] == ' ' || !shaped.StartsCluster(last)))
        {
            last--;
        }

        var places = shaped.StretchesIn(line.Start, last);
        var blanks = shaped.Text.AsSpan(line.Start, last - line.Start).Count(' ');
        var stretch = free / Math.Max(1, places);
        return stretch <= (places == blanks ? LargestStretch : LargestStretchOfKanji) ? stretch : 0;
    }

    /// <summary>Elements for runs of another language than the text around them, where the span does not say it itself.</summary>
    private static ElementSlot?[] Foreign(Text source, ShapedText shaped, string language)
    {
        ElementSlot?[] slots = [];
        for (var i = 0; i < shaped.Segments.Count; i++)
        {
            var segment = shaped.Segments[i];
            if (segment.Script != Script.Other && source.Spans[segment.Span].Language is null
                && Scripts.TagFor(segment.Script, shaped.Text.AsSpan(segment.Start, segment.End - segment.Start), language) is { } tag)
            {
                slots = slots.Length == 0 ? new ElementSlot?[shaped.Segments.Count] : slots;
                slots[i] = new ElementSlot("Span") { Language = tag };
            }
        }

        return slots;
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
