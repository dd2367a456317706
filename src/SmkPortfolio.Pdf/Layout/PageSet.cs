using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf.Layout;

/// <summary>A document laid out: its pages with what stands in their margins.</summary>
internal sealed class PageSet
{
    private const float MarginRoom = 200;
    private readonly LayoutContext context;
    private readonly IReadOnlyList<Fragment> contents;
    private readonly List<List<(float Top, Fragment Fragment)>> margins = [];
    private readonly DrawWatermark? watermark;

    private PageSet(PdfDocument document)
    {
        var frame = document.Page;
        Document = document;
        context = ContextFor(document);
        contents = Pager.Divide(context, document.Content, WidthOf(frame), context.PageHeight);
        foreach (var number in Enumerable.Range(1, contents.Count))
        {
            margins.Add(Margins(new PageNumber(number, contents.Count)));
        }

        watermark = document.Watermark is { Length: > 0 } words ? DrawWatermark.Over(context, words, frame) : null;
    }

    public PdfDocument Document { get; }

    public int Count => contents.Count;

    public IReadOnlyList<MissingGlyph> Missing => context.Missing;

    public static PageSet Of(PdfDocument document) => new(document);

    public static int CountOf(PdfDocument document)
    {
        var context = ContextFor(document);
        return Pager.Divide(context, document.Content, WidthOf(document.Page), context.PageHeight).Count;
    }

    /// <param name="root">The element that everything belongs to, or null where nothing is read.</param>
    public void Paint(int index, PagePainter painter, StructureElement? root)
    {
        var frame = Document.Page;
        contents[index].Paint(painter, frame.Left, frame.Top, root);
        foreach (var (top, margin) in margins[index])
        {
            margin.Paint(painter, frame.Left, top, parent: null);
        }

        watermark?.Paint(painter, 0, 0, null, isOwn: false);
    }

    private static LayoutContext ContextFor(PdfDocument document) => new(document.Page.Height - document.Page.Top - document.Page.Bottom, document.Language);

    private static float WidthOf(PageFrame frame) => frame.Width - frame.Left - frame.Right;

    /// <summary>Header and footer of a page, each with its distance from the top of the paper.</summary>
    private List<(float Top, Fragment Fragment)> Margins(PageNumber page)
    {
        var frame = Document.Page;
        var placed = new List<(float, Fragment)>(2);
        foreach (var (top, block) in new[] { (frame.HeaderAt, Document.Header), (frame.Height - frame.FooterAt, Document.Footer) })
        {
            if (block?.Invoke(page).Lay(context, WidthOf(frame), MarginRoom, out _) is { } fragment)
            {
                placed.Add((top, fragment));
            }
        }

        return placed;
    }
}
