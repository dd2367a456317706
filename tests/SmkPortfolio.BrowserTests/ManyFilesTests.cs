using Microsoft.Playwright;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Tests;

namespace SmkPortfolio.BrowserTests;

/// <summary>Somebody with a pile of applications checks them all, on a cheap phone and a weak network.</summary>
public sealed class ManyFilesTests(Chromium chromium, Site site)
{
    private static readonly GoldenSet Set = GoldenSet.Of(GoldenSet.Versions.First());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pile_of_files_becomes_a_table(bool script)
    {
        await using var visitor = await chromium.VisitAsync(site.Origin, script: script);
        await visitor.GoAsync("/verify");

        await visitor.Page.Locator("[name=file]").SetInputFilesAsync(Files(3));
        if (!script)
        {
            await visitor.PressAsync("form:has([name=file]) button");
        }
        await Assertions.Expect(visitor.Page.Locator("[data-results] [role=status]")).ToHaveTextAsync("0 dari 3 asli dan masih berlaku.");

        Assert.Equal(3, await visitor.Page.Locator("[data-results] tr[data-verdict=issuer-unknown]").CountAsync());
        Assert.Equal(0, await visitor.Page.Locator("progress").CountAsync());
        await visitor.Page.Locator("[data-results] summary").First.ClickAsync();
        Assert.Equal(0, await visitor.OverflowAsync());
        Visitor.Expect(visitor.Complaints);
        Assert.Empty(await visitor.Page.Context.CookiesAsync());
        if (script)
        {
            Visitor.Expect(await visitor.AxeAsync());
            var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.PressAsync("button[value=csv]"));
            var lines = await File.ReadAllLinesAsync(await download.PathAsync());
            Assert.Equal(4, lines.Length);
        }
    }

    [Fact]
    public async Task A_file_that_does_not_get_through_can_be_tried_again_alone()
    {
        await using var visitor = await chromium.VisitAsync(site.Origin);
        await visitor.GoAsync("/verify");
        var isCut = true;
        await visitor.Page.RouteAsync("**/verify?handler=rows", route => isCut && route.Request.PostDataBuffer is { } sent && sent.AsSpan().IndexOf("file-1.pdf"u8) >= 0 ? route.AbortAsync() : route.ContinueAsync());

        await visitor.Page.Locator("[name=file]").SetInputFilesAsync(Files(3));
        await Assertions.Expect(visitor.Page.Locator("[data-results] [role=status]")).ToHaveTextAsync("0 dari 3 asli dan masih berlaku.");

        Assert.Equal("file-1.pdf", await visitor.Page.Locator(".row-failed th").InnerTextAsync());
        Visitor.Expect(await visitor.AxeAsync());
        isCut = false;
        await visitor.PressAsync(".row-failed button");
        await Assertions.Expect(visitor.Page.Locator("[data-results] tr[data-verdict]")).ToHaveCountAsync(3);
        Assert.Equal(0, await visitor.Page.Locator(".row-failed").CountAsync());
    }

    [Fact]
    public async Task Who_is_asked_to_wait_waits_and_goes_on()
    {
        await using var visitor = await chromium.VisitAsync(site.Origin);
        await visitor.GoAsync("/verify");
        var asked = 0;
        await visitor.Page.RouteAsync("**/verify?handler=rows", route => asked++ == 1
            ? route.FulfillAsync(new() { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } })
            : route.ContinueAsync());

        await visitor.Page.Locator("[name=file]").SetInputFilesAsync(Files(2));

        await Assertions.Expect(visitor.Page.Locator("[data-results] tr[data-verdict]")).ToHaveCountAsync(2);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task More_than_the_site_takes_at_once_are_named()
    {
        await using var visitor = await chromium.VisitAsync(site.Origin);
        await visitor.GoAsync("/verify");
        await visitor.Page.Locator("[name=file]").EvaluateAsync("input => input.dataset.most = 2");

        await visitor.Page.Locator("[name=file]").SetInputFilesAsync(Files(3));

        await Assertions.Expect(visitor.Page.Locator("[data-results] [role=status]")).ToHaveTextAsync("0 dari 3 asli dan masih berlaku.");
        Assert.Equal(2, await visitor.Page.Locator("[data-results] tr[data-verdict]").CountAsync());
        Assert.Contains("Serahkan sisanya sekali lagi", await visitor.Page.Locator("[data-results] tbody").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<FilePayload> Files(int count) =>
        Enumerable.Range(0, count).Select(i => new FilePayload { Name = $"file-{i}.pdf", MimeType = "application/pdf", Buffer = Set.Read("drh-id.pdf") });
}
