using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>
/// 特定技能外国人の履歴書 (参考様式第1-1号): the immigration office's form for specified skilled workers, and a page of confirmations. Of an
/// earlier stay as a technical intern (<see cref="CvPastItem"/> of the kind <c>trainee</c>) the title is the residence status, the
/// organisation the training firm, the detail the supervising body.
/// </summary>
public static class Ssw11
{
    public static CvFormat Format { get; } = new()
    {
        Name = "ssw-1-1",
        Template = "ssw-1-1/1",
        Languages = ["ja"],
        Allowed = CvFields.BirthDate | CvFields.Gender | CvFields.Nationality | CvFields.Address | CvFields.Contact,
        AdultsOnly = true,
        Render = Render,
        Asks = Asks,
    };

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, a line is of no known kind or word, or the holder is a minor.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        KnownLanguage.Demand(Format, options);
        return content.Person.Under18
            ? throw new ArgumentException("This form is for adults only.", nameof(content))
            : new SswPaper(content, options).Render();
    }

    private static IEnumerable<CvMissing> Asks(CvContent content)
    {
        var person = content.Person;
        return Asked.Of(
            (CvMissingCodes.PassportName, true, string.IsNullOrWhiteSpace(person.PassportName)),
            (CvMissingCodes.Gender, true, person.Gender is null),
            (CvMissingCodes.BirthDate, true, person.BirthDate is null),
            (CvMissingCodes.Nationality, true, person.Nationality is null),
            (CvMissingCodes.Languages, true, content.Languages.Count == 0),
            (CvMissingCodes.Address, true, string.IsNullOrWhiteSpace(person.Address)),
            (CvMissingCodes.PostalCode, false, string.IsNullOrWhiteSpace(person.PostalCode)),
            (CvMissingCodes.Phone, false, string.IsNullOrWhiteSpace(person.Phone)),
            (CvMissingCodes.Education, true, content.Education.Count == 0));
    }
}
