using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Audit;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Students;

/// <summary>One student before the operator: whether the school issues for them, and since when and why not. 404 for another school's.</summary>
public sealed class Show(AppDb db, Actor actor, ErasableFiles files, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Show> texts) : PageModel
{
    public const string Stopped = "issuing-stopped";
    public const string Resumed = "issuing-resumed";

    public StudentRow Student { get; private set; } = null!;
    public IReadOnlyList<AuditEvent> History { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<SignedRow> Signed { get; private set; } = [];
    public IReadOnlyList<ErasableFile> Files { get; private set; } = [];
    public string Zone { get; private set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancel) =>
        OnStudentAsync(id, (m, change) => m.StopIssuing(change), Stopped, texts["Stopped. Nothing is signed or printed for this student until you allow it again."], cancel);

    public Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken cancel) =>
        OnStudentAsync(id, (m, change) => m.ResumeIssuing(change), Resumed, texts["Allowed again."], cancel);

    private async Task<IActionResult> OnStudentAsync(Guid id, Func<Membership, Change, Error?> verb, string action, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var change = actor.Change(Reason);
        // A stop stands on the newest membership; it is lifted wherever it stands.
        var memberships = await db.Memberships.Where(m => m.PersonId == id && m.Role == Role.Student).OrderByDescending(m => m.From).ToListAsync(cancel);
        var concerned = Student.IssuingStopped ? memberships.Where(m => m.IssuingStopped).ToList() : memberships[..1];
        if (concerned.Select(m => verb(m, change)).FirstOrDefault(e => e is not null) is { } error)
        {
            ModelState.AddModelError(error.Field is null ? "" : nameof(Reason), error.Code == "required" ? texts["Write the reason: the student reads it."] : ErrorWords.Say(error, refusals));
            Response.StatusCode = ErrorWords.Status(error.Kind);
            return Page();
        }
        await db.SaveAsync(actor.SchoolId, action, id, change, cancel);
        TempData.Say(said);
        return Redirect($"/students/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await StudentRow.Of(db, id).SingleOrDefaultAsync(cancel) is not { } student)
        {
            return false;
        }
        Student = student;
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
        Files = await files.OfStudentAsync(actor.SchoolId, id, cancel);
        Signed = await SignedRow.OfAsync(db, id, cancel);
        History = await db.AuditEvents.AsNoTracking().Where(e => e.Subject == id && (e.Action == Stopped || e.Action == Resumed)).OrderByDescending(e => e.Sequence).ToListAsync(cancel);
        var people = History.Select(h => h.ByPersonId).Distinct().ToList();
        Names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return true;
    }
}
