using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>職務経歴書: what was done in internships, in the school's own production and in projects, on one or two pages of A4.</summary>
public static class ShokumuKeirekisho
{
    public static CvFormat Format { get; } = new()
    {
        Name = "shokumu-keirekisho",
        Template = "shokumu-keirekisho/1",
        Languages = ["ja"],
        Allowed = CvFields.Link,
        Statements = [CvStatements.SelfPromotion, CvStatements.Strengths],
        MostPages = 2,
        Render = Render,
        Asks = Asks,
    };

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, or a line is of no known kind or word.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        KnownLanguage.Demand(Format, options);
        return ShokumuPaper.Fitting(content, options, Format.MostPages!.Value);
    }

    private static IEnumerable<CvMissing> Asks(CvContent content) => Asked.Of(
        (CvMissingCodes.LocalName, false, content.Person.LocalName is null),
        (CvMissingCodes.Summary, true, string.IsNullOrWhiteSpace(content.Person.Summary)),
        (CvMissingCodes.Entries, true, content.Entries.Count == 0),
        (CvMissingCodes.Skills, false, content.Skills.Count == 0),
        (CvMissingCodes.Statement(CvStatements.SelfPromotion), true, Asked.HasNo(content, CvStatements.SelfPromotion)),
        (CvMissingCodes.Statement(CvStatements.Strengths), false, Asked.HasNo(content, CvStatements.Strengths)));
}
