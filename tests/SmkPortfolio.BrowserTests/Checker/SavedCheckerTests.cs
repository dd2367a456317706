using System.Text;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Credentials;
using SmkPortfolio.Tests;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.BrowserTests.Checker;

/// <summary>The page from the disk says of every file what the core says without a network.</summary>
public sealed class SavedCheckerTests(Chromium chromium, Site site)
{
    private const int ChangesPerFile = 100;

    public static TheoryData<string> Versions => [.. GoldenSet.Versions];

    /// <summary>Each golden document by its place in the index.</summary>
    public static TheoryData<string, int> Documents
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var version in GoldenSet.Versions)
            {
                for (var i = 0; i < GoldenSet.Of(version).Index.Files.Count; i++)
                {
                    data.Add(version, i);
                }
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Every_golden_document_gets_the_verdict_of_the_core(string version)
    {
        var set = GoldenSet.Of(version);
        await using var page = await OpenAsync(set);

        foreach (var golden in set.Index.Files)
        {
            // One by one: a status list among them would be used for the others.
            var told = Assert.Single(await page.CheckAsync([new CheckedFile(golden.File, set.Read(golden.File))]));

            Assert.Equal((golden.File, await CoreAsync(set, set.Read(golden.File))), (golden.File, told));
            Assert.Equal((golden.File, golden.Offline), (golden.File, told.Verdict));
        }
        Visitor.Expect(page.Visitor.Complaints);
    }

    [Theory, MemberData(nameof(Documents))]
    public async Task A_document_with_one_changed_byte_gets_the_verdict_of_the_core(string version, int document)
    {
        var set = GoldenSet.Of(version);
        var golden = set.Index.Files[document];
        var bytes = set.Read(golden.File);
        var random = new Random(document);
        var changed = Enumerable.Range(0, ChangesPerFile).Select(_ => Changed(bytes, random)).ToList();
        await using var page = await OpenAsync(set);

        var told = await page.CheckAsync([.. changed.Select(c => new CheckedFile(golden.File, c.Bytes))]);

        Assert.Equal(ChangesPerFile, told.Count);
        var differences = new List<string>();
        for (var i = 0; i < told.Count; i++)
        {
            var core = await CoreAsync(set, changed[i].Bytes);
            if (core != told[i])
            {
                differences.Add($"{golden.File} with {changed[i].What}: the core says {core}, the page {told[i]}");
            }
        }
        Visitor.Expect(differences);
        Visitor.Expect(page.Visitor.Complaints);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Status_lists_handed_in_with_a_document_tell_how_it_stands(string version)
    {
        var set = GoldenSet.Of(version);
        var lists = set.Index.Lists.Values.Select(file => new CheckedFile(file, set.Read(file))).ToList();
        await using var page = await OpenAsync(set);

        foreach (var golden in set.Index.Files.Where(f => f.Kind != "status-list"))
        {
            var told = await page.CheckAsync([new CheckedFile(golden.File, set.Read(golden.File)), .. lists]);

            Assert.Equal((golden.File, golden.Verdict), (golden.File, told[0].Verdict));
        }
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_browser_without_the_signature_method_says_so_and_calls_nothing_genuine(string version)
    {
        var set = GoldenSet.Of(version);
        await using var page = await OpenAsync(set, """
            const known = SubtleCrypto.prototype.importKey;
            SubtleCrypto.prototype.importKey = function (format, key, algorithm, ...rest) {
              return algorithm.name === 'Ed25519' ? Promise.reject(new DOMException('', 'NotSupportedError')) : known.call(this, format, key, algorithm, ...rest);
            };
            """);

        var told = await page.CheckAsync([.. set.Index.Files.Select(f => new CheckedFile(f.File, set.Read(f.File)))]);

        Assert.True(await page.Page.Locator("#lacks").IsVisibleAsync());
        Assert.All(told, t => Assert.Equal(new Told("not-checkable", "browser-lacks"), t));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task The_page_is_clean_and_fits_the_phone_in_both_languages(string version)
    {
        var set = GoldenSet.Of(version);
        foreach (var (language, word) in new[] { ("id-ID", "Nama"), ("en-GB", "Name") })
        {
            await using var page = await OpenAsync(set, language: language);
            await page.HandInAsync(set.Index.Files.Select(f => new CheckedFile(f.File, set.Read(f.File))));

            await page.Page.Locator("article details").EvaluateAllAsync<object?>("all => all.forEach(d => { d.open = true; })");
            Assert.Contains(word, await page.Page.Locator("article dl").First.InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await page.Visitor.OverflowAsync());
            Visitor.Expect(await page.Visitor.AxeAsync());
            Assert.Empty(await page.Page.Locator("button:visible, summary:visible, label:visible").EvaluateAllAsync<string[]>(
                "all => all.filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"));
            Visitor.Expect(page.Visitor.Complaints);
        }
    }

    private Task<SavedChecker> OpenAsync(GoldenSet set, string? script = null, string language = "id-ID") =>
        SavedChecker.OpenAsync(chromium, site, Encoding.ASCII.GetString(set.Read(GoldenSet.RegisterFile)), set.Index.PlatformKey, set.Index.Pinned, script, language);

    internal static async Task<Told> CoreAsync(GoldenSet set, byte[] bytes)
    {
        var register = RegisterFile.Read(Encoding.ASCII.GetString(set.Read(GoldenSet.RegisterFile)));
        try
        {
            var report = await DocumentVerifier.VerifyAsync(bytes, new VerificationContext(register, new OfflineSources(), set.Index.Pinned, "en"), default);
            return new Told(WireNames.Of(report.Verdict), report.ReasonCode);
        }
        catch (UnknownKindException)
        {
            return new Told("not-checkable", "unknown-kind");
        }
    }

    private static (string What, byte[] Bytes) Changed(byte[] original, Random random)
    {
        var changed = original.ToArray();
        var at = random.Next(changed.Length);
        changed[at] ^= (byte)(1 << random.Next(8));
        return ($"byte {at} = {changed[at]:x2}", changed);
    }
}
