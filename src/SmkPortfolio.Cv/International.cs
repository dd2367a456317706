using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>The international English CV: one column for people and applicant-tracking software alike, two pages at most, on A4 or Letter.</summary>
public static class International
{
    public static CvFormat Format { get; } = new()
    {
        Name = "international",
        Template = "international/1",
        Languages = ["en"],
        Allowed = CvFields.Contact | CvFields.Link,
        Statements = [CvStatements.Computer],
        MostPages = 2,
        Render = Render,
        Asks = WesternAsks.International,
    };

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, or a line is of no known kind or word.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        KnownLanguage.Demand(Format, options);
        return InternationalPaper.Fitting(content, options, Format.MostPages!.Value);
    }
}
