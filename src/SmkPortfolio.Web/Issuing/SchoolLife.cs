using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// The end of a school: it closes or goes on in another one. What it issued stays checkable; school, staff and mentors sign no more but the
/// lists and records that tell of a later withdrawal. One transaction, with its reason in the school's audit chain.
/// </summary>
public sealed class SchoolLife(AppDb db, KeyRing keys, KeyLife life)
{
    /// <summary>The closing as the audit chain names it.</summary>
    public const string Closed = "school-closed";

    /// <summary>Closes a school for ever.</summary>
    /// <param name="successorNpsn">The school that answers for its work from now on; null when there is none.</param>
    public async Task<Error?> CloseAsync(School school, string? successorNpsn, Change change, CancellationToken cancel)
    {
        var reason = CleanText.Line(change.Why);
        if (reason.Length is 0 or > Issuer.ReasonMax)
        {
            return reason.Length == 0 ? Error.Invalid("required", "reason") : Error.Invalid("too-long", "reason", Issuer.ReasonMax);
        }
        var successor = successorNpsn is null ? null : await db.Schools.SingleOrDefaultAsync(s => s.Npsn == successorNpsn, cancel);
        if (successorNpsn is not null && successor is null)
        {
            return Error.Invalid("successor-unknown", "successor");
        }
        if (school.Close(successor, change.At) is { } refusal)
        {
            return refusal;
        }
        if (successor is not null)
        {
            // The register has to name it, and it must still be open when this is saved: whoever closes it meanwhile is seen by this row.
            await keys.SchoolAsync(successor, cancel);
            db.Entry(successor).Property(s => s.ClosedAt).IsModified = true;
        }
        foreach (var issuer in await db.Issuers.Where(i => i.SchoolId == school.Id && i.To == null).ToListAsync(cancel))
        {
            issuer.EndWith(school);
            await life.LayDownAsync(issuer, change.At, cancel);
        }
        foreach (var seal in await db.SchoolSeals.IgnoreQueryFilters().Where(s => s.SchoolId == school.Id).ToListAsync(cancel))
        {
            seal.Retire(change.At);
        }
        try
        {
            await db.SaveAsync(school.Id, Closed, school.Id, change with { Why = reason }, cancel);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Error.Conflict("school-changed");
        }
    }

    /// <summary>The open school that answers for a closed one, along the chain of successors; null when there is none.</summary>
    public static async Task<School?> AnswersForAsync(AppDb db, School? closed, CancellationToken cancel)
    {
        var school = closed;
        while (school is { ClosedAt: not null, SuccessorId: { } next })
        {
            school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == next, cancel);
        }
        return school?.ClosedAt is null && school != closed ? school : null;
    }

    /// <summary>The closed schools for whose work this one answers, whether they went on in it or in one that did.</summary>
    public static async Task<IReadOnlyList<School>> AnsweredByAsync(AppDb db, School school, CancellationToken cancel)
    {
        List<School> found = [];
        List<Guid> of = school.ClosedAt is null ? [school.Id] : [];
        while (of.Count > 0)
        {
            var before = await db.Schools.AsNoTracking().Where(s => s.SuccessorId != null && of.Contains(s.SuccessorId.Value)).ToListAsync(cancel);
            found.AddRange(before);
            of = [.. before.Select(s => s.Id)];
        }
        return [.. found.OrderByDescending(s => s.ClosedAt)];
    }
}
