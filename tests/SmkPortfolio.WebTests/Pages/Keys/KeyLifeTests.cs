using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Keys;

public sealed class KeyLifeTests(PageSites sites)
{
    private const string Change = "form[action$='handler=Rotate']";
    private const string Report = "form[action$='handler=Report']";
    private const string Again = "form[action$='handler=Reissue']";

    [Theory, Engines]
    public async Task After_an_exchange_the_old_key_still_proves_the_new_one_signs_and_the_register_grows(string engine)
    {
        var work = await ArrangeAsync(engine);
        var old = await work.IssuedAsync();
        var before = await work.App.RegisterAsync();
        using var keeper = await OperatorAsync(work);

        var page = await keeper.SubmitAsync(await keeper.GetPageAsync($"/keys/{old.IssuerId}"), Change, ("Reason", "Penggantian tahunan."));

        Assert.Contains("Penggantian tahunan.", page.One(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Equal(("genuine-current", "genuine"), await work.App.JudgeAsync(old.Bytes));
        var (listed, asserting) = await work.App.DidAsync($"/schools/{work.Npsn}/did.json");
        Assert.Equal((2, 2), (listed.Count, asserting.Count));
        var did = $"did:web:localhost%3A5080:schools:{work.Npsn}";
        var (was, now) = (before.Find(did)!.Keys, (await work.App.RegisterAsync()).Find(did)!.Keys);
        Assert.Equal(was.Select(k => (k.Multikey, k.From)), now.Take(was.Count).Select(k => (k.Multikey, k.From)));
        Assert.Equal((2, true, false), (now.Count, now[0].RetiredAt is not null, now[1].RetiredAt is not null));
        await work.InAsync(async (db, services) =>
        {
            var school = await db.Schools.SingleAsync(s => s.Id == work.SchoolId);
            var keys = services.GetRequiredService<KeyRing>();
            Assert.Equal(now[1].Multikey, (await keys.SigningKeyAsync(await keys.SchoolAsync(school, CancellationToken.None), CancellationToken.None)).Key.Multikey);
            Assert.Equal(["key-rotated"], await db.AuditEvents.Where(e => e.Subject == old.IssuerId).Select(e => e.Action).ToListAsync());
        });
    }

    [Theory, Engines]
    public async Task What_a_retired_key_signs_afterwards_is_not_believed(string engine)
    {
        var work = await ArrangeAsync(engine);
        var badge = await work.IssuedAsync();
        var late = Array.Empty<byte>();
        await work.InAsync(async (db, services) =>
        {
            var issuer = await db.Issuers.SingleAsync(i => i.Id == badge.IssuerId);
            var key = services.GetRequiredService<KeyRing>().Opened(issuer, await db.IssuerKeys.SingleAsync(k => k.IssuerId == issuer.Id));
            var place = new Credentials.StatusPointer(StatusLists.Url(issuer, 1), badge.StatusIndex);
            var at = work.App.Clock.GetUtcNow();
            late = Credentials.Issuance.Issue(Credentials.Issuance.PrepareAgain(badge.Bytes, at, place, null), key, at);
            // Retired an hour before it signed: more than any two clocks differ.
            Assert.Null(await services.GetRequiredService<KeyLife>().RotateAsync(issuer, new Domain.Change(work.TeacherId, at.UtcDateTime.AddHours(-1), "Penggantian."), CancellationToken.None));
        });

        Assert.Equal(("altered", "key-retired"), await work.App.JudgeAsync(late));
    }

    [Theory, Engines]
    public async Task Who_leaves_signs_no_more_and_what_was_signed_stays_good(string engine)
    {
        var work = await ArrangeAsync(engine);
        var (badge, signed) = (await work.IssuedAsync(), await work.IssuedAsync(CredentialKind.Endorsement));
        using var keeper = await OperatorAsync(work);

        var page = await keeper.SubmitAsync(await keeper.GetPageAsync($"/keys/{signed.IssuerId}"), Change, [("Reason", "Pindah sekolah.")], [], "button[formaction$='handler=Retire']");

        Assert.Empty(page.Document.QuerySelectorAll(Change));
        Assert.Equal("genuine-current", (await work.App.JudgeAsync(signed.Bytes)).Verdict);
        Assert.Equal("genuine-current", (await work.App.JudgeAsync(badge.Bytes)).Verdict);
        await work.InAsync(async (db, services) =>
        {
            var school = await db.Schools.SingleAsync(s => s.Id == work.SchoolId);
            var next = await services.GetRequiredService<KeyRing>().StaffAsync(school, work.TeacherId, "teacher", CancellationToken.None);
            Assert.NotEqual(signed.IssuerId, next.Id);
            // A withdrawal after the end is still told.
            await services.GetRequiredService<Signing>().WithdrawAsync([await db.Credentials.SingleAsync(c => c.Id == signed.Id)], new("Keliru."), CancellationToken.None);
            await db.SaveAsync(work.SchoolId, "endorsement-withdrawn", signed.Id, work.By(work.TeacherId), CancellationToken.None);
        });
        Assert.Equal("genuine-withdrawn", (await work.App.JudgeAsync(signed.Bytes)).Verdict);
    }

    [Theory, Engines]
    public async Task A_schools_stolen_key_kills_all_it_signed_and_one_press_issues_it_anew(string engine)
    {
        var work = await ArrangeAsync(engine);
        var old = await work.IssuedAsync();
        using var keeper = await OperatorAsync(work);

        await keeper.SubmitAsync(await keeper.GetPageAsync($"/keys/{old.IssuerId}"), Report, ("Theft", "Cadangan hilang dari ruang server."));

        Assert.Equal(("altered", "key-compromised"), await work.App.JudgeAsync(old.Bytes));
        var (listed, asserting) = await work.App.DidAsync($"/schools/{work.Npsn}/did.json");
        Assert.Equal((2, 1), (listed.Count, asserting.Count));
        Assert.True(await IsSetAsync(work, old));

        var done = await keeper.SubmitAsync(await keeper.GetPageAsync("/keys"), Again);

        Assert.Empty(done.Document.QuerySelectorAll(Again));
        var again = await work.IssuedAsync();
        Assert.Equal((old.Uri, old.Number + 1), (again.Uri, again.Number));
        Assert.Equal(("genuine-current", "genuine"), await work.App.JudgeAsync(again.Bytes));
        using var first = JsonDocument.Parse(old.Bytes);
        using var second = JsonDocument.Parse(again.Bytes);
        DateTimeOffset From(JsonDocument d) => d.RootElement.GetProperty("validFrom").GetDateTimeOffset();
        Assert.True(From(second) > From(first));
        Assert.Equal(first.RootElement.GetProperty("awardedDate").GetString(), second.RootElement.GetProperty("awardedDate").GetString());
        Assert.False(await IsSetAsync(work, again));
        Assert.Equal(("altered", "key-compromised"), await work.App.JudgeAsync(old.Bytes));
    }

    [Theory, Engines]
    public async Task A_teachers_stolen_key_takes_the_schools_credential_with_it_until_both_are_issued_anew(string engine)
    {
        var work = await ArrangeAsync(engine);
        var (badge, signed) = (await work.IssuedAsync(), await work.IssuedAsync(CredentialKind.Endorsement));
        using var teacher = await work.SignInAsync(work.TeacherId);
        using var keeper = await OperatorAsync(work);

        var told = await teacher.SubmitAsync(await teacher.GetPageAsync("/keys/mine"), Report, ("Theft", "Ponsel saya dicuri."));

        Assert.Contains("Dilaporkan.", told.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Equal(("altered", "key-compromised"), await work.App.JudgeAsync(signed.Bytes));
        Assert.Equal(("genuine-withdrawn", "endorsement-withdrawn"), await work.App.JudgeAsync(badge.Bytes));

        await keeper.SubmitAsync(await keeper.GetPageAsync("/keys"), Again);

        var (newBadge, newSigned) = (await work.IssuedAsync(), await work.IssuedAsync(CredentialKind.Endorsement));
        Assert.Equal("genuine-current", (await work.App.JudgeAsync(newSigned.Bytes)).Verdict);
        Assert.Equal("genuine-current", (await work.App.JudgeAsync(newBadge.Bytes)).Verdict);
        Assert.Equal((badge.Uri, signed.Uri), (newBadge.Uri, newSigned.Uri));
        Assert.True(await IsSetAsync(work, badge));
        await work.InAsync(async (db, _) => Assert.Equal(newSigned.Id, (await db.Endorsements.SingleAsync(e => e.EntryId == work.EntryId)).CredentialId));
    }

    [Theory, Engines]
    public async Task What_a_stolen_key_signs_while_it_is_reported_is_swept_up(string engine)
    {
        var work = await ArrangeAsync(engine);
        var badge = await work.IssuedAsync();
        // What a report on one node leaves when another signs in the same moment: the key is reported, one credential is not withdrawn.
        await work.InAsync(async (db, _) =>
        {
            Assert.Null((await db.IssuerKeys.SingleAsync(k => k.Id == badge.KeyId)).ReportCompromised(work.App.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
        });
        await work.InAsync(async (db, services) =>
        {
            var keys = services.GetRequiredService<KeyRing>();
            keys.AddKey(await db.Issuers.SingleAsync(i => i.Id == badge.IssuerId));
            await db.SaveChangesAsync();
            Assert.Equal(1, await services.GetRequiredService<KeyLife>().SweepAsync(work.App.Clock.GetUtcNow().UtcDateTime, CancellationToken.None));
            Assert.Equal(0, await services.GetRequiredService<KeyLife>().SweepAsync(work.App.Clock.GetUtcNow().UtcDateTime, CancellationToken.None));
        });

        Assert.True(await IsSetAsync(work, badge));
        Assert.Equal(CredentialState.Withdrawn, (await work.IssuedAsync()).State);
    }

    [Theory, Engines]
    public async Task A_reason_is_needed_a_school_is_not_ended_and_a_second_report_is_refused(string engine)
    {
        var work = await ArrangeAsync(engine);
        var badge = await work.IssuedAsync();
        using var keeper = await OperatorAsync(work);
        var page = await keeper.GetPageAsync($"/keys/{badge.IssuerId}");

        var silent = await keeper.SubmitAsync(page, Change, ("Reason", " "));
        var tooLong = await keeper.SubmitAsync(page, Report, ("Theft", new string('a', Issuer.ReasonMax + 1)));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (silent.Status, tooLong.Status));
        Assert.Single(silent.FieldErrors()["Reason"]);
        Assert.Single(tooLong.FieldErrors()["Theft"]);
        Assert.Empty(page.Document.QuerySelectorAll("button[formaction$='handler=Retire']"));

        Assert.Equal(HttpStatusCode.OK, (await keeper.SubmitAsync(page, Report, ("Theft", "Hilang."))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await keeper.SubmitAsync(page, Report, ("Theft", "Hilang."))).Status);
    }

    [Theory, Engines]
    public async Task Operator_and_principal_find_the_keys_and_a_teacher_only_the_own_one(string engine)
    {
        var work = await ArrangeAsync(engine);
        var badge = await work.IssuedAsync();
        using var teacher = await work.SignInAsync(work.TeacherId);
        using var principal = await work.SignInAsync(await work.AddStaffAsync(Role.Principal));
        using var student = await work.SignInAsync(work.StudentId);

        Assert.Equal(HttpStatusCode.OK, (await principal.GetAsync($"/keys/{badge.IssuerId}")).Status);
        Assert.Contains("Ratna Wulandari", (await principal.GetPageAsync("/keys")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync("/keys")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/keys/{badge.IssuerId}")).Status);
        Assert.Single((await teacher.GetPageAsync("/keys/mine")).Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync("/keys/mine")).Status);
    }

    private async Task<SignedWork> ArrangeAsync(string engine) => await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);

    private static async Task<Browser> OperatorAsync(SignedWork work) => await work.SignInAsync(await work.AddStaffAsync(Role.Operator));

    private static async Task<bool> IsSetAsync(SignedWork work, IssuedCredential credential)
    {
        var isSet = false;
        await work.InAsync(async (db, _) => isSet = (await db.StatusLists.AsNoTracking().SingleAsync(l => l.Id == credential.StatusListId)).IsSet(credential.StatusIndex));
        return isSet;
    }
}
