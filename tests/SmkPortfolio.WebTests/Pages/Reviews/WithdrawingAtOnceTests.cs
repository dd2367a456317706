using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Reviews;

/// <summary>All withdrawals of a school fall on the school's one status list.</summary>
public sealed class WithdrawingAtOnceTests(PageSites sites)
{
    private const int Teachers = 5;
    private const string Withdraw = "article form";

    [Theory, Engines]
    public async Task Teachers_who_withdraw_at_the_same_time_all_succeed_and_every_bit_is_set(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var browsers = new List<Browser>();
        var pages = new List<Page>();
        try
        {
            for (var i = 0; i < Teachers; i++)
            {
                var entry = await school.EntryAsync(await school.StudentAsync());
                var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
                browsers.Add(browser);
                await browser.SubmitAsync(await browser.GetPageAsync($"/reviews/{entry}"), "form[action$='handler=Endorse']", ("Start", "0"));
                pages.Add(await browser.GetPageAsync("/reviews/endorsements"));
            }

            var answers = await Task.WhenAll(browsers.Select((browser, i) => Task.Run(() => browser.SubmitAsync(pages[i], Withdraw, ("Reason", "Salah siswa.")))));

            Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        }
        finally
        {
            browsers.ForEach(b => b.Dispose());
        }
        var withdrawn = await school.FromDbAsync(db => db.Credentials.AsNoTracking().Where(c => c.SchoolId == school.School.Id).ToListAsync());
        Assert.Equal(2 * Teachers, withdrawn.Count(c => c.State == CredentialState.Withdrawn));
        var lists = await school.FromDbAsync(db => db.StatusLists.AsNoTracking().ToDictionaryAsync(l => l.Id));
        Assert.All(withdrawn, c => Assert.True(lists[c.StatusListId].IsSet(c.StatusIndex)));
    }

    [Theory, Engines]
    public async Task One_endorsement_withdrawn_twice_at_the_same_time_is_withdrawn_once(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var teacher = await school.StaffAsync(Role.Teacher, reach: school.Welding);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var first = await school.SignInAsync(teacher);
        using var second = await school.SignInAsync(teacher);
        await first.SubmitAsync(await first.GetPageAsync($"/reviews/{entry}"), "form[action$='handler=Endorse']", ("Start", "0"));
        var (one, other) = (await first.GetPageAsync("/reviews/endorsements"), await second.GetPageAsync("/reviews/endorsements"));

        var answers = await Task.WhenAll(
            Task.Run(() => first.SubmitAsync(one, Withdraw, ("Reason", "Salah siswa."))),
            Task.Run(() => second.SubmitAsync(other, Withdraw, ("Reason", "Bukan karyanya."))));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Equal(1, await school.FromDbAsync(db => db.AuditEvents.CountAsync(e => e.Subject == entry && e.Action == "endorsement-withdrawn")));
    }
}
