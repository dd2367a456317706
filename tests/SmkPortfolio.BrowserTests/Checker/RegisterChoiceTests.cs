using System.Text;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Credentials;
using SmkPortfolio.Tests;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.BrowserTests.Checker;

/// <summary>Which register the page from the disk believes, and what it makes of the keys and dates in it.</summary>
public sealed class RegisterChoiceTests(Chromium chromium, Site site)
{
    private static readonly Ed25519Key Platform = Ed25519Key.FromSeed(Enumerable.Repeat((byte)1, 32).ToArray());
    private static readonly Ed25519Key Stranger = Ed25519Key.FromSeed(Enumerable.Repeat((byte)2, 32).ToArray());

    private static readonly (string What, Func<RegisterContent, RegisterContent> Change)[] Variants =
    [
        ("as it is", c => c),
        ("school keys stolen", c => Schools(c, k => k with { CompromisedAt = c.IssuedAt })),
        ("school keys retired before", c => Schools(c, k => k with { RetiredAt = k.From.AddHours(-1) })),
        ("school keys retired later", c => Schools(c, k => k with { RetiredAt = c.IssuedAt.AddHours(1) })),
        ("school keys in force later", c => Schools(c, k => k with { From = c.IssuedAt.AddYears(1) })),
        ("school keys of others", c => Schools(c, _ => new RegisterKey(Stranger.Multikey, c.IssuedAt.AddYears(-1)))),
        ("schools closed before", c => c with { Schools = [.. c.Schools.Select(s => s with { To = s.From.AddHours(-1) })] }),
        ("no schools", c => c with { Schools = [] }),
        ("no seals", c => c with { Schools = [.. c.Schools.Select(s => s with { PdfCertificateSha256 = [] })] }),
        ("person keys stolen", c => Persons(c, k => k with { CompromisedAt = c.IssuedAt })),
        ("person keys retired before", c => Persons(c, k => k with { RetiredAt = k.From.AddHours(-1) })),
        ("persons gone before", c => c with { Persons = [.. c.Persons.Select(p => p with { To = p.From.AddHours(-1) })] }),
        ("persons of another school", c => c with { Persons = [.. c.Persons.Select(p => p with { Npsn = p.Npsn is null ? null : "99999999" })] }),
        ("persons as students", c => c with { Persons = [.. c.Persons.Select(p => p with { Role = "student" })] }),
        ("no persons", c => c with { Persons = [] }),
        ("a log", c => c with { Log = new RegisterLog("golden.example/log/2026", [new RegisterKey(Stranger.Multikey, c.IssuedAt)]) }),
    ];

    public static TheoryData<int> VariantIndexes => [.. Enumerable.Range(0, Variants.Length)];

    [Theory, MemberData(nameof(VariantIndexes))]
    public async Task Keys_roles_and_dates_of_the_register_are_judged_as_the_core_judges_them(int variant)
    {
        var set = Newest();
        var register = Signed(Variants[variant].Change(ContentOf(set)), Platform);
        var files = set.Index.Files.Where(f => f.Kind != "status-list").ToList();

        // A day early, on the day, and long after everything has run out.
        foreach (var now in new[] { set.Index.Pinned.AddDays(-7), set.Index.Pinned, set.Index.Pinned.AddYears(10) })
        {
            await using var page = await SavedChecker.OpenAsync(chromium, site, register, RegisterFile.Read(register).Fingerprint, now);
            var told = await page.CheckAsync([.. files.Select(f => new CheckedFile(f.File, set.Read(f.File)))]);
            for (var i = 0; i < files.Count; i++)
            {
                var core = await DocumentVerifier.VerifyAsync(set.Read(files[i].File), new VerificationContext(RegisterFile.Read(register), new OfflineSources(), now, "en"), default);
                Assert.Equal((Variants[variant].What, files[i].File, new Told(WireNames.Of(core.Verdict), core.ReasonCode)), (Variants[variant].What, files[i].File, told[i]));
            }
            Visitor.Expect(page.Visitor.Complaints);
        }
    }

