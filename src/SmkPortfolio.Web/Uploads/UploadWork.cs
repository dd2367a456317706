using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Uploads;

/// <summary>Looks for uploads that are whole and that nobody finished: the server that took the last byte died, or the store was away.</summary>
public sealed class UploadWork(IServiceScopeFactory scopes, Preparation preparation, TimeProvider clock, ILogger<UploadWork> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Finishes what waits; how many there were. What stood in the way of one is thrown after the others were tried.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        List<(Guid SchoolId, Guid Id)> waiting;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.Scope.SeeAllSchools();
            waiting = [.. (await db.Uploads.Where(u => u.State == UploadState.Open && u.Offset == u.Length && (u.LeaseUntil == null || u.LeaseUntil <= now)).OrderBy(u => u.CreatedAt)
                .Select(u => new { u.SchoolId, u.Id }).ToListAsync(cancel)).Select(u => (u.SchoolId, u.Id))];
        }
        ExceptionDispatchInfo? first = null;
        foreach (var (schoolId, id) in waiting)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<AppDb>().Scope.Enter(schoolId);
                await scope.ServiceProvider.GetRequiredService<UploadFinishing>().FinishAsync(schoolId, id);
            }
            catch (Exception e)
            {
                // One that cannot be finished must not keep back those that came after it.
                first ??= ExceptionDispatchInfo.Capture(e);
            }
        }
        first?.Throw();
        return waiting.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (preparation.Done)
                {
                    await TryAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What waits is found at the next start.
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await RunAsync(cancel);
        }
        catch (Exception e) when (Faults.IsStorage(e) || e is DbUpdateException)
        {
            log.LogWarning("Uploads wait: {Problem}", e.GetBaseException().Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // It must not stop the site.
            log.LogError(e, "Uploads wait");
        }
    }
}
