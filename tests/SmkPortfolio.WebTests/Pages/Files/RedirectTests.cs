using System.Net;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Files;

/// <summary>Files in Azure that the reader fetches from there, by an address that ends.</summary>
public sealed class RedirectTests
{
    private static readonly KeyValuePair<string, string>[] Redirecting = [new("Evidence:RedirectSeconds", "60")];

    [Fact]
    public async Task Whoever_may_see_a_file_is_sent_to_an_address_of_the_store_that_ends_and_nobody_else()
    {
        await using var app = await WebApps.EmptyAsync(Engine.Postgres, settings: Redirecting);
        var work = await SignedWork.ArrangeAsync(app);
        using var owner = await work.SignInAsync(work.StudentId);
        using var stranger = app.NewClient();

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/evidence/{work.PictureId}");
        using var answer = await owner.SendAsync(request);
        using var refused = await stranger.GetAsync($"/evidence/{work.PictureId}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        var address = answer.Headers.Location!;
        var ends = DateTimeOffset.Parse(System.Web.HttpUtility.ParseQueryString(address.Query)["se"]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(ends, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddSeconds(61));
        Assert.Equal("r", System.Web.HttpUtility.ParseQueryString(address.Query)["sp"]);
        using var plain = new HttpClient();
        using var file = await plain.GetAsync(address);
        Assert.Equal(SignedWork.Picture, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(("image/jpeg", "inline"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        using var bare = await plain.GetAsync(new Uri(address.GetLeftPart(UriPartial.Path)));
        Assert.False(bare.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Pages_let_pictures_come_from_the_store_only_when_readers_are_sent_there()
    {
        await using var sending = await WebApps.EmptyAsync(Engine.Postgres, settings: Redirecting);
        await using var disk = await WebApps.EmptyAsync(Engine.Sqlite, settings: Redirecting);
        var origin = System.Text.RegularExpressions.Regex.Match(TestEnvironment.Azurite, "BlobEndpoint=(http://[^/]+)").Groups[1].Value;

        Assert.Contains($"blob: {origin};", await PolicyAsync(sending), StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data: blob:;", await PolicyAsync(disk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_disk_the_setting_changes_nothing()
    {
        await using var app = await WebApps.EmptyAsync(Engine.Sqlite, settings: Redirecting);
        var work = await SignedWork.ArrangeAsync(app);
        using var owner = await work.SignInAsync(work.StudentId);

        Assert.Equal(SignedWork.Picture, (await owner.GetAsync($"/evidence/{work.PictureId}")).Body);
    }

    private static async Task<string> PolicyAsync(WebApp app)
    {
        using var client = app.NewClient();
        using var answer = await client.GetAsync("/");
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }
}
