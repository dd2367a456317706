using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Sharing;

/// <summary>Counts visits of share links in memory and writes them in batches: no address, no device, and not the owner's own visits.</summary>
public sealed class VisitCounter(IServiceScopeFactory scopes, TimeProvider clock, ILogger<VisitCounter> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private Dictionary<(string TokenHash, Guid? Visitor), int> counts = [];

    /// <param name="visitor">The signed-in visitor, compared with the owner when written and then forgotten.</param>
    public void Count(string tokenHash, Guid? visitor)
    {
        lock (gate)
        {
            counts[(tokenHash, visitor)] = counts.GetValueOrDefault((tokenHash, visitor)) + 1;
        }
    }

    /// <summary>Writes what was counted so far. When the database does not answer, it is kept for the next time.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        Dictionary<(string TokenHash, Guid? Visitor), int> batch;
        lock (gate)
        {
            (batch, counts) = (counts, []);
        }
        if (batch.Count == 0)
        {
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        foreach (var link in batch.GroupBy(b => b.Key.TokenHash))
        {
            try
            {
                await WriteAsync(db, link.Key, [.. link.Select(v => (v.Key.Visitor, v.Value))], cancel);
            }
            catch (Exception e) when (Faults.IsStorage(e) || e is DbUpdateException)
            {
                log.LogWarning("Visits could not be written yet: {Problem}", e.GetBaseException().Message);
                db.ChangeTracker.Clear();
                foreach (var (key, count) in link)
                {
                    PutBack(key, count);
                }
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await FlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await FlushAsync(CancellationToken.None);
        }
    }

    private async Task WriteAsync(AppDb db, string tokenHash, IReadOnlyList<(Guid? Visitor, int Count)> visits, CancellationToken cancel)
    {
        var link = await (from l in db.ShareLinks where l.TokenHash == tokenHash join s in db.Schools on l.SchoolId equals s.Id select new { l.SchoolId, l.Id, l.PersonId, School = s }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (link is null || visits.Where(v => v.Visitor != link.PersonId).Sum(v => v.Count) is not (> 0 and var more))
        {
            return;
        }
        var day = link.School.Today(clock.GetUtcNow().UtcDateTime);
        var counted = await db.ShareVisits.Where(v => v.SchoolId == link.SchoolId && v.ShareLinkId == link.Id && v.Day == day)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Count, v => v.Count + more), cancel);
        if (counted == 0)
        {
            db.ShareVisits.Add(ShareVisit.On(link.SchoolId, link.Id, day, more));
            await db.SaveChangesAsync(cancel);
        }
    }

    private void PutBack((string TokenHash, Guid? Visitor) key, int count)
    {
        lock (gate)
        {
            counts[key] = counts.GetValueOrDefault(key) + count;
        }
    }
}
