using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;
using Stored = SmkPortfolio.Domain.Portfolios.Portfolio;

namespace SmkPortfolio.WebTests.Pages.Portfolio;

public sealed class AbroadTests(PageSites sites)
{
    private const string Form = "form[action='/portfolio/abroad']";
    private const string Row = "form[action$='handler=Past']";

    /// <summary>Form, field, what is typed, a part of the sentence beside it.</summary>
    private static readonly (string Form, string Field, string Typed, string Said)[] Bad =
    [
        (Form, "Input.PassportName", "バグス", "Latin"),
        (Form, "Input.PassportName", new string('A', 121), "120"),
        (Form, "Input.Gender", "x", "daftar"),
        (Form, "Input.Nationality", "XX", "daftar"),
        (Form, "Input.PostalCode", "50*23", "12"),
        (Row, "Row.Kind", "", "Isi"),
        (Row, "Row.Title", "", "Isi"),
        (Row, "Row.Title", new string('a', 161), "160"),
        (Row, "Row.From", "", "Isi"),
        (Row, "Row.From", "2030-01-01", "belum terjadi"),
        (Row, "Row.Until", "2019-01-01", "mendahului"),
    ];

    public static TheoryData<string, int> BadFields() => new(Engine.All.SelectMany(e => Enumerable.Range(0, Bad.Length).Select(i => (e, i))));

    [Theory, Engines]
    public async Task Only_students_have_this_page(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var stranger = school.App.NewBrowser();
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher));

        Assert.StartsWith("/account/login", (await stranger.GetAsync("/portfolio/abroad")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync("/portfolio/abroad")).Status);
    }

    [Theory, Engines]
    public async Task The_passports_facts_are_saved_and_shown_again(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/portfolio/abroad"), Form,
            ("Input.PassportName", "Bagus Prasetyo"), ("Input.Gender", "male"), ("Input.Nationality", "ID"), ("Input.PostalCode", "50123"), ("Input.GraduatesOn", "2027-05-05"));

        Assert.Equal("/portfolio/abroad", page.Path);
        Assert.Equal(new Particulars("BAGUS PRASETYO", "male", "ID", "50123", new DateOnly(2027, 5, 5)), (await StoredAsync(school, student)).Particulars);
        Assert.Equal("BAGUS PRASETYO", page.One("[name='Input.PassportName']").GetAttribute("value"));
    }

    [Theory, MemberData(nameof(BadFields))]
    public async Task What_does_not_fit_is_said_beside_its_field_and_nothing_is_saved(string engine, int index)
    {
        var (form, field, typed, said) = Bad[index];
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        (string Name, string Value)[] good = form == Row ? [("Row.Kind", "School"), ("Row.Title", "SMP Negeri 5"), ("Row.From", "2021-07-01"), ("Row.Until", "2024-06-01")] : [("Input.PassportName", "BAGUS")];

        using var answer = await browser.ForgeAsync(school.App, "/portfolio/abroad", form == Row ? "/portfolio/abroad?handler=Past" : "/portfolio/abroad", [("Version", "1"), .. good.Where(f => f.Name != field), (field, typed)]);
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var control = document.QuerySelector($"[name='{field}']")!;
        Assert.Contains(said, document.GetElementById(control.Id + "-error")!.TextContent, StringComparison.Ordinal);
        var stored = await StoredAsync(school, student);
        Assert.Equal((Particulars.Empty, 0), (stored.Particulars, stored.Past.Count));
    }

    [Theory, Engines]
    public async Task Rows_of_the_past_are_added_changed_and_removed(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);

        await browser.SubmitAsync(await browser.GetPageAsync("/portfolio/abroad"), Row, ("Row.Kind", "School"), ("Row.Title", "SMP Negeri 5 Semarang"), ("Row.Place", "Semarang"), ("Row.From", "2021-07-01"), ("Row.Until", "2024-06-01"));
        var added = Assert.Single((await StoredAsync(school, student)).Past);
        await browser.SubmitAsync(await browser.GetPageAsync($"/portfolio/abroad?edit={added.Id}"), Row, ("Row.TitleEn", "State Junior High School 5"));
        var changed = Assert.Single((await StoredAsync(school, student)).Past);
        var list = await browser.GetPageAsync("/portfolio/abroad");
        await browser.SubmitAsync(list, "form[action$='handler=Forget']");
        var again = await browser.SubmitAsync(list, "form[action$='handler=Forget']");

        Assert.Equal((PastKind.School, "Semarang", new DateOnly(2024, 6, 1)), (added.Kind, added.Place, added.Until));
        Assert.Equal((added.Id, "State Junior High School 5"), (changed.Id, changed.Title.En));
        Assert.Empty((await StoredAsync(school, student)).Past);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/portfolio/abroad?edit={added.Id}")).Status);
    }

    [Theory, Engines]
    public async Task Levels_are_five_or_none(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), "form[action$='handler=AddLanguage']", ("Row.Language", "Jepang"), ("Row.Level", "A2"));
        var mark = (await browser.GetPageAsync("/portfolio/abroad")).One("form[action$='handler=Grade'] [name=mark]").GetAttribute("value")!;
        var page = "/portfolio/abroad?handler=Grade";

        using var some = await browser.ForgeAsync(school.App, "/portfolio/abroad", page, ("mark", mark), ("levels", "A2"), ("levels", "B1"), ("levels", ""), ("levels", ""), ("levels", ""));
        using var all = await browser.ForgeAsync(school.App, "/portfolio/abroad", page, ("mark", mark), ("levels", "A2"), ("levels", "B1"), ("levels", "A2"), ("levels", "A1"), ("levels", "A1"));
        using var gone = await browser.ForgeAsync(school.App, "/portfolio/abroad", page, ("mark", mark), ("levels", ""));

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.NotFound], new[] { some.StatusCode, all.StatusCode, gone.StatusCode });
        Assert.Equal("A2 B1 A2 A1 A1", (await StoredAsync(school, student)).Languages.Single().Grid);
    }

    [Theory, Engines]
    public async Task When_it_was_saved_elsewhere_what_was_typed_stays(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        var first = await browser.GetPageAsync("/portfolio/abroad");
        await browser.SubmitAsync(first, Form, ("Input.PassportName", "DARI KOMPUTER"));

        var page = await browser.SubmitAsync(first, Form, ("Input.PassportName", "DARI PONSEL"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("DARI PONSEL", page.One("[name='Input.PassportName']").GetAttribute("value"));
        await browser.SubmitAsync(page, Form);
        Assert.Equal("DARI PONSEL", (await StoredAsync(school, student)).Particulars.PassportName);
    }

    [Theory, Engines(15), Engines(18)]
    public async Task The_young_are_told_what_is_not_printed_of_them(string engine, int age)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await school.SignInAsync(await school.StudentAsync(age: age));

        var page = await browser.GetPageAsync("/portfolio/abroad");

        Assert.Equal(age < 18, page.Text.Contains("Sebelum kamu 18 tahun", StringComparison.Ordinal));
    }

    private static Task<Stored> StoredAsync(TestSchool school, TestPerson student) => school.FromDbAsync(db => db.Portfolios.AsNoTracking().SingleAsync(p => p.PersonId == student.Id));
}
