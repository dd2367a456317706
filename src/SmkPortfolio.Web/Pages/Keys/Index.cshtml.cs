using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Pages.Keys;

/// <summary>Who signs in this school's name or circle, with which keys; and what waits to be issued anew after a theft.</summary>
public sealed class Index(AppDb db, Actor actor, Reissuing reissuing, IOutputCacheStore cache, IStringLocalizer<Index> texts) : PageModel
{
    // Shorter than a proxy waits; what is left goes on at the next press.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);

    public IReadOnlyList<KeyHolder> Holders { get; private set; } = [];
    public IReadOnlyList<SchoolSeal> Seals { get; private set; } = [];
    public int Waiting { get; private set; }
    public string Zone { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Holders = await KeyHolder.OfSchoolAsync(db, actor.SchoolId, null, cancel);
        Seals = await db.SchoolSeals.AsNoTracking().OrderByDescending(s => s.From).ToListAsync(cancel);
        Waiting = await reissuing.WaitingAsync(actor.SchoolId, cancel);
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
    }

    public async Task<IActionResult> OnPostReissueAsync(CancellationToken cancel)
    {
        var (done, left) = await reissuing.RunAsync(actor.SchoolId, AtMost, actor.Change(), cancel);
        await cache.EvictByTagAsync(CacheTags.Public, cancel);
        TempData.Say(left == 0 ? texts["Issued anew: {0} entries.", done] : texts["Issued anew: {0} entries. {1} are left: press the button again.", done, left], left == 0 ? "success" : "warning");
        return Redirect("/keys");
    }
}
