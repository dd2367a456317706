using System.Text;
using System.Text.Json;
using SmkPortfolio.Credentials;
using SmkPortfolio.Tests;
using SmkPortfolio.Verifier.Checking;
using SmkPortfolio.Verifier.Cli;

namespace SmkPortfolio.UnitTests.Golden;

/// <summary>What every released version issued, checked with no site and a clock that stands where it stood.</summary>
public sealed class GoldenFileTests
{
    /// <summary>Version and number of a file in its index.</summary>
    public static TheoryData<string, int> Files => Chosen(_ => true);

    public static TheoryData<string, int> GenuineFiles => Chosen(f => f.Verdict.StartsWith("genuine-", StringComparison.Ordinal));

    /// <summary>What 0.3.0 can print, as it was then: a later version that prints more keeps more.</summary>
    private static readonly string[] Papers =
    [
        "booklet-de", "booklet-en", "booklet-id", "booklet-ja", "booklet-ko", "drh-en", "drh-id", "europass-de", "europass-en", "europass-id", "international-en", "iryeokseo-ko", "lebenslauf-de",
        "pkl-certificate-en", "pkl-certificate-id", "rirekisho-ja", "shokumu-keirekisho-ja", "ssw-1-1-ja", "transcript-de", "transcript-en", "transcript-id", "transcript-ja", "transcript-ko",
    ];

    public static TheoryData<string> Versions => [.. GoldenSet.Versions];

    [Theory, MemberData(nameof(Versions))]
    public void A_version_keeps_every_type_and_every_paper_in_each_of_its_languages(string version)
    {
        var files = GoldenSet.Of(version).Index.Files;
        string[] copies = version == "0.1.0" ? [] : ["jwt", "badge-picture"];
        foreach (var kind in copies.Concat(["open-badge", "endorsement", "portfolio", "paper"])) Assert.Contains(files, f => f.Kind == kind && f.Verdict == "genuine-current");
        foreach (var verdict in new[] { "genuine-expired", "genuine-withdrawn", "altered" }) Assert.Contains(files, f => f.Verdict == verdict);
        Assert.Contains(files, f => f.Kind == "status-list");
        Assert.Equal(version is "0.1.0" or "0.2.0" ? ["drh-en", "drh-id"] : Papers, files.Where(f => f.Kind == "paper").Select(f => $"{f.Format}-{f.Language}").Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Files))]
    public async Task With_the_lists_and_states_of_that_day_the_verdict_is_what_it_was(string version, int number)
    {
        var set = GoldenSet.Of(version);
        var file = set.Index.Files[number];
        var report = await DocumentVerifier.VerifyAsync(set.Read(file.File), GoldenChecks.ContextOf(set), default);
        Assert.Equal((file.File, file.Verdict), (file.File, WireNames.Of(report.Verdict)));
    }

    [Theory, MemberData(nameof(Files))]
    public async Task The_command_offline_says_what_it_said(string version, int number)
    {
        var set = GoldenSet.Of(version);
        var file = set.Index.Files[number];
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] args = [set.PathOf(file.File), "--register", set.PathOf(GoldenSet.RegisterFile), "--key", set.Index.PlatformKey, "--offline", "--json"];
        var code = await SmkVerify.RunAsync(args, output, error, new PinnedClock(set.Index.Pinned));
        using var json = JsonDocument.Parse(output.ToString());
        Assert.Equal((file.File, file.Offline), (file.File, json.RootElement.GetProperty("verdict").GetString()));
        Assert.Equal(file.Offline == "genuine-current" ? SmkVerify.AllGenuine : SmkVerify.NotAllGenuine, code);
        Assert.Empty(error.ToString());
    }

    [Theory, MemberData(nameof(GenuineFiles))]
    public async Task One_changed_byte_makes_it_altered(string version, int number)
    {
        var set = GoldenSet.Of(version);
        var file = set.Index.Files[number];
        var changed = Change(set.Read(file.File), file.Kind);
        var report = await DocumentVerifier.VerifyAsync(changed, GoldenChecks.ContextOf(set), default);
        Assert.Equal(Verdict.Altered, report.Verdict);
    }

    private static TheoryData<string, int> Chosen(Func<GoldenFile, bool> isChosen)
    {
        var chosen = new TheoryData<string, int>();
        foreach (var version in GoldenSet.Versions)
        {
            foreach (var (number, file) in GoldenSet.Of(version).Index.Files.Index())
                if (isChosen(file)) chosen.Add(version, number);
        }
        return chosen;
    }

    private static byte[] Change(byte[] file, string kind)
    {
        if (kind == "jwt")
        {
            file[file.Length / 2] = (byte)(file[file.Length / 2] == 'A' ? 'B' : 'A');
            return file;
        }
        // In JSON a digit of the signing time: changed, the document stays well-formed.
        var at = kind == "paper" ? file.Length / 2 : Encoding.UTF8.GetString(file).IndexOf("\"created\":\"20", StringComparison.Ordinal) + "\"created\":\"20".Length;
        Assert.InRange(at, 1, file.Length - 1);
        file[at] ^= 1;
        return file;
    }

    private sealed class PinnedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
