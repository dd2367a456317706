using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Tests;
using SmkPortfolio.UnitTests.Golden;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.UnitTests.Campaigns;

/// <summary>Genuine papers and credentials, damaged in every way we can think of: never an exception, never green.</summary>
[Trait(Campaign.Category, Campaign.Name)]
public sealed class PaperCampaignTests
{
    private static readonly GoldenSet Set = GoldenSet.Of(GoldenSet.Versions.Last());
    private static readonly VerificationContext Known = GoldenChecks.ContextOf(Set);

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x20)]
    [InlineData(0x80)]
    public async Task Any_one_byte_of_a_paper_changed_makes_it_altered(byte bits)
    {
        var file = Set.Read("drh-en.pdf");
        Assert.Equal(Verdict.GenuineCurrent, (await VerifyAsync(file)).Verdict);
        var seen = new List<int>();
        foreach (var at in Campaign.Positions(file.Length, small: 60))
        {
            file[at] ^= bits;
            if ((await VerifyAsync(file)).Verdict != Verdict.Altered) seen.Add(at);
            file[at] ^= bits;
        }
        Assert.Empty(seen);
    }

    [Theory]
    [InlineData("drh-id.pdf")]
    [InlineData("drh-en.pdf")]
    public async Task A_damaged_paper_is_never_green(string name)
    {
        var file = Set.Read(name);
        for (var seed = 0; seed < Campaign.Count(small: 150, full: 20_000); seed++)
        {
            var verdict = await VerdictAsync(Mutation.Of(file, seed));
            Assert.True(verdict is Verdict.Altered or null, $"seed {seed}: {verdict}");
        }
    }

    [Theory]
    [InlineData("open-badge.json")]
    [InlineData("endorsement.json")]
    [InlineData("portfolio.json")]
    public async Task A_damaged_credential_is_never_green_unless_it_says_the_same(string name)
    {
        var file = Set.Read(name);
        var original = JsonNode.Parse(file);
        for (var seed = 0; seed < Campaign.Count(small: 300, full: 40_000); seed++)
        {
            var damaged = Mutation.Of(file, seed);
            var verdict = await VerdictAsync(damaged);
            var isGreen = verdict is Verdict.GenuineCurrent or Verdict.GenuineExpired or Verdict.GenuineWithdrawn;
            Assert.True(!isGreen || JsonNode.DeepEquals(JsonNode.Parse(damaged), original), $"seed {seed}: {verdict}");
        }
    }

    public static TheoryData<string> Traps => [.. HostileFiles.All.Keys];

    [Theory, MemberData(nameof(Traps))]
    public async Task A_file_built_to_hurt_the_reader_is_answered(string trap)
    {
        var verdict = await VerdictAsync(HostileFiles.All[trap](Campaign.Count(small: 2_000, full: 1_000_000)));
        Assert.Contains(verdict, new Verdict?[] { Verdict.Altered, Verdict.NotCheckable, Verdict.IssuerUnknown, null });
    }

    private static async Task<Verdict?> VerdictAsync(byte[] file)
    {
        try
        {
            return (await VerifyAsync(file)).Verdict;
        }
        catch (UnknownKindException)
        {
            return null;
        }
    }

    private static Task<VerificationReport> VerifyAsync(byte[] file) => DocumentVerifier.VerifyAsync(file, Known, default);

    /// <summary>Files that are small to write and costly to read carelessly; the number says how deep or how many.</summary>
    private static class HostileFiles
    {
        public static readonly IReadOnlyDictionary<string, Func<int, byte[]>> All = new Dictionary<string, Func<int, byte[]>>(StringComparer.Ordinal)
        {
            ["JSON lists in lists"] = n => Text(new string('[', n) + new string(']', n)),
            ["JSON lists never closed"] = n => Text(new string('[', n)),
            ["JSON objects in objects"] = n => Text(Repeat("{\"a\":", n) + "1" + new string('}', n)),
            ["JSON of many members"] = n => Text("{" + string.Join(',', Enumerable.Range(0, n).Select(i => $"\"a{i}\":{i}")) + "}"),
            ["JSON with one name many times"] = n => Text("{" + Repeat("\"id\":1,", n) + "\"id\":2}"),
            ["JSON with a long number"] = n => Text("{\"a\":" + new string('9', n) + "}"),
            ["JSON with a lone surrogate"] = n => Text("{\"a\":\"" + Repeat("\\ud800", n) + "\"}"),
            ["PDF lists in lists"] = n => Pdf(new string('[', n) + new string(']', n)),
            ["PDF dictionaries in dictionaries"] = n => Pdf(Repeat("<</A ", n) + "1" + Repeat(">>", n)),
            ["PDF strings in brackets"] = n => Pdf(new string('(', n)),
            ["PDF pages that are their own parents"] = n => Pdf("<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Parent 1 0 R/Count " + n + ">>"),
            ["PDF with a long way of references"] = n => Text("%PDF-1.7\n" + string.Concat(Enumerable.Range(1, Math.Min(n, 50_000)).Select(i => $"{i} 0 obj {i + 1} 0 R endobj\n")) + "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"),
            ["PDF whose tables chase each other"] = n => Text("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size " + n + "/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"),
            ["PDF with a table of absurd size"] = n => Text("%PDF-1.7\nxref\n0 2147483647\n" + Repeat("0000000009 00000 n \n", Math.Min(n, 100_000)) + "trailer<</Size 2147483647/Root 1 0 R>>\nstartxref\n9\n%%EOF"),
        };

        private static byte[] Pdf(string content) =>
            Text($"%PDF-1.7\n1 0 obj\n{content}\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Size 2/Root 1 0 R>>\nstartxref\n{content.Length + 25}\n%%EOF");

        private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

        private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
    }
}
