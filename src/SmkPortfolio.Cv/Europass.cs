using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>The Europass CV with the order and the language grid that European readers know.</summary>
public static class Europass
{
    public static CvFormat Format { get; } = new()
    {
        Name = "europass",
        Template = "europass/1",
        Languages = ["en", "de", "id"],
        Allowed = CvFields.Photo | CvFields.Birth | CvFields.Gender | CvFields.Nationality | CvFields.Address | CvFields.Contact | CvFields.Link,
        Statements = [CvStatements.Computer, CvStatements.Hobbies],
        Render = Render,
        Asks = WesternAsks.Europass,
    };

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, or a line is of no known kind or word.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        KnownLanguage.Demand(Format, options);
        return EuropassPaper.Fitting(content, options);
    }
}
