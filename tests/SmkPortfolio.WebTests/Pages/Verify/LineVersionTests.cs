using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Credentials;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;
using State = SmkPortfolio.Credentials.CredentialState;

namespace SmkPortfolio.WebTests.Pages.Verify;

/// <summary>A line stands or falls with the version that the paper carries, not with what was issued later under the same id.</summary>
public sealed class LineVersionTests(WebApps apps)
{
    [Theory, Engines]
    public async Task A_withdrawn_later_version_leaves_the_earlier_papers_line_standing(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var (earlier, _) = await LongPaper.IssueAsync(work);
        await EndorseNextRevisionAsync(work);
        var (later, _) = await LongPaper.IssueAsync(work);

        await WithdrawNewestAsync(work);

        Assert.Equal(("genuine-current", "current"), await CheckAsync(app, earlier));
        Assert.Equal(("genuine-withdrawn", "withdrawn"), await CheckAsync(app, later));
    }

    [Theory, Engines]
    public async Task The_signed_state_is_that_of_the_version_asked_for_and_of_the_newest_otherwise(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var earlier = await work.IssuedAsync();
        await EndorseNextRevisionAsync(work);
        await WithdrawNewestAsync(work);
        using var client = app.NewClient();
        var register = RegisterFile.Read(await client.GetStringAsync("/register.jws"));
        var place = new CredentialVersion(earlier.Uri, $"http://localhost:5080/schools/{work.Npsn}/status/rev-1.json", earlier.StatusIndex);

        var asked = StateRecord.Read(await client.GetStringAsync(new Uri(StateRecord.AddressOf(place)).PathAndQuery), register);
        var newest = StateRecord.Read(await client.GetStringAsync($"/schools/{work.Npsn}/credentials/{earlier.PublicId}/state"), register);
        using var elsewhere = await client.GetAsync(new Uri(StateRecord.AddressOf(place with { StatusIndex = place.StatusIndex ^ 1 })).PathAndQuery);

        Assert.Equal((State.Replaced, 1), (asked?.State, asked?.Version));
        Assert.Equal((State.Withdrawn, 2), (newest?.State, newest?.Version));
        Assert.True(asked!.SpeaksOf(place));
        Assert.False(newest!.SpeaksOf(place));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    private static Task EndorseNextRevisionAsync(SignedWork work) => work.InAsync(async (db, services) =>
    {
        var school = await db.Schools.SingleAsync(s => s.Id == work.SchoolId);
        var entry = await db.Entries.SingleAsync(e => e.Id == work.EntryId);
        Assert.Null(entry.Edit(entry.Detail with { Title = new Bilingual("Rak sepatu besi siku, dicat") }, entry.Version, work.By(work.StudentId)));
        var (revision, errors) = entry.Submit(Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(16), work.By(work.StudentId));
        Assert.Empty(errors);
        db.Revisions.Add(revision!);
        await db.SaveChangesAsync();
        var issuer = await services.GetRequiredService<KeyRing>().StaffAsync(school, work.TeacherId, "teacher", CancellationToken.None);
        Assert.Null(await services.GetRequiredService<Endorsing>().EndorseAsync(school, entry, revision!.Id, new Endorser(issuer, "Ratna Wulandari, S.Pd.", EndorserRole.Teacher), work.By(work.TeacherId, "Saya melihat catnya."), CancellationToken.None));
    });

    private static Task WithdrawNewestAsync(SignedWork work) => work.InAsync(async (db, services) =>
    {
        var school = await db.Schools.SingleAsync(s => s.Id == work.SchoolId);
        var entry = await db.Entries.SingleAsync(e => e.Id == work.EntryId);
        var endorsement = await db.Endorsements.SingleAsync(e => e.EntryId == work.EntryId && e.RevisionId == entry.EndorsedRevisionId);
        Assert.Null(await services.GetRequiredService<Endorsing>().WithdrawAsync(school, entry, endorsement, work.By(work.TeacherId, "Bukan catnya sendiri."), CancellationToken.None));
    });

    private static async Task<(string? Verdict, string? Line)> CheckAsync(WebApp app, CvDocument paper)
    {
        using var client = app.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var report = await client.GetFromJsonAsync<JsonElement>($"/verify/{paper.Code}");
        return (report.GetProperty("verdict").GetString(), report.GetProperty("lines")[0].GetProperty("state").GetString());
    }
}
