using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Credentials;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Tests;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Golden;

/// <summary>Makes a golden set: starts the real site, issues one document of each kind, and keeps them with the register, the lists and the site itself.</summary>
internal sealed class GoldenMaker(string folder)
{
    private const string PublicUrl = "https://golden.example";
    private const string Current = "genuine-current";
    private const string NotCheckable = "not-checkable";

    private readonly List<GoldenFile> files = [];
    private readonly SortedDictionary<string, string> lists = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> states = new(StringComparer.Ordinal);

    public async Task MakeAsync()
    {
        Directory.CreateDirectory(folder);
        await using var home = await Home.CreateAsync(Engine.Sqlite);
        GoldenIndex index;
        await using (var app = await WebApp.StartOnAsync(home, [new("Site:PublicUrl", PublicUrl), new("Demo:Seed", "false")]))
        {
            var school = await GoldenSchool.OpenAsync(app);
            // One certificate runs out before the papers are printed.
            app.Clock.Advance(TimeSpan.FromDays(3));
            foreach (var (format, language) in CvFormats.All.SelectMany(f => f.Languages.Select(l => (f.Name, l))))
            {
                var (paper, file) = await school.PrintAsync(format, language);
                await KeepPaperAsync(paper, file, $"{format}-{language}.pdf", Current);
            }
            await KeepWithdrawnPaperAsync(app, school);
            app.Clock.Advance(TimeSpan.FromHours(1));
            await KeepCredentialsAsync(app);
            index = await KeepPublishedAsync(app, school);
        }
        await File.WriteAllBytesAsync(Path.Combine(folder, GoldenSet.IndexFile), JsonSerializer.SerializeToUtf8Bytes(index, GoldenSet.Json));
        await KeepSiteAsync(home);
    }

    private async Task KeepPaperAsync(CvDocument paper, byte[] file, string name, string verdict)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, name), file);
        // What is stapled to a paper is the status on the day of printing.
        files.Add(new GoldenFile(name, "paper", paper.Format, paper.Language, paper.Code, verdict, Current));
    }

    private async Task KeepWithdrawnPaperAsync(WebApp app, GoldenSchool school)
    {
        var (paper, file) = await school.PrintAsync("drh", "id");
        using var student = await app.SignedInAsync(school.Student.Address);
        var page = await student.GetPageAsync("/cvs");
        var form = page.Document.QuerySelectorAll("form[action*='Withdraw']").Single(f => f.OuterHtml.Contains(paper.Id.ToString(), StringComparison.Ordinal));
        form.Id = "withdraw";
        await student.SubmitAsync(page, "#withdraw");
        await KeepPaperAsync(paper, file, $"{paper.Format}-id-withdrawn.pdf", "genuine-withdrawn");
    }

    private async Task KeepCredentialsAsync(WebApp app)
    {
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        var now = app.Clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var all = await db.Credentials.AsNoTracking().OrderBy(c => c.IssuedAt).ThenBy(c => c.Id).ToListAsync();
        var standing = all.Where(c => c.State == Domain.Issuing.CredentialState.Active && (c.ValidUntil is null || c.ValidUntil > today)).ToList();
        foreach (var kind in Enum.GetValues<CredentialKind>())
        {
            await KeepAsync(standing.Last(c => c.Kind == kind), Name(kind), Current);
        }
        await KeepAsync(all.Last(c => c.Kind == CredentialKind.OpenBadge && c.State == Domain.Issuing.CredentialState.Withdrawn), "open-badge-withdrawn", "genuine-withdrawn");
        await KeepAsync(all.Last(c => c.Kind == CredentialKind.OpenBadge && c.ValidUntil < today && c.State == Domain.Issuing.CredentialState.Active), "open-badge-expired", "genuine-expired");
        await KeepAlteredAsync(standing.Last(c => c.Kind == CredentialKind.OpenBadge));
        await KeepCopiesAsync(standing.Last(c => c.Kind == CredentialKind.OpenBadge), scope.ServiceProvider.GetRequiredService<CredentialCopies>());
        foreach (var uri in all.Where(c => c.Kind != CredentialKind.Endorsement).Select(c => c.Uri).Distinct())
        {
            states[uri] = await GetTextAsync(app, uri + "/state");
        }
    }

    private async Task KeepAsync(IssuedCredential credential, string name, string verdict)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".json"), credential.Bytes);
        files.Add(new GoldenFile(name + ".json", Name(credential.Kind), null, null, null, verdict, NotCheckable));
    }

    private async Task KeepCopiesAsync(IssuedCredential credential, CredentialCopies copies)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "open-badge.jwt"), await copies.JwtAsync(credential, CancellationToken.None));
        files.Add(new GoldenFile("open-badge.jwt", "jwt", null, null, null, Current, NotCheckable));
        await File.WriteAllBytesAsync(Path.Combine(folder, "open-badge.png"), CredentialCopies.Picture(credential)!);
        files.Add(new GoldenFile("open-badge.png", "badge-picture", null, null, null, Current, NotCheckable));
    }

    private async Task KeepAlteredAsync(IssuedCredential credential)
    {
        var text = System.Text.Encoding.UTF8.GetString(credential.Bytes);
        await File.WriteAllTextAsync(Path.Combine(folder, "open-badge-altered.json"), text.Replace("Ayu Lestari", "Ayu Rahayu", StringComparison.Ordinal));
        files.Add(new GoldenFile("open-badge-altered.json", Name(credential.Kind), null, null, null, "altered", "altered"));
    }

    private async Task<GoldenIndex> KeepPublishedAsync(WebApp app, GoldenSchool school)
    {
        var register = await GetTextAsync(app, PublicUrl + "/" + GoldenSet.RegisterFile);
        await File.WriteAllTextAsync(Path.Combine(folder, GoldenSet.RegisterFile), register);
        var known = RegisterFile.Read(register);
        foreach (var did in known.Content.Schools.Select(s => s.Did).Concat(known.Content.Persons.Select(p => p.Did)))
        {
            var url = new Uri(DidWeb.DocumentUrl(did), "status/rev-1.json").ToString();
            var name = $"status-list-{lists.Count + 1}.json";
            await File.WriteAllTextAsync(Path.Combine(folder, name), await GetTextAsync(app, url));
            lists[url] = name;
            files.Add(new GoldenFile(name, "status-list", null, null, null, NotCheckable, NotCheckable));
        }
        return new GoldenIndex(PublicUrl, known.Fingerprint, app.Clock.GetUtcNow(), school.Student.Address, Browser.DemoPassword, files, lists, states);
    }

    private async Task KeepSiteAsync(Home home)
    {
        SqliteConnection.ClearAllPools();
        var database = Directory.GetFiles(home.Root, "*.db").Single();
        await using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var vacuum = connection.CreateCommand();
            vacuum.CommandText = "VACUUM; PRAGMA journal_mode=DELETE;";
            await vacuum.ExecuteNonQueryAsync();
        }
        await ZipFile.CreateFromDirectoryAsync(home.Root, Path.Combine(folder, GoldenSet.SiteFile), CompressionLevel.SmallestSize, includeBaseDirectory: false);
    }

    private static async Task<string> GetTextAsync(WebApp app, string url)
    {
        using var client = app.NewClient();
        return await client.GetStringAsync(new Uri(url).PathAndQuery);
    }

    private static string Name(CredentialKind kind) => kind switch
    {
        CredentialKind.OpenBadge => "open-badge",
        CredentialKind.Endorsement => "endorsement",
        CredentialKind.Portfolio => "portfolio",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
