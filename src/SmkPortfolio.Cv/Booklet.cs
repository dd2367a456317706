using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>Portfolio booklet: the works with their pictures, each on whose word it stands.</summary>
public static class Booklet
{
    public static CvFormat Format { get; } = new()
    {
        Name = "booklet",
        Template = "booklet/1",
        Languages = ["id", "en", "ja", "ko", "de"],
        Allowed = CvFields.Photo | CvFields.Contact | CvFields.Link,
        HasPictures = true,
        MostPages = 20,
        Render = Render,
        Asks = WesternAsks.Booklet,
    };

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, a line is of no known kind or word, or a picture cannot be embedded.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        KnownLanguage.Demand(Format, options);
        return BookletPaper.Fitting(content, options);
    }
}
