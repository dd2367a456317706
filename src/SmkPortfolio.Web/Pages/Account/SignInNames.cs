using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Pages.Account;

/// <summary>Finds the account behind what was typed: an e-mail address, or a NISN with the NPSN of a school the student belongs to.</summary>
public sealed class SignInNames(AppDb db, UserManager<Data.Account> users)
{
    /// <summary>Null when there is none, and when an address is shared by several: then nobody can sign in by it.</summary>
    public async Task<Data.Account?> FindAsync(string name, string? npsn, CancellationToken cancel)
    {
        if (name.Contains('@', StringComparison.Ordinal))
        {
            var address = users.NormalizeEmail(name);
            return await db.Set<Data.Account>().Where(u => u.NormalizedEmail == address).Take(2).ToListAsync(cancel) is [var account] ? account : null;
        }
        var students =
            from person in db.People
            where person.Nisn == name
            join membership in db.Memberships.IgnoreQueryFilters() on person.Id equals membership.PersonId
            join school in db.Schools on membership.SchoolId equals school.Id
            where membership.Role == Role.Student && school.Npsn == npsn
            select person.Id;
        return await db.Set<Data.Account>().SingleOrDefaultAsync(u => students.Contains(u.Id), cancel);
    }
}
