using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>Once an hour: what lay in the bin for its days is removed, unless something endorsed or handed in rests on it.</summary>
public sealed class Housekeeping(IServiceProvider services, Preparation preparation, LimitsSettings limits, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        do
        {
            if (!preparation.Done)
            {
                continue;
            }
            try
            {
                await using var scope = services.CreateAsyncScope();
                var removed = await EmptyBinAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), limits.BinDays, clock.GetUtcNow().UtcDateTime, stoppingToken);
                log.LogInformation("Bin emptied: {Removed} entries", removed);
            }
            catch (Exception e) when (Faults.IsStorage(e))
            {
                log.LogWarning("Bin not emptied: {Problem}", e.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Removes entries whose days in the bin are over; those with a revision stay for what was signed on them, out of sight.</summary>
    public static async Task<int> EmptyBinAsync(AppDb db, int days, DateTime now, CancellationToken cancel)
    {
        db.Scope.SeeAllSchools();
        var until = now.AddDays(-days);
        var over = await db.Entries.Where(e => e.BinnedAt != null && e.BinnedAt < until && !db.Revisions.Any(r => r.SchoolId == e.SchoolId && r.EntryId == e.Id)).ToListAsync(cancel);
        foreach (var entry in over)
        {
            db.Evidence.RemoveRange(await db.Evidence.Where(f => f.EntryId == entry.Id).ToListAsync(cancel));
        }
        db.Entries.RemoveRange(over);
        await db.SaveChangesAsync(cancel);
        return over.Count;
    }
}
