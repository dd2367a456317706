using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Pages.Shared;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>The queue of the acting staff member: what waits, oldest first, and certificates that a second person confirms.</summary>
public sealed class Index(AppDb db, Actor actor, IStringLocalizer<SharedTexts> shared) : PageModel
{
    private const int PerPage = 20;
    private const int Few = 3;
    private readonly EntryReach reach = new(db, actor);

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "class")]
    public Guid? ClassId { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int At { get; set; } = 1;

    public IReadOnlyList<Entry> Waiting { get; private set; } = [];
    public IReadOnlyList<Entry> ToConfirm { get; private set; } = [];
    /// <summary>A few that colleagues endorsed last.</summary>
    public IReadOnlyList<Entry> ToAdd { get; private set; } = [];

    /// <summary>Waiting revisions that the acting person has opened.</summary>
    public IReadOnlySet<Guid> Opened { get; private set; } = new HashSet<Guid>();

    public bool CanBatch => Waiting.Any(e => e.Kind != EntryKind.Certification);
    public IReadOnlyDictionary<Guid, StudentLine> Students { get; private set; } = new Dictionary<Guid, StudentLine>();
    public int Count { get; private set; }
    public int CountToConfirm { get; private set; }
    public int CountInAll { get; private set; }
    public int Pages => Math.Max(1, (Count + PerPage - 1) / PerPage);
    public bool IsFiltered => Kind is not null || ClassId is not null;
    public string Zone { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
        Kinds = [.. Enum.GetValues<EntryKind>().Select(k => new SelectListItem(Words.Kind(EntryNames.Of(k), shared).Text, EntryNames.Of(k)))];
        Classes = [.. (await ClassesAsync(cancel)).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
        CountInAll = await reach.Queue().CountAsync(cancel);
        Count = IsFiltered ? await Filtered(reach.Queue()).CountAsync(cancel) : CountInAll;
        At = Math.Clamp(At, 1, Pages);
        Waiting = await Filtered(reach.Queue()).AsNoTracking().OrderBy(e => e.SubmittedAt).ThenBy(e => e.Id).Skip((At - 1) * PerPage).Take(PerPage).ToListAsync(cancel);
        CountToConfirm = await Filtered(reach.ToConfirm()).CountAsync(cancel);
        ToConfirm = await Filtered(reach.ToConfirm()).AsNoTracking().OrderBy(e => e.UpdatedAt).ThenBy(e => e.Id).Take(PerPage).ToListAsync(cancel);
        ToAdd = await Filtered(reach.ToAdd()).AsNoTracking().OrderByDescending(e => e.UpdatedAt).ThenBy(e => e.Id).Take(Few).ToListAsync(cancel);
        Opened = await Openings.OfAsync(db, actor.PersonId, [.. Waiting.Select(e => e.SubmittedRevisionId).OfType<Guid>()], cancel);
        Students = await Reviews.Students.LinesAsync(db, Waiting.Concat(ToConfirm).Concat(ToAdd).Select(e => e.PersonId), cancel);
    }

    public string Address(int page)
    {
        List<string> parts = [];
        if (Kind is not null)
        {
            parts.Add("Kind=" + Uri.EscapeDataString(Kind));
        }
        if (ClassId is { } id)
        {
            parts.Add("class=" + id);
        }
        if (page > 1)
        {
            parts.Add(FormattableString.Invariant($"p={page}"));
        }
        return "/reviews" + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
    }

    private IQueryable<Entry> Filtered(IQueryable<Entry> entries)
    {
        if (EntryNames.Kind(Kind) is { } kind)
        {
            entries = entries.Where(e => e.Kind == kind);
        }
        if (ClassId is { } id)
        {
            entries = entries.Where(e => db.Memberships.Any(m => m.PersonId == e.PersonId && m.Role == Role.Student && m.ClassGroupId == id));
        }
        return entries;
    }

    // Only classes from which something waits: a filter never leads to an empty list by itself.
    private async Task<List<(Guid Id, string Name)>> ClassesAsync(CancellationToken cancel)
    {
        var people = reach.Queue().Select(e => e.PersonId).Union(reach.ToConfirm().Select(e => e.PersonId));
        var classes = await (
            from membership in db.Memberships
            where membership.Role == Role.Student && people.Contains(membership.PersonId)
            join classGroup in db.ClassGroups on membership.ClassGroupId equals classGroup.Id
            select new { classGroup.Id, classGroup.Name }).Distinct().OrderBy(c => c.Name).ToListAsync(cancel);
        return [.. classes.Select(c => (c.Id, c.Name))];
    }
}
