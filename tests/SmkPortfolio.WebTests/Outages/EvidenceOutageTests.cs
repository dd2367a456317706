using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Outages;

/// <summary>The evidence store goes away under the running site and comes back.</summary>
public sealed class EvidenceOutageTests
{
    private const string EditForm = "form[enctype='multipart/form-data']";
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_the_evidence_folder_is_gone_or_a_file_stands_in_its_place_nothing_is_half_written(bool fileInstead)
    {
        await using var home = await Home.CreateAsync(Engine.Sqlite);
        await using var app = await WebApp.StartOnAsync(home, Usual);
        var folder = Path.Combine(home.Root, "evidence");

        await RunAsync(
            app,
            () =>
            {
                Directory.Move(folder, folder + ".away");
                if (fileInstead)
                {
                    File.WriteAllText(folder, "not a folder");
                }
            },
            () =>
            {
                File.Delete(folder);
                Directory.Move(folder + ".away", folder);
            });

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, ".incoming")));
    }

    [Fact]
    public async Task While_the_blob_service_cannot_be_reached_nothing_is_half_written()
    {
        var service = Endpoint();
        await using var relay = new Relay(new IPEndPoint(IPAddress.Parse(service.Host), service.Port));
        await using var home = await Home.CreateAsync(Engine.Postgres);
        var through = TestEnvironment.Azurite.Replace($":{service.Port}/", $":{relay.Port}/", StringComparison.Ordinal);
        await using var app = await WebApp.StartOnAsync(home, [.. Usual, new("Evidence:ConnectionString", through)]);

        await RunAsync(app, relay.Cut, relay.Mend);
    }

    private static async Task RunAsync(WebApp app, Action takeAway, Action bringBack)
    {
        var school = await TestSchool.OpenAsync(app);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, TestSchool.Project("Meja kerja"), handedIn: false);
        using var browser = await school.SignInAsync(student);
        var first = await AddPhotoAsync(browser, await browser.GetPageAsync($"/entries/{entry}/edit"), "bare.jpg");
        Assert.Equal(HttpStatusCode.OK, first.Status);
        var file = await school.FromDbAsync(db => db.Evidence.Where(f => f.EntryId == entry).Select(f => f.Id).SingleAsync());
        var form = await browser.GetPageAsync($"/entries/{entry}/edit");
        var version = (await school.EntryNowAsync(entry)).Version;

        takeAway();
        var health = await Interrupted.HealthAsync(app, "evidence");
        var database = await Interrupted.HealthAsync(app, "database");
        var upload = await AddPhotoAsync(browser, form, "bare.png");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/evidence/{file}");
        using var reading = await browser.SendAsync(request);
        var page = await browser.GetAsync($"/entries/{entry}");
        var between = await school.EntryNowAsync(entry);
        bringBack();
        await app.WaitUntilReadyAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.StartsWith("The evidence ", health.Sentence, StringComparison.Ordinal);
        Assert.Equal("ok", database.Sentence);
        Interrupted.IsPlainPage(upload);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (reading.StatusCode, reading.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal((version, 1), (between.Version, between.Evidence.Count));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/evidence/{file}");
        using var back = await browser.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AddPhotoAsync(browser, form, "bare.png")).Status);
        Assert.Equal(2, (await school.EntryNowAsync(entry)).Evidence.Count);
    }

    private static Task<Page> AddPhotoAsync(Browser browser, Page form, string name) =>
        browser.SubmitAsync(form, EditForm, [], [new Upload("Files", name, name.EndsWith("jpg", StringComparison.Ordinal) ? "image/jpeg" : "image/png", Fixtures.Read(name))]);

    private static Uri Endpoint() => new(TestEnvironment.Azurite.Split(';').Single(part => part.StartsWith("BlobEndpoint=", StringComparison.Ordinal))["BlobEndpoint=".Length..]);
}
