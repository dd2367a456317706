using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Reviews;

public sealed class EndorsementsTests(PageSites sites)
{
    private const string Withdraw = "article form";

    [Theory, Engines]
    public async Task Withdrawing_takes_back_both_credentials_and_the_word_for_ever(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var (entry, browser) = await EndorsedAsync(school);
        using var teacher = browser;

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/reviews/endorsements"), Withdraw, ("Reason", "Ternyata dikerjakan orang lain."));

        Assert.Contains("Dicabut.", page.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ternyata dikerjakan orang lain.", page.One("article").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(Withdraw));
        var now = await school.EntryNowAsync(entry);
        Assert.Equal((EntryState.Returned, Word.Self, null), (now.State, now.Word, now.EndorsedRevisionId));
        var states = await school.FromDbAsync(db => db.Credentials.Where(c => c.EntryId == entry).Select(c => c.State).ToListAsync());
        Assert.Equal([CredentialState.Withdrawn, CredentialState.Withdrawn], states);
    }

    [Theory, Engines]
    public async Task A_withdrawal_needs_a_reason_and_happens_once(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var (_, browser) = await EndorsedAsync(school);
        using var teacher = browser;
        var form = await browser.GetPageAsync("/reviews/endorsements");

        var refused = await browser.SubmitAsync(form, Withdraw, ("Reason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Single(refused.FieldErrors()["Reason"]);
        Assert.True(refused.One("details.fold").HasAttribute("open"));

        await browser.SubmitAsync(refused, Withdraw, ("Reason", "Salah siswa."));
        var again = await browser.SubmitAsync(form, Withdraw, ("Reason", "Sekali lagi."));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("Ini sudah dicabut.", again.One(".errors").TextContent, StringComparison.Ordinal);
        Assert.Equal("Salah siswa.", await school.FromDbAsync(db => db.Endorsements.Where(e => e.SchoolId == school.School.Id).Select(e => e.WithdrawalReason).SingleAsync()));
    }

    [Theory, Engines]
    public async Task A_colleagues_endorsement_is_neither_listed_nor_withdrawable(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var (_, browser) = await EndorsedAsync(school);
        using var teacher = browser;
        var (_, other) = await EndorsedAsync(school);
        using var colleague = other;
        var theirs = (await other.GetPageAsync("/reviews/endorsements")).One(Withdraw).GetAttribute("action")!;
        var mine = await browser.GetPageAsync("/reviews/endorsements");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(school.App.Address, theirs))
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", mine.One(Withdraw + " input[name=__RequestVerificationToken]").GetAttribute("value")!), new("Reason", "x")]),
        };

        using var answer = await browser.SendAsync(request);

        Assert.Single(mine.Document.QuerySelectorAll("article"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(2, await school.FromDbAsync(db => db.Endorsements.CountAsync(e => e.SchoolId == school.School.Id && e.WithdrawnAt == null)));
    }

    [Theory, Engines]
    public async Task Without_endorsements_the_page_leads_to_the_queue(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Hubin));

        Assert.Equal("/reviews", (await browser.GetPageAsync("/reviews/endorsements")).One(".empty a").GetAttribute("href"));
    }

    private static async Task<(Guid Entry, Browser Teacher)> EndorsedAsync(TestSchool school)
    {
        var entry = await school.EntryAsync(await school.StudentAsync());
        var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        await browser.SubmitAsync(await browser.GetPageAsync($"/reviews/{entry}"), "form[action$='handler=Endorse']", ("Start", "0"));
        return (entry, browser);
    }
}
