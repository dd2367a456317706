using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SmkPortfolio.Credentials;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Trust;

public sealed partial class CheckerDoorTests(WebApps apps)
{
    [Theory, Engines]
    public async Task The_checking_page_is_a_download_that_holds_the_register_of_now(string engine)
    {
        var app = await apps.DemoAsync(engine);
        using var client = app.NewClient();

        using var answer = await client.GetAsync("/verify/checker.html");
        var html = await answer.Content.ReadAsStringAsync();
        using var data = JsonDocument.Parse(Data().Match(html).Groups[1].Value);
        var register = RegisterFile.Read(data.RootElement.GetProperty("register").GetString()!);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(RegisterFile.Read(await client.GetStringAsync("/register.jws")).Fingerprint, register.Fingerprint);
        Assert.Equal(register.Fingerprint, data.RootElement.GetProperty("fingerprint").GetString());
        Assert.NotEmpty(register.Content.Schools);
    }

    [Theory, Engines]
    public async Task The_checking_page_runs_its_own_script_and_style_and_nothing_else(string engine)
    {
        var app = await apps.DemoAsync(engine);
        using var client = app.NewClient();

        var html = await client.GetStringAsync("/verify/checker.html");

        Assert.Contains($"default-src 'none'; script-src '{HashOf(Script().Match(html))}'; style-src '{HashOf(Style().Match(html))}'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^(import|export) ", html);
        Assert.DoesNotMatch("(src|href)=", html);
    }

    [Theory, Engines]
    public async Task The_checking_page_speaks_both_languages(string engine)
    {
        var app = await apps.DemoAsync(engine);
        using var client = app.NewClient();

        using var data = JsonDocument.Parse(Data().Match(await client.GetStringAsync("/verify/checker.html")).Groups[1].Value);
        var (id, en) = (data.RootElement.GetProperty("texts").GetProperty("id"), data.RootElement.GetProperty("texts").GetProperty("en"));

        foreach (var group in en.EnumerateObject())
        {
            var names = group.Value.EnumerateObject().Select(t => t.Name);
            Assert.Equal(names, id.GetProperty(group.Name).EnumerateObject().Select(t => t.Name));
        }
        Assert.Equal("Periksa dokumen di perangkat ini", id.GetProperty("page").GetProperty("title").GetString());
        Assert.Equal("Check a document on this device", en.GetProperty("page").GetProperty("title").GetString());
        Assert.NotEqual(en.GetProperty("verdicts").GetProperty("altered").GetString(), id.GetProperty("verdicts").GetProperty("altered").GetString());
    }

    private static string HashOf(Match part) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(part.Groups[1].Value)));

    [GeneratedRegex("""<script type="application/json" id="data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("""<script type="module">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
