using System.Text.Json;

namespace SmkPortfolio.WebTests.Hosting;

public sealed class WebAppTests(WebApps apps)
{
    [Theory, Engines]
    public async Task A_site_is_ready_on_each_set_of_engines(string engine)
    {
        var app = await apps.DemoAsync(engine);
        using var client = app.NewClient();

        using var answer = JsonDocument.Parse(await client.GetStringAsync("/health/ready"));

        Assert.Equal("ready", answer.RootElement.GetProperty("status").GetString());
        Assert.Empty(app.Faults);
    }
}
