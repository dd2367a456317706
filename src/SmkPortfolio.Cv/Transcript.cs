using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>Skills transcript: each competency with the works that prove it, and on whose word they stand.</summary>
public static class Transcript
{
    public static CvFormat Format { get; } = new()
    {
        Name = "transcript",
        Template = "transcript/1",
        Languages = ["id", "en", "ja", "ko", "de"],
        Allowed = CvFields.Birth,
        Render = Render,
        Asks = WesternAsks.Transcript,
    };

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, or a line is of no known kind or word.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        KnownLanguage.Demand(Format, options);
        return new TranscriptPaper(content, options).Render();
    }
}
