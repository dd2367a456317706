using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Tests;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Keeping;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>Looking for likenesses in a school that has kept pictures for years: eight thousand students with ten each.</summary>
public sealed class ManyPicturesTests
{
    private const int Times = 10;

    private const string Begin = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})
        INSERT INTO "StoredFiles" ("SchoolId", "MediaType", "Size", "TouchedAt", "Scan", "ScannedAt", "Finding", "WorkDue", "Failures", "LeaseUntil", "Sha256", "PictureHash")
        SELECT "SchoolId", "MediaType", "Size", "TouchedAt", "Scan", "ScannedAt", "Finding", NULL, 0, NULL,
        """ + " ";

    private const string End = """
         FROM "StoredFiles", n WHERE "SchoolId" = {1} AND "Sha256" = {2}
        """;

    private static readonly byte[] Weld = File.ReadAllBytes(Repository.PathOf("assets", "demo", "scene-weld-3g-1.jpg"));

    [Theory, Engines]
    [Trait(Campaign.Category, Campaign.Name)]
    public async Task Among_all_pictures_of_a_large_school_the_like_one_is_found(string engine)
    {
        var count = Campaign.Count(2_000, 80_000);
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        await bench.AddAsync(await bench.School.StudentAsync("Dimas Saputra"), Weld);
        await bench.WorkAsync();
        await bench.School.InDbAsync(db => CopiesAsync(db, bench.Id, KeptSchool.Hash(Weld), count));
        var same = AlikeTests.Changed("scaled");
        await bench.AddAsync(await bench.School.StudentAsync("Bagus Prasetyo"), same);

        await bench.WorkAsync();

        var found = await bench.School.FromDbAsync(db => db.Resemblances.Where(r => r.SchoolId == bench.Id).ToListAsync());
        Assert.Equal((KeptSchool.Hash(same), KeptSchool.Hash(Weld)), found.Select(r => (r.Sha256, r.OtherSha256)).Single());
        var row = await bench.RowAsync(same);
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
        {
            await using var scope = app.NewScope();
            scope.ServiceProvider.GetRequiredService<AppDb>().Scope.Enter(bench.Id);
            await scope.ServiceProvider.GetRequiredService<Likenesses>().FindAsync(row, TestContext.Current.CancellationToken);
        }
        var each = Stopwatch.GetElapsedTime(since).TotalMilliseconds / Times;
        TestTables.Write($"likenesses-{engine}", "Looking for a picture's like among all of its school",
            [["engine", "pictures", "ms a new picture"], [engine, count.ToString(CultureInfo.InvariantCulture), each.ToString("F0", CultureInfo.InvariantCulture)]]);
    }

    /// <summary>So many rows more as this one, each of another content that looks like nothing else.</summary>
    private static Task<int> CopiesAsync(AppDb db, Guid school, string like, int count) =>
        db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? Begin + "printf('%064x', i), random()" + End : Begin + "lpad(to_hex(i), 64, '0'), ('x' || md5(i::text))::bit(64)::bigint" + End, count, school, like);
}
