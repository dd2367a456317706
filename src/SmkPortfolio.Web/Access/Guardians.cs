using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;

namespace SmkPortfolio.Web.Access;

/// <summary>Whose guardian the acting person is: from 18 on a child decides alone.</summary>
public sealed class Guardians(AppDb db, Actor actor)
{
    /// <summary>Whether the acting person is the guardian of this student, who is not of age yet at the school that entered it.</summary>
    public async Task<bool> IsOfAsync(Guid studentId, CancellationToken cancel)
    {
        if (!actor.Is(RoleNames.Guardian))
        {
            return false;
        }
        // Asked across schools: a guardian may have children at several.
        var wards = await (
            from guardianship in db.Guardianships
            where guardianship.GuardianId == actor.PersonId && guardianship.StudentId == studentId
            join person in db.People on guardianship.StudentId equals person.Id
            join school in db.Schools on guardianship.SchoolId equals school.Id
            select new { person, school }).AsNoTracking().IgnoreQueryFilters().ToListAsync(cancel);
        return wards.Any(w => w.person.IsMinorOn(w.school.Today(actor.Now)));
    }
}
