using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Texts;

public class LanguageTests
{
    [Theory]
    [InlineData(null, null, "id")]
    [InlineData(null, "en-GB,en;q=0.9", "en")]
    [InlineData(null, "ja", "id")]
    [InlineData("en", "id", "en")]
    [InlineData("xx", "en", "en")]
    public async Task The_cookie_goes_before_the_browser_and_Indonesian_is_the_default(string? cookie, string? accepted, string expected)
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/which");
        if (cookie is not null)
            request.Headers.Add("Cookie", $"{Languages.CookieName}={cookie}");
        if (accepted is not null)
            request.Headers.Add("Accept-Language", accepted);
        var answer = await app.GetTestClient().SendAsync(request);
        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
        Assert.Equal(expected, answer.Content.Headers.ContentLanguage.Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/entries?page=2", "/entries?page=2")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("", "/")]
    public async Task Choosing_a_language_leads_back_to_this_site_only(string back, string expected)
    {
        await using var app = await StartAsync();
        var answer = await app.GetTestClient().GetAsync($"/language/en?back={Uri.EscapeDataString(back)}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        Assert.StartsWith("smk.lang=en;", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_we_do_not_have_is_not_found()
    {
        await using var app = await StartAsync();
        var answer = await app.GetTestClient().GetAsync("/language/xx");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "SmkPortfolio.Web" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        MemoryKeys.Use(builder.Services);
        builder.Services.AddRazorPages();
        builder.Services.AddSmkLocalisation();
        var app = builder.Build();
        app.UseSmkLocalisation();
        app.MapGet("/which", () => CultureInfo.CurrentUICulture.Name);
        await app.StartAsync();
        return app;
    }
}
