using System.Net;
using System.Text.Json;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Errors;

public sealed class IndexTests(PageSites sites)
{
    [Theory, Engines("id", "Tidak ada apa-apa di sini untuk Anda"), Engines("en", "There is nothing here for you")]
    public async Task An_error_page_keeps_its_status_and_speaks_the_readers_language(string engine, string language, string title)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = school.App.NewBrowser(language);

        var page = await browser.GetAsync("/error/404");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(title, page.One("h1").TextContent);
        Assert.Empty(browser.Cookies);
    }

    [Theory, Engines(400), Engines(403), Engines(405), Engines(409), Engines(413), Engines(415), Engines(418), Engines(429), Engines(500), Engines(503)]
    public async Task Every_status_has_its_page_with_a_way_home(string engine, int status)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = school.App.NewBrowser();

        var page = await browser.GetAsync($"/error/{status}");

        Assert.Equal(status, (int)page.Status);
        Assert.Equal("/", page.One("main a").GetAttribute("href"));
    }

    [Theory, Engines]
    public async Task An_unknown_address_is_a_friendly_page_for_people_and_problem_details_for_machines(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher));

        var page = await browser.GetAsync("/tidak-ada");
        var machine = await browser.GetAsync("/api/v1/tidak-ada");

        Assert.Equal((HttpStatusCode.NotFound, "Tidak ada apa-apa di sini untuk Anda"), (page.Status, page.One("h1").TextContent));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (machine.Status, machine.MediaType));
        using var problem = JsonDocument.Parse(machine.Body);
        Assert.Equal(404, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Theory, Engines("/tidak-ada"), Engines("/entries/tidak/ada"), Engines("/verify/a/b/c")]
    public async Task A_stranger_is_told_that_an_address_does_not_exist_and_is_not_sent_to_sign_in(string engine, string path)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = school.App.NewBrowser();

        var page = await browser.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, path), (page.Status, page.Path));
        Assert.Equal("Tidak ada apa-apa di sini untuk Anda", page.One("h1").TextContent);
        Assert.Empty(browser.Cookies);
    }

    [Theory, Engines("/api/v1/tidak-ada"), Engines("/uploads/tidak/ada"), Engines("/tidak-ada.json"), Engines("/schools/99900001/tidak-ada")]
    public async Task A_stranger_at_a_machine_door_that_does_not_exist_gets_problem_details(string engine, string path)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = school.App.NewBrowser();

        var answer = await browser.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.MediaType));
    }

    [Theory, Engines]
    public async Task A_door_that_exists_stays_closed_and_a_wrong_method_is_named_as_such(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = school.App.NewBrowser();

        var closed = await browser.GetAsync("/entries");
        using var wrong = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/health/live"));

        Assert.StartsWith("/account/login", closed.Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.StatusCode);
        Assert.Contains("GET", wrong.Content.Headers.Allow);
    }
}
