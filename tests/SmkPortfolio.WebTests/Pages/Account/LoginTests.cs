using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Account;

public sealed class LoginTests(PageSites sites)
{
    private const string Form = "form:has(input[type=password])";
    private const string Wrong = "Data masuk tidak cocok.";

    [Theory, Engines]
    public async Task The_form_has_three_fields_in_their_order_and_is_never_stored(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = school.App.NewBrowser();

        var page = await browser.GetPageAsync("/account/login");

        Assert.Equal(["Name", "Password", "Npsn"], page.Document.QuerySelectorAll("input:not([type=hidden]), select, textarea").Select(f => f.GetAttribute("name")));
        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Empty(page.Document.QuerySelectorAll("#demo"));
    }

    [Theory, Engines]
    public async Task A_student_signs_in_by_address_or_by_NISN_and_NPSN(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync("Dewi Lestari");
        using var first = school.App.NewBrowser();
        using var second = school.App.NewBrowser();

        var byAddress = await first.TrySignInAsync(student.Address.ToUpperInvariant(), Browser.DemoPassword);
        var byNumber = await second.TrySignInAsync(student.Nisn!, Browser.DemoPassword, school.School.Npsn);

        Assert.Equal(("/", "/"), (byAddress.Path, byNumber.Path));
        Assert.Equal("Halo, Dewi Lestari", byNumber.One("h1").TextContent);
    }

    [Theory, Engines]
    public async Task A_wrong_password_an_unknown_address_and_a_foreign_school_get_the_same_answer(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var other = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = school.App.NewBrowser();

        Microsoft.Extensions.Primitives.StringValues sentences = default;
        foreach (var (name, password, npsn) in new[]
        {
            (student.Address, "salah-sekali-2026", (string?)null), ("tidak-ada@uji.sch.id", Browser.DemoPassword, null), (student.Nisn!, Browser.DemoPassword, other.School.Npsn),
        })
        {
            var page = await browser.TrySignInAsync(name, password, npsn);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            sentences = Microsoft.Extensions.Primitives.StringValues.Concat(sentences, page.One(".errors li").TextContent);
            Assert.Equal(name, page.One("input[name=Name]").GetAttribute("value"));
            Assert.False(page.One("input[name=Password]").HasAttribute("value"));
        }
        Assert.StartsWith(Wrong, Assert.Single(sentences.Distinct()), StringComparison.Ordinal);
    }

    [Theory, Engines("123456789", "", "Name"), Engines("budi", "", "Name"), Engines("0012345678", "", "Npsn"), Engines("0012345678", "123", "Npsn"), Engines("", "", "Name")]
    public async Task What_cannot_be_a_name_or_number_is_said_beside_its_field(string engine, string name, string npsn, string field)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = school.App.NewBrowser();

        var page = await browser.TrySignInAsync(name, Browser.DemoPassword, npsn);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([field], page.FieldErrors().Select(e => e.Key));
    }

    [Theory, Engines]
    public async Task Five_wrong_tries_lock_the_account_even_for_the_right_password(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var teacher = await school.StaffAsync(Role.Teacher);
        using var browser = school.App.NewBrowser();
        for (var i = 0; i < 5; i++)
        {
            await browser.TrySignInAsync(teacher.Address, "salah-sekali-2026");
        }

        var page = await browser.TrySignInAsync(teacher.Address, Browser.DemoPassword);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("Tunggu sepuluh menit", page.One(".errors").TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines("/entries", "/entries"), Engines("https://evil.example/", "/"), Engines("//evil.example/", "/"), Engines("/\\evil.example", "/")]
    public async Task After_signing_in_one_goes_on_where_one_wanted_to_but_never_to_another_site(string engine, string returnUrl, string expected)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = school.App.NewBrowser();

        var page = await browser.SubmitAsync(
            await browser.GetPageAsync("/account/login?returnUrl=" + Uri.EscapeDataString(returnUrl)), Form, ("Name", student.Address), ("Password", Browser.DemoPassword));

        Assert.Equal(expected, page.Path);
    }

    [Theory, Engines]
    public async Task Without_the_forms_token_nobody_is_signed_in(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var client = school.App.NewClient();
        using var fields = new FormUrlEncodedContent([new("Name", student.Address), new("Password", Browser.DemoPassword)]);

        using var answer = await client.PostAsync(new Uri("/account/login", UriKind.Relative), fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], c => c.StartsWith("smk.session", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task Signing_out_ends_the_session(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await school.SignInAsync(await school.StudentAsync());

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/"), "form[action='/account/logout']");

        Assert.Equal("/", page.Path);
        Assert.StartsWith("/account/login", (await browser.GetAsync("/entries")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_tries_a_minute_than_the_setting_allows_answer_429()
    {
        await using var app = await WebApps.EmptyAsync(Engine.Sqlite, false, new KeyValuePair<string, string>("Limits:SignInPerMinute", "2"));
        using var browser = app.NewBrowser();

        var first = await browser.TrySignInAsync("a@uji.sch.id", "salah-sekali-2026");
        await browser.TrySignInAsync("a@uji.sch.id", "salah-sekali-2026");
        var third = await browser.TrySignInAsync("a@uji.sch.id", "salah-sekali-2026");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests), (first.Status, third.Status));
    }

    [Theory, Engines]
    public async Task A_password_is_changed_with_the_old_one_and_a_long_enough_new_one(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var teacher = await school.StaffAsync(Role.Teacher);
        using var browser = await school.SignInAsync(teacher);
        const string form = "form[action='/account/password']";
        var page = await browser.GetPageAsync("/account/password");

        var wrongOld = await browser.SubmitAsync(page, form, ("Old", "bukan-yang-lama"), ("New", "kalimat baru saya"), ("Repeat", "kalimat baru saya"));
        var tooShort = await browser.SubmitAsync(page, form, ("Old", Browser.DemoPassword), ("New", "pendek"), ("Repeat", "pendek"));
        var unequal = await browser.SubmitAsync(page, form, ("Old", Browser.DemoPassword), ("New", "kalimat baru saya"), ("Repeat", "kalimat lain saya"));
        Assert.Equal(["Old", "New", "Repeat"], new[] { wrongOld, tooShort, unequal }.Select(p => Assert.Single(p.FieldErrors()).Key));
        Assert.All([wrongOld, tooShort, unequal], p => Assert.Equal(HttpStatusCode.BadRequest, p.Status));

        var done = await browser.SubmitAsync(page, form, ("Old", Browser.DemoPassword), ("New", "kalimat baru saya"), ("Repeat", "kalimat baru saya"));
        Assert.Contains("sudah diganti", done.One(".notice.success").TextContent, StringComparison.Ordinal);
        using var fresh = school.App.NewBrowser();
        Assert.Equal(HttpStatusCode.BadRequest, (await fresh.TrySignInAsync(teacher.Address, Browser.DemoPassword)).Status);
        await fresh.SignInAsync(teacher.Address, "kalimat baru saya");
        Assert.True(await school.FromDbAsync(db => db.AuditEvents.AnyAsync(e => e.Subject == teacher.Id && e.Action == "password-changed")));
    }
}
