using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Audit;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Keys;

/// <summary>Who signs in this school's name or circle, with which keys; and what waits to be issued anew after a theft.</summary>
public sealed class Index(AppDb db, Actor actor, Reissuing reissuing, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Index> texts) : PageModel
{
    // Shorter than a proxy waits; what is left goes on at the next press.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);

    public IReadOnlyList<KeyHolder> Holders { get; private set; } = [];
    public IReadOnlyList<SchoolSeal> Seals { get; private set; } = [];
    public int Waiting { get; private set; }
    public School School { get; private set; } = null!;
    public string Zone => School.TimeZoneId;

    /// <summary>The closing as it stands in the school's record; null while it is open.</summary>
    public AuditEvent? Closing { get; private set; }

    /// <summary>Who closed it; null for the operator of the site, whom the record does not name.</summary>
    public string? ClosedBy { get; private set; }

    /// <summary>The school that answers for this one, since it closed.</summary>
    public School? Successor { get; private set; }

    /// <summary>The closed schools for whose work this one answers.</summary>
    public IReadOnlyList<School> Predecessors { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostReissueAsync(CancellationToken cancel)
    {
        var (error, done, left) = await reissuing.RunAsync(actor.SchoolId, AtMost, actor.Change(), cancel);
        if (error is not null)
        {
            await LoadAsync(cancel);
            ModelState.AddModelError("", ErrorWords.Say(error, refusals));
            Response.StatusCode = ErrorWords.Status(error.Kind);
            return Page();
        }
        await cache.EvictByTagAsync(CacheTags.Public, cancel);
        TempData.Say(left == 0 ? texts["Issued anew: {0} entries.", done] : texts["Issued anew: {0} entries. {1} are left: press the button again.", done, left], left == 0 ? "success" : "warning");
        return Redirect("/keys");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Holders = await KeyHolder.OfSchoolAsync(db, actor.SchoolId, null, cancel);
        Seals = await db.SchoolSeals.AsNoTracking().OrderByDescending(s => s.From).ToListAsync(cancel);
        Waiting = await reissuing.WaitingAsync(actor.SchoolId, cancel);
        School = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        Closing = await db.AuditEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Subject == School.Id && e.Action == SchoolLife.Closed, cancel);
        var by = Closing?.ByPersonId;
        ClosedBy = await db.People.Where(p => p.Id == by).Select(p => p.Name).SingleOrDefaultAsync(cancel);
        Successor = await SchoolLife.AnswersForAsync(db, School, cancel);
        Predecessors = await SchoolLife.AnsweredByAsync(db, School, cancel);
    }
}
