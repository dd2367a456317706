using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Keeping;
using SmkPortfolio.Web.Pictures;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>
/// Once an hour: what lay in the bin for its days is removed with its files, unless something endorsed or handed in rests on it; and what uploads left
/// behind; at the start too, pictures that a killed process left in the temporary folder. Once a day: files that nothing needs any more.
/// </summary>
public sealed class Housekeeping(IServiceProvider services, Preparation preparation, LimitsSettings limits, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    // No upload takes that long.
    private static readonly TimeSpan LeftBehind = TimeSpan.FromDays(1);

    /// <summary>Before the site is there for anybody: what lies there may be the picture of a minor.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        SweepPictures();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTime? tidied = null;
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
                var blobs = scope.ServiceProvider.GetRequiredService<IBlobStore>();
                var tidying = scope.ServiceProvider.GetRequiredService<StoreTidying>();
                var now = clock.GetUtcNow().UtcDateTime;
                var removed = await EmptyBinAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), tidying, limits.BinDays, now, stoppingToken);
                var swept = await blobs.SweepAsync(now - LeftBehind, stoppingToken) + await scope.ServiceProvider.GetRequiredService<Uploads.UploadSweep>().RunAsync(now, stoppingToken);
                if (tidied is null || now - tidied >= StoreTidying.Grace)
                {
                    log.LogInformation("{Removed} files that nothing needs removed", await tidying.TidyAsync(limits.BinDays, now, stoppingToken));
                    tidied = now;
                }
                log.LogInformation("Bin emptied: {Removed} entries; {Swept} unfinished files swept", removed, swept);
            }
            catch (Exception e) when (Faults.IsStorage(e) || e is DbUpdateException)
            {
                // Somebody took an entry out of the bin in the same moment, or the store is away.
                log.LogWarning("Bin not emptied: {Problem}", e.GetBaseException().Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // It must not stop the site.
                log.LogError(e, "Bin not emptied");
            }
        }
        while (await HasNextHourAsync(timer, stoppingToken));
    }

    private async Task<bool> HasNextHourAsync(PeriodicTimer timer, CancellationToken cancel)
    {
        var goesOn = await timer.WaitForNextTickAsync(cancel);
        SweepPictures();
        return goesOn;
    }

    private void SweepPictures()
    {
        try
        {
            // Files are dated by the machine.
            if (PictureFolder.Sweep(TimeProvider.System.GetUtcNow().UtcDateTime) is > 0 and var swept)
            {
                log.LogInformation("{Swept} pictures swept that a process left when it was ended", swept);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("Temporary folder not swept: {Problem}", e.Message);
        }
    }

    /// <summary>Removes entries whose days in the bin are over; those with a revision stay for their history and what was signed on them.</summary>
    public static async Task<int> EmptyBinAsync(AppDb db, StoreTidying tidying, int days, DateTime now, CancellationToken cancel)
    {
        db.Scope.SeeAllSchools();
        var until = now.AddDays(-days);
        var over = await db.Entries.Where(e => e.BinnedAt != null && e.BinnedAt < until && !db.Revisions.Any(r => r.SchoolId == e.SchoolId && r.EntryId == e.Id)).ToListAsync(cancel);
        var entries = over.Select(e => e.Id).ToList();
        var files = await db.Evidence.Where(f => entries.Contains(f.EntryId)).ToListAsync(cancel);
        db.Evidence.RemoveRange(files);
        db.Entries.RemoveRange(over);
        await db.SaveChangesAsync(cancel);
        // After the rows: a file without a row is only waste, a row without its file is a loss.
        foreach (var (schoolId, sha256) in files.Select(f => (f.SchoolId, f.Sha256)).Distinct())
        {
            await tidying.RemoveAsync(schoolId, sha256, now - StoreTidying.Grace, cancel);
        }
        return over.Count;
    }
}
