using System.Net;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Verify;

public sealed class VerifyPageTests(WebApps apps)
{
    private const string CodeForm = "form[method=get]";
    private const string FileForm = "form[enctype='multipart/form-data']";

    [Theory, Engines]
    public async Task The_page_is_open_and_sets_no_cookie(string engine)
    {
        using var browser = (await apps.DemoAsync(engine)).NewBrowser();

        var page = await browser.GetPageAsync("/verify");

        Assert.Equal("Periksa dokumen", page.One("h1").TextContent);
        Assert.Empty(browser.Cookies);
    }

    [Theory, Engines]
    public async Task A_mistyped_code_is_said_beside_its_field(string engine)
    {
        using var browser = (await apps.DemoAsync(engine)).NewBrowser();

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/verify"), CodeForm, ("code", "7K3QF-2M9XDA"));
        var direct = await browser.GetAsync("/verify/7K3QF-2M9XDA");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("salah ketik", Assert.Single(page.FieldErrors()["code"]), StringComparison.Ordinal);
        Assert.Equal("7K3QF-2M9XDA", page.One("#code").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, direct.Status);
    }

    [Theory, Engines("/verify/00000-000000"), Engines("/verify/oooooooooo0"), Engines("/verify?code=ooooo%20oooooo")]
    public async Task An_unknown_code_was_not_issued_here(string engine, string path)
    {
        using var browser = (await apps.DemoAsync(engine)).NewBrowser();

        var page = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("altered", page.One(".verdict").ClassList);
        Assert.Contains("00000-000000", page.Document.Title, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_machine_gets_the_same_answer_as_json(string engine)
    {
        using var client = (await apps.DemoAsync(engine)).NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        using var unknown = await client.GetAsync("/verify/00000-000000");
        using var mistyped = await client.GetAsync("/verify/7K3QF-2M9XDA");

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("\"verdict\":\"altered\"", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, mistyped.StatusCode);
        Assert.Equal("application/problem+json", mistyped.Content.Headers.ContentType?.MediaType);
    }

    [Theory, Engines]
    public async Task A_credential_handed_in_is_judged_and_shows_name_and_school_only(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var browser = app.NewBrowser();

        var page = await HandInAsync(browser, (await work.IssuedAsync()).Bytes);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("genuine-current", page.One(".verdict").ClassList);
        Assert.Contains("Dewi Lestari Anggraini", page.Text, StringComparison.Ordinal);
        Assert.Contains("WIB", page.One(".verdict").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Jalan Rahasia", page.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Cookies);
    }

    [Theory, Engines("", 400), Engines("just words", 415)]
    public async Task A_file_that_cannot_be_checked_is_said_beside_its_field(string engine, string content, int status)
    {
        using var browser = (await apps.DemoAsync(engine)).NewBrowser();

        var page = await HandInAsync(browser, System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(status, (int)page.Status);
        Assert.NotEmpty(page.FieldErrors()["file"]);
    }

    [Theory, Engines]
    public async Task A_file_above_the_limit_is_refused(string engine)
    {
        await using var app = await apps.OwnDemoAsync(engine, settings: new KeyValuePair<string, string>("Limits:VerifyBytes", "4096"));
        using var browser = app.NewBrowser();

        var page = await HandInAsync(browser, new byte[40_000]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.NotEmpty(page.FieldErrors()["file"]);
    }

    private static async Task<Page> HandInAsync(Browser browser, byte[] file) =>
        await browser.SubmitAsync(await browser.GetPageAsync("/verify"), FileForm, [], [new Upload("file", "dokumen", "application/octet-stream", file)]);
}
