using SmkPortfolio.Pdf.Layout;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>A rectangle in PDF's own coordinates.</summary>
internal readonly record struct Area(float Left, float Bottom, float Right, float Top);

/// <summary>What an element holds, in reading order: an element, a mark on a page, or an annotation on a page.</summary>
internal readonly record struct StructureChild(StructureElement? Element, int Page, int Mark, int Annotation);

/// <summary>An element of the logical structure.</summary>
internal sealed class StructureElement(string type)
{
    private readonly List<StructureChild> children = [];

    public string Type { get; } = type;

    public string? Alternative { get; private init; }

    public string? Language { get; private init; }

    public string? Scope { get; private init; }

    public int RowSpan { get; private init; } = 1;

    public int ColumnSpan { get; private init; } = 1;

    public string? Title { get; private init; }

    public Area? Box { get; private init; }

    /// <summary>The page where the element begins; -1 when it holds only elements.</summary>
    public int Page { get; private set; } = -1;

    public int ObjectId { get; set; }

    public IReadOnlyList<StructureChild> Children => children;

    public StructureElement AddElement(ElementSlot slot, Area? box, int page)
    {
        var child = new StructureElement(slot.Type) { Alternative = slot.Alternative, Language = slot.Language, Scope = slot.Scope, RowSpan = slot.RowSpan, ColumnSpan = slot.ColumnSpan, Title = slot.Title, Box = box, Page = box is null ? -1 : page };
        children.Add(new StructureChild(child, -1, -1, 0));
        return child;
    }

    public void AddMark(int page, int mark)
    {
        Page = Page < 0 ? page : Page;
        children.Add(new StructureChild(null, page, mark, 0));
    }

    public void AddAnnotation(int page, int annotation)
    {
        Page = Page < 0 ? page : Page;
        children.Add(new StructureChild(null, page, -1, annotation));
    }
}
