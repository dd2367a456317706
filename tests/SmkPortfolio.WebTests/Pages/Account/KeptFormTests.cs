using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Account;

/// <summary>A form sent after the session ended: what was typed comes back to the same person, within half an hour, and to nobody else.</summary>
public sealed class KeptFormTests(PageSites sites)
{
    private const string Typed = "Mengelas rangka meja dari besi hollow, lalu mengamplasnya.";
    private const string EditForm = "form[enctype='multipart/form-data']";
    private static readonly Upload Photo = new("Files", "meja kerja.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xD9]);

    [Theory, Engines]
    public async Task What_was_typed_comes_back_filled_and_files_are_named_to_be_chosen_again(string engine)
    {
        var (school, student, entry) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);

        var login = await SendLateAsync(browser, $"/entries/{entry}/edit");
        var back = await SignInOnAsync(browser, login, student);

        Assert.StartsWith($"/entries/{entry}/edit", back.Path, StringComparison.Ordinal);
        Assert.Equal(Typed, back.One("textarea[name='f.done']").TextContent.Trim());
        Assert.Contains("meja kerja.jpg", back.One(".notice.info[role=status]").TextContent, StringComparison.Ordinal);
        var saved = await browser.SubmitAsync(back, EditForm);
        Assert.Equal($"/entries/{entry}", saved.Path);
        Assert.Contains(Typed, saved.Text, StringComparison.Ordinal);
        var id = KeptId(login);
        Assert.False(await school.FromDbAsync(db => db.KeptForms.AnyAsync(f => f.Id == id)));
    }

    [Theory, Engines]
    public async Task What_waits_is_encrypted_and_holds_no_file(string engine)
    {
        var (school, student, entry) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);

        var login = await SendLateAsync(browser, $"/entries/{entry}/edit");

