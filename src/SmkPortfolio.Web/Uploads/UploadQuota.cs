using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Uploads;

/// <summary>Whose space is used up.</summary>
public enum SpaceOf
{
    Person,

    /// <summary>A person's with what they took off lately.</summary>
    PersonLately,
    School,
}

/// <summary>There is no room for another file.</summary>
public sealed record NoSpace(SpaceOf Of, long Used, long Allowed);

/// <summary>
/// How much a person and a school may keep, what is announced and still arriving included. Of a person what stands counts, so that taking a file off
/// makes room at once. What was taken off lies in the store for <c>Limits:BinDays</c> more, and for good once a revision names it: therefore a person
/// may not have more than twice their space when what they took off in those days counts too, else adding and taking off would fill the store; and a
/// school's space is all that is not erased.
/// </summary>
public sealed class UploadQuota(AppDb db, LimitsSettings limits, TimeProvider clock)
{
    private const int LatelyTimes = 2;

    /// <summary>Nobody else finds room at this school, on whichever node, until what is returned is committed with what takes the room, or disposed.</summary>
    public async Task<IDbContextTransaction> HoldAsync(Guid schoolId, CancellationToken cancel)
    {
        var held = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await db.LockSpaceAsync(schoolId, cancel);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <summary>Null when there is room for so many bytes more. It stays true only while the room is held.</summary>
    public async Task<NoSpace?> RefusalAsync(Guid schoolId, Guid personId, long more, CancellationToken cancel)
    {
        var lately = clock.GetUtcNow().UtcDateTime.AddDays(-limits.BinDays);
        Expression<Func<Evidence, bool>> own = f => db.Entries.Any(e => e.SchoolId == schoolId && e.Id == f.EntryId && e.PersonId == personId);
        var mine = db.Evidence.Where(f => f.SchoolId == schoolId && f.ErasedAt == null).Where(own);
        return await OverAsync(SpaceOf.Person, mine.Where(f => f.RemovedAt == null), u => u.PersonId == personId, limits.PersonBytes)
            ?? await OverAsync(SpaceOf.PersonLately, mine.Where(f => f.RemovedAt == null || f.RemovedAt > lately), u => u.PersonId == personId, LatelyTimes * limits.PersonBytes)
            ?? await OverAsync(SpaceOf.School, db.Evidence.Where(f => f.SchoolId == schoolId && f.ErasedAt == null), u => true, limits.SchoolBytes);

        async Task<NoSpace?> OverAsync(SpaceOf of, IQueryable<Evidence> kept, Expression<Func<Upload, bool>> arriving, long allowed)
        {
            if (allowed == 0)
            {
                return null;
            }
            // One query: a file that arrives in this moment is in either, never in none.
            var used = await kept.Select(f => f.Size).Concat(db.Uploads.Where(u => u.SchoolId == schoolId && u.State == UploadState.Open).Where(arriving).Select(u => u.Length)).SumAsync(cancel);
            return used + more > allowed ? new NoSpace(of, used, allowed) : null;
        }
    }
}
