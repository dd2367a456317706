using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Closing;

/// <summary>The doors of a closed school: nothing new comes out, everything old can be read, withdrawn and closed.</summary>
public sealed class ClosedDoorTests(PageSites sites)
{
    private const string Refused = "Sekolah ini sudah ditutup";
    private const string Endorse = "form[action$='handler=Endorse']";
    private const string Decide = "form[method=post][action^='/credentials/']";

    [Theory, Engines]
    public async Task Every_door_that_would_issue_something_new_refuses_and_nothing_is_stored(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var teacher = await school.StaffAsync(Role.Teacher, reach: school.Welding);
        var (endorsed, waiting, certificate) = (await school.EntryAsync(student), await school.EntryAsync(student, TestSchool.Project("Meja lipat")), await school.EntryAsync(student, TestSchool.Certificate()));
        var draft = await school.EntryAsync(student, TestSchool.Project("Bangku"), handedIn: false);
        using var atSchool = await school.SignInAsync(teacher);
        using var office = await school.SignInAsync(await school.StaffAsync(Role.Bkk, "Dewi Anggraini"));
        using var keeper = await school.SignInAsync(await school.StaffAsync(Role.Operator, "Agus Setiawan"));
        using var own = await school.SignInAsync(student);
        await atSchool.SubmitAsync(await atSchool.GetPageAsync($"/reviews/{endorsed}"), Endorse, ("Start", "0"));
        await atSchool.SubmitAsync(await atSchool.GetPageAsync($"/reviews/{certificate}"), Endorse, ("SeenNumber", "true"), ("SeenBody", "true"), ("SeenExpiry", "true"));
        var badge = await school.FromDbAsync(db => db.Credentials.SingleAsync(c => c.EntryId == endorsed && c.Kind == CredentialKind.OpenBadge));
        await CloseAsync(school);
        var before = await RowsAsync(school);

        Page[] answers =
        [
            await own.SubmitAsync(await own.GetPageAsync($"/entries/{draft}"), "form[action$='handler=Submit']"),
            await own.SubmitAsync(await own.GetPageAsync($"/entries/{draft}/edit"), "form[enctype='multipart/form-data']", [("Do", "submit")], [], "button[value=submit]"),
            await own.PressAsync(await own.GetPageAsync("/cvs/new"), "form[action='/cvs/new']", "#issue", ("Input.Entries", endorsed.ToString()), ("Input.Language", "id")),
            await atSchool.SubmitAsync(await atSchool.GetPageAsync($"/reviews/{waiting}"), Endorse, ("Start", "0")),
            await office.SubmitAsync(await office.GetPageAsync($"/reviews/{certificate}"), Endorse, ("Start", "0")),
            await keeper.SubmitAsync(await keeper.GetPageAsync($"/credentials/{badge.Id}"), Decide, [("Reason", "Nama diperbaiki.")], [], "button[formaction$='handler=Replace']"),
        ];

        foreach (var page in answers)
        {
            Assert.Equal((page.Path, HttpStatusCode.Conflict), (page.Path, page.Status));
            Assert.Contains(Refused, page.One(".errors").TextContent, StringComparison.Ordinal);
        }
        using var reissue = await keeper.ForgeAsync(school.App, $"/credentials/{badge.Id}", "/keys?handler=Reissue");
        Assert.Equal(HttpStatusCode.Conflict, reissue.StatusCode);
        Assert.Contains(Refused, await reissue.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var batch = await atSchool.SubmitAsync(await atSchool.GetPageAsync($"/reviews/batch?pick={waiting}"), "form[action='/reviews/batch'][method=post]", ("Statement", "Saya membimbingnya."));
        Assert.Contains(Refused, batch.One(".files li").TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(school));
    }

    [Theory, Engines]
    public async Task Reading_withdrawing_closing_and_reporting_stay_possible(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        var paper = await work.AddPaperAsync();
        var token = await work.ShareAsync();
        var badge = await work.IssuedAsync();
        using var student = await work.SignInAsync(work.StudentId);
        using var keeper = await work.SignInAsync(await work.AddStaffAsync(Role.Operator));
        Assert.Null(await ClosingSchool.TryCloseAsync(work.App, work.SchoolId, null));
        using var stranger = work.App.NewBrowser();

        Assert.Equal(HttpStatusCode.OK, (await student.GetAsync($"/cvs?handler=Pdf&id={paper.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync($"/s/{token}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await student.SubmitAsync(await student.GetPageAsync("/shares"), "form[action*='Revoke']")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/s/{token}")).Status);
        var suspended = await keeper.SubmitAsync(await keeper.GetPageAsync($"/credentials/{badge.Id}"), Decide, ("Reason", "Foto diperiksa."));
        Assert.Equal(("genuine-withdrawn", "suspended"), await work.App.JudgeAsync(badge.Bytes));
        await keeper.SubmitAsync(suspended, Decide, ("Reason", "Fotonya benar."));
        Assert.Equal(("genuine-current", "genuine"), await work.App.JudgeAsync(badge.Bytes));

        // The stolen key is the one that was laid down with the closing; the last one goes on telling.
        var page = await keeper.GetPageAsync($"/keys/{badge.IssuerId}");
        var reported = await keeper.SubmitAsync(page, "form[action$='handler=Report']", ("Stolen", badge.KeyId.ToString()), ("Theft", "Kuncinya dicuri."));

        Assert.Equal(HttpStatusCode.OK, reported.Status);
        Assert.Equal(("altered", "key-compromised"), await work.App.JudgeAsync(badge.Bytes));
        var index = await keeper.GetPageAsync("/keys");
        Assert.Contains("tidak bisa menerbitkannya ulang", index.One(".notice.warning").TextContent, StringComparison.Ordinal);
        Assert.Empty(index.Document.QuerySelectorAll("form[action$='handler=Reissue']"));
    }

    [Theory, Engines]
    public async Task Members_are_told_once_at_the_top_of_their_home_and_other_schools_are_not(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var successor = await sites.SchoolAsync(engine);
        using var student = await school.SignInAsync(await school.StudentAsync());
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var other = await successor.SignInAsync(await successor.StudentAsync());
        await CloseAsync(school, successor.School.Npsn);

        foreach (var member in new[] { student, teacher })
        {
            var told = (await member.GetPageAsync("/")).One("h1 + .notice").TextContent;
            Assert.Contains("SMK Uji ditutup pada 23 November 2026.", told, StringComparison.Ordinal);
            Assert.Contains($"SMK Uji (NPSN {successor.School.Npsn}) kini bertanggung jawab", told, StringComparison.Ordinal);
        }
        Assert.Empty((await other.GetPageAsync("/")).Document.QuerySelectorAll("h1 + .notice"));
        Assert.DoesNotContain("ditutup", (await student.GetPageAsync("/entries")).Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_keys_page_tells_when_why_and_by_whom_and_the_successors_lists_whose_work_it_answers_for(string engine)
    {
        var (first, second, last) = (await sites.SchoolAsync(engine), await sites.SchoolAsync(engine), await sites.SchoolAsync(engine));
        using var atFirst = await first.SignInAsync(await first.StaffAsync(Role.Principal));
        var keeper = await second.StaffAsync(Role.Operator, "Agus Setiawan");
        using var atSecond = await second.SignInAsync(keeper);
        using var atLast = await last.SignInAsync(await last.StaffAsync(Role.Operator));
        Assert.Empty((await atLast.GetPageAsync("/keys")).Document.QuerySelectorAll("#closed, #predecessors"));

        await CloseAsync(first, second.School.Npsn);
        var between = await atSecond.GetPageAsync("/keys");
        await CloseAsync(second, last.School.Npsn, keeper.Id);

        Assert.Contains(first.School.Npsn, between.One("section[aria-labelledby=predecessors]").TextContent, StringComparison.Ordinal);
        var closed = (await atFirst.GetPageAsync("/keys")).One("section[aria-labelledby=closed]").TextContent;
        Assert.Contains("23 November 2026", closed, StringComparison.Ordinal);
        Assert.Contains(ClosingSchool.Why, closed, StringComparison.Ordinal);
        Assert.Contains("operator situs ini", closed, StringComparison.Ordinal);
        Assert.Contains($"(NPSN {last.School.Npsn})", closed, StringComparison.Ordinal);
        var passedOn = await atSecond.GetPageAsync("/keys");
        Assert.Contains("Agus Setiawan", passedOn.One("section[aria-labelledby=closed]").TextContent, StringComparison.Ordinal);
        Assert.Empty(passedOn.Document.QuerySelectorAll("#predecessors"));
        var answers = (await atLast.GetPageAsync("/keys")).One("section[aria-labelledby=predecessors]");
        Assert.Equal(2, answers.QuerySelectorAll("dd").Length);
        Assert.All(answers.QuerySelectorAll("dd"), dd => Assert.Equal("ditutup pada 23 November 2026", dd.TextContent));
        Assert.Contains(first.School.Npsn, answers.TextContent, StringComparison.Ordinal);
        Assert.Equal([("school-closed", ClosingSchool.Why)], (await first.FromDbAsync(db => db.AuditEvents.AsNoTracking().Where(e => e.Subject == first.School.Id).ToListAsync())).Select(e => (e.Action, e.Why)));
    }

    private static async Task CloseAsync(TestSchool school, string? successor = null, Guid by = default) => Assert.Null(await ClosingSchool.TryCloseAsync(school.App, school.School.Id, successor, by: by));

    /// <summary>Everything that issuing leaves behind.</summary>
    private static Task<string> RowsAsync(TestSchool school) => school.FromDbAsync(async db =>
    {
        var id = school.School.Id;
        return string.Join(' ',
            await db.Credentials.CountAsync(c => c.SchoolId == id), await db.Endorsements.CountAsync(e => e.SchoolId == id), await db.Revisions.CountAsync(r => r.SchoolId == id),
            await db.CvDocuments.CountAsync(c => c.SchoolId == id), await db.Issuers.CountAsync(i => i.SchoolId == id), await db.IssuerKeys.CountAsync(k => db.Issuers.Any(i => i.Id == k.IssuerId && i.SchoolId == id)));
    });
}
