using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Issuing.Log;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Log;

/// <summary>What happens to a log in the tests.</summary>
internal static class LogBench
{
    /// <summary>An empty site whose log moves only when the test says so.</summary>
    public static async Task<WebApp> StartAsync(string engine)
    {
        var app = await WebApps.EmptyAsync(engine);
        await app.Services.GetRequiredService<LogPublishing>().StopAsync(CancellationToken.None);
        return app;
    }

    /// <summary>Publishes what is new, as the site does by itself.</summary>
    public static async Task<int> PublishAsync(WebApp app)
    {
        await using var scope = app.NewScope();
        scope.ServiceProvider.GetRequiredService<AppDb>().Scope.SeeAllSchools();
        return await scope.ServiceProvider.GetRequiredService<LogSequencer>().PublishAsync(CancellationToken.None);
    }

    /// <summary>Enters so many files that nobody knows.</summary>
    public static Task EnterAsync(WebApp app, int count) => InAsync(app, async db =>
    {
        db.LogEntries.AddRange(Enumerable.Range(0, count).Select(_ => LogEntry.Of(LogKind.Credential, app.Clock.GetUtcNow(), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(8))));
        await db.SaveChangesAsync();
    });

    public static async Task InAsync(WebApp app, Func<AppDb, Task> work)
    {
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        await work(db);
    }

    /// <summary>The database as it was when the log had that size: what puts back an older copy.</summary>
    public static Task PutBackAsync(WebApp app, long size) => InAsync(app, async db =>
    {
        await db.LogEntries.Where(e => e.Sequence == null || e.Sequence >= size).ExecuteDeleteAsync();
        await db.LogCheckpoints.Where(c => c.Size > size).ExecuteDeleteAsync();
    });

    public static async Task<long> SizeAsync(WebApp app)
    {
        long size = 0;
        await InAsync(app, async db => size = await db.LogCheckpoints.MaxAsync(c => (long?)c.Size) ?? 0);
        return size;
    }
}