        var id = KeptId(login);
        var row = await school.FromDbAsync(db => db.KeptForms.AsNoTracking().SingleAsync(f => f.Id == id));
        Assert.DoesNotContain("Mengelas", Encoding.UTF8.GetString(row.Protected), StringComparison.Ordinal);
        Assert.Equal(school.Now.AddMinutes(30), row.ExpiresAt);
        Assert.Equal(0, await school.FromDbAsync(db => db.Evidence.CountAsync(f => f.EntryId == entry)));
    }

    [Theory, Engines]
    public async Task Whoever_else_signs_in_finds_nothing_and_it_is_dropped(string engine)
    {
        var (school, student, entry) = await ArrangeAsync(engine);
        var other = await school.StudentAsync("Candra Wijaya");
        using var browser = await school.SignInAsync(student);
        var login = await SendLateAsync(browser, $"/entries/{entry}/edit");

        var foreign = await SignInOnAsync(browser, login, other);
        browser.ForgetCookies();
        var own = await SignInOnAsync(browser, await browser.GetPageAsync(login.Path), student);

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.DoesNotContain(Typed, foreign.Text, StringComparison.Ordinal);
        Assert.StartsWith($"/entries/{entry}/edit", own.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(Typed, own.Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_page_that_both_may_open_comes_back_empty_to_the_other_person(string engine)
    {
        var (school, student, _) = await ArrangeAsync(engine);
        var other = await school.StudentAsync("Candra Wijaya");
        using var browser = await school.SignInAsync(student);
        var login = await SendLateAsync(browser, "/entries/new");

        var foreign = await SignInOnAsync(browser, login, other);

        Assert.StartsWith("/entries/new", foreign.Path, StringComparison.Ordinal);
        Assert.Equal("", foreign.One("textarea[name='f.done']").TextContent.Trim());
        Assert.Null(foreign.Document.QuerySelector(".notice.info[role=status]"));
    }

    [Theory]
    [Engines(29, true)]
    [Engines(31, false)]
    public async Task After_half_an_hour_it_is_gone(string engine, int minutes, bool isThere)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await TestSchool.OpenAsync(app);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        var login = await SendLateAsync(browser, "/entries/new");

        app.Clock.Advance(TimeSpan.FromMinutes(minutes));
        var back = await SignInOnAsync(browser, login, student);

        Assert.Equal(isThere, back.Text.Contains(Typed, StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task A_form_with_a_password_is_never_kept(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await TestSchool.OpenAsync(app);
        using var browser = await school.SignInAsync(await school.StudentAsync());
        var page = await browser.GetPageAsync("/account/password");
        browser.ForgetCookies();

        var login = await browser.SubmitAsync(page, "form:has(input[type=password])", ("Old", Browser.DemoPassword), ("New", "Kalimat-baru-2026"), ("Repeat", "Kalimat-baru-2026"));

        Assert.StartsWith("/account/login", login.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("kept=", login.Path, StringComparison.Ordinal);
        Assert.Equal(0, await WaitingAsync(school));
    }

    [Theory, Engines]
    public async Task Forms_of_students_come_back_whatever_the_page(string engine)
    {
        var (school, student, _) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);

        await ComesBackAsync(browser, student, "/entries/new?kind=certification", EditForm, "f.title", "Juru las 4G");
        await ComesBackAsync(browser, student, "/portfolio", "form[action='/portfolio']", "Input.Headline", "Juru las muda");
        await ComesBackAsync(browser, student, "/shares", "form[action='/shares']", "Input.Label", "PT Baja Uji");
    }

    [Theory, Engines]
    public async Task Forms_of_teachers_come_back_whatever_the_page(string engine)
    {
        var (school, student, _) = await ArrangeAsync(engine);
        var teacher = await school.StaffAsync(Role.Teacher, reach: school.Welding);
        var entry = await school.EntryAsync(student);
        using var browser = await school.SignInAsync(teacher);

        await ComesBackAsync(browser, teacher, $"/reviews/{entry}", "form[action*='Return']", "Reason", "Tambahkan foto sambungan.");
        await ComesBackAsync(browser, teacher, $"/reviews/{entry}", "form[action*='Endorse']", "Statement", Typed);
        var endorsed = await browser.SubmitAsync(await browser.GetPageAsync($"/reviews/{entry}"), "form[action*='Endorse']", ("Statement", Typed));
        Assert.Equal(HttpStatusCode.OK, endorsed.Status);
        await ComesBackAsync(browser, teacher, "/reviews/endorsements", "form[action*='Withdraw']", "Reason", "Fotonya milik orang lain.");
    }

    [Theory, Engines]
    public async Task A_kept_form_fills_no_other_page(string engine)
    {
        var (school, student, entry) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);
        var login = await SendLateAsync(browser, "/entries/new");
        await browser.SignInAsync(student.Address);

        var elsewhere = await browser.GetPageAsync($"/entries/{entry}/edit?kept={KeptId(login):N}");

        Assert.DoesNotContain(Typed, elsewhere.Text, StringComparison.Ordinal);
    }

    private async Task<(TestSchool School, TestPerson Student, Guid Entry)> ArrangeAsync(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        return (school, student, await school.EntryAsync(student, handedIn: false));
    }

    /// <summary>Fills the form of a page, loses the session meanwhile and sends it.</summary>
    private static async Task<Page> SendLateAsync(Browser browser, string path)
    {
        var page = await browser.GetPageAsync(path);
        browser.ForgetCookies();
        var login = await browser.SubmitAsync(page, EditForm, [("f.title", "Meja kerja"), ("f.done", Typed)], [Photo]);
        Assert.StartsWith("/account/login", login.Path, StringComparison.Ordinal);
        return login;
    }

    private static Task<Page> SignInOnAsync(Browser browser, Page login, TestPerson person)
    {
        const string form = "form:has(input[type=password])";
        return browser.SubmitAsync(login, form, ("Name", person.Address), ("Password", Browser.DemoPassword));
    }

    private static async Task ComesBackAsync(Browser browser, TestPerson person, string path, string form, string field, string text)
    {
        var page = await browser.GetPageAsync(path);
        browser.ForgetCookies();
        var back = await SignInOnAsync(browser, await browser.SubmitAsync(page, form, (field, text)), person);
        Assert.Equal(HttpStatusCode.OK, back.Status);
        var control = back.One($"{form} [name='{field}']");
        Assert.Equal(text, control.LocalName == "textarea" ? control.TextContent.Trim() : control.GetAttribute("value"));
        Assert.NotNull(back.Document.QuerySelector(".notice.info[role=status]"));
    }

    private static Guid KeptId(Page login) => Guid.Parse(System.Web.HttpUtility.ParseQueryString(login.Url.Query)["kept"]!);

    private static Task<int> WaitingAsync(TestSchool school) => school.FromDbAsync(db => db.KeptForms.CountAsync());
}
