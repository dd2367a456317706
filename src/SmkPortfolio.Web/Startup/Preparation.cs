using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Issuing.Log;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>Migration, the platform's keys and the demo, before the first page is served. A wrong public address stops the start.</summary>
public sealed class Preparation(IServiceProvider services, AllSettings settings, KeyProtection protection, IHostApplicationLifetime lifetime, ILogger<Preparation> log) : BackgroundService
{
    private readonly SemaphoreSlim once = new(1);

    /// <summary>True when pages may be served.</summary>
    public bool Done { get; private set; }

    /// <summary>Why it did not succeed, for /health/ready.</summary>
    public string? Problem { get; private set; }

    /// <summary>Before the host starts, since the key ring is read at its start. Storage that is not there yet is left to the retries.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await DataSetup.MigrateAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), cancel);
            protection.Check();
        }
        catch (Exception e) when (Faults.IsStorage(e))
        {
            Problem = e.GetBaseException().Message;
        }
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        await once.WaitAsync(cancel);
        try
        {
            if (Done)
            {
                return;
            }
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.Scope.SeeAllSchools();
            await DataSetup.MigrateAsync(db, cancel);
            protection.Check();
            await db.ProbeAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<IBlobStore>().ProbeAsync(cancel);
            await FirstRowsAsync(db, scope.ServiceProvider, cancel);
            if (settings.SeedsDemo)
            {
                await scope.ServiceProvider.GetRequiredService<Demo.Seeder>().SeedWhenEmptyAsync(cancel);
            }
            if (protection.State == "none")
            {
                log.LogWarning("Keys:ProtectionCertificate is not set: the keys in the database are readable for whoever has the database.");
            }
            else if (protection.State != "certificate")
            {
                log.LogWarning("Keys:ProtectionCertificate was set after keys had been made: those stay readable for whoever has the database.");
            }
            Done = true;
            Problem = null;
        }
        finally
        {
            once.Release();
        }
    }

    /// <summary>Public address, the platform's and the log's key. Two nodes that start on an empty database at once: the slower one takes what the other wrote.</summary>
    private async Task FirstRowsAsync(AppDb db, IServiceProvider scope, CancellationToken cancel)
    {
        Func<Task>[] steps =
        [
            () => SiteAddress.CheckAsync(db, settings, cancel),
            () => scope.GetRequiredService<KeyRing>().PlatformAsync(cancel),
            () => scope.GetRequiredService<LogName>().EnsureAsync(cancel),
        ];
        // The slower one may lose each of them, not only the first.
        foreach (var step in steps)
        {
            try
            {
                await step();
            }
            catch (DbUpdateException e) when (!Faults.IsStorage(e))
            {
                db.ChangeTracker.Clear();
                await step();
            }
        }
    }

    public override void Dispose()
    {
        once.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!Done && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (SettingException wrong)
            {
                await Console.Error.WriteLineAsync(wrong.Message);
                Environment.ExitCode = 2;
                lifetime.StopApplication();
                return;
            }
            catch (Exception e) when (Faults.IsStorage(e))
            {
                // A locked database or a folder without rights may come right by itself; readiness says so meanwhile.
                Problem = e.GetBaseException().Message;
                log.LogError("Storage cannot be used yet: {Problem}", Problem);
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogCritical(e, "Preparation failed");
                Environment.ExitCode = 1;
                lifetime.StopApplication();
                return;
            }
        }
    }
}

/// <summary>While preparing, pages say so instead of failing.</summary>
public sealed class ReadyGate(RequestDelegate next, Preparation preparation)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (preparation.Done || context.Request.Path.StartsWithSegments("/health") || Path.HasExtension(context.Request.Path))
        {
            return next(context);
        }
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        return PlainPage.WriteAsync(context, preparation.Problem is null ? PlainText.Starting : PlainText.StorageUnavailable, null);
    }
}
