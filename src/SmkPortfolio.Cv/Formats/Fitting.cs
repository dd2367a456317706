using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Sets a paper as roomy as its readers' patience allows.</summary>
internal static class Fitting
{
    /// <summary>From roomy to as tight as can still be read on paper.</summary>
    public static readonly IReadOnlyList<Dress> Dresses =
        [
            Dress.Usual with { Gap = 13, UnderHeading = 6, LineGap = 9 }, Dress.Usual.Scaled(0.95f, 0.68f), Dress.Usual.Scaled(0.9f, 0.5f), Dress.Usual.Scaled(0.86f, 0.36f),
            Dress.Usual.Scaled(0.9f, 0.5f) with { Breaks = true }, Dress.Usual.Scaled(0.86f, 0.36f) with { Breaks = true },
        ];

    /// <summary>
    /// The roomiest dress that needs no more pages. Where none is tight enough, the roomiest that needs as few as any: no word is dropped,
    /// and letters are small only where that saves a page.
    /// </summary>
    public static PdfDocument Within<T>(int pages, IReadOnlyList<T> dresses, Func<T, PdfDocument> render)
    {
        var tried = new List<(PdfDocument Document, int Pages)>();
        foreach (var dress in dresses)
        {
            var document = render(dress);
            var count = PdfWriter.CountPages(document);
            if (count <= pages)
            {
                return document;
            }

            tried.Add((document, count));
        }

        return tried.MinBy(t => t.Pages).Document;
    }
}
