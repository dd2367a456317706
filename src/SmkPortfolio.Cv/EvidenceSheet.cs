using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>Work papers of a school and its partners, as they lie in a portfolio as evidence.</summary>
public static class EvidenceSheet
{
    /// <summary>Makes the document; the same content gives the same document.</summary>
    public static PdfDocument Render(EvidenceSheetContent content) => new EvidencePaper(content).Render();
}
