using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Audit;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Keys;

/// <summary>The keys of one who signs: exchange, end, report stolen, each with its reason. 404 for another school's.</summary>
public sealed class Show(AppDb db, Actor actor, KeyLife life, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Show> texts) : PageModel
{
    public KeyHolder Holder { get; private set; } = null!;
    public IReadOnlyList<AuditEvent> History { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public string Zone { get; private set; } = "";

    /// <summary>Why it is exchanged or ended.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What is known of the theft.</summary>
    [BindProperty]
    public string? Theft { get; set; }

    /// <summary>The stolen key.</summary>
    [BindProperty]
    public Guid? Stolen { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostRotateAsync(Guid id, CancellationToken cancel) =>
        OnHolderAsync(id, nameof(Reason), () => life.RotateAsync(Holder.Issuer, actor.Change(Reason), cancel), texts["Exchanged. What the old key signed stays good."], cancel);

    public Task<IActionResult> OnPostRetireAsync(Guid id, CancellationToken cancel) =>
        OnHolderAsync(id, nameof(Reason), () => life.RetireAsync(Holder.Issuer, actor.Change(Reason), cancel), texts["Ended. What was signed stays good; nothing more is signed in this name."], cancel);

    public Task<IActionResult> OnPostReportAsync(Guid id, CancellationToken cancel) =>
        OnHolderAsync(
            id, nameof(Theft),
            async () => Holder.Keys.FirstOrDefault(k => k.Id == Stolen) is { } key ? await life.ReportAsync(Holder.Issuer, key, actor.Change(Theft), cancel) : Error.NotFound("key-unknown"),
            texts["Reported. Nothing that this key signed is believed any more. Issue it anew under Signing keys."], cancel);

    private async Task<IActionResult> OnHolderAsync(Guid id, string field, Func<Task<Error?>> verb, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (await verb() is { } error)
        {
            ModelState.AddModelError(error.Field is null ? "" : field, ErrorWords.Say(error, refusals));
            Response.StatusCode = ErrorWords.Status(error.Kind);
            return Page();
        }
        await cache.EvictByTagAsync(CacheTags.Public, cancel);
        TempData.Say(said);
        return Redirect($"/keys/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if ((await KeyHolder.OfSchoolAsync(db, actor.SchoolId, id, cancel)).SingleOrDefault() is not { } holder)
        {
            return false;
        }
        Holder = holder;
        Stolen ??= holder.Keys.FirstOrDefault(k => k is { Signs: true, Use: KeyUse.Proof })?.Id;
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
        History = await db.AuditEvents.AsNoTracking().Where(e => e.Subject == id && KeyLife.Happenings.Contains(e.Action)).OrderByDescending(e => e.Sequence).ToListAsync(cancel);
        var people = History.Select(h => h.ByPersonId).Distinct().ToList();
        Names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return true;
    }
}
