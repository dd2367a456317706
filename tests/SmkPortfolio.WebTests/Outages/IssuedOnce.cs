using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Log;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Outages;

/// <summary>What must be true of a school in which each entry was endorsed by one teacher, whatever happened meanwhile.</summary>
internal static class IssuedOnce
{
    public sealed record Figures(int Credentials, int UnusedPlaces, long LogSize, int Checkpoints);

    public static async Task<Figures> AssertAsync(WebApp app, School school, TestPerson teacher, IReadOnlyList<Guid> entries)
    {
        await app.Services.GetRequiredService<LogPublishing>().StopAsync(CancellationToken.None);
        await LogBench.PublishAsync(app);
        List<IssuedCredential> credentials = [];
        var unused = 0;
        var checkpoints = 0;
        long size = 0;
        await LogBench.InAsync(app, async db =>
        {
            credentials = await db.Credentials.AsNoTracking().Where(c => c.SchoolId == school.Id).ToListAsync();
            await EntriesAsync(db, credentials, teacher, entries);
            unused = await PlacesAsync(db, credentials);
            await IssuersAsync(db, credentials);
            await ChainAsync(db, school, entries.Count);
            (size, checkpoints) = await LogAsync(app, db, credentials);
        });
        await ProofsAsync(app, school, teacher, credentials);
        return new Figures(credentials.Count, unused, size, checkpoints);
    }

