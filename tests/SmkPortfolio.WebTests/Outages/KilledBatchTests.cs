using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Tests;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Pages.Batches;
using SmkPortfolio.WebTests.Startup;

namespace SmkPortfolio.WebTests.Outages;

/// <summary>The program dies at random moments while it makes papers for a whole school; each time another start goes on.</summary>
public sealed class KilledBatchTests
{
    private const int Seed = 20_261_201;
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false"), new("Batches:LeaseSeconds", "1")];

    [Theory, Engines]
    [Trait(Campaign.Category, Campaign.Name)]
    public async Task Killed_at_random_moments_no_student_gets_two_papers_and_none_is_lost(string engine)
    {
        var kills = Campaign.Count(3, 20);
        var students = Campaign.Count(240, 1500);
        await using var home = await Hosting.Home.CreateAsync(engine);
        var batch = await OrderAsync(home, students);
        var random = new Random(Seed);

        var inside = 0;
        for (var i = 0; i < kills; i++)
        {
            var before = await StandAsync(home, batch);
            await using var program = await RunningProgram.StartAsync([.. home.Settings(), .. Usual]);
            // Dies somewhere in the part of the work that is this kill's own.
            var until = Math.Max(before.Done + 1, students * i / kills) + random.Next(Math.Max(1, students / kills / 2));
            var stand = await WaitAsync(home, batch, s => s.Done >= Math.Min(until, students - 1));
            // No wait for something to happen: where within a chunk's work the kill falls is the thing tried, and no event marks it.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(120)));
            await program.KillAsync();
            inside += stand.Done < students ? 1 : 0;
        }
        await using (await RunningProgram.StartAsync([.. home.Settings(), .. Usual]))
        {
            await WaitAsync(home, batch, s => s.Finished);
        }

        Assert.True(inside > kills / 2, $"{inside} of {kills}");
        await using var app = await WebApp.StartOnAsync(home, Usual, at: DateTimeOffset.UtcNow);
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        var items = await db.PaperBatchItems.AsNoTracking().Where(i => i.BatchId == batch).ToListAsync();
        var papers = await db.CvDocuments.AsNoTracking().ToListAsync();
        var credentials = await db.Credentials.AsNoTracking().Where(c => c.Kind == CredentialKind.Portfolio).ToListAsync();
        Assert.All(items, i => Assert.Equal(BatchItemState.Done, i.State));
        Assert.Equal(students, papers.Count);
        Assert.Equal(items.Select(i => i.PersonId).Order(), papers.Select(p => p.PersonId).Order());
        Assert.Equal(items.Select(i => i.CvId!.Value).Order(), papers.Select(p => p.Id).Order());
        Assert.Equal(papers.Select(p => p.CredentialId).Order(), credentials.Select(c => c.Id).Order());
        Assert.Equal(students, credentials.Select(c => (c.StatusListId, c.StatusIndex)).Distinct().Count());
        Assert.Equal(students, await db.AuditEvents.CountAsync(e => e.Action == "cv-issued"));
        var blobs = scope.ServiceProvider.GetRequiredService<IBlobStore>();
        foreach (var paper in papers)
        {
            Assert.True(await blobs.ExistsAsync(paper.SchoolId, paper.PdfSha256, CancellationToken.None), paper.Code);
        }
        var places = await db.StatusEntries.CountAsync(e => credentials.Select(c => c.StatusListId).Contains(e.ListId));
        TestTables.Write(
            $"killed-batch-{engine}",
            $"SIGKILL while papers for many are made, {engine}",
            [
                ["what", "count"],
                ["students", Text(students)],
                ["kills", Text(kills)],
                ["of them in the middle of the work", Text(inside)],
                ["papers, one for each student", Text(papers.Count)],
                ["status places taken by nobody", Text(places - credentials.Count)],
            ]);
    }

    private static async Task<Guid> OrderAsync(Hosting.Home home, int students)
    {
        await using var app = await WebApp.StartOnAsync(home, Usual, at: DateTimeOffset.UtcNow);
        var school = await TestSchool.OpenAsync(app);
        var opened = await ClassOfStudents.OpenAsync(school, "Ayu Lestari");
        var others = await opened.EnrolAsync(students - 1);
        return (await opened.OrderAsync([.. opened.Students, .. others])).Id;
    }

    /// <summary>Read beside the program, which may be dead at the moment.</summary>
    private static async Task<(int Done, bool Finished)> StandAsync(Hosting.Home home, Guid batch)
    {
        var services = new ServiceCollection();
        var settings = home.Settings().ToDictionary();
        if (home.Engine == Engine.Sqlite)
        {
            services.AddSqlite(Path.Combine(home.Root, "smkportfolio.db"));
        }
        else
        {
            services.AddPostgres(settings["Database:ConnectionString"]);
        }
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        return (await db.PaperBatchItems.CountAsync(i => i.BatchId == batch && i.State != BatchItemState.Waiting), await db.PaperBatches.AnyAsync(b => b.Id == batch && b.FinishedAt != null));
    }

    private static async Task<(int Done, bool Finished)> WaitAsync(Hosting.Home home, Guid batch, Predicate<(int Done, bool Finished)> until)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var stand = await StandAsync(home, batch);
            if (until(stand))
            {
                return stand;
            }
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(3), $"{stand.Done} after three minutes");
            // Another program does the work; its database is all that tells how far it is. The bound above ends this.
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
