using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>The German tabellarischer Lebenslauf: two columns, no gaps, place for a photo and a signature.</summary>
public static class Lebenslauf
{
    public static CvFormat Format { get; } = new()
    {
        Name = "lebenslauf",
        Template = "lebenslauf/1",
        Languages = ["de"],
        Allowed = CvFields.Photo | CvFields.Birth | CvFields.Nationality | CvFields.Address | CvFields.Contact | CvFields.Link,
        Statements = [CvStatements.Motivation, CvStatements.Computer, CvStatements.Hobbies],
        // Two pages for the reader, one for the check.
        MostPages = 3,
        Render = Render,
        Asks = WesternAsks.Lebenslauf,
    };

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, or a line is of no known kind or word.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        KnownLanguage.Demand(Format, options);
        return LebenslaufPaper.Fitting(content, options);
    }
}
