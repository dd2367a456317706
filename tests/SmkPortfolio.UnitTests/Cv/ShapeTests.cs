using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SmkPortfolio.Cv;
using SmkPortfolio.Cv.Shapes;
using SmkPortfolio.Tests;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>Papers in shapes that other programs set or read.</summary>
public class ShapeTests
{
    private static readonly XNamespace Europe = "http://europass.cedefop.europa.eu/Europass";

    public static TheoryData<string> Languages => ["id", "en", "de", "ja", "ko"];

    public static TheoryData<string, string> WordPapers => new() { { "drh", "id" }, { "drh", "en" }, { "international", "en" }, { "lebenslauf", "de" } };

    [Fact]
    public async Task The_schema_of_json_resume_accepts_every_person_in_every_language_and_refuses_a_wrong_date()
    {
        List<byte[]> good = [.. Languages.Select(l => JsonResume.Write(CvSamples.Full(l.Data), CvSamples.Options(l.Data))), .. CvSamples.Edges.Values.Select(e => JsonResume.Write(e("en"), CvSamples.Options("en")))];
        var bad = JsonNode.Parse(good[0])!;
        bad["work"]![0]!["startDate"] = "14 Juli 2025";

        var answers = await ValidateAsync([.. good.Select(g => JsonNode.Parse(g)!), bad]);

        Assert.All(answers.SkipLast(1), Assert.Empty);
        Assert.Contains("0/startDate", Assert.Single(answers[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_resume_says_on_whose_word_each_line_stands_and_where_to_check()
    {
        var resume = JsonNode.Parse(JsonResume.Write(CvSamples.Full("en"), CvSamples.Options("en")))!;

        Assert.Equal(("company", "Bambang Setiawan"), ((string?)resume["work"]![0]!["x-word"]!["word"], (string?)resume["work"]![0]!["x-word"]!["by"]![0]));
        Assert.Equal("self", (string?)resume["work"]![1]!["x-word"]!["word"]);
        Assert.Equal("https://folio.example/verify/7K2QX-9M4TBC", (string?)resume["meta"]!["canonical"]);
        Assert.Contains("24132 7212 2 0001234 2026", resume["certificates"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("K3-RAHASIA-778", resume.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Plain_text_holds_every_word_in_lines_that_fit_a_mail(string language)
    {
        var content = CvSamples.Full(language);
        var text = Encoding.UTF8.GetString(PlainText.Write(content, CvSamples.Options(language)));

        PaperText.AssertContains(PaperText.Squeezed(text), [.. PaperText.WordsOf(content), content.Verification.Code, content.Verification.Url, content.School.Npsn]);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Sum(c => c >= 0x1100 ? 2 : 1), 0, 76));
        Assert.DoesNotContain("K3-RAHASIA-778", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
    }

    [Fact]
    public void Plain_text_breaks_words_that_no_line_can_hold()
    {
        var content = CvSamples.Full("en");
        var text = Encoding.UTF8.GetString(PlainText.Write(content with { Person = content.Person with { Summary = new string('x', 500) } }, CvSamples.Options("en")));

        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 76));
        Assert.Contains(new string('x', 500), PaperText.Squeezed(text), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WordPapers))]
    public void A_word_file_is_valid_holds_every_word_and_says_that_it_is_not_sealed(string name, string language)
    {
        var format = CvFormats.Find(name)!;
        var content = CvSamples.For(format, language);
        var bytes = WordDocument.Write(format, content, CvSamples.Options(language));
        using var package = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var main = package.MainDocumentPart!;
        PaperText.AssertContains(PaperText.Squeezed(main.Document!.Body!.InnerText), [.. PaperText.WordsOf(content), content.Verification.Code]);
        PaperText.AssertContains(PaperText.Squeezed(Assert.Single(main.FooterParts).Footer!.InnerText), [content.Verification.Url, content.Verification.Code, language switch { "id" => "tidak disegel", "de" => "nicht versiegelt", _ => "not sealed" }]);
        var headings = main.Document.Body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1").Select(p => p.InnerText).ToList();
        Assert.InRange(headings.Count, 8, 20);
        Assert.Contains(main.Document.Body.Elements<Paragraph>(), p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "ListBullet");
        Assert.DoesNotContain("K3-RAHASIA-778", main.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_file_keeps_the_order_of_its_format_and_the_readers_paper()
    {
        string Text(string name, string language, CvOptions options)
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(WordDocument.Write(CvFormats.Find(name)!, CvSamples.For(CvFormats.Find(name)!, language), options)), isEditable: false);
            return package.MainDocumentPart!.Document!.Body!.InnerText + package.MainDocumentPart.Document.Descendants<PageSize>().Single().Width;
        }

        PaperText.AssertInOrder(PaperText.Squeezed(Text("lebenslauf", "de", CvSamples.Options("de"))), "Persönliche Daten", "Berufsziel", "Praktika", "seit 07/2023", "Sprachkenntnisse", "EDV-Kenntnisse", "Führerschein", "Eigene Angaben", "Sleman, 12. Mai 2026", "11906");
        PaperText.AssertInOrder(PaperText.Squeezed(Text("international", "en", CvSamples.Options("en") with { Letter = true })), "Key skills", "Experience", "Jul 2025 – Dec 2025", "Education", "Certifications", "12240");
    }

    [Fact]
    public void Formats_with_cells_and_pictures_have_no_word_file() =>
        Assert.Throws<ArgumentException>(() => WordDocument.Write(Booklet.Format, CvSamples.Full("en"), CvSamples.Options("en")));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Europass_xml_has_the_elements_of_version_3_4_in_their_order(string language)
    {
        var root = XDocument.Load(new MemoryStream(EuropassXml.Write(CvSamples.Full(language), CvSamples.Options(language)))).Root!;

        Assert.Equal((Europe + "SkillsPassport", language), (root.Name, (string?)root.Attribute("locale")));
        AssertChildren(root, "DocumentInfo", "LearnerInfo");
        AssertChildren(root.Element(Europe + "DocumentInfo")!, "DocumentType", "CreationDate", "LastUpdateDate", "XSDVersion", "Generator", "Comment");
        var learner = root.Element(Europe + "LearnerInfo")!;
        AssertChildren(learner, "Identification", "Headline", "WorkExperienceList", "EducationList", "Skills", "AchievementList");
        AssertChildren(learner.Element(Europe + "Identification")!, "PersonName", "ContactInfo", "Demographics");
        AssertChildren(learner.Descendants(Europe + "ContactInfo").First(), "Address", "Email", "TelephoneList", "WebsiteList");
        AssertChildren(learner.Descendants(Europe + "WorkExperience").First(), "Period", "Position", "Activities", "Employer");
        AssertChildren(learner.Descendants(Europe + "Education").First(), "Period", "Title", "Organisation");
        AssertChildren(learner.Element(Europe + "Skills")!, "Linguistic", "JobRelated", "Computer", "Other");
        AssertChildren(learner.Descendants(Europe + "ProficiencyLevel").First(), "Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing");
        Assert.Equal(["B1", "B1", "A2", "A2", "B1"], learner.Descendants(Europe + "ProficiencyLevel").First().Elements().Select(e => e.Value));
        Assert.Equal(("2008", "--05", "---12"), ((string?)learner.Descendants(Europe + "Birthdate").Single().Attribute("year"), (string?)learner.Descendants(Europe + "Birthdate").Single().Attribute("month"), (string?)learner.Descendants(Europe + "Birthdate").Single().Attribute("day")));
        Assert.Empty(root.Descendants(Europe + "Level"));
        Assert.DoesNotContain("K3-RAHASIA-778", root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Europass_xml_gives_nobody_a_second_name()
    {
        var root = XDocument.Load(new MemoryStream(EuropassXml.Write(CvSamples.Edges["a single-word name"]("en"), CvSamples.Options("en")))).Root!;

        Assert.Equal("Suparni", root.Descendants(Europe + "FirstName").Single().Value);
        Assert.Empty(root.Descendants(Europe + "Surname"));
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_in_every_shape()
    {
        var (content, options) = (CvSamples.Full("en"), CvSamples.Options("en"));

        Assert.Equal(JsonResume.Write(content, options), JsonResume.Write(content, options));
        Assert.Equal(PlainText.Write(content, options), PlainText.Write(content, options));
        Assert.Equal(EuropassXml.Write(content, options), EuropassXml.Write(content, options));
        Assert.Equal(WordDocument.Write(International.Format, content, options), WordDocument.Write(International.Format, content, options));
    }

    private static void AssertChildren(XElement element, params string[] names) => Assert.Equal(names.Select(n => Europe + n), element.Elements().Select(e => e.Name));

    private static async Task<IReadOnlyList<string[]>> ValidateAsync(IReadOnlyList<JsonNode> resumes)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(Repository.PathOf("tests", "interop", "resume.mjs"));
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        foreach (var resume in resumes) await process.StandardInput.WriteLineAsync(resume.ToJsonString());
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(output.Length > 0, await errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<string[]>(l)!)];
    }
}
