using System.IO.Compression;
using SmkPortfolio.Pdf.Layout;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.Pdf;

/// <summary>Writes documents as PDF 1.7 with the marks of PDF/A-3a and PDF/UA-1, in one pass, sealed or not.</summary>
public static class PdfWriter
{
    private const int IdBytes = 16;
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
    public static byte[] Write(PdfDocument document, PdfSeal? seal, CompressionLevel level = CompressionLevel.Optimal) =>
        Write([document], BoundFile.Of(document), isBound: false, seal, level);

    /// <summary>
    /// Binds several documents into one file, for a printer: each keeps its paper, header, footer and its own page numbers, is a part of the
    /// structure in its own language, and has a bookmark with its title. Fonts and pictures are shared. The documents' own attachments stay out.
    /// </summary>
    /// <param name="documents">At least one; each is made when its turn comes, and laid out one after the other.</param>
    /// <param name="file">What the file says of itself.</param>
    /// <param name="seal">The seal to be put on the file, or null.</param>
    /// <param name="level">Fastest for batches, Optimal for single files.</param>
    /// <exception cref="MissingGlyphException">A character cannot be set.</exception>
    /// <exception cref="ArgumentException">There is no document, or a picture or an attachment is not of the kind that can be embedded.</exception>
    public static byte[] WriteBound(IEnumerable<PdfDocument> documents, BoundFile file, PdfSeal? seal = null, CompressionLevel level = CompressionLevel.Fastest) =>
        Write(documents, file, isBound: true, seal, level);

    /// <summary>How many pages the document has.</summary>
    public static int CountPages(PdfDocument document) => PageSet.CountOf(document);

    private static byte[] Write(IEnumerable<PdfDocument> documents, BoundFile file, bool isBound, PdfSeal? seal, CompressionLevel level)
    {
        if (file.Id.Length != IdBytes)
        {
            throw new ArgumentException("The document's id must have 16 bytes.", nameof(documents));
        }

        var objects = pooled ??= new PdfObjects();
        objects.Start(level);
        var builder = new FileBuilder(objects, file, seal);
        foreach (var document in documents)
        {
            var pages = PageSet.Of(document);
            if (pages.Missing.Count > 0)
            {
                throw new MissingGlyphException(pages.Missing);
            }

            builder.Add(pages, isBound);
        }

        builder.Finish();
        return objects.File.Span.ToArray();
    }
}
