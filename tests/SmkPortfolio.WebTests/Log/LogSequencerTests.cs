using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Tests;
using SmkPortfolio.Web.Issuing.Log;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Outages;

namespace SmkPortfolio.WebTests.Log;

public sealed class LogSequencerTests
{
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];

    [Theory, Engines]
    public async Task A_stranger_reads_every_entry_and_finds_the_signed_root(string engine)
    {
        await using var app = await LogBench.StartAsync(engine);
        using var stranger = new LogStranger(app);
        await LogBench.EnterAsync(app, 3);
        await LogBench.PublishAsync(app);
        var first = await stranger.ReadAllAsync();
        await LogBench.EnterAsync(app, 600);

        await LogBench.PublishAsync(app);

        var second = await stranger.ReadAllAsync();
        Assert.Equal(first.Size + 600, second.Size);
        Assert.Equal(first.Root, LogStranger.RootOf(await stranger.EntriesAsync(second.Size), first.Size));
        Assert.Equal(first.Root, await stranger.RootAsync(first.Size));
        Assert.Equal(0, await LogBench.PublishAsync(app));
    }

    [Theory, Engines]
    [Trait(Campaign.Category, Campaign.Name)]
    public async Task Two_nodes_that_enter_and_publish_at_once_neither_fork_nor_skip(string engine)
    {
        var home = await Home.CreateAsync(engine);
        var nodes = await Task.WhenAll(WebApp.StartOnAsync(home, Usual), WebApp.StartOnAsync(home, Usual));
        var rounds = Campaign.Count(6, 200);
        const int Each = 30;

        await Task.WhenAll(nodes.SelectMany(node => new[] { EnterManyAsync(node), PublishManyAsync(node) }));
        await LogBench.PublishAsync(nodes[0]);

        using var stranger = new LogStranger(nodes[1]);
        var last = await stranger.ReadAllAsync();
        var entries = await stranger.EntriesAsync(last.Size);
        await LogBench.InAsync(nodes[0], async db =>
        {
            var places = await db.LogEntries.Select(e => e.Sequence).ToListAsync();
            Assert.Equal(Enumerable.Range(0, places.Count).Select(n => (long?)n), places.Order());
            Assert.True(places.Count >= 2 * rounds * Each);
            Assert.All(await db.LogCheckpoints.ToListAsync(), c => Assert.Equal(c.Root, LogStranger.RootOf(entries, c.Size)));
        });
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
        await home.DisposeAsync();

        async Task EnterManyAsync(WebApp node)
        {
            for (var i = 0; i < rounds; i++)
            {
                await LogBench.EnterAsync(node, Each);
            }
        }

        async Task PublishManyAsync(WebApp node)
        {
            for (var i = 0; i < rounds; i++)
            {
                await LogBench.PublishAsync(node);
            }
        }
    }

    [Theory, Engines]
    public async Task A_run_that_breaks_off_between_tiles_and_checkpoint_leaves_nothing_and_the_next_one_resumes(string engine)
    {
        await using var app = await LogBench.StartAsync(engine);
        using var stranger = new LogStranger(app);
        await LogBench.EnterAsync(app, 1);
        await LogBench.PublishAsync(app);
        var before = await stranger.ReadAllAsync();
        await LogBench.EnterAsync(app, 300);
        await LogBench.InAsync(app, db => db.Database.ExecuteSqlRawAsync(engine == Engine.Sqlite
            ? """CREATE TRIGGER "Stop" BEFORE INSERT ON "LogCheckpoints" BEGIN SELECT RAISE(ABORT, 'stop'); END"""
            : """ALTER TABLE "LogCheckpoints" ADD CONSTRAINT "Stop" CHECK (FALSE) NOT VALID"""));

        await Assert.ThrowsAsync<DbUpdateException>(() => LogBench.PublishAsync(app));

        Assert.Equal(before.Size, (await stranger.ReadAllAsync()).Size);
        await LogBench.InAsync(app, async db =>
        {
            Assert.Empty(await db.LogTiles.ToListAsync());
            Assert.Equal(300, await db.LogEntries.CountAsync(e => e.Sequence == null));
            await db.Database.ExecuteSqlRawAsync(engine == Engine.Sqlite ? """DROP TRIGGER "Stop" """ : """ALTER TABLE "LogCheckpoints" DROP CONSTRAINT "Stop" """);
        });
        Assert.Equal(300, await LogBench.PublishAsync(app));
        Assert.Equal(before.Size + 300, (await stranger.ReadAllAsync()).Size);
    }

    [Theory, Engines]
    public async Task A_run_that_breaks_off_after_its_checkpoint_is_gone_on_from(string engine)
    {
        await using var app = await LogBench.StartAsync(engine);
        using var stranger = new LogStranger(app);
        await LogBench.EnterAsync(app, 1);
        await LogBench.PublishAsync(app);
        var kept = await File.ReadAllTextAsync(Kept(app));
        await LogBench.EnterAsync(app, 5);
        await LogBench.PublishAsync(app);
        // The program ended after the transaction and before the file was written.
        await File.WriteAllTextAsync(Kept(app), kept);
        await LogBench.EnterAsync(app, 5);

        Assert.Equal(5, await LogBench.PublishAsync(app));

        await stranger.ReadAllAsync();
    }

    [Theory, Engines]
    public async Task An_older_database_put_back_is_refused_and_health_says_so_while_the_site_stays_ready(string engine)
    {
        await using var app = await LogBench.StartAsync(engine);
        await LogBench.EnterAsync(app, 3);
        await LogBench.PublishAsync(app);
        var old = await LogBench.SizeAsync(app);
        await LogBench.EnterAsync(app, 2);
        await LogBench.PublishAsync(app);
        var publishing = app.Services.GetRequiredService<LogPublishing>();
        await publishing.RunAsync(CancellationToken.None);
        Assert.Equal((HttpStatusCode.OK, "ok"), await Interrupted.HealthAsync(app, "log"));

        await LogBench.PutBackAsync(app, old);
        await publishing.RunAsync(CancellationToken.None);

        var (status, sentence) = await Interrupted.HealthAsync(app, "log");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("older database", sentence, StringComparison.Ordinal);
        Assert.Contains("Nothing more is published", sentence, StringComparison.Ordinal);
        Assert.Contains(app.Faults, fault => fault.Contains("older database", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task Another_history_of_the_same_length_is_not_signed(string engine)
    {
        await using var app = await LogBench.StartAsync(engine);
        using var stranger = new LogStranger(app);
        await LogBench.EnterAsync(app, 3);
        await LogBench.PublishAsync(app);
        var old = await LogBench.SizeAsync(app);
        await LogBench.EnterAsync(app, 2);
        await LogBench.PublishAsync(app);
        var seen = await stranger.CheckpointAsync();
        var kept = await File.ReadAllTextAsync(Kept(app));
        await LogBench.PutBackAsync(app, old);
        // Before anybody looked, the site went on from the older copy and grew past what it had signed.
        File.Delete(Kept(app));
        await LogBench.EnterAsync(app, 2);
        await LogBench.PublishAsync(app);
        await LogBench.EnterAsync(app, 2);
        await File.WriteAllTextAsync(Kept(app), kept);

        var refusal = await Assert.ThrowsAsync<LogBrokenException>(() => LogBench.PublishAsync(app));

        Assert.Contains("does not continue", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(seen.Size, await LogBench.SizeAsync(app));
        Assert.NotEqual(seen.Root, (await stranger.CheckpointAsync()).Root);
    }

    public static TheoryData<string, string, string> Changes
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var engine in Engine.All)
            {
                rows.Add(engine, """UPDATE "LogEntries" SET "Bytes" = (SELECT "Bytes" FROM "LogEntries" WHERE "Sequence" = 1) WHERE "Sequence" = 299""", "another root");
                rows.Add(engine, """UPDATE "LogTiles" SET "Hashes" = (SELECT "Root" FROM "LogCheckpoints" ORDER BY "Size" LIMIT 1)""", "another root");
                rows.Add(engine, """DELETE FROM "LogTiles" """, "not complete");
                rows.Add(engine, """UPDATE "LogEntries" SET "Sequence" = 100000 WHERE "Sequence" = 299""", "numbered");
                rows.Add(engine, """DELETE FROM "LogCheckpoints" """, "numbered");
            }
            return rows;
        }
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task A_history_that_was_changed_is_not_continued(string engine, string change, string reason)
    {
        await using var app = await LogBench.StartAsync(engine);
        await LogBench.EnterAsync(app, 300);
        await LogBench.PublishAsync(app);
        File.Delete(Kept(app));
        var size = await LogBench.SizeAsync(app);
        await LogBench.InAsync(app, db => db.Database.ExecuteSqlRawAsync(change));
        await LogBench.EnterAsync(app, 1);

        var refusal = await Assert.ThrowsAsync<LogBrokenException>(() => LogBench.PublishAsync(app));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.True(await LogBench.SizeAsync(app) <= size);
        Assert.False(File.Exists(Kept(app)));
    }

    private static string Kept(WebApp app) => Path.Combine(app.StorageRoot, "log", "checkpoint");
}
