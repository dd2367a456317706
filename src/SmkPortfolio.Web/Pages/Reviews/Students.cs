using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>Whose work it is, as lists name it.</summary>
public sealed record StudentLine(string Name, string ClassName);

/// <summary>Names and classes of students, looked up for a page of a list at once.</summary>
public static class Students
{
    public static async Task<IReadOnlyDictionary<Guid, StudentLine>> LinesAsync(AppDb db, IEnumerable<Guid> people, CancellationToken cancel)
    {
        var wanted = people.Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancel);
        var classes = await (
            from membership in db.Memberships.AsNoTracking()
            where membership.Role == Role.Student && wanted.Contains(membership.PersonId)
            join classGroup in db.ClassGroups.AsNoTracking() on membership.ClassGroupId equals classGroup.Id
            select new { membership.PersonId, membership.From, classGroup.Name }).ToListAsync(cancel);
        return names.ToDictionary(p => p.Id, p => new StudentLine(p.Name, classes.Where(c => c.PersonId == p.Id).MaxBy(c => c.From)?.Name ?? ""));
    }
}
