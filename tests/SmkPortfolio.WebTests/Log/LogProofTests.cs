using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Walls;

namespace SmkPortfolio.WebTests.Log;

/// <summary>What was signed here stands in the log, and whoever may see it can show that.</summary>
public sealed class LogProofTests(WebApps apps)
{
    [Theory, Engines]
    public async Task Whatever_happens_is_entered_by_its_kind(string engine)
    {
        await using var app = await LogBench.StartAsync(engine);
        // A site that starts slowly has published its empty register already: so that it always has.
        await LogBench.PublishAsync(app);
        var work = await SignedWork.ArrangeAsync(app);
        await work.WithdrawAsync();

        await LogBench.PublishAsync(app);

        using var stranger = new LogStranger(app);
        var kinds = (await stranger.EntriesAsync((await stranger.ReadAllAsync()).Size)).Select(e => (LogEntryKind)e[1]).ToList();
        Assert.Equal(Enum.GetValues<LogEntryKind>().Order(), kinds.Distinct().Order());
        Assert.Equal(1, kinds.Count(k => k == LogEntryKind.Credential));
        Assert.Equal(1, kinds.Count(k => k == LogEntryKind.Endorsement));
        Assert.Equal(2, kinds.Count(k => k == LogEntryKind.StatusChange));
        // The platform's, the teacher's, the school's and the log's own.
        Assert.Equal(4, kinds.Count(k => k == LogEntryKind.KeyEvent));
        // Without the school, and with it.
        Assert.Equal(2, kinds.Count(k => k == LogEntryKind.Register));
    }

    [Theory, Engines]
    public async Task A_register_is_entered_when_it_says_something_new_and_its_history_stays(string engine)
    {
        await using var app = await LogBench.StartAsync(engine);
        await LogBench.PublishAsync(app);
        await LogBench.EnterAsync(app, 1);
        await LogBench.PublishAsync(app);
        var work = await SignedWork.ArrangeAsync(app);
        await LogBench.PublishAsync(app);
        using var stranger = new LogStranger(app);
        var log = await stranger.LogAsync();
        Assert.True(Ed25519Key.TryReadMultikey(log.Keys.Single().Multikey, out var key));

        for (var number = 1; number <= 2; number++)
        {
            var path = $"/registers/{number}";
            using var answer = await stranger.GetAsync(path + ".jws");
            var file = await answer.Content.ReadAsByteArrayAsync();
            using var proof = await stranger.GetAsync(path + "/log-proof");
            var read = LogProof.Read(await proof.Content.ReadAsStringAsync())!;

            Assert.True(read.Proves(file, log.Origin, key) && read.IsOf(LogEntryKind.Register));
            Assert.Equal(number - 1, RegisterFile.Read(Encoding.ASCII.GetString(file)).Content.Schools.Count(s => s.Npsn == work.Npsn));
        }
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync("/registers/3.jws"));
    }

    [Theory, Engines]
    public async Task Owner_and_holder_of_the_paper_get_the_proof_and_nobody_else(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var school = await WalledSchool.ArrangeAsync(app);
        var paper = await PaperAsync(school);
        using var owner = await school.Work.SignInAsync(school.Work.StudentId);
        using var stranger = new LogStranger(app);

        foreach (var path in new[] { Address(school, school.Badge), Address(school, school.Signed), Address(school, paper) })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, await stranger.StatusAsync(path + "/log-proof")));
            Assert.Equal((path, HttpStatusCode.OK), (path, (await owner.GetAsync(path + "/log-proof")).Status));
        }
        using var withCode = await stranger.GetAsync($"{Address(school, paper)}/log-proof?code={school.Paper.Code}");
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (withCode.StatusCode, withCode.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith(".tlog-proof", withCode.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        Assert.True(withCode.Headers.CacheControl?.Private);
        var listed = (await owner.GetPageAsync("/cvs")).One("a[href$='/log-proof']").GetAttribute("href");
        Assert.Equal(Address(school, paper) + "/log-proof", listed);
    }

    [Theory, Engines]
    public async Task The_proof_holds_without_the_site_and_falls_with_every_changed_byte(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var school = await WalledSchool.ArrangeAsync(app);
        using var owner = await school.Work.SignInAsync(school.Work.StudentId);
        using var stranger = new LogStranger(app);
        var register = await stranger.RegisterAsync();
        var proof = Encoding.UTF8.GetString((await owner.GetPageAsync(Address(school, school.Badge) + "/log-proof")).Body);
        var context = new VerificationContext(register, new OfflineSources(), app.Clock.GetUtcNow(), "en") { LogProof = proof };

        var proved = await DocumentVerifier.VerifyAsync(school.Badge.Bytes, context, CancellationToken.None);

        Assert.Equal(CheckState.Passed, proved.StateOf(CheckName.Log));
        // What comes after the first signature line is for others to sign.
        for (var i = 0; i < proof.Length - 1; i += 7)
        {
            var changed = proof[..i] + (proof[i] == 'A' ? 'B' : 'A') + proof[(i + 1)..];
            var report = await DocumentVerifier.VerifyAsync(school.Badge.Bytes, context with { LogProof = changed }, CancellationToken.None);
            Assert.True(report.StateOf(CheckName.Log) == CheckState.Failed, $"character {i}");
        }
    }

    [Theory, Engines]
    public async Task The_site_says_since_when_a_document_stands_in_its_log_and_no_more(string engine)
    {
        await using var app = await LogBench.StartAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var badge = await work.IssuedAsync();
        var spaced = Encoding.UTF8.GetBytes(JsonNode.Parse(badge.Bytes)!.ToString());
        Assert.NotEqual(badge.Bytes, spaced);

        var before = await LogCheckAsync(app, badge.Bytes);
        await LogBench.PublishAsync(app);
        var after = await LogCheckAsync(app, badge.Bytes);
        var rewritten = await LogCheckAsync(app, spaced);

        Assert.Equal(("not-applicable", "genuine-current"), (before.State, before.Verdict));
        Assert.Equal(("passed", "genuine-current"), (after.State, after.Verdict));
        Assert.StartsWith("It stands in this site's public log since ", after.Detail, StringComparison.Ordinal);
        Assert.EndsWith("; the log is kept by the same site.", after.Detail, StringComparison.Ordinal);
        // The same document in other bytes is as genuine; its file was not the one entered.
        Assert.Equal(("not-applicable", "genuine-current"), (rewritten.State, rewritten.Verdict));
    }

    private static async Task<(string Verdict, string State, string? Detail)> LogCheckAsync(WebApp app, byte[] file)
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/verify") { Content = new ByteArrayContent(file) };
        request.Headers.AcceptLanguage.ParseAdd("en");
        using var answer = await client.SendAsync(request);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var log = json.RootElement.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "log");
        return (json.RootElement.GetProperty("verdict").GetString()!, log.GetProperty("state").GetString()!, log.GetProperty("detail").GetString());
    }

    private static async Task<IssuedCredential> PaperAsync(WalledSchool school)
    {
        IssuedCredential? found = null;
        await school.Work.InAsync(async (db, _) => found = await db.Credentials.AsNoTracking().SingleAsync(c => c.Id == school.Paper.CredentialId));
        return found!;
    }

    private static string Address(WalledSchool school, IssuedCredential credential) =>
        $"/schools/{school.Work.Npsn}/{(credential.Kind == CredentialKind.Endorsement ? "endorsements" : "credentials")}/{credential.PublicId}";
}
