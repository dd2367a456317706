using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>履歴書: the Japanese CV in the sample form of the Ministry of Health, Labour and Welfare of 2021, two pages of A4 and a page of confirmations.</summary>
public static class Rirekisho
{
    public static CvFormat Format { get; } = new()
    {
        Name = "rirekisho",
        Template = "rirekisho/mhlw-2021/1",
        Languages = ["ja"],
        Allowed = CvFields.Photo | CvFields.BirthDate | CvFields.Gender | CvFields.Address | CvFields.Contact,
        Statements = [CvStatements.Motivation, CvStatements.SelfPromotion, CvStatements.Wishes],
        Render = Render,
        Asks = Asks,
    };

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, or a line is of no known kind or word.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        KnownLanguage.Demand(Format, options);
        return new RirekishoPaper(content, options).Render();
    }

    private static IEnumerable<CvMissing> Asks(CvContent content)
    {
        var person = content.Person;
        var schools = Schooling.Of(content);
        return Asked.Of(
            (CvMissingCodes.LocalName, false, person.LocalName is null),
            (CvMissingCodes.PassportName, false, person.LocalName is null && person.PassportName is null),
            (CvMissingCodes.NameReading, true, JapaneseNames.Of(person).Reading is null),
            (CvMissingCodes.Photo, false, person.Photo is null && person.PhotoSha256 is null),
            (CvMissingCodes.BirthDate, true, person.BirthDate is null),
            (CvMissingCodes.Address, true, string.IsNullOrWhiteSpace(person.Address)),
            (CvMissingCodes.AddressReading, false, string.IsNullOrWhiteSpace(person.AddressReading)),
            (CvMissingCodes.PostalCode, false, string.IsNullOrWhiteSpace(person.PostalCode)),
            (CvMissingCodes.Phone, true, string.IsNullOrWhiteSpace(person.Phone)),
            (CvMissingCodes.Email, false, string.IsNullOrWhiteSpace(person.Email)),
            (CvMissingCodes.Education, true, schools.Count == 0),
            (CvMissingCodes.PreviousSchool, false, schools.Count == 1),
            (CvMissingCodes.Graduation, true, schools is [.., { HasLeft: false, Until: null, Last.ExpectedOn: null }]),
            (CvMissingCodes.Skills, false, content.Skills.Count == 0),
            (CvMissingCodes.Statement(CvStatements.Motivation), true, Asked.HasNo(content, CvStatements.Motivation)));
    }
}
