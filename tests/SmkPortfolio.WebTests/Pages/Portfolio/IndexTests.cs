using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.WebTests.Hosting;
using Stored = SmkPortfolio.Domain.Portfolios.Portfolio;

namespace SmkPortfolio.WebTests.Pages.Portfolio;

public sealed class IndexTests(PageSites sites)
{
    private const string Form = "form[data-autosave]";

    /// <summary>Field, what is typed, a part of the sentence beside it.</summary>
    private static readonly (string Field, string Typed, string Said)[] Bad =
    [
        ("Input.Headline", new string('a', 121), "120"),
        ("Input.HeadlineEn", new string('a', 121), "120"),
        ("Input.Summary", new string('a', 2001), "2000"),
        ("Input.Skills", string.Join('\n', Enumerable.Range(1, 41).Select(i => $"Keahlian {i}")), "40"),
        ("Input.Skills", new string('a', 81), "80"),
        ("Input.Email", "bukan surel", "surel"),
        ("Input.Phone", "nol delapan", "angka"),
        ("Input.Address", new string('a', 301), "300"),
        ("Input.City", new string('a', 81), "80"),
    ];

    public static TheoryData<string, int> BadFields() => new(Engine.All.SelectMany(e => Enumerable.Range(0, Bad.Length).Select(i => (e, i))));

    [Theory, Engines]
    public async Task Only_students_have_this_page(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var stranger = school.App.NewBrowser();
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher));

        Assert.StartsWith("/account/login", (await stranger.GetAsync("/portfolio")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync("/portfolio")).Status);
    }

    [Theory, Engines]
    public async Task Everything_is_saved_and_shown_again(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), Form,
            ("Input.Headline", "Juru las muda"), ("Input.HeadlineEn", "Young welder"), ("Input.Summary", "Suka bengkel.\nCari kerja."), ("Input.Skills", "Las TIG | TIG welding\nGambar teknik"),
            ("Input.Email", "bagus@contoh.example"), ("Input.Phone", "+62 812-0000-1111"), ("Input.Address", "Jalan Uji 1"), ("Input.City", "Semarang"));

        Assert.Equal("/portfolio", page.Path);
        Assert.Contains("Tersimpan", page.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Equal("Juru las muda", page.One("[name='Input.Headline']").GetAttribute("value"));
        var stored = await StoredAsync(school, student);
        Assert.Equal(new Bilingual("Juru las muda", "Young welder"), stored.Headline);
        Assert.Equal([new Bilingual("Las TIG", "TIG welding"), new Bilingual("Gambar teknik")], stored.Skills);
        Assert.Equal("+62 812-0000-1111", stored.Contact.Phone);
    }

    [Theory, MemberData(nameof(BadFields))]
    public async Task What_does_not_fit_is_said_beside_its_field_and_on_top_and_nothing_typed_is_lost(string engine, int index)
    {
        var (field, typed, said) = Bad[index];
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        var other = field == "Input.City" ? "Input.Phone" : "Input.City";

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), Form, (field, typed), (other, "0812"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(said, page.FieldErrors()[field].Single(), StringComparison.Ordinal);
        Assert.NotNull(page.Document.GetElementById(page.One(".errors a").GetAttribute("href")![1..]));
        Assert.Equal(typed, Value(page, field));
        Assert.Equal("0812", Value(page, other));
        Assert.Equal("", (await StoredAsync(school, student)).Contact.City);
    }

    [Theory, Engines]
    public async Task When_it_was_saved_elsewhere_the_typed_text_stays_the_other_is_shown_and_saving_again_decides(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        var phone = await browser.GetPageAsync("/portfolio");
        await browser.SubmitAsync(phone, Form, ("Input.Headline", "Dari komputer"));

        var page = await browser.SubmitAsync(phone, Form, ("Input.Headline", "Dari ponsel"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("Dari ponsel", Value(page, "Input.Headline"));
        Assert.Contains("Dari komputer", page.One("#elsewhere").TextContent, StringComparison.Ordinal);
        Assert.Equal("Dari komputer", (await StoredAsync(school, student)).Headline.Id);
        await browser.SubmitAsync(page, Form);
        Assert.Equal("Dari ponsel", (await StoredAsync(school, student)).Headline.Id);
    }

    [Theory, Engines]
    public async Task Quiet_saving_answers_200_400_or_409(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        await browser.GetPageAsync("/portfolio");

        using var saved = await SaveAsync(browser, school, "1", "Juru las");
        using var unfit = await SaveAsync(browser, school, "2", new string('a', 121));
        using var behind = await SaveAsync(browser, school, "1", "Terlambat");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Conflict], new[] { saved.StatusCode, unfit.StatusCode, behind.StatusCode });
        Assert.Equal("Juru las", (await StoredAsync(school, student)).Headline.Id);
    }

    [Theory, Engines]
    public async Task Text_typed_while_the_session_ended_comes_back_after_signing_in(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        var form = await browser.GetPageAsync("/portfolio");
        browser.ForgetCookies();

        var signIn = await browser.SubmitAsync(form, Form, ("Input.Summary", "Baris satu."), ("Input.City", "Batam"));
        var back = await browser.SubmitAsync(signIn, "form:has(input[type=password])", ("Name", student.Address), ("Password", Browser.DemoPassword));

        Assert.Equal(("Baris satu.", "Batam"), (Value(back, "Input.Summary"), Value(back, "Input.City")));
        Assert.Equal("", (await StoredAsync(school, student)).Contact.City);
    }

    [Theory, Engines]
    public async Task Without_the_forms_token_nothing_is_saved(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        await browser.GetPageAsync("/portfolio");

        foreach (var handler in new[] { "", "?handler=Autosave", "?handler=AddLanguage", "?handler=RemoveLanguage", "?handler=Photo", "?handler=RemovePhoto" })
        {
            using var answer = await browser.PostAsync(school.App, "/portfolio" + handler, ("Version", "1"), ("Input.Headline", "Lain"), ("Row.Language", "Jepang"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        Assert.Equal(1, (await StoredAsync(school, student)).Version);
    }

    [Theory, Engines]
    public async Task The_page_names_class_and_field_of_study_by_the_official_list(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await school.SignInAsync(await school.StudentAsync());

        var study = (await browser.GetPageAsync("/portfolio")).One("#study + dl").TextContent;

        foreach (var name in new[] { "XII Las 1", "Teknik Pengelasan", "Teknik Pengelasan dan Fabrikasi Logam", "Teknologi Manufaktur dan Rekayasa" })
        {
            Assert.Contains(name, study, StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> SaveAsync(Browser browser, TestSchool school, string version, string headline) =>
        browser.ForgeAsync(school.App, "/portfolio", "/portfolio?handler=Autosave", ("Version", version), ("Input.Headline", headline));

    private static Task<Stored> StoredAsync(TestSchool school, TestPerson student) => school.FromDbAsync(db => db.Portfolios.AsNoTracking().SingleAsync(p => p.PersonId == student.Id));

    private static string Value(Page page, string name)
    {
        var field = page.One($"[name='{name}']");
        return field.LocalName == "textarea" ? field.TextContent.ReplaceLineEndings("\n").TrimStart('\n') : field.GetAttribute("value") ?? "";
    }
}
