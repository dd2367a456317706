using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>Daftar Riwayat Hidup: the Indonesian curriculum vitae on A4, with Indonesian or English labels.</summary>
public static class Drh
{
    public static CvFormat Format { get; } = new()
    {
        Name = "drh",
        Template = "drh/1",
        Languages = ["id", "en"],
        Allowed = CvFields.Photo | CvFields.Birth | CvFields.Gender | CvFields.Nationality | CvFields.Address | CvFields.Contact | CvFields.Link,
        Render = Render,
        Asks = WesternAsks.Drh,
    };

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, or a line is of no known kind or word.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        return DrhPaper.Fitting(content, options);
    }
}
