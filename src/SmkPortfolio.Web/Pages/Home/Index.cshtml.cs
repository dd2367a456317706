using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Pages.Home;

/// <summary>The front page: for strangers what this is and two doors, cached and without cookies; for everybody else what comes next.</summary>
[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class Index(AppDb db, Actor actor) : PageModel
{
    private static readonly string[] Reviewers = [RoleNames.Teacher, RoleNames.Hubin, RoleNames.TefaHead, RoleNames.Bkk, RoleNames.Operator];

    public bool IsSignedIn => actor.IsSignedIn;
    public string Name => actor.Name;
    public string Zone { get; private set; } = "Asia/Jakarta";

    /// <summary>The reader's school, when it has closed.</summary>
    public Domain.Schools.School? Closed { get; private set; }

    /// <summary>The school that answers for it.</summary>
    public Domain.Schools.School? Successor { get; private set; }

    public StudentHome? Student { get; private set; }
    public ReviewerHome? Reviewer { get; private set; }
    public SchoolHome? School { get; private set; }

    /// <summary>Names of a guardian's children; null for everybody else.</summary>
    public IReadOnlyList<string>? Children { get; private set; }

    public bool IsOther => Student is null && Reviewer is null && School is null && Children is null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!IsSignedIn)
        {
            return;
        }
        if (actor.SchoolIdOrNone is { } school)
        {
            var own = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == school, cancel);
            Zone = own.TimeZoneId;
            Closed = own.ClosedAt is null ? null : own;
            Successor = await SchoolLife.AnswersForAsync(db, Closed, cancel);
            Student = actor.Is(RoleNames.Student) ? await StudentHome.LoadAsync(db, actor, Zone, cancel) : null;
            Reviewer = Reviewers.Any(actor.Is) ? await ReviewerHome.LoadAsync(new EntryReach(db, actor), cancel) : null;
            School = actor.Is(RoleNames.Principal) ? await SchoolHome.LoadAsync(db, actor, cancel) : null;
        }
        if (actor.Is(RoleNames.Guardian))
        {
            // Children may be at other schools than the one this person works in.
            var children = db.Guardianships.IgnoreQueryFilters().Where(g => g.GuardianId == actor.PersonId).Select(g => g.StudentId);
            Children = await db.People.Where(p => children.Contains(p.Id)).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync(cancel);
        }
    }
}
