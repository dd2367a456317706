using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Entries;

/// <summary>The student's own entries, newest change first.</summary>
public sealed class Index(AppDb db, Actor actor) : PageModel
{
    public IReadOnlyList<Entry> Entries { get; private set; } = [];
    public int InBin { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var own = await db.Entries.AsNoTracking().Where(e => e.PersonId == actor.PersonId).OrderByDescending(e => e.UpdatedAt).ToListAsync(cancel);
        Entries = [.. own.Where(e => !e.InBin)];
        InBin = own.Count - Entries.Count;
    }
}
