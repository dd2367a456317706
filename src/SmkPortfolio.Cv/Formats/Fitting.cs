using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv.Formats;

/// <summary>Sets a paper as roomy as its readers' patience allows.</summary>
internal static class Fitting
{
    /// <summary>From roomy to as tight as can still be read on paper.</summary>
    public static readonly IReadOnlyList<Dress> Dresses =
        [Dress.Usual with { Gap = 13, UnderHeading = 6, LineGap = 9 }, Dress.Usual.Scaled(0.95f, 0.68f), Dress.Usual.Scaled(0.9f, 0.5f), Dress.Usual.Scaled(0.86f, 0.36f)];

    /// <summary>The first dress that needs no more pages; the tightest where none does, for no word is dropped.</summary>
    public static PdfDocument Within(int pages, IReadOnlyList<Dress> dresses, Func<Dress, PdfDocument> render)
    {
        foreach (var dress in dresses.SkipLast(1))
        {
            var document = render(dress);
            if (PdfWriter.CountPages(document) <= pages)
            {
                return document;
            }
        }

        return render(dresses[^1]);
    }
}
