using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Files;

namespace SmkPortfolio.Web.Uploads;

/// <summary>Throws away what never became whole or could never be finished, and forgets uploads that are long over.</summary>
public sealed class UploadSweep(AppDb db, IUploadParts parts)
{
    // Clients come back to ask what became of it.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    // A row is written before its first part.
    private static readonly TimeSpan Orphaned = TimeSpan.FromDays(1);

    /// <summary>How many uploads' parts were deleted.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancel)
    {
        db.Scope.SeeAllSchools();
        var swept = 0;
        // What is whole and waits for the store or the database does not expire.
        foreach (var expired in await db.Uploads.AsNoTracking()
            .Where(u => u.State == UploadState.Open && u.ExpiresAt <= now && (u.Offset < u.Length || (u.Failures > 0 && (u.LeaseUntil == null || u.LeaseUntil <= now)))).ToListAsync(cancel))
        {
            db.Uploads.Attach(expired);
            expired.Refused(expired.IsComplete ? RefusalCodes.Broken : UploadEnds.Expired, null);
            if (await IsSavedAsync(cancel))
            {
                await parts.DeleteAsync(expired.Id, cancel);
                swept++;
            }
        }
        var old = now - Remembered;
        await db.Uploads.Where(u => u.State != UploadState.Open && u.ExpiresAt < old).ExecuteDeleteAsync(cancel);
        return swept + await DropOrphansAsync(now - Orphaned, cancel);
    }

    /// <summary>False when a part came in the same moment.</summary>
    private async Task<bool> IsSavedAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> DropOrphansAsync(DateTime before, CancellationToken cancel)
    {
        List<Guid> orphans = [];
        await foreach (var upload in parts.ListAsync(cancel))
        {
            if (!(upload.ChangedAt >= before) && !await db.Uploads.AnyAsync(u => u.Id == upload.Id && u.State == UploadState.Open, cancel))
            {
                orphans.Add(upload.Id);
            }
        }
        foreach (var id in orphans)
        {
            await parts.DeleteAsync(id, cancel);
        }
        return orphans.Count;
    }
}
