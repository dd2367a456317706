using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Cv;

/// <summary>이력서 with 자기소개서: the Korean CV and letter of introduction, and a page of confirmations. It has no cell for what Korean firms may not ask for.</summary>
public static class Iryeokseo
{
    public static CvFormat Format { get; } = new()
    {
        Name = "iryeokseo",
        Template = "iryeokseo/1",
        Languages = ["ko"],
        Allowed = CvFields.Photo | CvFields.BirthDate | CvFields.Address | CvFields.Contact | CvFields.Link,
        Statements = [CvStatements.Upbringing, CvStatements.Character, CvStatements.Motivation, CvStatements.Ambition, CvStatements.Computer],
        Render = Render,
        Asks = Asks,
    };

    /// <summary>Makes the document; the same content and options give the same document.</summary>
    /// <exception cref="ArgumentException">There are no labels in that language, or a line is of no known kind or word.</exception>
    public static PdfDocument Render(CvContent content, CvOptions options)
    {
        KnownLines.Demand(content);
        KnownLanguage.Demand(Format, options);
        return new IryeokseoPaper(content, options).Render();
    }

    private static IEnumerable<CvMissing> Asks(CvContent content)
    {
        var person = content.Person;
        return Asked.Of(
            (CvMissingCodes.LocalName, true, string.IsNullOrWhiteSpace(person.LocalName)),
            (CvMissingCodes.PassportName, true, string.IsNullOrWhiteSpace(person.PassportName)),
            (CvMissingCodes.Photo, false, person.Photo is null && person.PhotoSha256 is null),
            (CvMissingCodes.BirthDate, true, person.BirthDate is null),
            (CvMissingCodes.Address, true, string.IsNullOrWhiteSpace(person.Address)),
            (CvMissingCodes.Phone, true, string.IsNullOrWhiteSpace(person.Phone)),
            (CvMissingCodes.Email, false, string.IsNullOrWhiteSpace(person.Email)),
            (CvMissingCodes.Education, true, content.Education.Count == 0),
            (CvMissingCodes.Graduation, false, Schooling.Of(content) is [.., { HasLeft: false, Until: null, Last.ExpectedOn: null }]),
            (CvMissingCodes.Languages, false, content.Languages.Count == 0),
            (CvMissingCodes.Statement(CvStatements.Upbringing), true, Asked.HasNo(content, CvStatements.Upbringing)),
            (CvMissingCodes.Statement(CvStatements.Character), true, Asked.HasNo(content, CvStatements.Character)),
            (CvMissingCodes.Statement(CvStatements.Motivation), true, Asked.HasNo(content, CvStatements.Motivation)),
            (CvMissingCodes.Statement(CvStatements.Ambition), true, Asked.HasNo(content, CvStatements.Ambition)),
            (CvMissingCodes.Statement(CvStatements.Computer), false, Asked.HasNo(content, CvStatements.Computer)));
    }
}
