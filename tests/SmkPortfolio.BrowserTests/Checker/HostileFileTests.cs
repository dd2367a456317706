using System.Globalization;
using System.Text;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Tests;

namespace SmkPortfolio.BrowserTests.Checker;

/// <summary>Files built to confuse a reader: the page from the disk and the core say the same of each.</summary>
public sealed class HostileFileTests(Chromium chromium, Site site)
{
    [Fact]
    public async Task Hostile_json_gets_the_verdict_of_the_core()
    {
        var set = GoldenSet.Of(GoldenSet.Versions.Last());
        var badge = Encoding.UTF8.GetString(set.Read(set.Index.Files.First(f => f.Kind == "open-badge").File));
        string With(string member) => "{" + member + "," + badge.TrimStart()[1..];
        string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"name\":", depth - 1)) + "{}" + new string('}', depth - 1);
        string Blanks(int count) => string.Join(",", Enumerable.Range(0, count).Select(_ => "{\"type\":[\"Evidence\"]}"));

        await AgreeAsync(set,
        [
            ("name twice", With("\"name\":\"a\"")),
            ("name twice by escape", With("\"n\\u0061me\":\"a\"")),
            ("unknown member", With("\"unknownMember\":1")),
            ("a keyword", With("\"@included\":[]")),
            ("a prototype", With("\"__proto__\":{\"x\":1}")),
            ("a number as name", With("\"1\":1")),
            ("null", With("\"image\":null")),
            ("half a surrogate", With("\"alignment\":\"\\ud800\"")),
            ("a control character", With("\"alignment\":\"\u0001\"")),
            ("a comment", With("/* */\"x\":1")),
            ("a comma at the end", badge.TrimEnd()[..^1] + ",}"),
            ("something after the end", badge + "x"),
            ("white space around", "\r\n\t " + badge + "\n\n"),
            ("a mark at the start", "\uFEFF" + badge),
            ("two marks at the start", "\uFEFF\uFEFF" + badge),
            ("64 deep", Nested(64)), ("65 deep", Nested(65)), ("10,000 deep", Nested(10_000)),
            ("lists 10,000 deep", new string('[', 10_000)),
            ("an array", "[" + badge + "]"),
            ("nothing but a brace", "{"),
            ("numbers", With("\"a\":01")), ("more numbers", With("\"a\":-")), ("numbers again", With("\"a\":1e999")),
            ("inline context", badge.Replace("\"https://www.w3.org/ns/credentials/v2\"", "{\"name\":\"https://x.example/n\"}", StringComparison.Ordinal)),
            ("foreign context", badge.Replace("https://purl.imsglobal.org/", "https://purl.example/", StringComparison.Ordinal)),
            ("contexts swapped", badge.Replace("credentials/v2", "X", StringComparison.Ordinal)),
            ("another suite", badge.Replace("eddsa-rdfc-2022", "eddsa-jcs-2022", StringComparison.Ordinal)),
            ("another purpose", badge.Replace("assertionMethod", "authentication", StringComparison.Ordinal)),
            ("another issuer", badge.Replace("did:web:golden.example:schools:10000001\"", "did:web:golden.example:schools:10000002\"", StringComparison.Ordinal)),
            ("no proof", badge.Replace("\"proof\"", "\"proov\"", StringComparison.Ordinal)),
            ("status elsewhere", badge.Replace("statusListCredential", "statusListCredentia", StringComparison.Ordinal)),
            ("blank nodes", With($"\"result\":[{Blanks(3)}]")),
            ("a bomb of blank nodes", With($"\"result\":[{Blanks(5_000)}]")),
            ("a date without zone", badge.Replace("T03:00:00Z", "T03:00:00", StringComparison.Ordinal)),
            ("a day that is none", badge.Replace("2026-11-23T", "2026-11-31T", StringComparison.Ordinal)),
            ("a decomposed name", badge.Replace("Ayu", "Áyu", StringComparison.Ordinal)),
            ("a text", "hello"),
            ("an image", "\u0089PNG"),
        ]);
    }

    [Fact]
    public async Task Hostile_papers_get_the_verdict_of_the_core()
    {
        var set = GoldenSet.Of(GoldenSet.Versions.Last());
        var pdf = Encoding.Latin1.GetString(set.Read(set.Index.Files.First(f => f.Kind == "paper").File));
        var end = pdf.LastIndexOf("startxref", StringComparison.Ordinal);
        var start = int.Parse(pdf[(end + 9)..].Trim().Split('\n')[0], CultureInfo.InvariantCulture);

        await AgreeAsync(set,
        [
            ("a line at the end", pdf + "\n"),
            ("a comment at the end", pdf + "% more\n"),
            ("an update", pdf + $"\nxref\n0 0\ntrailer\n<</Prev {start}>>\nstartxref\n{pdf.Length + 1}\n%%EOF\n"),
            ("an update in a circle", pdf + $"\nxref\n0 0\ntrailer\n<</Prev {pdf.Length + 1}>>\nstartxref\n{pdf.Length + 1}\n%%EOF\n"),
            ("a byte before", "\n" + pdf),
            ("half of it", pdf[..(pdf.Length / 2)]),
            ("without its end", pdf[..end]),
            ("only its head", "%PDF-1.7\n"),
            ("encrypted by its word", pdf.Replace("/Root", "/Encrypt<<>>/Root", StringComparison.Ordinal)),
            ("another range", pdf.Replace("/ByteRange [0", "/ByteRange [1", StringComparison.Ordinal).Replace("/ByteRange[0", "/ByteRange[1", StringComparison.Ordinal)),
            ("another name of a line", pdf.Replace("line-", "lime-", StringComparison.Ordinal)),
            ("another name of the credential", pdf.Replace("credential.json", "credentiaI.json", StringComparison.Ordinal)),
            ("lower case", pdf.Replace("ABCDEF", "abcdef", StringComparison.Ordinal)),
        ], Encoding.Latin1);
    }

    private async Task AgreeAsync(GoldenSet set, (string What, string Text)[] files, Encoding? encoding = null)
    {
        var registerText = Encoding.ASCII.GetString(set.Read(GoldenSet.RegisterFile));
        var bytes = files.Select(f => (encoding ?? Encoding.UTF8).GetBytes(f.Text)).ToList();
        await using var page = await SavedChecker.OpenAsync(chromium, site, registerText, set.Index.PlatformKey, set.Index.Pinned);

        var told = await page.CheckAsync([.. bytes.Select(b => new CheckedFile("x", b))]);

        for (var i = 0; i < files.Length; i++)
        {
            Assert.Equal((files[i].What, await SavedCheckerTests.CoreAsync(set, bytes[i])), (files[i].What, told[i]));
        }
        Visitor.Expect(page.Visitor.Complaints);
    }
}
