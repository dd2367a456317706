using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Entries;

/// <summary>One entry as its student sees it: what it says, what is missing, its history, what can be done next.</summary>
public sealed class Show(
    AppDb db, Actor actor, LimitsSettings limits, IOutputCacheStore cache, FileParts parts, ErasableFiles erasable, IStringLocalizer<EntryWords> words, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Show> texts) : PageModel
{
    public Entry Entry { get; private set; } = null!;
    public IReadOnlyList<ReviewEvent> History { get; private set; } = [];
    public IReadOnlyList<Endorsement> Endorsements { get; private set; } = [];
    public School School { get; private set; } = null!;
    public string Zone => School.TimeZoneId;
    public IReadOnlyList<FilePart> Files { get; private set; } = [];

    /// <summary>Also those that were taken off and that a revision goes on naming.</summary>
    public IReadOnlyList<ErasableFile> Erasable { get; private set; } = [];

    /// <summary>Set while one picture is looked at.</summary>
    public ViewerPart? Viewer { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? picture, Guid? beside, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        Viewer = picture is { } one ? ViewerPart.Of(Files, one, beside) : null;
        return picture is not null && Viewer is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken cancel) => DoAsync(id, "entry-submitted", texts["Handed in. A teacher will look at it; you will see the answer here."],
        change => Submission.Submit(db, School, Entry, actor.Name, change), cancel);

    public Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancel) => DoAsync(id, "entry-taken-back", texts["Taken back. You can change it again."], change =>
    {
        var revision = Entry.SubmittedRevisionId;
        if (Entry.TakeBack(change) is { } error)
        {
            return [error];
        }
        db.ReviewEvents.Add(ReviewEvent.Of(Entry, Guid.CreateVersion7(), revision, ReviewStep.TakenBack, actor.Name, change));
        return [];
    }, cancel);

    public Task<IActionResult> OnPostBinAsync(Guid id, CancellationToken cancel) => DoAsync(id, "entry-binned", texts["In the bin. It stays there for {0} days.", limits.BinDays], One(e => e.MoveToBin), cancel);

    public Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancel) => DoAsync(id, "entry-restored", texts["Out of the bin again."], One(e => e.Restore), cancel);

    private Func<Change, IReadOnlyList<Error>> One(Func<Entry, Func<Change, Error?>> verb) => change => verb(Entry)(change) is { } error ? [error] : [];

    private async Task<IActionResult> DoAsync(Guid id, string action, string said, Func<Change, IReadOnlyList<Error>> verb, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var change = actor.Change();
        var errors = verb(change);
        if (errors.Count == 0)
        {
            try
            {
                await db.SaveAsync(Entry.SchoolId, action, Entry.Id, change, cancel);
                await cache.EvictByTagAsync(CacheTags.Person(Entry.PersonId), cancel);
                TempData.Say(said);
                return Redirect($"/entries/{id}");
            }
            catch (DbUpdateConcurrencyException)
            {
                errors = [Error.Conflict("entry-changed")];
            }
        }
        db.ChangeTracker.Clear();
        await LoadAsync(id, cancel);
        foreach (var error in errors)
        {
            var sentence = ErrorWords.Say(error, refusals);
            ModelState.AddModelError("", error.Field is null ? sentence : EntryWords.Refusal(Entry.Kind, error.Field, sentence, words));
        }
        Response.StatusCode = ErrorWords.Status(errors[0].Kind);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Entries.SingleOrDefaultAsync(e => e.Id == id && e.PersonId == actor.PersonId, cancel) is not { } entry)
        {
            return false;
        }
        Entry = entry;
        Files = await parts.OfAsync(entry, entry.Title, cancel);
        Erasable = await erasable.OfEntryAsync(entry, cancel);
        History = await db.ReviewEvents.AsNoTracking().Where(e => e.EntryId == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToListAsync(cancel);
        Endorsements = await db.Endorsements.AsNoTracking().Where(e => e.EntryId == id).OrderBy(e => e.At).ToListAsync(cancel);
        School = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        return true;
    }
}
