using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;

namespace SmkPortfolio.BrowserTests.Checker;

/// <summary>A file to hand to the page.</summary>
internal sealed record CheckedFile(string Name, byte[] Bytes);

/// <summary>What the page says of one file.</summary>
internal sealed record Told(string Verdict, string Reason);

/// <summary>The downloaded checking page, opened from the disk by somebody without a network; only register and clock are those of the test.</summary>
internal sealed class SavedChecker : IAsyncDisposable
{
    private const string DataStart = "<script type=\"application/json\" id=\"data\">";
    private const int MostAtOnce = 50;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("smk-checker-");
    private int _rounds;

    private SavedChecker(Visitor visitor) => Visitor = visitor;

    public Visitor Visitor { get; }

    public IPage Page => Visitor.Page;

    /// <param name="script">Runs before the page's own, as a browser of another make would.</param>
    public static async Task<SavedChecker> OpenAsync(Chromium chromium, Site site, string register, string fingerprint, DateTimeOffset now, string? script = null, string language = "id-ID")
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(site.Origin + "/verify/checker.html");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var saved = new SavedChecker(await chromium.VisitAsync(site.Origin, language: language));
        var file = Path.Combine(saved._folder.FullName, "smk-checker.html");
        await File.WriteAllTextAsync(file, Holding(await answer.Content.ReadAsStringAsync(), register, fingerprint));
        await saved.Page.Context.SetOfflineAsync(true);
        await saved.Page.AddInitScriptAsync(string.Create(CultureInfo.InvariantCulture, $"Date.now = () => {now.ToUnixTimeMilliseconds()};{script}"));
        await saved.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await saved.Page.WaitForSelectorAsync("body[data-ready]");
        return saved;
    }

    /// <summary>What the page says of files handed in one after another by the fifty, each fifty for itself.</summary>
    public async Task<IReadOnlyList<Told>> CheckAsync(IReadOnlyList<CheckedFile> files)
    {
        var told = new List<Told>();
        foreach (var some in files.Chunk(MostAtOnce))
        {
            await HandInAsync(some);
            told.AddRange(await ToldAsync());
            await Page.Locator("#clear").ClickAsync();
        }
        return told;
    }

    /// <summary>Hands files in together and leaves the result standing.</summary>
    public async Task HandInAsync(params IEnumerable<CheckedFile> files)
    {
        await Page.Locator("#files").SetInputFilesAsync(files.Select(f => new FilePayload { Name = f.Name, MimeType = "application/octet-stream", Buffer = f.Bytes }));
        await Page.WaitForSelectorAsync($"#results[data-rounds='{++_rounds}']", new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Hands in the text of a code.</summary>
    public async Task HandInTextAsync(string text)
    {
        await Page.Locator("#code").FillAsync(text);
        await Page.Locator("#read").ClickAsync();
        await Page.WaitForSelectorAsync($"#results[data-rounds='{++_rounds}']", new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Puts the page's clock at an instant.</summary>
    public Task SetClockAsync(DateTimeOffset now) => Page.EvaluateAsync(string.Create(CultureInfo.InvariantCulture, $"() => {{ Date.now = () => {now.ToUnixTimeMilliseconds()}; }}"));

    public async Task<IReadOnlyList<Told>> ToldAsync() =>
        [.. (await Page.Locator("article").EvaluateAllAsync<string[]>("all => all.map(a => a.dataset.verdict + ' ' + a.dataset.reason)")).Select(t => new Told(t.Split(' ')[0], t.Split(' ')[1]))];

    public async ValueTask DisposeAsync()
    {
        await Visitor.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Holding(string page, string register, string fingerprint)
    {
        var start = page.IndexOf(DataStart, StringComparison.Ordinal) + DataStart.Length;
        var end = page.IndexOf("</script>", start, StringComparison.Ordinal);
        var data = JsonNode.Parse(page[start..end])!;
        data["register"] = register;
        data["fingerprint"] = fingerprint;
        return page[..start] + data.ToJsonString() + page[end..];
    }
}
