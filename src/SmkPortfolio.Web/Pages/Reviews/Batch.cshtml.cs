using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>
/// Several waiting works endorsed with one statement, each in a transaction of its own. What the acting person has not opened at the revision
/// that is endorsed is marked as given in a batch.
/// </summary>
public sealed class Batch(
    AppDb db, Actor actor, Endorsing endorsing, KeyRing keys, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Batch> texts) : PageModel
{
    /// <summary>As many as stand on one page of the queue.</summary>
    public const int Most = 20;

    private readonly EntryReach reach = new(db, actor);

    /// <summary>The entries ticked in the queue.</summary>
    [BindProperty(SupportsGet = true, Name = "pick")]
    public IReadOnlyList<Guid> Pick { get; set; } = [];

    /// <summary>What is ticked on this page: revisions, so that one handed in anew meanwhile is not endorsed by mistake.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Revisions { get; set; } = [];

    [BindProperty]
    public string? Statement { get; set; }

    public IReadOnlyList<Entry> Works { get; private set; } = [];
    public IReadOnlySet<Guid> Opened { get; private set; } = new HashSet<Guid>();
    public IReadOnlyDictionary<Guid, StudentLine> Students { get; private set; } = new Dictionary<Guid, StudentLine>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Revisions = [.. Works.Select(w => w.SubmittedRevisionId).OfType<Guid>()];
        if (Works.Count == 0)
        {
            return Refused("", texts["Tick at least one work in the queue."]);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var statement = CleanText.Of(Statement);
        if (Revisions.Count is 0 or > Most)
        {
            return Refused("", Revisions.Count == 0 ? texts["Tick at least one work."] : ErrorWords.Say("too-many", Most, refusals));
        }
        if (statement.Length is 0 or > Endorsement.StatementMax)
        {
            return Refused(nameof(Statement), statement.Length == 0 ? texts["Write what you can say about all of them."] : ErrorWords.Say("too-long", Endorsement.StatementMax, refusals));
        }
        List<BatchOutcome> outcomes = [];
        foreach (var revision in Revisions.Distinct())
        {
            outcomes.Add(await EndorseAsync(revision, statement, cancel));
        }
        BatchOutcome.Keep(TempData, outcomes);
        return Redirect("/reviews/batch/done");
    }

    private async Task<BatchOutcome> EndorseAsync(Guid revisionId, string statement, CancellationToken cancel)
    {
        // Each stands alone: what one attempt left behind must not be saved with the next.
        db.ChangeTracker.Clear();
        var entryId = await db.Revisions.Where(r => r.Id == revisionId).Select(r => (Guid?)r.EntryId).SingleOrDefaultAsync(cancel);
        if (await reach.All().SingleOrDefaultAsync(e => e.Id == entryId, cancel) is not { } entry)
        {
            return new BatchOutcome(Guid.Empty, "out-of-reach");
        }
        if (entry.State != EntryState.Submitted || entry.SubmittedRevisionId != revisionId)
        {
            return new BatchOutcome(entry.Id, entry.EndorsedRevisionId == revisionId ? "already-endorsed" : "revision-passed");
        }
        var school = await db.Schools.SingleAsync(s => s.Id == entry.SchoolId, cancel);
        var opened = (await Openings.OfAsync(db, actor.PersonId, [revisionId], cancel)).Count > 0;
        Error? error;
        try
        {
            var issuer = await keys.StaffAsync(school, actor.PersonId, StaffRoles.For(entry.Kind, actor), cancel);
            error = await endorsing.EndorseAsync(school, entry, revisionId, new Endorser(issuer, actor.Name, EndorserRole.Teacher, Batch: !opened), actor.Change(statement), cancel);
        }
        catch (DbUpdateException e) when (!Faults.IsStorage(e))
        {
            error = Error.Conflict("revision-passed");
        }
        if (error is not null)
        {
            return new BatchOutcome(entry.Id, error.Code);
        }
        await StalePages.EvictAsync(cache, db, entry, cancel);
        return new BatchOutcome(entry.Id, opened ? BatchOutcome.Endorsed : BatchOutcome.Batch);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Works = await reach.Queue().AsNoTracking().Where(e => e.Kind != EntryKind.Certification && (Pick.Contains(e.Id) || Revisions.Contains(e.SubmittedRevisionId!.Value)))
            .OrderBy(e => e.SubmittedAt).ThenBy(e => e.Id).Take(Most).ToListAsync(cancel);
        Opened = await Openings.OfAsync(db, actor.PersonId, [.. Works.Select(e => e.SubmittedRevisionId).OfType<Guid>()], cancel);
        Students = await Reviews.Students.LinesAsync(db, Works.Select(e => e.PersonId), cancel);
    }

    private PageResult Refused(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
