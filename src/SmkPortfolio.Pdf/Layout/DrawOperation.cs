using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf.Layout;

/// <summary>One thing to be painted, relative to its fragment.</summary>
internal abstract record DrawOperation
{
    /// <param name="painter">The page.</param>
    /// <param name="x">Left of the fragment on the page.</param>
    /// <param name="y">Top of the fragment on the page.</param>
    /// <param name="element">The element around, or null within decoration.</param>
    /// <param name="isOwn">The element was made for this fragment: what is drawn is its content, not its ornament.</param>
    public abstract void Paint(PagePainter painter, float x, float y, StructureElement? element, bool isOwn);
}

internal sealed record DrawRectangle(float Left, float Top, float Width, float Height, Color Color) : DrawOperation
{
    public override void Paint(PagePainter painter, float x, float y, StructureElement? element, bool isOwn) => painter.Rectangle(x + Left, y + Top, Width, Height, Color);
}

/// <summary>A dashed or dotted line along the middle of a narrow rectangle.</summary>
internal sealed record DrawDashes(float Left, float Top, float Width, float Height, Edge Edge) : DrawOperation
{
    public override void Paint(PagePainter painter, float x, float y, StructureElement? element, bool isOwn)
    {
        var isFlat = Width >= Height;
        var (fromX, fromY) = isFlat ? (x + Left, y + Top + Height / 2) : (x + Left + Width / 2, y + Top);
        painter.Dashes(fromX, fromY, isFlat ? fromX + Width : fromX, isFlat ? fromY : fromY + Height, Edge);
    }
}

internal sealed record DrawImage(Image Picture) : DrawOperation
{
    public override void Paint(PagePainter painter, float x, float y, StructureElement? element, bool isOwn) => painter.Image(Picture, x, y, element);
}

internal sealed record DrawBitmap(Bitmap Picture) : DrawOperation
{
    public override void Paint(PagePainter painter, float x, float y, StructureElement? element, bool isOwn) => painter.Bitmap(Picture, x, y, element);
}

internal sealed record DrawShapes(Drawing Drawing) : DrawOperation
{
    public override void Paint(PagePainter painter, float x, float y, StructureElement? element, bool isOwn) => painter.Shapes(Drawing, x, y, isOwn ? element : null);
}
