using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.Web.Keeping;

/// <summary>
/// Removes contents that nothing needs any more. Whoever stores a file writes it down (<see cref="AppDb.TouchFileAsync"/>) before looking whether it
/// is there already; here the row goes first, in a transaction that ends after the bytes are gone. So one of the two always waits for the other, and a
/// file never loses its bytes to somebody who is tidying up.
/// </summary>
public sealed class StoreTidying(AppDb db, IBlobStore blobs)
{
    private const int AtOnce = 200;

    private readonly StoreReferences references = new(db);

    /// <summary>How long a file may be without a row: between storing it and saving the entry lie seconds.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromDays(1);

    /// <summary>All schools: files taken off their entry that no revision pins, after their days, and contents that nothing needs.</summary>
    /// <param name="days">How long what was taken off is kept.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Stops between two files.</param>
    /// <returns>How many contents were removed.</returns>
    public async Task<int> TidyAsync(int days, DateTime now, CancellationToken cancel)
    {
        db.Scope.SeeAllSchools();
        await ForgetAsync(now.AddDays(-days), cancel);
        var (removed, until) = (0, now - Grace);
        // Work of an earlier version on a file that was erased in the same moment may have left smaller pictures of it.
        foreach (var lost in await db.Derivatives.AsNoTracking().Where(d => !db.StoredFiles.Any(s => s.SchoolId == d.SchoolId && s.Sha256 == d.SourceSha256)).Select(d => new { d.SchoolId, d.SourceSha256 }).Distinct().ToListAsync(cancel))
        {
            removed += await RemoveAsync(lost.SchoolId, lost.SourceSha256, until, cancel) ? 1 : 0;
        }
        while (true)
        {
            var idle = await db.StoredFiles.AsNoTracking()
                .Where(s => s.TouchedAt < until
                    && !db.Evidence.Any(f => f.SchoolId == s.SchoolId && f.Sha256 == s.Sha256 && f.ErasedAt == null)
                    && !db.Derivatives.Any(d => d.SchoolId == s.SchoolId && d.Sha256 == s.Sha256)
                    && !db.Portfolios.Any(p => p.SchoolId == s.SchoolId && p.PhotoSha256 == s.Sha256)
                    && !db.CvDocuments.Any(c => c.SchoolId == s.SchoolId && c.PdfSha256 == s.Sha256))
                .OrderBy(s => s.SchoolId).ThenBy(s => s.Sha256).Select(s => new { s.SchoolId, s.Sha256 }).Take(AtOnce).ToListAsync(cancel);
            var before = removed;
            foreach (var file in idle)
            {
                removed += await RemoveAsync(file.SchoolId, file.Sha256, until, cancel) ? 1 : 0;
            }
            if (removed == before)
            {
                return removed;
            }
        }
    }

    /// <summary>Removes a content with what was made from it, unless something needs it or it has just come.</summary>
    public async Task<bool> RemoveAsync(Guid schoolId, string sha256, DateTime touchedBefore, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await db.StoredFiles.Where(s => s.SchoolId == schoolId && s.Sha256 == sha256 && s.TouchedAt < touchedBefore).ExecuteDeleteAsync(cancel);
        if ((known == 0 && await db.StoredFiles.AnyAsync(s => s.SchoolId == schoolId && s.Sha256 == sha256, cancel)) || await references.IsNeededAsync(schoolId, sha256, cancel))
        {
            await transaction.RollbackAsync(cancel);
            return false;
        }
        await DropMadeAsync(schoolId, sha256, cancel);
        await db.Resemblances.Where(r => r.SchoolId == schoolId && (r.Sha256 == sha256 || r.OtherSha256 == sha256)).ExecuteDeleteAsync(cancel);
        await blobs.DeleteAsync(schoolId, sha256, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Removes what was made from a content, in a transaction of the caller that holds the content's row.</summary>
    public async Task DropMadeAsync(Guid schoolId, string sha256, CancellationToken cancel)
    {
        var made = await db.Derivatives.Where(d => d.SchoolId == schoolId && d.SourceSha256 == sha256).Select(d => d.Sha256).ToListAsync(cancel);
        await db.Derivatives.Where(d => d.SchoolId == schoolId && d.SourceSha256 == sha256).ExecuteDeleteAsync(cancel);
        await DropUnneededAsync(schoolId, made, cancel);
    }

    /// <summary>Removes contents that nothing speaks of.</summary>
    public async Task DropUnneededAsync(Guid schoolId, IEnumerable<string> hashes, CancellationToken cancel)
    {
        foreach (var hash in hashes.Distinct())
        {
            // One that is written down has come as a file of its own, perhaps just now; it is tidied up like any other.
            if (!await db.StoredFiles.AnyAsync(s => s.SchoolId == schoolId && s.Sha256 == hash, cancel) && !await references.IsNeededAsync(schoolId, hash, cancel))
            {
                await blobs.DeleteAsync(schoolId, hash, cancel);
            }
        }
    }

    /// <summary>Rows of files that were taken off and never handed in: nothing can ask for them again.</summary>
    private async Task ForgetAsync(DateTime removedBefore, CancellationToken cancel)
    {
        var off = await db.Evidence.AsNoTracking().Where(f => f.RemovedAt != null && f.RemovedAt < removedBefore && f.ErasedAt == null)
            .Select(f => new { f.SchoolId, f.EntryId, f.Id }).ToListAsync(cancel);
        foreach (var entry in off.GroupBy(f => (f.SchoolId, f.EntryId)))
        {
            var revisions = await db.Revisions.AsNoTracking().Where(r => r.SchoolId == entry.Key.SchoolId && r.EntryId == entry.Key.EntryId).ToListAsync(cancel);
            var pinned = revisions.SelectMany(r => r.Read().Files).Select(f => f.Id).ToHashSet();
            var free = entry.Select(f => f.Id).Where(id => !pinned.Contains(id)).ToList();
            await db.Evidence.Where(f => f.SchoolId == entry.Key.SchoolId && free.Contains(f.Id)).ExecuteDeleteAsync(cancel);
        }
    }
}
