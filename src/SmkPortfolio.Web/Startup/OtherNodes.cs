using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Startup;

/// <summary>
/// Several nodes share one database but not their page caches. Every second each looks at the heads of the audit chains; when something was
/// withdrawn or closed, whichever node did it, public pages are rendered anew.
/// </summary>
public sealed class OtherNodes(IServiceScopeFactory scopes, IOutputCacheStore cache, Preparation preparation, TimeProvider clock, ILogger<OtherNodes> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly string[] Closing = ["endorsement-withdrawn", "cv-withdrawn", "link-revoked", "consent-withdrawn", "portrait-removed", SchoolLife.Closed, .. KeyLife.Happenings, .. Standing.Happenings];
    private Dictionary<Guid, long>? heads;

    /// <summary>Looks once; the first look only learns where the chains stand.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        var now = await db.AuditHeads.AsNoTracking().ToDictionaryAsync(h => h.SchoolId, h => h.Sequence, cancel);
        if (heads is { } before && await AnyClosedAsync(db, now.Where(h => h.Value > before.GetValueOrDefault(h.Key)), before, cancel))
        {
            await cache.EvictByTagAsync(CacheTags.Public, cancel);
        }
        heads = now;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!preparation.Done)
            {
                continue;
            }
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (Faults.IsStorage(e))
            {
                // What was withdrawn meanwhile is still ahead of the remembered heads and found at the next look.
                log.LogWarning("Withdrawals of other nodes cannot be seen now: {Problem}", e.GetBaseException().Message);
            }
        }
    }

    private static async Task<bool> AnyClosedAsync(AppDb db, IEnumerable<KeyValuePair<Guid, long>> moved, Dictionary<Guid, long> before, CancellationToken cancel)
    {
        foreach (var (school, _) in moved)
        {
            var known = before.GetValueOrDefault(school);
            if (await db.AuditEvents.AnyAsync(e => e.SchoolId == school && e.Sequence > known && Closing.Contains(e.Action), cancel))
            {
                return true;
            }
        }
        return false;
    }
}
