using System.IO.Compression;
using System.Net;
using System.Text.Json;
using SmkPortfolio.Tests;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Golden;

/// <summary>The site of each released version, restored under a new folder and port: what it issued is still what it was, and it goes on issuing.</summary>
public sealed class GoldenSiteTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("smk-golden-").FullName;

    public static TheoryData<string> Versions => [.. GoldenSet.Versions];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Golden_files_of_a_version_are_kept() => Assert.NotEmpty(GoldenSet.Versions);

    [Theory, MemberData(nameof(Versions))]
    public async Task A_restored_site_verifies_all_it_ever_issued(string version)
    {
        var set = GoldenSet.Of(version);
        await using var site = await RestoreAsync(set);
        await ExpectVerdictsAsync(site, set);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_restored_site_lets_its_people_in_and_issues(string version)
    {
        var set = GoldenSet.Of(version);
        await using var site = await RestoreAsync(set);
        using var student = await site.SignedInAsync(set.Index.Account, set.Index.Password);
        var before = Codes(await student.GetPageAsync("/cvs"));

        var issued = await student.PressAsync(await student.GetPageAsync("/cvs/new"), "main form[method=post]", "#issue");

        Assert.Equal("/cvs", issued.Path);
        var link = Assert.Single(Codes(issued).Except(before));
        var pdf = await student.GetPageAsync(link);
        Assert.Equal("genuine-current", await VerdictOfAsync(site, pdf.Body));
    }

    // Also the way in which tests/golden/make.sh makes the files that are kept.
    [Fact]
    public async Task A_set_made_now_holds_what_its_index_says()
    {
        var target = TestEnvironment.GoldenTarget ?? folder;
        await new GoldenMaker(target).MakeAsync();
        var made = new GoldenSet(target);

        await using var site = await RestoreAsync(made);
        await ExpectVerdictsAsync(site, made);
    }

    private static async Task<WebApp> RestoreAsync(GoldenSet set)
    {
        var home = await Home.CreateAsync(Engine.Sqlite);
        await ZipFile.ExtractToDirectoryAsync(set.PathOf(GoldenSet.SiteFile), home.Root);
        var site = await WebApp.StartAndOwnAsync(home, [new("Site:PublicUrl", set.Index.PublicUrl), new("Demo:Seed", "false")], listen: true);
        site.Clock.Advance(set.Index.Pinned.AddDays(30) - site.Clock.GetUtcNow());
        return site;
    }

    private static async Task ExpectVerdictsAsync(WebApp site, GoldenSet set)
    {
        foreach (var file in set.Index.Files)
        {
            var verdict = await VerdictOfAsync(site, set.Read(file.File));
            Assert.True(verdict == file.Verdict, $"{file.File}: {verdict}");
            if (file.Code is { } code)
            {
                Assert.Equal(file.Verdict, await VerdictByCodeAsync(site, code));
            }
        }
    }

    private static async Task<string?> VerdictOfAsync(WebApp site, byte[] file)
    {
        using var client = site.NewClient();
        using var answer = await client.PostAsync("/api/v1/verify", new ByteArrayContent(file));
        return await ReadAsync(answer);
    }

    private static async Task<string?> VerdictByCodeAsync(WebApp site, string code)
    {
        using var client = site.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        using var answer = await client.GetAsync($"/verify/{code}");
        return await ReadAsync(answer);
    }

    private static async Task<string?> ReadAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("verdict").GetString();
    }

    private static List<string> Codes(Page page) => [.. page.Document.QuerySelectorAll("a[href*='handler=Pdf'], a[href*='Pdf']").Select(a => a.GetAttribute("href")!)];
}
