using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Uploads;

/// <summary>Whose space is used up.</summary>
public enum SpaceOf
{
    Person,
    School,
}

/// <summary>There is no room for another file.</summary>
public sealed record NoSpace(SpaceOf Of, long Used, long Allowed);

/// <summary>How much a person and a school may keep: the files that stand on entries, and what is announced and still arriving.</summary>
public sealed class UploadQuota(AppDb db, LimitsSettings limits)
{
    /// <summary>Null when there is room for so many bytes more.</summary>
    public async Task<NoSpace?> RefusalAsync(Guid schoolId, Guid personId, long more, CancellationToken cancel)
    {
        if (limits.PersonBytes > 0)
        {
            var kept = await db.Evidence.Where(f => f.SchoolId == schoolId && f.RemovedAt == null && db.Entries.Any(e => e.SchoolId == schoolId && e.Id == f.EntryId && e.PersonId == personId)).SumAsync(f => f.Size, cancel);
            var used = kept + await db.Uploads.Where(u => u.SchoolId == schoolId && u.PersonId == personId && u.State == UploadState.Open).SumAsync(u => u.Length, cancel);
            if (used + more > limits.PersonBytes)
            {
                return new NoSpace(SpaceOf.Person, used, limits.PersonBytes);
            }
        }
        if (limits.SchoolBytes > 0)
        {
            var kept = await db.Evidence.Where(f => f.SchoolId == schoolId && f.RemovedAt == null).SumAsync(f => f.Size, cancel);
            var used = kept + await db.Uploads.Where(u => u.SchoolId == schoolId && u.State == UploadState.Open).SumAsync(u => u.Length, cancel);
            if (used + more > limits.SchoolBytes)
            {
                return new NoSpace(SpaceOf.School, used, limits.SchoolBytes);
            }
        }
        return null;
    }
}
