using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Portfolio;

public sealed class LanguageTests(PageSites sites)
{
    private const string Add = "form[action$='handler=AddLanguage']";

    /// <summary>What is typed in one field, and a part of the sentence beside it.</summary>
    private static readonly (string Field, string Typed, string Said)[] Bad =
    [
        ("Row.Language", " ", "Isi “Bahasa”"),
        ("Row.Language", new string('a', 61), "60"),
        ("Row.Level", "Fasih", "dari daftar"),
        ("Row.Test", new string('a', 61), "60"),
        ("Row.Result", new string('a', 61), "60"),
        ("Row.TakenOn", "2026-11-24", "belum terjadi"),
        ("Row.TakenOn", "kemarin", "tidak sesuai"),
    ];

    public static TheoryData<string, int> BadFields() => new(Engine.All.SelectMany(e => Enumerable.Range(0, Bad.Length).Select(i => (e, i))));

    [Theory, Engines]
    public async Task A_language_with_its_test_is_added_and_shown(string engine)
    {
        var (school, student, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var page = await AddAsync(browser, ("Row.Language", "Jepang"), ("Row.Level", "A2"), ("Row.Test", "JLPT"), ("Row.Result", "N4, 112"), ("Row.TakenOn", "2026-07-05"));

            Assert.Equal("/portfolio", page.Path);
            var shown = page.One("[aria-labelledby=languages] li").TextContent;
            foreach (var part in new[] { "Jepang", "A2", "JLPT", "N4, 112", "5 Juli 2026" })
            {
                Assert.Contains(part, shown, StringComparison.Ordinal);
            }
            Assert.Equal([new LanguageSkill("Jepang", "A2", "JLPT", "N4, 112", new DateOnly(2026, 7, 5))], await StoredAsync(school, student));
        }
    }

    [Theory, MemberData(nameof(BadFields))]
    public async Task What_does_not_fit_is_said_beside_its_field_and_everything_typed_stays(string engine, int index)
    {
        var (field, typed, said) = Bad[index];
        var (school, student, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            (string Name, string Value)[] typedAll = [.. new[] { ("Row.Language", "Jepang"), ("Row.Level", "A2"), ("Row.Test", "JLPT"), ("Row.Result", "N4"), ("Row.TakenOn", "2026-07-05") }.Select(f => f.Item1 == field ? (field, typed) : f)];

            using var answer = await browser.ForgeAsync(school.App, "/portfolio", "/portfolio?handler=AddLanguage", typedAll);
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(said, document.GetElementById(Id(field) + "-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("#" + Id(field), document.QuerySelector(".errors a")!.GetAttribute("href"));
            Assert.Equal("true", document.GetElementById(Id(field))!.GetAttribute("aria-invalid"));
            foreach (var (name, value) in typedAll.Where(f => f.Name != "Row.Level" && (f.Name, f.Value) != ("Row.TakenOn", "kemarin")))
            {
                Assert.Equal(value.Trim(), (document.GetElementById(Id(name))!.GetAttribute("value") ?? "").Trim());
            }
            Assert.Empty(await StoredAsync(school, student));
        }
    }

    [Theory, Engines]
    public async Task Of_two_tabs_the_second_never_removes_another_language(string engine)
    {
        var (school, student, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            foreach (var name in new[] { "Jawa", "Jepang", "Inggris" })
            {
                await AddAsync(browser, ("Row.Language", name));
            }
            var tab = await browser.GetPageAsync("/portfolio");
            await browser.SubmitAsync(tab, Remove("Jawa"));

            var second = await browser.SubmitAsync(tab, Remove("Jepang"));
            var again = await browser.SubmitAsync(tab, Remove("Jawa"));

            Assert.Equal(HttpStatusCode.OK, second.Status);
            Assert.Equal(HttpStatusCode.NotFound, again.Status);
            Assert.Contains("Bahasa ini sudah tidak ada.", again.One(".errors").TextContent, StringComparison.Ordinal);
            Assert.Equal(["Inggris"], (await StoredAsync(school, student)).Select(l => l.Language));
        }
    }

    [Theory, Engines]
    public async Task The_same_row_twice_is_kept_once(string engine)
    {
        var (school, student, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            await AddAsync(browser, ("Row.Language", "Jepang"), ("Row.Level", "A2"));

            var page = await AddAsync(browser, ("Row.Language", "Jepang"), ("Row.Level", "A2"));

            Assert.Equal(HttpStatusCode.Conflict, page.Status);
            Assert.Single(page.FieldErrors()["Row.Language"]);
            Assert.Single(await StoredAsync(school, student));
        }
    }

    [Theory, Engines]
    public async Task No_more_than_twelve_are_kept(string engine)
    {
        var (school, student, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            for (var i = 1; i <= 12; i++)
            {
                await AddAsync(browser, ("Row.Language", $"Bahasa {i}"));
            }

            var page = await AddAsync(browser, ("Row.Language", "Bahasa 13"));

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains("paling banyak 12", page.FieldErrors()["Row.Language"].Single(), StringComparison.Ordinal);
            Assert.Equal(12, (await StoredAsync(school, student)).Count);
        }
    }

    [Theory, Engines]
    public async Task A_row_typed_while_the_session_ended_comes_back_after_signing_in(string engine)
    {
        var (school, student, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var form = await browser.GetPageAsync("/portfolio");
            browser.ForgetCookies();

            var signIn = await browser.SubmitAsync(form, Add, ("Row.Language", "Korea"), ("Row.Level", "B1"), ("Row.Test", "TOPIK"));
            var back = await browser.SubmitAsync(signIn, "form:has(input[type=password])", ("Name", student.Address), ("Password", Browser.DemoPassword));

            Assert.Equal("Korea", back.One("#Row_Language").GetAttribute("value"));
            Assert.Equal("TOPIK", back.One("#Row_Test").GetAttribute("value"));
            Assert.Equal("B1", back.One("#Row_Level option[selected]").GetAttribute("value"));
            Assert.Empty(await StoredAsync(school, student));
        }
    }

    private static string Id(string field) => field.Replace('.', '_');

    private static string Remove(string language) => $"[aria-labelledby=languages] li:has(b:contains('{language}')) form";

    private static async Task<Page> AddAsync(Browser browser, params (string Name, string Value)[] fields) => await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), Add, fields);

    private static Task<IReadOnlyList<LanguageSkill>> StoredAsync(TestSchool school, TestPerson student) =>
        school.FromDbAsync(async db => (await db.Portfolios.AsNoTracking().SingleAsync(p => p.PersonId == student.Id)).Languages);

    private async Task<(TestSchool School, TestPerson Student, Browser Browser)> ArrangeAsync(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        return (school, student, await school.SignInAsync(student));
    }
}
