using System.Buffers.Text;
using System.Text;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.BrowserTests.Checker;

/// <summary>The page from the disk says of a code's text what the core says.</summary>
public sealed class StatementTests(Chromium chromium, Site site)
{
    private const string Origin = "https://folio.example";
    private const string Address = Origin + "/verify/7K2QX9M4TBC";
    private static readonly DateTimeOffset Now = new(2026, 5, 12, 3, 4, 5, TimeSpan.Zero);
    private static readonly SigningKey Platform = new("did:web:folio.example", Ed25519Key.FromSeed([.. Enumerable.Repeat((byte)1, 32)]));
    private static readonly SigningKey School = new("did:web:folio.example:schools:99900001", Ed25519Key.FromSeed([.. Enumerable.Repeat((byte)2, 32)]));
    private static readonly SigningKey Other = new("did:web:folio.example:schools:99900002", Ed25519Key.FromSeed([.. Enumerable.Repeat((byte)3, 32)]));
    private static readonly SigningKey Stolen = new("did:web:folio.example:schools:99900003", Ed25519Key.FromSeed([.. Enumerable.Repeat((byte)4, 32)]));

    [Fact]
    public async Task Every_text_gets_the_verdict_of_the_core()
    {
        var jws = Register();
        var register = RegisterFile.Read(jws);
        var texts = Texts();
        await using var page = await SavedChecker.OpenAsync(chromium, site, jws, register.Fingerprint, Now);

        var told = new List<string>();
        foreach (var text in texts)
        {
            await page.HandInTextAsync(text);
            told.Add(Assert.Single(await page.ToldAsync()) + " " + text);
            await page.Page.Locator("#clear").ClickAsync();
        }

        var context = new VerificationContext(register, new OfflineSources(), Now, "id");
        Assert.Equal([.. texts.Select(t => Core(t, context) + " " + t)], told);
        Assert.True(texts.Select(t => Core(t, context)).Distinct().Count() >= 14, string.Join('\n', told));
        Visitor.Expect(page.Visitor.Complaints);
    }

    [Fact]
    public async Task A_reader_without_network_sees_what_the_school_printed_and_that_it_is_not_called_current()
    {
        var jws = Register();
        await using var page = await SavedChecker.OpenAsync(chromium, site, jws, RegisterFile.Read(jws).Fingerprint, Now, language: "en-GB");

        await page.HandInTextAsync(Printed(School));

        var article = await page.Page.Locator("article").InnerTextAsync();
        Assert.Contains("Ni Kadek Ayu Lestari", article, StringComparison.Ordinal);
        Assert.Contains("SMK Negeri Contoh 1 (NPSN 99900001)", article, StringComparison.Ordinal);
        Assert.Contains("Pengelasan SMAW 3G", article, StringComparison.Ordinal);
        Assert.Contains("only the site knows of a withdrawal", article, StringComparison.Ordinal);
        Assert.Equal(0, await page.Page.Locator("article[data-verdict=genuine-current]").CountAsync());
    }

    private static List<string> Texts()
    {
        var good = Printed(School);
        var payload = Base64Url.DecodeFromChars(good.Split('#')[1])[..^64];
        var changed = good.ToCharArray();
        changed[^100] = changed[^100] == 'A' ? 'B' : 'A';
        return
        [
            good, Address, "hello", good + good[^10..], good + "#", good[..^1], good[..(Address.Length + 20)], good + "=", good + "+", new string(changed),
            Printed(Other), Printed(Stolen), Printed(Platform), Printed(School, at: Now.AddDays(2)), Printed(School, at: Now.AddYears(-9)),
            Printed(School, address: "https://evil.example/verify/7K2QX9M4TBC"), Printed(School, address: Origin + "/verify/00000000000"),
            good.Replace("https://", "https://you@", StringComparison.Ordinal), good.Replace("https:", "ftp:", StringComparison.Ordinal),
            Signed([2, .. payload[1..]]), Signed([.. payload, 0]), Signed(payload[..^1]), Signed([.. payload[..^1], 0xff]), Signed([.. payload[..^1], 7]), new string('A', 401),
        ];
    }

    private static string Printed(SigningKey key, DateTimeOffset? at = null, string address = Address) => PrintedStatement.Sign(
        address,
        new PaperStatement("7K2QX9M4TBC", "Ni Kadek Ayu Lestari", "99900001", "drh", at ?? Now, [new("certification", "Pengelasan SMAW 3G", "certificate"), new("project", "Teralis", "self")]),
        key)!;

    private static string Signed(byte[] payload) =>
        $"{Address}#{Base64Url.EncodeToString([.. payload, .. School.Key.Sign([.. Encoding.ASCII.GetBytes("SmkPortfolio paper statement v1\0"), .. payload])])}";

    private static Told Core(string text, VerificationContext context)
    {
        var report = PaperStatementChecker.Verify(text, context);
        return new Told(WireNames.Of(report.Verdict), report.ReasonCode);
    }

    private static string Register() => RegisterFile.Sign(
        new RegisterContent(
            Origin,
            Now,
            [Key(Platform)],
            [
                Row("99900001", "SMK Negeri Contoh 1", School, Key(School)),
                Row("99900002", "SMK Negeri Contoh 2", Other, Key(Other)),
                Row("99900003", "SMK Negeri Contoh 3", Stolen, Key(Stolen) with { CompromisedAt = Now }),
            ],
            []),
        Platform);

    private static RegisterKey Key(SigningKey key) => new(key.Key.Multikey, Now.AddYears(-1));

    private static RegisterSchool Row(string npsn, string name, SigningKey of, RegisterKey key) => new(npsn, name, of.Controller, [key], [], Now.AddYears(-1));
}
