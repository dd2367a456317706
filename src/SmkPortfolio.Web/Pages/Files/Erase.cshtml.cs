using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Keeping;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Files;

/// <summary>
/// Erasing a file for good: for its owner, a minor owner's guardian and the school's operator, even when somebody endorsed it. 404 for everybody else and for
/// what is erased already, 400 without a reason, 409 when the entry was changed meanwhile.
/// </summary>
public sealed class Erase(AppDb db, Actor actor, Guardians guardians, Disclosure disclosure, HeldFiles held, Erasing erasing, FileParts parts, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Erase> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Evidence Shown { get; private set; } = null!;

    public Entry Entry { get; private set; } = null!;

    /// <summary>As <see cref="Evidence.IsShown"/> asks for them.</summary>
    public IReadOnlySet<string> Converted { get; private set; } = new HashSet<string>();

    /// <summary>Something endorsed names it.</summary>
    public bool Pinned => Entry.EndorsedRevisionId is not null;

    /// <summary>Where the reader came from.</summary>
    public string Back => actor.PersonId == Entry.PersonId ? $"/entries/{Entry.Id}" : actor.SchoolIdOrNone == Entry.SchoolId && actor.Is(RoleNames.Operator) ? $"/students/{Entry.PersonId}" : "/guardian";

    /// <summary>The reader may look at it too; the operator erases also what is for its reviewers only.</summary>
    public bool IsSeen { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        try
        {
            if (await erasing.EraseAsync(Entry, Shown, actor.Change(Input.Reason), cancel) is { } refusal)
            {
                ModelState.AddModelError(refusal.Field is null ? "" : $"{nameof(Input)}.{nameof(InputModel.Reason)}", ErrorWords.Say(refusal, refusals));
                Response.StatusCode = ErrorWords.Status(refusal.Kind);
                return Page();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(id, cancel);
            ModelState.AddModelError("", ErrorWords.Say("entry-changed", null, refusals));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        await cache.EvictByTagAsync(CacheTags.Person(Entry.PersonId), cancel);
        TempData.Say(texts["Erased. Its digest, the date and your reason stay."]);
        return Redirect(Back);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (actor.Is(RoleNames.Guardian))
        {
            // Children may be at other schools than the one this person belongs to; each is asked for below.
            db.Scope.SeeAllSchools();
        }
        if (await db.Entries.SingleOrDefaultAsync(e => db.Evidence.Any(f => f.SchoolId == e.SchoolId && f.Id == id && f.ErasedAt == null && f.EntryId == e.Id), cancel) is not { } entry || !await MayAsync(entry, cancel))
        {
            return false;
        }
        Entry = entry;
        Shown = await db.Evidence.SingleAsync(f => f.SchoolId == entry.SchoolId && f.Id == id, cancel);
        var hold = await held.OfAsync(entry.SchoolId, Shown.Sha256, cancel);
        if (hold != FileHold.None && !await disclosure.ShowsHeldFileAsync(entry, cancel))
        {
            // That it exists is for its owner and reviewers to know.
            return false;
        }
        IsSeen = hold != FileHold.Flagged && await disclosure.ShowsFileAsync(entry, id, Request, cancel);
        Converted = await parts.ConvertedAsync([entry], cancel);
        return true;
    }

    private async Task<bool> MayAsync(Entry entry, CancellationToken cancel) =>
        actor.PersonId == entry.PersonId
        // Only what was ever handed in is the school's business.
        || (actor.SchoolIdOrNone == entry.SchoolId && actor.Is(RoleNames.Operator) && entry.LastRevisionNumber > 0)
        || await guardians.IsOfAsync(entry.PersonId, cancel);

    public sealed class InputModel
    {
        [Required, StringLength(Evidence.ReasonMax)]
        [Display(Name = "Why it is erased", Description = "Whoever checks an endorsement of this work later reads this reason. Name nobody.")]
        public string? Reason { get; set; }
    }
}
