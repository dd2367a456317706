using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Decisions;

public sealed class ShowTests(PageSites sites)
{
    private const string Decide = "form[method=post][action^='/credentials/']";
    private const string Replace = "button[formaction$='handler=Replace']";
    private const string Withdraw = "button[formaction$='handler=Withdraw']";

    [Theory, Engines]
    public async Task A_suspension_is_told_with_date_and_reason_sets_no_bit_and_can_be_lifted(string engine)
    {
        var (work, keeper, badge) = await ArrangeAsync(engine);
        var page = await keeper.GetPageAsync($"/credentials/{badge.Id}");

        var suspended = await keeper.SubmitAsync(page, Decide, ("Reason", "Foto diperiksa."), ("ReasonEn", "The photo is being looked at."));

        Assert.Equal(("genuine-withdrawn", "suspended"), await work.App.JudgeAsync(badge.Bytes));
        Assert.Contains("Foto diperiksa.", suspended.One(".notice.warning").TextContent, StringComparison.Ordinal);
        Assert.False(await IsSetAsync(work, badge));

        await keeper.SubmitAsync(suspended, Decide, ("Reason", "Fotonya benar."));

        Assert.Equal(("genuine-current", "genuine"), await work.App.JudgeAsync(badge.Bytes));
        await work.InAsync(async (db, _) => Assert.Equal(
            [("credential-suspended", "Foto diperiksa."), ("credential-suspension-lifted", "Fotonya benar.")],
            (await db.AuditEvents.Where(e => e.Subject == badge.Id).OrderBy(e => e.Sequence).ToListAsync()).Select(e => (e.Action, e.Why))));
        keeper.Dispose();
    }

    [Theory, Engines]
    public async Task A_suspended_line_is_printed_on_the_students_own_word(string engine)
    {
        var (work, keeper, badge) = await ArrangeAsync(engine);
        await keeper.SubmitAsync(await keeper.GetPageAsync($"/credentials/{badge.Id}"), Decide, ("Reason", "Foto diperiksa."));

        await work.InAsync(async (_, services) =>
        {
            var order = new PaperOrder("id", [work.EntryId], Photo: false, BirthDate: false, Address: false, Contact: false);
            var (paper, error, _) = await services.GetRequiredService<Papers>().IssueAsync(work.SchoolId, work.StudentId, order, work.By(work.StudentId), CancellationToken.None);
            Assert.Null(error);
            Assert.Equal(Domain.Entries.Word.Self, paper!.Lines.Single().Word);
        });
        keeper.Dispose();
    }

    [Theory, Engines(false, "genuine-withdrawn", "replaced"), Engines(true, "genuine-current", "genuine")]
    public async Task A_new_version_takes_what_was_corrected_and_the_old_file_stays_good_only_when_told_so(string engine, bool staysGood, string verdict, string code)
    {
        var (work, keeper, badge) = await ArrangeAsync(engine);
        var fields = new List<(string, string)> { ("Reason", "Nama diperbaiki.") };
        if (staysGood)
        {
            fields.Add(("OldStaysGood", "true"));
        }

        var page = await keeper.SubmitAsync(await keeper.GetPageAsync($"/credentials/{badge.Id}"), Decide, fields, [], Replace);

        var next = await work.IssuedAsync();
        Assert.Equal($"/credentials/{next.Id}", page.Path);
        Assert.Equal((badge.Uri, badge.Number + 1), (next.Uri, next.Number));
        Assert.Equal((verdict, code), await work.App.JudgeAsync(badge.Bytes));
        Assert.Equal(("genuine-current", "genuine"), await work.App.JudgeAsync(next.Bytes));
        Assert.Equal(!staysGood, await IsSetAsync(work, badge));
        keeper.Dispose();
    }

    [Theory, Engines]
    public async Task A_paper_that_the_school_withdraws_is_withdrawn_for_its_holder_too(string engine)
    {
        var (work, keeper, _) = await ArrangeAsync(engine);
        CvDocument? paper = null;
        await work.InAsync(async (_, services) =>
        {
            var order = new PaperOrder("id", [work.EntryId], Photo: false, BirthDate: false, Address: false, Contact: false);
            paper = (await services.GetRequiredService<Papers>().IssueAsync(work.SchoolId, work.StudentId, order, work.By(work.StudentId), CancellationToken.None)).Cv;
        });
        using var student = await work.SignInAsync(work.StudentId);
        using var stranger = work.App.NewBrowser();
        var link = (await keeper.GetPageAsync($"/students/{work.StudentId}")).Document.QuerySelectorAll("a[href^='/credentials/']").Single(a => a.TextContent.Contains(CvCode.Written(paper!.Code), StringComparison.Ordinal));

        await keeper.SubmitAsync(await keeper.GetPageAsync(link.GetAttribute("href")!), Decide, [("Reason", "Dicetak dengan nama orang lain.")], [], Withdraw);

        Assert.Contains("genuine-withdrawn", (await stranger.GetPageAsync($"/verify/{paper!.Code}")).One(".verdict").ClassList);
        Assert.Contains("Dicetak dengan nama orang lain.", (await student.GetPageAsync("/cvs")).Text, StringComparison.Ordinal);
        keeper.Dispose();
    }

    [Theory, Engines]
    public async Task A_reason_is_needed_a_withdrawal_is_for_ever_and_others_find_no_page(string engine)
    {
        var (work, keeper, badge) = await ArrangeAsync(engine);
        var page = await keeper.GetPageAsync($"/credentials/{badge.Id}");

        var silent = await keeper.SubmitAsync(page, Decide, ("Reason", "  "));
        var tooLong = await keeper.SubmitAsync(page, Decide, ("Reason", new string('a', Standing.ReasonMax + 1)));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (silent.Status, tooLong.Status));
        Assert.Single(silent.FieldErrors()["Reason"]);

        var gone = await keeper.SubmitAsync(page, Decide, [("Reason", "Bukan karyanya.")], [], Withdraw);
        Assert.Empty(gone.Document.QuerySelectorAll(Decide));
        Assert.Equal(("genuine-withdrawn", "withdrawn"), await work.App.JudgeAsync(badge.Bytes));
        Assert.True(await IsSetAsync(work, badge));
        Assert.Equal(HttpStatusCode.Conflict, (await keeper.SubmitAsync(page, Decide, ("Reason", "Sekali lagi."))).Status);

        using var teacher = await work.SignInAsync(work.TeacherId);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/credentials/{badge.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync($"/credentials/{(await work.IssuedAsync(CredentialKind.Endorsement)).Id}")).Status);
        keeper.Dispose();
    }

    private async Task<(SignedWork Work, Browser Keeper, IssuedCredential Badge)> ArrangeAsync(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        return (work, await work.SignInAsync(await work.AddStaffAsync(Role.Operator)), await work.IssuedAsync());
    }

    private static async Task<bool> IsSetAsync(SignedWork work, IssuedCredential credential)
    {
        var isSet = false;
        await work.InAsync(async (db, _) => isSet = (await db.StatusLists.AsNoTracking().SingleAsync(l => l.Id == credential.StatusListId)).IsSet(credential.StatusIndex));
        return isSet;
    }
}
