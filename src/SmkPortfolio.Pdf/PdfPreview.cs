using SmkPortfolio.Pdf.Layout;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf;

/// <summary>Pages as pictures for the screen: laid out and painted as the paper will be.</summary>
public static class PdfPreview
{
    /// <summary>Each page as an SVG (UTF-8) without scripts and without anything from outside.</summary>
    /// <exception cref="ArgumentException">A picture is not of the kind that can be embedded.</exception>
    public static IReadOnlyList<byte[]> Pages(PdfDocument document) => Pages(document, out _);

    /// <inheritdoc cref="Pages(PdfDocument)"/>
    /// <param name="document">What is to be shown.</param>
    /// <param name="missing">Characters that no font has; they are seen as empty boxes here, and stop the paper itself.</param>
    public static IReadOnlyList<byte[]> Pages(PdfDocument document, out IReadOnlyList<MissingGlyph> missing)
    {
        var pages = PageSet.Of(document);
        missing = pages.Missing;
        var pictures = new List<byte[]>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            var painter = new SvgPagePainter(i, document.Page.Width, document.Page.Height, FormattableString.Invariant($"{document.Title} {i + 1}/{pages.Count}"));
            pages.Paint(i, painter, root: null);
            pictures.Add(painter.Finish());
        }

        return pictures;
    }
}
