using SmkPortfolio.BrowserTests.Browsing;

namespace SmkPortfolio.BrowserTests;

/// <summary>The measures that judge pages can fail: each is shown a page that breaks it.</summary>
public sealed class GateTests(Chromium chromium)
{
    [Fact]
    public async Task Axe_catches_a_picture_without_words()
    {
        await using var visitor = await chromium.VisitAsync("http://localhost");
        await visitor.Page.SetContentAsync("<!doctype html><html lang=en><title>x</title><main><h1>x</h1><img src='data:,'></main></html>");

        Assert.Contains(await visitor.AxeAsync(), finding => finding.StartsWith("image-alt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_wider_than_the_phone_is_caught()
    {
        await using var visitor = await chromium.VisitAsync("http://localhost");
        await visitor.Page.SetContentAsync("<!doctype html><meta name=viewport content='width=device-width'><div style='width:500px'>x</div>");

        Assert.True(await visitor.OverflowAsync() > 0);
    }

    [Fact]
    public async Task A_visitor_without_script_runs_none()
    {
        await using var visitor = await chromium.VisitAsync("http://localhost", script: false);
        await visitor.Page.SetContentAsync("<!doctype html><p>plain</p><script>document.querySelector('p').textContent = 'run'</script>");

        Assert.Equal("plain", await visitor.Page.Locator("p").TextContentAsync());
    }

    [Fact]
    public async Task An_error_of_script_is_remembered()
    {
        await using var visitor = await chromium.VisitAsync("http://localhost");
        await visitor.Page.SetContentAsync("<!doctype html><script>throw new Error('broken')</script>");

        Assert.Contains(visitor.Complaints, complaint => complaint.Contains("broken", StringComparison.Ordinal));
    }
}
