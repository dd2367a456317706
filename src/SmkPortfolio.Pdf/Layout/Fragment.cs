using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf.Layout;

/// <summary>Something laid out, relative to its own top left corner. Elements are made when it is painted, so trials leave no trace.</summary>
internal sealed class Fragment(float height, ElementSlot? element = null)
{
    private readonly List<DrawOperation> operations = [];
    private readonly List<(float X, float Y, Fragment Fragment)> children = [];

    public float Height { get; } = height;

    public void Add(DrawOperation operation) => operations.Add(operation);

    /// <summary>A line that fills a narrow rectangle; nothing for no line.</summary>
    public void AddLine(Edge? edge, float left, float top, float width, float height)
    {
        if (edge is { Thickness: > 0 })
        {
            operations.Add(edge.Kind == EdgeKind.Solid ? new DrawRectangle(left, top, width, height, edge.Color) : new DrawDashes(left, top, width, height, edge));
        }
    }

    public void Add(float x, float y, Fragment fragment) => children.Add((x, y, fragment));

    /// <summary>Paints under a structure element, or as decoration when there is none.</summary>
    public void Paint(PagePainter painter, float x, float y, StructureElement? parent)
    {
        var own = element is null || parent is null ? parent : element.Open(painter, parent, x, y);
        foreach (var operation in operations)
        {
            operation.Paint(painter, x, y, own, element is not null);
        }

        foreach (var (dx, dy, fragment) in children)
        {
            fragment.Paint(painter, x + dx, y + dy, own);
        }
    }
}
