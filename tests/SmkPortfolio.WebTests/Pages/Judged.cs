using System.Net;
using System.Text.Json;
using SmkPortfolio.Credentials;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages;

/// <summary>What a stranger learns at the doors of a site about a file that was handed in.</summary>
internal static class Judged
{
    public static async Task<(string? Verdict, string? Code)> JudgeAsync(this WebApp app, byte[] file)
    {
        using var client = app.NewClient();
        using var answer = await client.PostAsync("/api/v1/verify", new ByteArrayContent(file));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        using var json = JsonDocument.Parse(body);
        return (json.RootElement.GetProperty("verdict").GetString(), json.RootElement.GetProperty("reasonCode").GetString());
    }

    public static async Task<Register> RegisterAsync(this WebApp app)
    {
        using var client = app.NewClient();
        return RegisterFile.Read(await client.GetStringAsync("/register.jws"));
    }

    /// <summary>The keys of a DID document, and those among them that assert.</summary>
    public static async Task<(IReadOnlyList<string> Listed, IReadOnlyList<string> Asserting)> DidAsync(this WebApp app, string path)
    {
        using var client = app.NewClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync(path));
        Assert.DoesNotContain("revoked", json.RootElement.GetRawText(), StringComparison.Ordinal);
        return (
            [.. json.RootElement.GetProperty("verificationMethod").EnumerateArray().Select(m => m.GetProperty("publicKeyMultibase").GetString()!)],
            [.. json.RootElement.GetProperty("assertionMethod").EnumerateArray().Select(m => m.GetString()!.Split('#')[1])]);
    }
}
