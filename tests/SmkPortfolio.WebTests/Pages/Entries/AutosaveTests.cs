using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Entries;

public sealed class AutosaveTests(PageSites sites)
{
    [Theory, Engines]
    public async Task Quiet_saving_keeps_the_text_and_answers_with_the_version_to_go_on_from(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);

        using var first = await SaveAsync(browser, school, entry, "1", "Judul satu");
        var version = (await first.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("version").GetString()!;
        using var second = await SaveAsync(browser, school, entry, version, "Judul dua");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal("Judul dua", (await school.EntryNowAsync(entry)).Title);
    }

    [Theory, Engines]
    public async Task What_does_not_fit_answers_400_and_leaves_the_stored_text(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);

        using var answer = await SaveAsync(browser, school, entry, "1", new string('a', 121));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Rak sepatu besi siku", (await school.EntryNowAsync(entry)).Title);
    }

    [Theory, Engines]
    public async Task A_form_that_is_behind_answers_409_and_the_button_then_shows_both_texts(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);
        var form = await browser.GetPageAsync($"/entries/{entry}/edit");
        using var elsewhere = await SaveAsync(browser, school, entry, "1", "Dari tempat lain");

        using var behind = await SaveAsync(browser, school, entry, "1", "Dari sini");
        var page = await browser.SubmitAsync(form, EditTests.Form, ("f.title", "Dari sini"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (behind.StatusCode, page.Status));
        Assert.Equal("Dari sini", EditTests.Value(page, "f.title"));
        Assert.Contains("Dari tempat lain", page.One("#elsewhere").TextContent, StringComparison.Ordinal);
        Assert.Equal("Dari tempat lain", (await school.EntryNowAsync(entry)).Title);
    }

    [Theory, Engines]
    public async Task What_is_handed_in_answers_409(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        using var browser = await school.SignInAsync(student);

        using var answer = await SaveAsync(browser, school, entry, "2", "Terlambat");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Rak sepatu besi siku", (await school.EntryNowAsync(entry)).Title);
    }

    private static Task<HttpResponseMessage> SaveAsync(Browser browser, TestSchool school, Guid entry, string version, string title) =>
        browser.ForgeAsync(school.App, "/entries/new", $"/entries/{entry}/edit?handler=Autosave", ("Version", version), ("f.title", title), ("f.done", "Memotong."));
}
