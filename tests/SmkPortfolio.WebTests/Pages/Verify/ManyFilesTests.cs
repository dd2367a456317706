using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using SmkPortfolio.Tests;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Verify;

/// <summary>Many files at once on the public check, without a script.</summary>
public sealed class ManyFilesTests(WebApps apps)
{
    private const string Form = "form[data-verify]";
    private static readonly byte[] Sheet = Encoding.ASCII.GetBytes("just,a,table");

    [Theory, Engines]
    public async Task Each_file_gets_its_row(string engine)
    {
        var app = await apps.DemoAsync(engine);
        using var browser = app.NewBrowser();

        var page = await HandInAsync(browser, ("paper.pdf", Golden("drh-id.pdf")), ("one.json", "{}"u8.ToArray()), ("list.csv", Sheet), ("void.pdf", []));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["paper.pdf", "one.json", "list.csv", "void.pdf"], Names(page));
        Assert.Equal(["issuer-unknown", "altered", "none", "none"], Verdicts(page));
        Assert.Contains("0 dari 4", page.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Cookies);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
    }

    [Theory, Engines]
    public async Task One_file_alone_is_shown_as_before(string engine)
    {
        var app = await apps.DemoAsync(engine);
        using var browser = app.NewBrowser();

        var page = await HandInAsync(browser, ("one.json", "{}"u8.ToArray()));

        Assert.Contains("altered", page.One(".verdict").ClassList);
        Assert.Empty(page.Document.QuerySelectorAll("[data-results] tr[data-verdict]"));
    }

    [Fact]
    public async Task An_archive_is_opened_and_what_systems_put_in_is_left_out()
    {
        var app = await apps.DemoAsync("sqlite");
        using var browser = app.NewBrowser();
        var zip = Zip(("folder/", null), ("folder/../../paper.pdf", Golden("drh-id.pdf")), ("__MACOSX/._paper.pdf", Sheet), (".DS_Store", Sheet), ("evil\u202Efdp.json", "{}"u8.ToArray()), ("inner.zip", Zip(("x.json", Sheet))), ("void.json", []));

        var page = await HandInAsync(browser, ("all.zip", zip));

        Assert.Equal(["paper.pdf", "evilfdp.json", "inner.zip", "void.json"], Names(page));
        Assert.Equal(["issuer-unknown", "altered", "none", "none"], Verdicts(page));
        Assert.Contains("ZIP di dalam ZIP tidak dibuka", page.Text, StringComparison.Ordinal);
        Assert.Contains("kosong", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archives_that_lie_or_explode_are_named_and_the_other_files_are_checked()
    {
        var app = await apps.DemoAsync("sqlite");
        using var browser = app.NewBrowser();
        var bomb = Zip(("bomb.json", new byte[30 * 1024 * 1024]), ("after.json", "{}"u8.ToArray()));
        var good = Zip(("x.json", "{}"u8.ToArray()));
        var locked = Locked(good);
        var damaged = good[..];
        damaged[31] ^= 0x7f;
        damaged[33] ^= 0x7f;

        var page = await HandInAsync(browser, ("bomb.zip", bomb), ("cut.zip", good[..^30]), ("locked.zip", locked), ("none.zip", Zip()), ("last.json", "{}"u8.ToArray()));

        Assert.Equal(["bomb.json", "after.json", "cut.zip", "x.json", "none.zip", "last.json"], Names(page));
        Assert.Equal(["none", "altered", "none", "none", "none", "altered"], Verdicts(page));
        foreach (var word in new[] { "lebih besar dari 25 MB", "rusak", "dikunci kata sandi", "tidak berisi berkas" })
        {
            Assert.Contains(word, page.Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("genuine-current", Verdicts(await HandInAsync(browser, ("damaged.zip", damaged))));
    }

    [Fact]
    public async Task An_archive_of_too_many_files_is_refused_whole()
    {
        var app = await apps.DemoAsync("sqlite");
        using var browser = app.NewBrowser();

        var page = await HandInAsync(browser, ("huge.zip", Zip([.. Enumerable.Range(0, 501).Select(i => ($"{i}.json", (byte[]?)Sheet))])));

        Assert.Equal(["huge.zip"], Names(page));
        Assert.Contains("terlalu banyak berkas", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_files_than_the_setting_allows_are_named_and_not_checked()
    {
        await using var app = await WebApps.EmptyAsync("sqlite", settings: [new("Limits:VerifyFiles", "3")]);
        using var browser = app.NewBrowser();

        var page = await HandInAsync(browser, ("a.json", "{}"u8.ToArray()), ("b.zip", Zip(("c.json", "{}"u8.ToArray()), ("d.json", "{}"u8.ToArray()), ("e.json", "{}"u8.ToArray()))), ("f.json", "{}"u8.ToArray()));

        Assert.Equal(["a.json", "c.json", "d.json", "e.json", "f.json"], Names(page));
        Assert.Equal(["altered", "altered", "altered", "none", "none"], Verdicts(page));
        Assert.Contains("paling banyak 3 berkas", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_bytes_than_the_setting_allows_are_named_and_not_read()
    {
        await using var app = await WebApps.EmptyAsync("sqlite", settings: [new("Limits:VerifyBytes", "1048576"), new("Limits:VerifyTotalBytes", "2097152")]);
        using var browser = app.NewBrowser();
        var large = new byte[1536 * 1024];

        var sent = await HandInAsync(browser, ("a.json", "{}"u8.ToArray()), ("large.pdf", large), ("larger.pdf", large), ("never.json", "{}"u8.ToArray()));
        var unpacked = await HandInAsync(browser, ("all.zip", Zip(("x.json", new byte[1000 * 1024]), ("y.json", new byte[1000 * 1024]), ("z.json", new byte[1000 * 1024]))));

        Assert.Equal(["a.json", "large.pdf", "larger.pdf"], Names(sent));
        Assert.Contains("lebih besar dari 1 MB", sent.Text, StringComparison.Ordinal);
        Assert.Contains("bersama-sama lebih dari 2 MB", sent.Text, StringComparison.Ordinal);
        Assert.Equal(3, Names(unpacked).Count);
        Assert.Contains("bersama-sama lebih dari 2 MB", unpacked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_the_rows_alone()
    {
        var app = await apps.DemoAsync("sqlite");
        using var client = app.NewClient();
        using var form = new MultipartFormDataContent { { new ByteArrayContent("{}"u8.ToArray()), "file", "one.json" } };
        using var none = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        using var answer = await client.PostAsync("/verify?handler=rows", form);
        using var refused = await client.PostAsync("/verify?handler=rows", none);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("<tr data-verdict=\"altered\">", (await answer.Content.ReadAsStringAsync()).TrimStart(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Theory, Engines]
    public async Task The_table_is_saved_for_spreadsheets_without_formulas(string engine)
    {
        var app = await apps.DemoAsync(engine);
        using var browser = app.NewBrowser();
        var page = await HandInAsync(browser, ("=1+1.json", "{}"u8.ToArray()), ("ordinary.pdf", Golden("drh-id.pdf")));

        var csv = await SaveAsync(app, page, "csv");
        var xlsx = await SaveAsync(app, page, "xlsx");

        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
        var lines = Encoding.UTF8.GetString(csv[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains("'=1+1.json", lines[1], StringComparison.Ordinal);
        using var stream = new MemoryStream(xlsx);
        var rows = stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["'=1+1.json", "ordinary.pdf"], rows.Select(r => r["Berkas"]));
        Assert.Equal(["Diubah, atau bukan terbitan kami", "Penerbit tidak ada di daftar kami"], rows.Select(r => r["Putusan"]));
    }

    [Fact]
    public async Task Rows_that_we_did_not_write_or_that_are_old_are_not_saved()
    {
        var app = await apps.DemoAsync("sqlite");
        using var browser = app.NewBrowser();
        var page = await HandInAsync(browser, ("a.json", "{}"u8.ToArray()), ("b.json", "{}"u8.ToArray()));
        using var client = app.NewClient();
        async Task<HttpStatusCode> Post(params string[] rows)
        {
            using var form = new FormUrlEncodedContent([.. rows.Select(r => KeyValuePair.Create("row", r)), KeyValuePair.Create("as", "csv")]);
            using var answer = await client.PostAsync("/verify?handler=table", form);
            return answer.StatusCode;
        }
        var other = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("another purpose").Protect("{}");

        Assert.Equal(HttpStatusCode.BadRequest, await Post());
        Assert.Equal(HttpStatusCode.BadRequest, await Post("rubbish"));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(other));
        Assert.Equal(HttpStatusCode.OK, await Post(Kept(page)));
        Assert.Equal(HttpStatusCode.BadRequest, await Post([.. Kept(page), "rubbish"]));
    }

    private static async Task<byte[]> SaveAsync(WebApp app, Page page, string kind)
    {
        using var client = app.NewClient();
        using var form = new FormUrlEncodedContent([.. Kept(page).Select(r => KeyValuePair.Create("row", r)), KeyValuePair.Create("as", kind)]);
        using var answer = await client.PostAsync("/verify?handler=table", form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static string[] Kept(Page page) => [.. page.Document.QuerySelectorAll("input[name=row]").Select(i => i.GetAttribute("value")!)];

    private static List<string> Names(Page page) => [.. page.Document.QuerySelectorAll("[data-results] tr[data-verdict] th").Select(h => h.TextContent.Trim())];

    private static List<string> Verdicts(Page page) => [.. page.Document.QuerySelectorAll("[data-results] tr[data-verdict]").Select(r => r.GetAttribute("data-verdict")!)];

    private static async Task<Page> HandInAsync(Browser browser, params (string Name, byte[] Bytes)[] files)
    {
        var page = await browser.GetPageAsync("/verify");
        return await browser.SubmitAsync(page, Form, [], [.. files.Select(f => new Upload("file", f.Name, "application/octet-stream", f.Bytes))]);
    }

    private static byte[] Golden(string name) => GoldenSet.Of(GoldenSet.Versions.First()).Read(name);

    private static byte[] Zip(params (string Name, byte[]? Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes ?? []);
            }
        }
        return stream.ToArray();
    }

    // The flag that says "encrypted" stands in the local header and in the directory.
    private static byte[] Locked(byte[] zip)
    {
        var locked = zip[..];
        locked[6] |= 1;
        locked[locked.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        return locked;
    }
}
