using System.Net;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Startup;

/// <summary>What a proxy says of the client counts only when the settings name the proxy.</summary>
public sealed class ProxyTests
{
    private const string LimitOfOne = "Limits:VerifyPerMinute";

    [Theory]
    [InlineData("Proxy:KnownProxies:0", "127.0.0.1")]
    [InlineData("Proxy:KnownNetworks:0", "127.0.0.0/8")]
    public async Task A_known_proxy_is_believed_about_client_and_scheme(string name, string value)
    {
        await using var app = await WebApps.EmptyAsync(Engine.Sqlite, listen: true, new(name, value), new(LimitOfOne, "1"));
        using var client = app.NewClient();

        Assert.Equal([200, 429, 200, 429], await AskAsync(client, "203.0.113.1", "203.0.113.1", "203.0.113.2", "203.0.113.2"));
        Assert.True(await SetsSecureCookieAsync(client));
    }

    [Theory]
    [InlineData("Proxy:KnownProxies:0", "192.0.2.1")]
    [InlineData("Proxy:KnownNetworks:0", "10.0.0.0/8")]
    [InlineData(LimitOfOne, "1")]
    public async Task An_unknown_proxy_is_not(string name, string value)
    {
        await using var app = await WebApps.EmptyAsync(Engine.Sqlite, listen: true, new(LimitOfOne, "1"), new(name, value));
        using var client = app.NewClient();

        Assert.Equal([200, 429, 429], await AskAsync(client, "203.0.113.1", "203.0.113.2", "203.0.113.3"));
        Assert.False(await SetsSecureCookieAsync(client));
    }

    [Fact]
    public async Task Of_a_chain_the_last_unknown_address_is_the_client()
    {
        await using var app = await WebApps.EmptyAsync(Engine.Sqlite, listen: true, new("Proxy:KnownProxies:0", "127.0.0.1"), new("Proxy:KnownProxies:1", "192.0.2.7"), new(LimitOfOne, "1"));
        using var client = app.NewClient();

        // What the client itself wrote stands first and is not believed.
        Assert.Equal([200, 429, 200], await AskAsync(client, "198.51.100.1, 203.0.113.1, 192.0.2.7", "198.51.100.2, 203.0.113.1, 192.0.2.7", "198.51.100.2, 203.0.113.2, 192.0.2.7"));
    }

    private static async Task<List<int>> AskAsync(HttpClient client, params string[] forwardedFor)
    {
        List<int> answers = [];
        foreach (var address in forwardedFor)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/verify");
            request.Headers.Add("X-Forwarded-For", address);
            using var answer = await client.SendAsync(request);
            answers.Add((int)answer.StatusCode);
        }
        return answers;
    }

    private static async Task<bool> SetsSecureCookieAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/login");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("smk.form=", StringComparison.Ordinal));
        return cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase);
    }
}
