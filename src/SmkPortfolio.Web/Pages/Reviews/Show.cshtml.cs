using System.Globalization;
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
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>
/// One entry before its reviewer: what it says, what changed, the evidence, the history, the decision. 404 out of reach, 409 when the
/// revision is no longer the one that was looked at, 400 when something is missing.
/// </summary>
public sealed class Show(
    AppDb db, Actor actor, Endorsing endorsing, KeyRing keys, IOutputCacheStore cache, FileParts parts, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Show> texts) : PageModel
{
    private readonly EntryReach reach = new(db, actor);

    public ReviewSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<FilePart> Files { get; private set; } = [];

    /// <summary>Set while one picture is looked at, or two side by side.</summary>
    public ViewerPart? Viewer { get; private set; }

    public IReadOnlyList<string> Sentences { get; private set; } = [];

    /// <summary>The revision the reader looked at.</summary>
    [BindProperty]
    public Guid Revision { get; set; }

    /// <summary>The decision that was offered: who meant to be the first is told that a colleague was.</summary>
    [BindProperty]
    public Decision Offered { get; set; }

    /// <summary>Position of the sentence to begin with; anything else is none.</summary>
    [BindProperty]
    public string? Start { get; set; }

    [BindProperty]
    public string? Statement { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public bool SeenNumber { get; set; }

    [BindProperty]
    public bool SeenBody { get; set; }

    [BindProperty]
    public bool SeenExpiry { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? picture, Guid? beside, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        Viewer = picture is { } one ? ViewerPart.Of(Files, one, beside) : null;
        if (picture is not null && Viewer is null)
        {
            return NotFound();
        }
        if (HttpMethods.IsGet(Request.Method))
        {
            await Openings.RememberAsync(db, Sheet.Revision, actor.Change(), cancel);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostEndorseAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var errors = Judge();
        if (errors.Count > 0)
        {
            return Refused(errors);
        }
        try
        {
            var role = Sheet.Decision switch
            {
                Decision.Check => EndorserRole.Checker,
                Decision.Confirm => EndorserRole.Confirmer,
                Decision.Endorse or Decision.Add => EndorserRole.Teacher,
                Decision.None => throw new InvalidOperationException("Judged before."),
                _ => throw new InvalidOperationException("Not a decision."),
            };
            var issuer = await keys.StaffAsync(Sheet.School, actor.PersonId, StaffRoles.For(Sheet.Entry.Kind, actor), cancel);
            if (await endorsing.EndorseAsync(Sheet.School, Sheet.Entry, Revision, new Endorser(issuer, actor.Name, role), actor.Change(Said()), cancel) is { } refusal)
            {
                return await RefusedAnewAsync(id, refusal, cancel);
            }
        }
        catch (DbUpdateException e) when (!Faults.IsStorage(e))
        {
            return await RefusedAnewAsync(id, Error.Conflict("revision-passed"), cancel);
        }
        await StalePages.EvictAsync(cache, db, Sheet.Entry, cancel);
        TempData.Say(Sheet.Decision switch
        {
            Decision.Check => texts["Checked and signed. A colleague confirms it next."],
            Decision.Confirm => texts["Confirmed. The school's credential is issued."],
            Decision.Add => texts["Your word is added. The school's credential is issued anew with it."],
            Decision.Endorse or Decision.None => texts["Endorsed and signed. The school's credential is issued."],
            _ => throw new InvalidOperationException("Not a decision."),
        });
        return Redirect($"/reviews/{id}");
    }

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken cancel) =>
        HandBackAsync(id, ReviewStep.Returned, "entry-returned", (entry, change) => entry.Return(Revision, change), texts["Sent back. The student sees your reason."], cancel);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancel) =>
        HandBackAsync(id, ReviewStep.Declined, "entry-declined", (entry, change) => entry.Decline(Revision, change), texts["Declined. The student sees your reason."], cancel);

    private async Task<IActionResult> HandBackAsync(Guid id, ReviewStep step, string action, Func<Entry, Change, Error?> verb, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var change = actor.Change(Reason);
        if (Reason?.Length > ReviewEvent.TextMax)
        {
            return Refused([Error.Invalid("too-long", "reason", ReviewEvent.TextMax)]);
        }
        if (verb(Sheet.Entry, change) is { } refusal)
        {
            return await RefusedAnewAsync(id, refusal, cancel);
        }
        db.ReviewEvents.Add(ReviewEvent.Of(Sheet.Entry, Guid.CreateVersion7(), Revision, step, actor.Name, change));
        try
        {
            await db.SaveAsync(Sheet.Entry.SchoolId, action, id, change, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RefusedAnewAsync(id, Error.Conflict("revision-passed"), cancel);
        }
        TempData.Say(said);
        return Redirect($"/reviews/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await ReviewSheet.LoadAsync(db, reach, actor, id, cancel) is not { } sheet)
        {
            return false;
        }
        Sheet = sheet;
        Files = await parts.OfAsync(sheet.Entry, sheet.Content, sheet.Content.Detail.Title.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), cancel);
        Sentences = Starts.For(sheet.Entry.Kind, texts);
        return true;
    }

    /// <summary>What speaks against endorsing, before anything is signed.</summary>
    private List<Error> Judge()
    {
        if (Revision != Sheet.Revision.Id)
        {
            return [Error.Conflict("revision-passed")];
        }
        if (Sheet.Decision == Decision.None || Offered != Sheet.Decision)
        {
            return [Error.Conflict(Passed())];
        }
        List<Error> errors = [];
        if (Sheet.Decision == Decision.Check)
        {
            errors.AddRange(new[] { (SeenNumber, "seenNumber"), (SeenBody, "seenBody"), (SeenExpiry, "seenExpiry") }.Where(t => !t.Item1).Select(t => Error.Invalid("required", t.Item2)));
        }
        if (Said().Length is 0 or > Endorsement.StatementMax)
        {
            errors.Add(Error.Invalid(Said().Length == 0 ? "required" : "too-long", "statement", Endorsement.StatementMax));
        }
        return errors;
    }

    /// <summary>Why the decision that was offered is no longer to be made.</summary>
    private string Passed() => Sheet.EndorsedByMe && Sheet.Entry.AwaitsConfirmation ? "second-person-needed"
        : Sheet.Decision == Decision.Confirm ? "already-checked"
        : Sheet.Entry.EndorsedRevisionId == Revision ? "already-endorsed"
        : "revision-passed";

    private string Said()
    {
        var start = int.TryParse(Start, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at) && at < Sentences.Count ? Sentences[at] : null;
        return string.Join(' ', new[] { Sheet.Decision == Decision.Check ? Starts.Seen(texts) : null, start, Statement }.Where(t => !string.IsNullOrWhiteSpace(t)));
    }

    private async Task<IActionResult> RefusedAnewAsync(Guid id, Error error, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return await LoadAsync(id, cancel) ? Refused([error]) : NotFound();
    }

    private string Words(Error error) => error switch
    {
        { Code: "required", Field: "seenNumber" } => texts["Tick the number when you have seen it."],
        { Code: "required", Field: "seenBody" } => texts["Tick who issued it when you have seen it."],
        { Code: "required", Field: "seenExpiry" } => texts["Tick until when it is valid when you have seen it."],
        { Code: "required", Field: "statement" } => texts["Choose a sentence, or write your own."],
        { Code: "required", Field: "reason" } => texts["Write the reason: the student needs it to go on."],
        _ => ErrorWords.Say(error, refusals),
    };

    private PageResult Refused(IReadOnlyList<Error> errors)
    {
        // The form goes on from the revision that is shown now; deciding again is the reader's choice.
        ModelState.Remove(nameof(Revision));
        ModelState.Remove(nameof(Offered));
        foreach (var error in errors)
        {
            ModelState.AddModelError(error.Field is { } field ? char.ToUpperInvariant(field[0]) + field[1..] : "", Words(error));
        }
        Response.StatusCode = ErrorWords.Status(errors[0].Kind);
        return Page();
    }
}
