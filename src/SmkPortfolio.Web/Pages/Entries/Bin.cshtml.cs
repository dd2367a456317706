using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Pages.Entries;

/// <summary>What was thrown away in the last weeks and can be taken out again.</summary>
public sealed class Bin(AppDb db, Actor actor, LimitsSettings limits) : PageModel
{
    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public int Days => limits.BinDays;

    public DateOnly GoneOn(Entry entry) => DateOnly.FromDateTime(entry.BinnedAt!.Value.AddDays(limits.BinDays));

    public async Task OnGetAsync(CancellationToken cancel) =>
        Entries = await db.Entries.AsNoTracking().Where(e => e.PersonId == actor.PersonId && e.BinnedAt != null).OrderByDescending(e => e.BinnedAt).ToListAsync(cancel);
}
