using SmkPortfolio.Pdf.Typesetting;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf.Layout;

/// <summary>One line of a text; links and foreign words are elements of their own within it.</summary>
internal sealed record DrawLine(TextFlow Flow, Line Line, float Left, float Baseline) : DrawOperation
{
    public override void Paint(PagePainter painter, float x, float y, StructureElement? element, bool isOwn)
    {
        var style = Flow.Source.Style;
        var shaped = Flow.Broken.Shaped;
        var origin = shaped.Position[Line.Start];
        foreach (var segment in shaped.Segments)
        {
            var from = Math.Max(segment.Start, Line.Start);
            var to = Math.Min(segment.End, Line.End);
            if (from >= to)
            {
                continue;
            }

            var span = Flow.Source.Spans[segment.Span];
            var left = x + Left + (shaped.Position[from] - origin) * style.Size;
            var target = element is null ? null : Flow.SpanElements[segment.Span]?.Open(painter, element, left, y) ?? element;
            painter.Glyphs(shaped, from, to, segment.Face, style.Size, span.Color ?? style.Color, left, y + Baseline, target);
            if (span.Link is { } link && target is not null)
            {
                var width = (shaped.Position[to] - shaped.Position[from]) * style.Size;
                painter.Link(left, y + Baseline - style.Size, width, style.Size * 1.3f, link, span.LinkDescription ?? link, target);
            }
        }
    }
}
