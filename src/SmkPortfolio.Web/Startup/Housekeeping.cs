using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>Once an hour: what lay in the bin for its days is removed with its files, unless something endorsed or handed in rests on it; and what uploads left behind.</summary>
public sealed class Housekeeping(IServiceProvider services, Preparation preparation, LimitsSettings limits, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    // No upload takes that long.
    private static readonly TimeSpan LeftBehind = TimeSpan.FromDays(1);

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
                var blobs = scope.ServiceProvider.GetRequiredService<IBlobStore>();
                var now = clock.GetUtcNow().UtcDateTime;
                var removed = await EmptyBinAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), blobs, limits.BinDays, now, stoppingToken);
                var swept = await blobs.SweepAsync(now - LeftBehind, stoppingToken) + await scope.ServiceProvider.GetRequiredService<Uploads.UploadSweep>().RunAsync(now, stoppingToken);
                log.LogInformation("Bin emptied: {Removed} entries; {Swept} unfinished files swept", removed, swept);
            }
            catch (Exception e) when (Faults.IsStorage(e))
            {
                log.LogWarning("Bin not emptied: {Problem}", e.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Removes entries whose days in the bin are over; those with a revision stay for their history and what was signed on them.</summary>
    public static async Task<int> EmptyBinAsync(AppDb db, IBlobStore blobs, int days, DateTime now, CancellationToken cancel)
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
            if (!await IsShownAsync(db, schoolId, sha256, cancel))
            {
                await blobs.DeleteAsync(schoolId, sha256, cancel);
            }
        }
        return over.Count;
    }

    /// <summary>The same content is stored once for a whole school: other work, a portrait or a paper may still need it.</summary>
    private static async Task<bool> IsShownAsync(AppDb db, Guid schoolId, string sha256, CancellationToken cancel) =>
        await db.Evidence.AnyAsync(f => f.SchoolId == schoolId && f.Sha256 == sha256, cancel)
        || await db.Portfolios.AnyAsync(p => p.SchoolId == schoolId && p.PhotoSha256 == sha256, cancel)
        || await db.CvDocuments.AnyAsync(c => c.SchoolId == schoolId && c.PdfSha256 == sha256, cancel);
}
