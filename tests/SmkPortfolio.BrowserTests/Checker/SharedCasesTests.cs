using System.Text;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Credentials;
using SmkPortfolio.UnitTests.Credentials;
using SmkPortfolio.UnitTests.Credentials.Cases;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.BrowserTests.Checker;

/// <summary>The page from the disk answers every case as the core does: the same files, registers, lists and clocks.</summary>
public sealed class SharedCasesTests(Chromium chromium, Site site)
{
    private const int ChangesPerFile = 100;

    private static readonly string[] Tampered =
    [
        "jwt-good", "jwt-good-under-vc", "jwt-stranger-p256", "jwt-stranger-did-jwk-rsa", "jwt-stranger-ed25519", "stranger-sound-in-our-schools-name", "stranger-signature-2020",
        "picture-good", "picture-good-compressed", "picture-with-jwt",
    ];

    public static TheoryData<string> TamperedNames => [.. Tampered];

    [Fact]
    public async Task Every_case_gets_the_verdict_and_the_reason_of_the_core()
    {
        var differences = new List<string>();
        var count = 0;
        foreach (var isKnown in new[] { true, false })
        {
            await using var page = await OpenAsync(isKnown ? Samples.Platform : Samples.School);
            foreach (var world in CheckCases.All.Where(c => c.Register is null != isKnown && !IsList(c.File)).GroupBy(WorldOf))
            {
                var cases = world.ToList();
                await page.SetClockAsync(cases[0].Now);
                await page.HandInAsync(new CheckedFile("cases.zip", Zips.Of([.. Beside(cases[0]), .. cases.Select((c, i) => new CheckedFile($"cases/{i}-{c.FileName}", c.File))])));
                var told = await page.ToldAsync();
                Assert.Equal(cases.Count, told.Count);
                foreach (var (one, said) in cases.Zip(told))
                {
                    count++;
                    var core = await CoreAsync(one);
                    if (core != said)
                    {
                        differences.Add($"{one.Name}: the core says {core}, the page {said}");
                    }
                }
                await page.Page.Locator("#clear").ClickAsync();
            }
            Visitor.Expect(page.Visitor.Complaints);
        }
        Visitor.Expect(differences);
        // A status list in an archive is a means and no document.
        Assert.Equal(CheckCases.All.Count(c => !IsList(c.File)), count);
    }

    [Fact]
    public async Task Files_handed_in_by_themselves_get_the_same_answers_as_those_in_an_archive()
    {
        var first = CheckCases.All[0];
        // A register by itself is taken for what it is.
        var cases = CheckCases.All.Where(c => c.Register is not null && WorldOf(c) == WorldOf(first) && c.Name != "jwt-a-real-register").ToList();
        await using var page = await OpenAsync(Samples.Platform);
        await page.SetClockAsync(first.Now);

        await page.HandInAsync([.. cases.Select(c => new CheckedFile(c.FileName, c.File)), .. first.Lists.Values.Select(list => new CheckedFile("status.json", list))]);
        var told = await page.ToldAsync();

        for (var i = 0; i < cases.Count; i++)
        {
            Assert.Equal((cases[i].Name, await CoreAsync(cases[i])), (cases[i].Name, told[i]));
        }
        Assert.Equal(cases.Count + first.Lists.Count, told.Count);
        Assert.Contains(cases, c => IsList(c.File));
    }

    [Theory, MemberData(nameof(TamperedNames))]
    public async Task A_file_with_one_changed_byte_gets_the_answer_of_the_core(string name)
    {
        var one = CheckCases.All.Single(c => c.Name == name);
        var random = new Random(name.Length);
        var changed = Enumerable.Range(0, ChangesPerFile).Select(_ => one with { File = Changed(one.File, random) }).ToList();
        await using var page = await OpenAsync(Samples.Platform);
        await page.SetClockAsync(one.Now);

        await page.HandInAsync(new CheckedFile("cases.zip", Zips.Of([.. Beside(one), .. changed.Select((c, i) => new CheckedFile($"{i}-{c.FileName}", c.File))])));

        var told = await page.ToldAsync();
        Assert.Equal(ChangesPerFile, told.Count);
        var differences = new List<string>();
        for (var i = 0; i < told.Count; i++)
        {
            if (await CoreAsync(changed[i]) is var core && core != told[i])
            {
                differences.Add($"{name} {i}: the core says {core}, the page {told[i]}");
            }
        }
        Visitor.Expect(differences);
        Visitor.Expect(page.Visitor.Complaints);
    }

    /// <summary>What lies beside the documents of a case when somebody keeps all of it in one ZIP.</summary>
    private static IEnumerable<CheckedFile> Beside(CheckCase one)
    {
        var lists = one.AllLists.Where(IsList).Select((list, i) => new CheckedFile($"status/{i}.json", list));
        return one.Register is null ? lists : lists.Prepend(new CheckedFile("register.jws", Encoding.ASCII.GetBytes(Signed(one.Register))));
    }

    private static bool IsList(byte[] file) => Encoding.UTF8.GetString(file).Contains("\"BitstringStatusListCredential\"", StringComparison.Ordinal);

    private static (string? Register, string Lists, DateTimeOffset Now) WorldOf(CheckCase one) =>
        (one.Register is null ? null : Signed(one.Register), string.Join(' ', one.AllLists.Select(Samples.Sha256)), one.Now);

    private static async Task<Told> CoreAsync(CheckCase one)
    {
        var register = one.Register is null ? null : RegisterFile.Read(Signed(one.Register));
        try
        {
            var report = await DocumentVerifier.VerifyAsync(
                one.File, new VerificationContext(register, new OfflineSources(), one.Now, "en") { Stapled = [.. one.AllLists.Select(l => (ReadOnlyMemory<byte>)l)] }, default);
            return new Told(WireNames.Of(report.Verdict), report.ReasonCode);
        }
        catch (UnknownKindException)
        {
            return new Told("not-checkable", "unknown-kind");
        }
    }

    private static string Signed(RegisterContent content) => RegisterFile.Sign(content, Samples.Platform);

    private static byte[] Changed(byte[] file, Random random)
    {
        byte[] changed = [.. file];
        changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        return changed;
    }

    private Task<SavedChecker> OpenAsync(SigningKey pinned) =>
        SavedChecker.OpenAsync(chromium, site, Signed(Forge.Register), Samples.Sha256(pinned.Key.PublicKey.ToArray()), Samples.Now);
}
