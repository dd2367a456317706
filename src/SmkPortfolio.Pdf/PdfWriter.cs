using System.IO.Compression;
using SmkPortfolio.Pdf.Layout;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf;

/// <summary>Writes documents as PDF 1.7 with the marks of PDF/A-3a and PDF/UA-1, in one pass, sealed or not.</summary>
public static class PdfWriter
{
    private const int IdBytes = 16;
    private const float MarginRoom = 200;
    [ThreadStatic]
    private static PdfObjects? pooled;

    /// <summary>
    /// Lays the document out and writes it. Without a seal the same document always gives the same bytes.
    /// </summary>
    /// <param name="document">What is to be written.</param>
    /// <param name="seal">The seal to be put on it, or null.</param>
    /// <param name="level">Fastest for batches, Optimal for single files.</param>
    /// <exception cref="MissingGlyphException">A character cannot be set; nothing was written and nothing signed.</exception>
    /// <exception cref="ArgumentException">A picture or an attachment is not of the kind that can be embedded.</exception>
    public static byte[] Write(PdfDocument document, PdfSeal? seal, CompressionLevel level = CompressionLevel.Optimal)
    {
        if (document.Id.Length != IdBytes)
        {
            throw new ArgumentException("The document's id must have 16 bytes.", nameof(document));
        }

        var frame = document.Page;
        var height = frame.Height - frame.Top - frame.Bottom;
        var context = new LayoutContext(height);
        var pages = Pager.Divide(context, document.Content, frame.Width - frame.Left - frame.Right, height);
        var margins = Margins(document, context, pages.Count);
        if (context.Missing.Count > 0)
        {
            throw new MissingGlyphException(context.Missing);
        }

        var objects = pooled ??= new PdfObjects();
        objects.Start(level);
        new FileBuilder(objects, document, seal).Write(pages, margins);
        return objects.File.Span.ToArray();
    }

    /// <summary>How many pages the document has.</summary>
    public static int CountPages(PdfDocument document)
    {
        var frame = document.Page;
        var height = frame.Height - frame.Top - frame.Bottom;
        return Pager.Divide(new LayoutContext(height), document.Content, frame.Width - frame.Left - frame.Right, height).Count;
    }

    /// <summary>Header and footer of each page, each with its distance from the top of the paper.</summary>
    private static List<IReadOnlyList<(float Top, Fragment Fragment)>> Margins(PdfDocument document, LayoutContext context, int count)
    {
        var frame = document.Page;
        var width = frame.Width - frame.Left - frame.Right;
        var pages = new List<IReadOnlyList<(float, Fragment)>>(count);
        for (var number = 1; number <= count; number++)
        {
            var page = new PageNumber(number, count);
            var margins = new List<(float, Fragment)>(2);
            foreach (var (top, block) in new[] { (frame.HeaderAt, document.Header), (frame.Height - frame.FooterAt, document.Footer) })
            {
                if (block?.Invoke(page).Lay(context, width, MarginRoom, out _) is { } fragment)
                {
                    margins.Add((top, fragment));
                }
            }

            pages.Add(margins);
        }

        return pages;
    }
}
