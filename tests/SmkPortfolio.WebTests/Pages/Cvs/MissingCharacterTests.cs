using System.Net;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Wording;
using SmkPortfolio.WebTests.Forms;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Cvs;

/// <summary>A character that no font has: the paper is refused, and the reader learns which one and where it stands.</summary>
public sealed class MissingCharacterTests(WebApps apps)
{
    [Theory, Engines("id"), Engines("en")]
    public async Task A_refused_paper_names_the_character_and_its_field(string engine, string language)
    {
        var school = await TestSchool.OpenAsync(await apps.DemoAsync(engine));
        var student = await school.StudentAsync();
        var entries = new[] { await school.EntryAsync(student, TestSchool.Project("Las 🔥 tikung")), await school.EntryAsync(student, TestSchool.Project("Pagar", "Membuat ꙮ dan kotak.")) };
        using var browser = school.App.NewBrowser(language);
        await browser.SignInAsync(student.Address);

        var answer = await browser.PressAsync(await browser.GetPageAsync("/cvs/new"), "main form[method=post]", "#issue", [.. entries.Select(id => ("Input.Entries", id.ToString()))]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(language == "id" ? "🔥 (U+1F525): judul karya “Las 🔥 tikung”." : "🔥 (U+1F525): the title of the entry “Las 🔥 tikung”.", answer.Text, StringComparison.Ordinal);
        Assert.Contains(language == "id" ? "ꙮ (U+A66E): uraian pekerjaan pada karya “Pagar”." : "ꙮ (U+A66E): what was done in the entry “Pagar”.", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await browser.GetPageAsync("/cvs")).Document.QuerySelectorAll("a[href*='handler=Pdf']"));
    }

    [Theory]
    [InlineData("entries[1].organisation", "company, place or role of the entry “Two”")]
    [InlineData("entries[0].result", "the result of the entry “One”")]
    [InlineData("entries[0].facts", "further details of the entry “One”")]
    [InlineData("entries[1].confirmedBy", "who confirmed the entry “Two”")]
    [InlineData("entries[1].later", "the entry “Two”")]
    [InlineData("person.name", "your name")]
    [InlineData("person.headline", "the headline of your portfolio")]
    [InlineData("person.address", "your address or town")]
    [InlineData("skills", "your skills")]
    [InlineData("languages", "your languages")]
    [InlineData("education[2]", "your schooling")]
    [InlineData("school.city", "the name or town of your school")]
    [InlineData("legend", "somewhere else on the paper")]
    [InlineData("", "somewhere else on the paper")]
    public async Task Every_field_of_a_paper_has_its_words(string field, string words)
    {
        await using var bench = new FormBench("en");
        Assert.Equal($"x (U+0078): {words}.", GlyphWords.Say(GlyphWords.Found([new MissingGlyph("x", "U+0078", field)], ["One", "Two"]), WordsOf(bench)));
    }

    [Fact]
    public async Task What_is_repeated_at_the_foot_of_a_page_is_said_once_with_its_field()
    {
        await using var bench = new FormBench("en");
        MissingGlyph[] missing = [new("x", "U+0078", ""), new("x", "U+0078", "person.name")];
        Assert.Equal("x (U+0078): your name.", GlyphWords.Say(GlyphWords.Found(missing, []), WordsOf(bench)));
    }

    private static StringLocalizer<GlyphWords> WordsOf(FormBench bench) => new(bench.Localizers);
}
