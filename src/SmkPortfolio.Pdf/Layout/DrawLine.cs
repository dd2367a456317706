using SmkPortfolio.Pdf.Typesetting;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf.Layout;

/// <summary>One line of a text; links and foreign words are elements of their own within it.</summary>
internal sealed record DrawLine(TextFlow Flow, Line Line, float Left, float Baseline, float Stretch) : DrawOperation
{
    public override void Paint(PagePainter painter, float x, float y, StructureElement? element, bool isOwn)
    {
        var style = Flow.Source.Style;
        var shaped = Flow.Broken.Shaped;
        var origin = shaped.Position[Line.Start];
        var stretched = 0;
        for (var index = 0; index < shaped.Segments.Count; index++)
        {
            var segment = shaped.Segments[index];
            var from = Math.Max(segment.Start, Line.Start);
            var to = Math.Min(segment.End, Line.End);
            if (from >= to)
            {
                continue;
            }

            var span = Flow.Source.Spans[segment.Span];
            var left = x + Left + (shaped.Position[from] - origin + stretched * Stretch) * style.Size;
            var spanTarget = element is null ? null : Flow.SpanElements[segment.Span]?.Open(painter, element, left, y) ?? element;
            var target = spanTarget is null || Flow.SegmentElements.Length == 0 ? spanTarget : Flow.SegmentElements[index]?.Open(painter, spanTarget, left, y) ?? spanTarget;
            painter.Glyphs(new GlyphStretch(shaped, from, to, Stretch), segment, style.Size, span.Color ?? style.Color, left, y + Baseline, target);
            var inSegment = Stretch == 0 ? 0 : shaped.StretchesIn(from, to);
            stretched += inSegment;
            if (span.Link is { } link && target is not null)
            {
                var width = (shaped.Position[to] - shaped.Position[from] + inSegment * Stretch) * style.Size;
                painter.Link(left, y + Baseline - style.Size, width, style.Size * 1.3f, link, span.LinkDescription ?? link, spanTarget!);
            }
        }
    }
}
