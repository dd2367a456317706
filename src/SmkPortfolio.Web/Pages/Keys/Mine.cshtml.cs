using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Keys;

/// <summary>The keys that sign in the reader's own name; only a theft can be reported here.</summary>
public sealed class Mine(AppDb db, Actor actor, KeyLife life, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Mine> texts) : PageModel
{
    public IReadOnlyList<IssuerKey> Keys { get; private set; } = [];
    public string Zone { get; private set; } = "";

    [BindProperty]
    public string? Theft { get; set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <summary>All keys that sign in this name now: who was robbed cannot tell one from another.</summary>
    public async Task<IActionResult> OnPostReportAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        foreach (var key in Keys.Where(k => k.Signs))
        {
            var issuer = await db.Issuers.SingleAsync(i => i.Id == key.IssuerId, cancel);
            if (await life.ReportAsync(issuer, key, actor.Change(Theft), cancel) is { } error)
            {
                return Refuse(error);
            }
        }
        await cache.EvictByTagAsync(CacheTags.Public, cancel);
        TempData.Say(texts["Reported. Nothing signed with your old key is believed any more; your operator issues it anew."]);
        return Redirect("/keys/mine");
    }

    private PageResult Refuse(Error error)
    {
        ModelState.AddModelError(error.Field is null ? "" : nameof(Theft), ErrorWords.Say(error, refusals));
        Response.StatusCode = ErrorWords.Status(error.Kind);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
        Keys = await (
            from key in db.IssuerKeys
            join issuer in db.Issuers on key.IssuerId equals issuer.Id
            where issuer.Kind == IssuerKind.Staff && issuer.SchoolId == actor.SchoolId && issuer.PersonId == actor.PersonId
            orderby key.From descending, key.Id descending
            select key).ToListAsync(cancel);
    }
}
