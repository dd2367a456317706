using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Pages.Entries;

/// <summary>What was thrown away in the last weeks and can be taken out again.</summary>
public sealed class Bin(AppDb db, Actor actor, LimitsSettings limits) : PageModel
{
    private School school = null!;

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public int Days => limits.BinDays;

    /// <summary>The day on which it is removed; null for what has been handed in, whose history is kept.</summary>
    public DateOnly? GoneOn(Entry entry) => entry.LastRevisionNumber > 0 ? null : school.Today(entry.BinnedAt!.Value.AddDays(limits.BinDays));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        Entries = await db.Entries.AsNoTracking().Where(e => e.PersonId == actor.PersonId && e.BinnedAt != null).OrderByDescending(e => e.BinnedAt).ToListAsync(cancel);
    }
}