    [Fact]
    public async Task A_newer_register_by_the_pinned_key_takes_the_place_of_the_one_inside_and_no_other_does()
    {
        var set = Newest();
        var content = ContentOf(set);
        var paper = set.Index.Files.First(f => f.Kind == "paper");
        var newer = content with { IssuedAt = content.IssuedAt.AddHours(1), Schools = [] };
        var stolen = newer with { PlatformKeys = [.. newer.PlatformKeys, new RegisterKey(Stranger.Multikey, content.IssuedAt.AddYears(-1))] };
        foreach (var (register, verdict) in new[]
        {
            (Signed(newer, Platform), "issuer-unknown"),
            (Signed(newer with { IssuedAt = content.IssuedAt.AddHours(-1) }, Platform), "genuine-current"),
            (Signed(stolen, Stranger), "genuine-current"),
        })
        {
            await using var page = await OpenAsync(set, Signed(content, Platform), Platform);

            await page.HandInAsync(new CheckedFile(paper.File, set.Read(paper.File)), new CheckedFile("register.jws", Encoding.ASCII.GetBytes(register)));

            Assert.Equal(verdict, Assert.Single(await page.ToldAsync()).Verdict);
            Assert.Equal(1, await page.Page.Locator("#notes p").CountAsync());
        }
    }

    [Fact]
    public async Task A_page_whose_register_is_not_by_the_pinned_key_knows_nobody()
    {
        var set = Newest();
        var paper = set.Index.Files.First(f => f.Kind == "paper");
        await using var page = await OpenAsync(set, Signed(ContentOf(set), Platform), Stranger);

        var told = await page.CheckAsync([new CheckedFile(paper.File, set.Read(paper.File))]);

        Assert.Equal(new Told("issuer-unknown", "no-register"), Assert.Single(told));
    }

    [Fact]
    public async Task A_hostile_file_name_and_a_hostile_school_name_are_only_text()
    {
        const string Hostile = "<img src=x onerror=alert(1)>&amp;</script><script>alert(2)</script>";
        var set = Newest();
        var content = ContentOf(set);
        var register = Signed(content with { Schools = [.. content.Schools.Select(s => s with { Name = Hostile })] }, Platform);
        var paper = set.Index.Files.First(f => f.Kind == "paper");
        await using var page = await OpenAsync(set, register, Platform);

        await page.HandInAsync(new CheckedFile("<b>CV<b>.pdf", set.Read(paper.File)));

        Assert.Contains(Hostile, await page.Page.Locator("article dl").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("<b>CV<b>.pdf", await page.Page.Locator("article p").First.InnerTextAsync());
        Assert.Equal(0, await page.Page.Locator("article :is(img, b, script)").CountAsync());
        Visitor.Expect(page.Visitor.Complaints);
    }

    private Task<SavedChecker> OpenAsync(GoldenSet set, string register, Ed25519Key pinned) =>
        SavedChecker.OpenAsync(chromium, site, register, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pinned.PublicKey.Span)), set.Index.Pinned);

    private static GoldenSet Newest() => GoldenSet.Of(GoldenSet.Versions.Last());

    private static RegisterContent ContentOf(GoldenSet set)
    {
        var content = RegisterFile.Read(Encoding.ASCII.GetString(set.Read(GoldenSet.RegisterFile))).Content;
        return content with { PlatformKeys = [new RegisterKey(Platform.Multikey, content.IssuedAt.AddYears(-1))] };
    }

    private static string Signed(RegisterContent content, Ed25519Key key) =>
        RegisterFile.Sign(content, new SigningKey(DidWeb.ForPlatform(new Uri(content.Origin)), key));

    private static RegisterContent Schools(RegisterContent content, Func<RegisterKey, RegisterKey> change) =>
        content with { Schools = [.. content.Schools.Select(s => s with { Keys = [.. s.Keys.Select(change)] })] };

    private static RegisterContent Persons(RegisterContent content, Func<RegisterKey, RegisterKey> change) =>
        content with { Persons = [.. content.Persons.Select(p => p with { Keys = [.. p.Keys.Select(change)] })] };
}
