using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf;

/// <summary>The next block begins a new page. It stands in a <see cref="Column"/> of the content; at the top of a page it does nothing.</summary>
public sealed record PageBreak : Block
{
    private const float Tolerance = 0.01f;

    internal override Fragment? Lay(LayoutContext context, float width, float room, out Block? rest)
    {
        var isTop = context.MustDivide || room >= context.PageHeight - Tolerance;
        rest = isTop ? null : this;
        return isTop ? new Fragment(0) : null;
    }
}