    private static async Task EntriesAsync(AppDb db, List<IssuedCredential> credentials, TestPerson teacher, IReadOnlyList<Guid> ids)
    {
        var endorsements = await db.Endorsements.AsNoTracking().Where(e => ids.Contains(e.EntryId)).ToListAsync();
        var entries = await db.Entries.AsNoTracking().Where(e => ids.Contains(e.Id)).ToListAsync();
        var steps = (await db.ReviewEvents.AsNoTracking().Where(e => ids.Contains(e.EntryId)).ToListAsync()).ToLookup(e => e.EntryId);
        Assert.Equal(ids.Order(), entries.Select(e => e.Id).Order());
        Assert.Equal(2 * ids.Count, credentials.Count);
        foreach (var entry in entries)
        {
            var endorsement = endorsements.Single(e => e.EntryId == entry.Id);
            var signed = credentials.Single(c => c.EntryId == entry.Id && c.Kind == CredentialKind.Endorsement);
            var badge = credentials.Single(c => c.EntryId == entry.Id && c.Kind == CredentialKind.OpenBadge);
            Assert.Equal((true, teacher.Id, signed.Id, entry.EndorsedRevisionId), (endorsement.Stands, endorsement.ByPersonId, endorsement.CredentialId, endorsement.RevisionId));
            Assert.Equal((EntryState.Endorsed, Word.Teacher), (entry.State, entry.Word));
            Assert.Equal((1, 1), (signed.Number, badge.Number));
            Assert.Equal([Domain.Issuing.CredentialState.Active, Domain.Issuing.CredentialState.Active], [signed.State, badge.State]);
            Assert.True(badge.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(signed.Uri)) >= 0);
            Assert.Equal([ReviewStep.Submitted, ReviewStep.Endorsed], steps[entry.Id].OrderBy(s => s.At).Select(s => s.Step));
        }
    }

    /// <returns>Places that were taken by work which was never finished; they stay empty for ever.</returns>
    private static async Task<int> PlacesAsync(AppDb db, List<IssuedCredential> credentials)
    {
        var lists = credentials.Select(c => c.StatusListId).Distinct().ToList();
        var taken = (await db.StatusEntries.AsNoTracking().Where(e => lists.Contains(e.ListId)).ToListAsync()).Select(e => (e.ListId, e.Index)).ToHashSet();
        var used = credentials.Select(c => (c.StatusListId, c.StatusIndex)).ToHashSet();
        Assert.Equal(credentials.Count, used.Count);
        Assert.Subset(taken, used);
        Assert.All(await db.StatusLists.AsNoTracking().Where(l => lists.Contains(l.Id)).ToListAsync(), list => Assert.Empty(list.SetBits()));
        return taken.Count - used.Count;
    }

    private static async Task IssuersAsync(AppDb db, List<IssuedCredential> credentials)
    {
        var issuers = credentials.Select(c => c.IssuerId).Distinct().ToList();
        Assert.Equal(2, issuers.Count);
        Assert.Equal(2, await db.IssuerKeys.CountAsync(k => issuers.Contains(k.IssuerId)));
        Assert.Equal(2, await db.StatusLists.CountAsync(l => issuers.Contains(l.IssuerId)));
    }

    private static async Task ChainAsync(AppDb db, School school, int endorsed)
    {
        var chain = await db.AuditEvents.AsNoTracking().Where(e => e.SchoolId == school.Id).OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(Enumerable.Range(1, chain.Count).Select(n => (long)n), chain.Select(e => e.Sequence));
        Assert.All(chain.Zip(chain.Prepend(null)), pair => Assert.Equal(pair.First.HashAfter(pair.Second?.Hash ?? ""), pair.First.Hash));
        Assert.Equal(endorsed, chain.Count(e => e.Action == "entry-endorsed"));
    }

    /// <summary>Each credential stands in the log once and nothing else does; the tree adds up, at each of its checkpoints too.</summary>
    private static async Task<(long Size, int Checkpoints)> LogAsync(WebApp app, AppDb db, List<IssuedCredential> credentials)
    {
        using var stranger = new LogStranger(app);
        var checkpoint = await stranger.ReadAllAsync();
        var published = await stranger.EntriesAsync(checkpoint.Size);
        var rows = await db.LogEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(Enumerable.Range(0, published.Count).Select(n => (long?)n), rows.Select(r => r.Sequence));
        Assert.Equal(published.Select(Convert.ToHexString), rows.Select(r => Convert.ToHexString(r.Bytes)));
        Assert.Equal(
            credentials.Select(EntryOf).Order(StringComparer.Ordinal),
            published.Where(e => (LogEntryKind)e[1] is LogEntryKind.Credential or LogEntryKind.Endorsement).Select(Convert.ToHexString).Order(StringComparer.Ordinal));
        var checkpoints = await db.LogCheckpoints.AsNoTracking().ToListAsync();
        Assert.All(checkpoints, c => Assert.Equal(LogStranger.RootOf(published, c.Size), c.Root));
        return (checkpoint.Size, checkpoints.Count);
    }

    private static string EntryOf(IssuedCredential credential) => Convert.ToHexString(LogEntry.Of(
        credential.Kind == CredentialKind.Endorsement ? LogKind.Endorsement : LogKind.Credential, new DateTimeOffset(credential.IssuedAt, TimeSpan.Zero), credential.LogSalt, credential.Bytes).Bytes);

    // Over the network: the proof that staff may fetch holds without the site, and the site's own check calls each document genuine.
    private static async Task ProofsAsync(WebApp app, School school, TestPerson teacher, List<IssuedCredential> credentials)
    {
        using var stranger = new LogStranger(app);
        using var staff = await app.SignedInAsync(teacher.Address);
        using var client = app.NewClient();
        var context = new VerificationContext(await stranger.RegisterAsync(), new OfflineSources(), app.Clock.GetUtcNow(), "en");
        foreach (var credential in credentials)
        {
            var kind = credential.Kind == CredentialKind.Endorsement ? "endorsements" : "credentials";
            var proof = await staff.GetPageAsync($"/schools/{school.Npsn}/{kind}/{credential.PublicId}/log-proof");
            var offline = await DocumentVerifier.VerifyAsync(credential.Bytes, context with { LogProof = Encoding.UTF8.GetString(proof.Body) }, CancellationToken.None);
            Assert.Equal(CheckState.Passed, offline.StateOf(CheckName.Log));

            using var answer = await client.PostAsync("/api/v1/verify", new ByteArrayContent(credential.Bytes));
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            var log = json.RootElement.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "log");
            Assert.Equal(("genuine-current", "passed"), (json.RootElement.GetProperty("verdict").GetString(), log.GetProperty("state").GetString()));
        }
    }
}
