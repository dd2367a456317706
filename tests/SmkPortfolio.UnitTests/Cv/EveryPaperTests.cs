using System.Globalization;
using System.Text.RegularExpressions;
using SmkPortfolio.Credentials;
using SmkPortfolio.Cv;
using SmkPortfolio.Pdf;
using SmkPortfolio.Pdf.Reading;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>Every format in every language, sealed, before other people's programs.</summary>
public partial class EveryPaperTests
{
    private const string Url = "https://portofolio.smk-contoh.example/verify/7K2QX9M4TBC";

    public static TheoryData<string, string> Papers()
    {
        var data = new TheoryData<string, string>();
        foreach (var format in CvFormats.All)
        {
            foreach (var language in format.Languages) data.Add(format.Name, language);
        }
        return data;
    }

    public static TheoryData<string, string, string> EdgePapers()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var format in CvFormats.All)
        {
            foreach (var edge in CvSamples.Edges.Keys.Where(e => format.Name != "pkl-certificate" || e != "an empty portfolio")) data.Add(format.Name, format.Languages[0], edge);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void The_sealed_paper_satisfies_the_programs_of_others(string name, string language)
    {
        using var folder = new WorkFolder();
        var format = CvFormats.Find(name)!;
        var content = Content(format, language);
        var snapshot = CvJson.Serialize(content);
        var document = format.Render(content, CvSamples.Options(language)) with { Attachments = [new PdfAttachment("snapshot.json", "application/json", "Isi dokumen", snapshot, "Data")] };
        var bytes = PdfWriter.Write(document, Seals.Throwaway());
        var file = folder.Write("a.pdf", bytes);

        Assert.Contains("Signature is Valid", Tool.Run("pdfsig", "-nocert", file).Output, StringComparison.Ordinal);
        var check = Tool.Run("qpdf", "--check", file);
        Assert.True(check.ExitCode == 0, check.Output);
        var fonts = Tool.Run("pdffonts", file).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+.* yes yes yes ", font));
        Assert.Matches("Tagged: +yes", Tool.Run("pdfinfo", file).Output);
        Tool.Run("pdfdetach", "-save", "1", "-o", folder["snapshot.json"], file);
        Assert.Equal(snapshot, File.ReadAllBytes(folder["snapshot.json"]));
        Assert.Equal(snapshot, Assert.Single(SealedPdf.Read(bytes).Attachments).Bytes);
        AssertHeadings(Tool.Run("pdfinfo", "-struct-text", file).Output);
        Assert.Equal(language, document.Language);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_line_and_the_check_can_be_read_out_of_the_paper(string name, string language)
    {
        var format = CvFormats.Find(name)!;
        var content = Content(format, language);
        var text = PaperText.Of(format.Render(content, CvSamples.Options(language)));

        var lines = name == "pkl-certificate" ? content.Entries.Where(e => e.Kind == CvKinds.Internship).Take(1) : content.Entries.Where(e => format.Kinds.Contains(e.Kind));
        PaperText.AssertContains(text, [content.School.Name, content.School.Npsn, content.Verification.Code, Url, content.Verification.RegisterKey, .. lines.Select(e => e.Title)]);
        AssertNamed(content.Person, text);
        Assert.All(lines.SelectMany(e => e.ConfirmedBy), by => PaperText.AssertContains(text, [by]));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Nothing_that_only_the_holder_says_carries_a_number(string name, string language)
    {
        var format = CvFormats.Find(name)!;

        Assert.DoesNotContain("K3-RAHASIA-778", PaperText.Of(format.Render(Content(format, language), CvSamples.Options(language))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Both_codes_are_read_from_the_paper_and_from_a_noisy_grey_copy_of_it(string name, string language)
    {
        using var folder = new WorkFolder();
        var format = CvFormats.Find(name)!;
        var content = Content(format, language);
        var document = format.Render(content, CvSamples.Options(language));
        var file = folder.Write("a.pdf", PdfWriter.Write(document, null));

        var picture = GreyPicture.OfPage(folder, file, PdfWriter.CountPages(document), 150);

        Assert.Equal([Url, content.Verification.Statement!], picture.Codes(folder).Order(StringComparer.Ordinal));
        Assert.Equal([Url, content.Verification.Statement!], picture.Noisy(20260512, 25).Codes(folder).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_usual_students_paper_keeps_to_the_pages_of_its_format_and_gives_the_same_bytes_again(string name, string language)
    {
        var format = CvFormats.Find(name)!;
        var content = Content(format, language);

        var document = format.Render(content, CvSamples.Options(language));

        Assert.InRange(PdfWriter.CountPages(document), 1, format.MostPages ?? 4);
        Assert.Equal(PdfWriter.Write(document, null), PdfWriter.Write(format.Render(content, CvSamples.Options(language)), null));
    }

    [Theory]
    [MemberData(nameof(EdgePapers))]
    public void People_at_the_edges_have_whole_papers_too(string name, string language, string edge)
    {
        using var folder = new WorkFolder();
        var format = CvFormats.Find(name)!;
        var content = CvFormats.Trim(format, CvSamples.Edges[edge](language));
        var document = format.Render(content, CvSamples.Options(language));

        var file = folder.Write("a.pdf", PdfWriter.Write(document, null));

        Assert.Equal(0, Tool.Run("qpdf", "--check", file).ExitCode);
        PaperText.AssertWithin(document.Page, file);
        var text = PaperText.Of(document);
        AssertNamed(content.Person, text);
        PaperText.AssertContains(text, [content.Verification.Code]);
        if (name != "pkl-certificate") PaperText.AssertContains(text, [.. content.Entries.Where(e => format.Kinds.Contains(e.Kind)).Select(e => e.Title)]);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_language_that_the_format_has_not_is_refused(string name, string language) =>
        Assert.Throws<ArgumentException>(() => CvFormats.Find(name)!.Render(Content(CvFormats.Find(name)!, language), CvSamples.Options("xx")));

    /// <summary>By the name, or as the form wants it: as in the passport, or in its own letters.</summary>
    private static void AssertNamed(CvPerson person, string text) =>
        Assert.Contains(new[] { person.Name, person.PassportName, person.LocalName }.OfType<string>(), name => text.Contains(PaperText.Squeezed(name), StringComparison.Ordinal));

    /// <summary>The first one is the paper's own, and none skips a level.</summary>
    private static void AssertHeadings(string structure)
    {
        var levels = Heading().Matches(structure).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(levels);
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"H{pair.First} is followed by H{pair.Second}"));
    }

    private static CvContent Content(CvFormat format, string language)
    {
        var content = CvSamples.For(format, language);
        var lines = content.Entries.Select(e => new StatementLine(e.Kind, e.Title, e.Word)).ToList();
        var statement = new PaperStatement("7K2QX9M4TBC", content.Person.Name, "99900001", format.Name, Credentials.Samples.Now, lines);
        return content with { Verification = content.Verification with { Url = Url, Statement = PrintedStatement.Sign(Url, statement, Credentials.Samples.School) } };
    }

    [GeneratedRegex(@"^\s*H([1-6])\b", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
