using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>For <c>_Erasable</c>: a file that may be erased for good.</summary>
/// <param name="Text">Its caption, else its name.</param>
/// <param name="Work">The title of the work it is on.</param>
public sealed record ErasableFile(Guid Id, string MediaType, string Text, string Work);

/// <summary>
/// A student's files for those who may have one erased: what stands on work that was handed in, and what a revision goes on naming after it was taken off. What
/// the virus scanner holds back is for its owner and its reviewers to know.
/// </summary>
public sealed class ErasableFiles(AppDb db, HeldFiles held)
{
    /// <summary>Of one work, for its owner.</summary>
    public async Task<IReadOnlyList<ErasableFile>> OfEntryAsync(Entry entry, CancellationToken cancel) =>
        [.. (await OfAsync(entry.SchoolId, entry.PersonId, entry.Id, cancel)).Select(f => f.File)];

    /// <summary>Of all work of a student, for guardian and operator.</summary>
    public async Task<IReadOnlyList<ErasableFile>> OfStudentAsync(Guid schoolId, Guid personId, CancellationToken cancel)
    {
        var files = await OfAsync(schoolId, personId, entryId: null, cancel);
        var hidden = files.Count == 0 ? null : await held.AmongAsync(schoolId, files.Select(f => f.Sha256), cancel);
        return [.. files.Where(f => hidden?.Contains(f.Sha256) != true).Select(f => f.File)];
    }

    private async Task<IReadOnlyList<(string Sha256, ErasableFile File)>> OfAsync(Guid schoolId, Guid personId, Guid? entryId, CancellationToken cancel)
    {
        var files = await (
            from f in db.Evidence.AsNoTracking()
            where f.SchoolId == schoolId && f.ErasedAt == null
            join e in db.Entries.AsNoTracking() on f.EntryId equals e.Id
            where e.SchoolId == schoolId && e.PersonId == personId && (entryId == null || e.Id == entryId) && e.LastRevisionNumber > 0 && e.BinnedAt == null
            orderby e.Title, e.Id, f.Position
            select new { f.Id, f.EntryId, f.MediaType, f.FileName, f.Caption, f.Sha256, f.RemovedAt, e.Title }).ToListAsync(cancel);
        var entries = files.Where(f => f.RemovedAt is not null).Select(f => f.EntryId).Distinct().ToList();
        var pinned = entries.Count == 0
            ? []
            : (await db.Revisions.AsNoTracking().Where(r => r.SchoolId == schoolId && entries.Contains(r.EntryId)).ToListAsync(cancel)).SelectMany(r => r.Read().Files).Select(f => f.Id).ToHashSet();
        return [.. files.Where(f => f.RemovedAt is null || pinned.Contains(f.Id)).Select(f => (f.Sha256, new ErasableFile(f.Id, f.MediaType, f.Caption.Length > 0 ? f.Caption : f.FileName, f.Title)))];
    }
}
