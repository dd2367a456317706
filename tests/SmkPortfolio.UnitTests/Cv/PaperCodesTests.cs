using SmkPortfolio.Credentials;
using SmkPortfolio.Cv;
using SmkPortfolio.Pdf;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

public class PaperCodesTests
{
    private const string Url = "https://portofolio.smk-contoh.example/verify/7K2QX9M4TBC";

    public static TheoryData<string, string> Copies()
    {
        var data = new TheoryData<string, string>();
        foreach (var language in new[] { "id", "en" })
        {
            foreach (var copy in new[] { "printed at 150 dpi", "noisy grey copy at 150 dpi", "photocopied at 300 dpi", "photocopied twice at 300 dpi" }) data.Add(language, copy);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Copies))]
    public void Both_codes_are_read_from_paper(string language, string copy)
    {
        using var folder = new WorkFolder();
        var (pdf, last, statement) = Printed(folder, language);

        var picture = copy switch
        {
            "printed at 150 dpi" => GreyPicture.OfPage(folder, pdf, last, 150),
            "noisy grey copy at 150 dpi" => GreyPicture.OfPage(folder, pdf, last, 150).Noisy(20260512, 25),
            "photocopied at 300 dpi" => GreyPicture.OfPage(folder, pdf, last, 300).Photocopied(20260512),
            _ => GreyPicture.OfPage(folder, pdf, last, 300).Photocopied(20260512).Photocopied(20260513),
        };

        Assert.Equal([Url, statement], picture.Codes(folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_read_from_the_paper_is_what_the_school_signed()
    {
        using var folder = new WorkFolder();
        var (pdf, last, _) = Printed(folder, "id");

        var read = GreyPicture.OfPage(folder, pdf, last, 150).Codes(folder).Single(text => text.Contains('#', StringComparison.Ordinal));

        Assert.InRange(read.Length, Url.Length, PrintedStatement.MostCharacters);
        var content = PrintedStatement.Read(read).Content;
        Assert.Equal(("7K2QX9M4TBC", "Dyah Ayu Kusumaningrum", "99900001", "drh"), (content.Code, content.Name, content.Npsn, content.Format));
        Assert.Equal(3, content.Lines.Count);
    }

    [Fact]
    public void Without_a_statement_the_paper_has_one_code()
    {
        using var folder = new WorkFolder();
        var content = Content("id");
        var document = Drh.Render(content with { Verification = content.Verification with { Statement = null } }, CvSamples.Indonesian);
        var file = folder.Write("a.pdf", PdfWriter.Write(document, null));

        Assert.Equal([Url], GreyPicture.OfPage(folder, file, PdfWriter.CountPages(document), 150).Codes(folder));
    }

    private static (string Pdf, int Pages, string Statement) Printed(WorkFolder folder, string language)
    {
        var content = Content(language);
        var document = Drh.Render(content, CvSamples.Indonesian with { Language = language });
        return (folder.Write("a.pdf", PdfWriter.Write(document, null)), PdfWriter.CountPages(document), content.Verification.Statement!);
    }

    private static CvContent Content(string language)
    {
        var content = CvSamples.WithEntries(8);
        var lines = content.Entries.Select(e => new StatementLine(e.Kind, e.Title, e.Word)).ToList();
        var statement = new PaperStatement("7K2QX9M4TBC", content.Person.Name, "99900001", "drh", Credentials.Samples.Now, lines);
        return content with { Verification = CvSamples.Verification with { Url = Url, Statement = PrintedStatement.Sign(Url, statement, Credentials.Samples.School) } };
    }
}
