using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Decisions;

/// <summary>A credential or paper before the operator: suspend, lift, replace, withdraw, each with a reason that everybody can read. 404 for another school's.</summary>
public sealed class Show(AppDb db, Actor actor, Standing standing, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Show> texts) : PageModel
{
    public IssuedCredential Credential { get; private set; } = null!;
    public IReadOnlyList<IssuedCredential> Versions { get; private set; } = [];
    public string Title { get; private set; } = "";
    public string Student { get; private set; } = "";

    /// <summary>A paper's code as written.</summary>
    public string? Code { get; private set; }

    public string Zone { get; private set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? ReasonEn { get; set; }

    /// <summary>Replacing leaves the old file accepted.</summary>
    [BindProperty]
    public bool OldStaysGood { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostSuspendAsync(Guid id, CancellationToken cancel) =>
        OnCredentialAsync(id, (reason, change) => standing.SuspendAsync(Credential, reason, change, cancel), texts["Suspended. Whoever checks it here sees that and your reason."], cancel);

    public Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken cancel) =>
        OnCredentialAsync(id, (reason, change) => standing.LiftAsync(Credential, reason, change, cancel), texts["The suspension is lifted."], cancel);

    public Task<IActionResult> OnPostReplaceAsync(Guid id, CancellationToken cancel) =>
        OnCredentialAsync(id, (reason, change) => standing.ReplaceAsync(Credential, reason, OldStaysGood, change, cancel), texts["Replaced by a new version."], cancel);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel) =>
        OnCredentialAsync(id, (reason, change) => standing.WithdrawAsync(Credential, reason, change, cancel), texts["Withdrawn for ever. Whoever checks it sees that and your reason."], cancel);

    private async Task<IActionResult> OnCredentialAsync(Guid id, Func<Bilingual, Change, Task<Error?>> verb, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var english = CleanText.Line(ReasonEn);
        if (await verb(new Bilingual(CleanText.Line(Reason), english.Length > 0 ? english : null), actor.Change(Reason)) is { } error)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(id, cancel);
            ModelState.AddModelError(error.Field is null ? "" : nameof(Reason), error.Code == "required" ? texts["Write the reason: everybody who checks it reads it."] : ErrorWords.Say(error, refusals));
            Response.StatusCode = ErrorWords.Status(error.Kind);
            return Page();
        }
        await cache.EvictByTagAsync(CacheTags.Public, cancel);
        TempData.Say(said);
        var newest = await db.Credentials.Where(c => c.PublicId == Credential.PublicId).OrderByDescending(c => c.Number).Select(c => c.Id).FirstAsync(cancel);
        return Redirect($"/credentials/{newest}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Credentials.SingleOrDefaultAsync(c => c.Id == id && c.Kind != CredentialKind.Endorsement, cancel) is not { } credential)
        {
            return false;
        }
        Credential = credential;
        Versions = await db.Credentials.AsNoTracking().Where(c => c.PublicId == credential.PublicId).OrderByDescending(c => c.Number).ToListAsync(cancel);
        Student = await db.People.Where(p => p.Id == credential.SubjectPersonId).Select(p => p.Name).SingleAsync(cancel);
        Code = await db.CvDocuments.Where(c => c.Id == credential.CvDocumentId).Select(c => c.Code).SingleOrDefaultAsync(cancel) is { } code ? CvCode.Written(code) : null;
        Title = Code is null ? await db.Entries.Where(e => e.Id == credential.EntryId).Select(e => e.Title).SingleOrDefaultAsync(cancel) ?? "" : "CV " + Code;
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
        return true;
    }
}
