using System.Net;
using System.Text.Json;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Outages;

/// <summary>What people and proxies see while a part of the storage is away.</summary>
internal static class Interrupted
{
    /// <summary>Status and the sentence about one part.</summary>
    public static async Task<(HttpStatusCode Status, string Sentence)> HealthAsync(WebApp app, string part)
    {
        using var client = app.NewClient();
        using var answer = await client.GetAsync("/health/ready");
        using var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, health.RootElement.GetProperty(part).GetString()!);
    }

    /// <summary>The plain page in the reader's language, with nothing of the program's inside in it.</summary>
    public static void IsPlainPage(Page page, string language = "id")
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal(language == "id" ? "Penyimpanan sedang tidak bisa dipakai" : "Storage cannot be used right now", page.One("h1").TextContent);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        foreach (var inside in new[] { "Exception", "   at ", "Npgsql", "SQLite", "Azure.", ".cs:" })
        {
            Assert.DoesNotContain(inside, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }
}
