using System.Text;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.UnitTests.Credentials;
using SmkPortfolio.UnitTests.Credentials.Cases;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.BrowserTests.Checker;

/// <summary>Proofs of the transparency log on the page from the disk.</summary>
public sealed class LogProofTests(Chromium chromium, Site site)
{
    private static readonly DateTimeOffset Now = Samples.Now.AddDays(1);

    [Fact]
    public async Task A_log_proof_beside_a_document_is_checked_as_the_core_checks_it()
    {
        var log = new LogSample();
        var register = RegisterFile.Sign(log.In(Forge.Register), Samples.Platform);
        var (badge, endorsement) = (Samples.SignedBadge(), Samples.SignedEndorsement(Samples.Teacher));
        var good = log.ProofOf(badge);
        (byte[] File, string Proof)[] pairs =
        [
            (badge, good), (endorsement, log.ProofOf(endorsement, LogEntryKind.Endorsement)), (endorsement, log.ProofOf(endorsement)), (badge, log.ProofOf(endorsement)), (badge, good + "x"),
            (badge, new LogSample().ProofOf(badge)), (badge, good.Replace("index 5", "index 05", StringComparison.Ordinal)), (badge, good.Replace("index 5", "index 4", StringComparison.Ordinal)),
            (badge, good.Replace("\n9\n", "\n8\n", StringComparison.Ordinal)), (badge, ""), (badge, "\n\n"), (Forge.Changed(badge, json => json["name"] = "lain"), good), (badge, good.Replace("\n— ", "\n— other AAAAAAAA\n— ", StringComparison.Ordinal)),
        ];
        await using var page = await SavedChecker.OpenAsync(chromium, site, register, RegisterFile.Read(register).Fingerprint, Now);

        await page.HandInAsync(new CheckedFile("bundle.zip", Zips.Of([.. Lists(), .. pairs.SelectMany((p, i) => new CheckedFile[] { new($"credentials/{i}.json", p.File), new($"proofs/{i}.tlog-proof", Encoding.UTF8.GetBytes(p.Proof)) })])));

        var told = await page.ToldAsync();
        for (var i = 0; i < pairs.Length; i++)
        {
            var context = new VerificationContext(RegisterFile.Read(register), new OfflineSources(), Now, "en") { LogProof = pairs[i].Proof, Stapled = [.. Forge.Lists.Values.Select(l => (ReadOnlyMemory<byte>)l)] };
            // An empty file is no proof: to the archive it is a document that holds nothing.
            var core = await DocumentVerifier.VerifyAsync(pairs[i].File, pairs[i].Proof.Length == 0 ? context with { LogProof = null } : context, default);
            Assert.Equal((i, new Told(WireNames.Of(core.Verdict), core.ReasonCode)), (i, told.Where(t => t.Reason != "empty").ElementAt(i)));
        }
        Assert.Contains(told, t => t.Reason == "log-mismatch");
        Assert.Single(told, t => t.Reason == "empty");

        await page.Page.Locator("#clear").ClickAsync();
        await page.HandInAsync([new CheckedFile("one.json", badge), new CheckedFile("one.tlog-proof", Encoding.UTF8.GetBytes(good)), .. Lists()]);
        Assert.Equal("genuine-as-of", (await page.ToldAsync())[0].Reason);
        Assert.Contains("log terbuka situs ini sejak", await page.Page.Locator("article").First.TextContentAsync() ?? "", StringComparison.Ordinal);
    }

    private static IEnumerable<CheckedFile> Lists() => Forge.Lists.Values.Select((list, i) => new CheckedFile($"status/{i}.json", list));
}
