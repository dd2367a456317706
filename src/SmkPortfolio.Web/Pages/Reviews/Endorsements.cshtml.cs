using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Accounts;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>What the acting person has endorsed; each can be withdrawn, with a reason that everybody can read.</summary>
public sealed class Endorsements(
    AppDb db, Actor actor, Endorsing endorsing, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Endorsements> texts) : PageModel
{
    private const int PerPage = 20;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int At { get; set; } = 1;

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Endorsement> Given { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Entry> Entries { get; private set; } = new Dictionary<Guid, Entry>();
    public IReadOnlyDictionary<Guid, StudentLine> Students { get; private set; } = new Dictionary<Guid, StudentLine>();
    public int Pages { get; private set; } = 1;
    public string Zone { get; private set; } = "";

    /// <summary>The endorsement whose withdrawal was refused or broke off: its form stays open with what was typed.</summary>
    public Guid? Open { get; private set; }

    public string? Refusal { get; private set; }

    /// <param name="id">The endorsement whose withdrawal was under way when the session ended.</param>
    public Task OnGetAsync(Guid? id, CancellationToken cancel)
    {
        if (RestoredForms.In(HttpContext) is { } restored)
        {
            (Open, Reason) = (id, restored.Fields.GetValueOrDefault(nameof(Reason))?.FirstOrDefault());
        }
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Endorsements.SingleOrDefaultAsync(e => e.Id == id && e.ByPersonId == actor.PersonId, cancel) is not { } endorsement)
        {
            return NotFound();
        }
        var entry = await db.Entries.SingleAsync(e => e.Id == endorsement.EntryId, cancel);
        var school = await db.Schools.SingleAsync(s => s.Id == endorsement.SchoolId, cancel);
        Error? error;
        try
        {
            error = await endorsing.WithdrawAsync(school, entry, endorsement, actor.Change(Reason), cancel);
        }
        catch (DbUpdateException e) when (!Faults.IsStorage(e))
        {
            error = Error.Conflict("revision-passed");
        }
        if (error is not null)
        {
            db.ChangeTracker.Clear();
            Open = id;
            Refusal = ErrorWords.Say(error, refusals);
            ModelState.AddModelError(error.Field is null ? "" : FieldOf(id), Refusal);
            Response.StatusCode = ErrorWords.Status(error.Kind);
            await LoadAsync(cancel);
            return Page();
        }
        await StalePages.EvictAsync(cache, db, entry, cancel);
        TempData.Say(texts["Withdrawn. Whoever checks the credential sees it from now on, with your reason."]);
        return Redirect(At > 1 ? FormattableString.Invariant($"/reviews/endorsements?p={At}") : "/reviews/endorsements");
    }

    public static string FieldOf(Guid id) => "reason_" + id.ToString("N", System.Globalization.CultureInfo.InvariantCulture);

    private async Task LoadAsync(CancellationToken cancel)
    {
        var mine = db.Endorsements.AsNoTracking().Where(e => e.ByPersonId == actor.PersonId);
        Pages = Math.Max(1, (await mine.CountAsync(cancel) + PerPage - 1) / PerPage);
        At = Math.Clamp(At, 1, Pages);
        Given = await mine.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((At - 1) * PerPage).Take(PerPage).ToListAsync(cancel);
        var ids = Given.Select(e => e.EntryId).Distinct().ToList();
        Entries = await db.Entries.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        Students = await Reviews.Students.LinesAsync(db, Entries.Values.Select(e => e.PersonId), cancel);
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
    }
}
