using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Pages.Students;

/// <summary>A student of the school with the class joined last.</summary>
public sealed record StudentRow(Guid PersonId, string Name, string ClassName, string Nis, bool IssuingStopped)
{
    /// <summary>All students of the school, or the one with this id.</summary>
    public static IQueryable<StudentRow> Of(AppDb db, Guid? personId = null) =>
        from membership in db.Memberships.AsNoTracking().Where(m => personId == null || m.PersonId == personId)
        where membership.Role == Role.Student
            && !db.Memberships.Any(later => later.PersonId == membership.PersonId && later.Role == Role.Student && later.From > membership.From)
        join person in db.People on membership.PersonId equals person.Id
        join classGroup in db.ClassGroups on membership.ClassGroupId equals classGroup.Id
        select new StudentRow(
            person.Id, person.Name, classGroup.Name, membership.Nis ?? "", db.Memberships.Any(m => m.PersonId == person.Id && m.Role == Role.Student && m.IssuingStopped));
}
