using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Entries;

public sealed class ShowTests(PageSites sites)
{
    private static string Form(string handler) => $"form[action$='handler={handler}']";

    [Theory, Engines]
    public async Task Handing_in_freezes_and_taking_back_opens_again(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);

        var submitted = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}"), Form("Submit"));
        Assert.Contains("Sudah diajukan", submitted.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Equal(EntryState.Submitted, (await school.EntryNowAsync(entry)).State);
        Assert.Empty(submitted.Document.QuerySelectorAll($"a[href$='/edit'], {Form("Bin")}, {Form("Submit")}"));

        var back = await browser.SubmitAsync(submitted, Form("TakeBack"));
        Assert.Equal(EntryState.Draft, (await school.EntryNowAsync(entry)).State);
        Assert.NotNull(back.Document.QuerySelector("a[href$='/edit']"));
        Assert.Equal([ReviewStep.Submitted, ReviewStep.TakenBack], await school.FromDbAsync(db => db.ReviewEvents.Where(e => e.EntryId == entry).OrderBy(e => e.Step).Select(e => e.Step).ToListAsync()));
    }

    [Theory, Engines]
    public async Task What_lacks_a_needed_field_is_not_handed_in_and_the_field_is_named(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, new InternshipDetail { Title = TestSchool.Internship().Title }, handedIn: false);
        using var browser = await school.SignInAsync(student);

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}"), Form("Submit"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(2, page.Document.QuerySelectorAll(".errors li").Length);
        Assert.Contains("Isi bagian ini.", page.One(".errors").TextContent, StringComparison.Ordinal);
        Assert.Equal(EntryState.Draft, (await school.EntryNowAsync(entry)).State);
    }

    [Theory, Engines("Submit", "sudah diajukan"), Engines("Bin", "sudah diajukan"), Engines("Restore", "tidak ada di tempat sampah")]
    public async Task What_does_not_fit_the_state_of_a_submitted_entry_answers_409(string engine, string handler, string said)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        using var browser = await school.SignInAsync(student);

        using var answer = await browser.ForgeAsync(school.App, "/entries/new", $"/entries/{entry}?handler={handler}");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((EntryState.Submitted, false), ((await school.EntryNowAsync(entry)).State, (await school.EntryNowAsync(entry)).InBin));
    }

    [Theory, Engines]
    public async Task What_was_never_handed_in_cannot_be_taken_back(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);

        using var answer = await browser.ForgeAsync(school.App, "/entries/new", $"/entries/{entry}?handler=TakeBack");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("belum diajukan", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task What_is_endorsed_and_unchanged_is_not_handed_in_again(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var work = await SignedWork.ArrangeAsync(school.App);
        using var browser = await work.SignInAsync(work.StudentId);

        var page = await browser.GetPageAsync($"/entries/{work.EntryId}");
        using var answer = await browser.ForgeAsync(school.App, "/entries/new", $"/entries/{work.EntryId}?handler=Submit");

        Assert.Empty(page.Document.QuerySelectorAll(Form("Submit")));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(EntryState.Endorsed, (await school.EntryNowAsync(work.EntryId)).State);
    }
}
