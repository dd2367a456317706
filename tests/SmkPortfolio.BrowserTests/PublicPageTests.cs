using System.Net;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;

namespace SmkPortfolio.BrowserTests;

/// <summary>What strangers meet: on a cheap phone, in both languages, without script, within the budget.</summary>
public sealed class PublicPageTests(Chromium chromium, Site site)
{
    private const int ViewBudget = 14 * 1024;
    private const int ScriptBudget = 15 * 1024;

    /// <summary>Addresses that anyone may open, with the status they answer.</summary>
    public static TheoryData<string, int> Addresses => new()
    {
        { "/", 200 },
        { "/account/login", 200 },
        { "/verify", 200 },
        { "/verify/AAAAA-AAAAA7", 400 },
        { "/s/no-such-link", 404 },
    };

    public static TheoryData<string> Views => ["/", "/account/login", "/verify"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_is_clean_in_both_languages_and_fits_the_phone(string path, int status)
    {
        foreach (var language in new[] { "id-ID", "en-GB" })
        {
            await using var visitor = await chromium.VisitAsync(site.Origin, language: language);

            await visitor.GoAsync(path, status);

            Assert.StartsWith(language[..2], await visitor.Page.Locator("html").GetAttributeAsync("lang"), StringComparison.Ordinal);
            Visitor.Expect(await visitor.AxeAsync());
            Assert.Equal(0, await visitor.OverflowAsync());
            Assert.All(visitor.Complaints, complaint => Assert.Contains($"status of {status}", complaint, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_public_page_is_clean_in_the_dark_and_on_a_desktop(string path)
    {
        await using var visitor = await chromium.VisitAsync(site.Origin, Device.Desktop);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = Microsoft.Playwright.ColorScheme.Dark });

        await visitor.GoAsync(path);

        Visitor.Expect(await visitor.AxeAsync());
        Assert.Equal(0, await visitor.OverflowAsync());
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_public_page_keeps_its_weight(string path)
    {
        var weight = await PageWeight.MeasureAsync(site.Origin, path);

        Assert.True(weight.View <= ViewBudget, $"{path}: HTML and CSS are {weight.View} bytes, more than {ViewBudget}");
        Assert.True(weight.Script <= ScriptBudget, $"{path}: scripts are {weight.Script} bytes, more than {ScriptBudget}");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/verify")]
    public async Task A_page_that_may_be_cached_sets_no_cookie(string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(site.Origin) };

        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"), $"{path} sets a cookie");
    }

    [Fact]
    public async Task The_sign_in_form_asks_for_name_password_and_school_in_that_order_and_nothing_else()
    {
        await using var visitor = await chromium.VisitAsync(site.Origin, script: false);
        await visitor.GoAsync("/account/login");

        var fields = await visitor.Page.Locator("form:has(input[type=password]) :is(input:not([type=hidden]), select, textarea)")
            .EvaluateAllAsync<string[]>("all => all.map(field => field.type)");

        Assert.Equal(3, fields.Length);
        Assert.Equal("password", fields[1]);
        Assert.All(new[] { fields[0], fields[2] }, type => Assert.Contains(type, new[] { "text", "email", "tel" }));
    }

    [Theory]
    [InlineData("murid@demo.sch.id")]
    [InlineData("guru@demo.sch.id")]
    [InlineData("wali@demo.sch.id")]
    public async Task A_person_signs_in_without_script(string account)
    {
        await using var visitor = await chromium.VisitAsync(site.Origin, script: false);

        await visitor.SignInAsync(account, Site.Password);

        Visitor.Expect(visitor.Complaints);
    }
}
