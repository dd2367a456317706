using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Accounts;

/// <summary>Puts name, school and roles of the person into the session. Roles outside schools stand with the account.</summary>
public sealed class ClaimsFactory(UserManager<Account> users, IOptions<IdentityOptions> options, AppDb db, TimeProvider clock)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var person = await db.People.SingleAsync(p => p.Id == user.Id);
        identity.AddClaim(new Claim(ActorClaims.Name, person.Name));
        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(ActorClaims.MustChangePassword, "true"));
        }
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7));
        // Whoever belongs to two schools works in the one that was joined last.
        var memberships = await db.Memberships.IgnoreQueryFilters().Where(m => m.PersonId == user.Id).ToListAsync();
        var current = memberships.Where(m => m.LastsOn(today)).OrderByDescending(m => m.From).ToList();
        if (current.Count > 0)
        {
            await AddSchoolAsync(identity, current[0].SchoolId);
            foreach (var role in current.Where(m => m.SchoolId == current[0].SchoolId).Select(m => m.Role).Distinct())
            {
                identity.AddClaim(new Claim(ActorClaims.Role, RoleNames.Of(role)));
            }
        }
        else if (memberships.Where(m => m.Role == Role.Student).OrderByDescending(m => m.To).FirstOrDefault() is { } graduate)
        {
            // A graduate keeps the portfolio.
            await AddSchoolAsync(identity, graduate.SchoolId);
            identity.AddClaim(new Claim(ActorClaims.Role, RoleNames.Student));
        }
        if (await db.Guardianships.IgnoreQueryFilters().Where(g => g.GuardianId == user.Id).Select(g => (Guid?)g.SchoolId).FirstOrDefaultAsync() is { } wardSchool)
        {
            identity.AddClaim(new Claim(ActorClaims.Role, RoleNames.Guardian));
            if (!identity.HasClaim(c => c.Type == ActorClaims.School))
            {
                await AddSchoolAsync(identity, wardSchool);
            }
        }
        return identity;
    }

    private async Task AddSchoolAsync(ClaimsIdentity identity, Guid schoolId)
    {
        identity.AddClaim(new Claim(ActorClaims.School, schoolId.ToString()));
        identity.AddClaim(new Claim(ActorClaims.SchoolName, await db.Schools.Where(s => s.Id == schoolId).Select(s => s.Name).SingleAsync()));
    }
}
