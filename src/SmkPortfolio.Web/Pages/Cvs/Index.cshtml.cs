using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Cvs;

/// <summary>The student's issued CVs: download, check, withdraw.</summary>
public sealed class Index(AppDb db, Actor actor, IBlobStore blobs, Signing signing, IOutputCacheStore cache, IStringLocalizer<ErrorWords> refusals, IStringLocalizer<Index> texts) : PageModel
{
    public IReadOnlyList<CvDocument> Issued { get; private set; } = [];
    /// <summary>The paper whose form comes back, with what was typed in it.</summary>
    public Guid? Refused { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Each form posts <c>reason</c>; its id and its error carry the paper, since there are many on the page.</summary>
    public static string ReasonName(Guid paper) => $"reason-{paper}";

    /// <summary>Where each paper's log proof is downloaded; a paper that the log has not published yet is missing.</summary>
    public IReadOnlyDictionary<Guid, string> Proofs { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Batches of the school that papers came with.</summary>
    public IReadOnlyDictionary<Guid, SchoolMade> Made { get; private set; } = new Dictionary<Guid, SchoolMade>();

    public string Zone { get; private set; } = "Asia/Jakarta";

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    /// <summary>The sealed file, byte for byte.</summary>
    public async Task<IActionResult> OnGetPdfAsync(Guid id, CancellationToken cancel)
    {
        var cv = await db.CvDocuments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.PersonId == actor.PersonId, cancel);
        return cv is not null && await blobs.OpenReadAsync(cv.SchoolId, cv.PdfSha256, cancel) is { } pdf
            ? new FileStreamResult(pdf, "application/pdf") { FileDownloadName = $"cv-{CvCode.Written(cv.Code)}.pdf", EnableRangeProcessing = true }
            : NotFound();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, string? reason, CancellationToken cancel)
    {
        if (await db.CvDocuments.SingleOrDefaultAsync(c => c.Id == id && c.PersonId == actor.PersonId, cancel) is not { } cv)
        {
            return NotFound();
        }
        var change = actor.Change(reason);
        if (cv.Withdraw(change) is { } error)
        {
            await LoadAsync(cancel);
            Reason = reason;
            Refused = cv.Id;
            ModelState.AddModelError(error.Field is null ? "" : ReasonName(cv.Id), ErrorWords.Say(error, refusals));
            Response.StatusCode = ErrorWords.Status(error.Kind);
            return Page();
        }
        var credential = await db.Credentials.SingleAsync(c => c.Id == cv.CredentialId, cancel);
        await signing.WithdrawAsync([credential], cv.WithdrawalReason.Length > 0 ? new Bilingual(cv.WithdrawalReason) : new Bilingual("Ditarik oleh pemiliknya.", "Withdrawn by its holder."), cancel);
        await db.SaveAsync(cv.SchoolId, "cv-withdrawn", cv.Id, change, cancel);
        await cache.EvictByTagAsync(CacheTags.Cv(cv.Code), cancel);
        await cache.EvictByTagAsync(CacheTags.Person(cv.PersonId), cancel);
        TempData.Say(texts["Withdrawn. Whoever checks {0} sees that from now on.", CvCode.Written(cv.Code)]);
        return Redirect("/cvs");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Issued = await db.CvDocuments.AsNoTracking().Where(c => c.PersonId == actor.PersonId).OrderByDescending(c => c.IssuedAt).ToListAsync(cancel);
        var credentials = Issued.Select(c => c.CredentialId).ToList();
        var published = await db.LogCheckpoints.MaxAsync(c => (DateTime?)c.At, cancel);
        var found = await db.Credentials.Where(c => c.SubjectPersonId == actor.PersonId && credentials.Contains(c.Id) && c.IssuedAt <= published)
            .Select(c => new { c.Id, c.Uri }).ToDictionaryAsync(c => c.Id, c => c.Uri, cancel);
        Proofs = Issued.Where(c => found.ContainsKey(c.CredentialId)).ToDictionary(c => c.Id, c => new Uri(found[c.CredentialId]).AbsolutePath + "/log-proof");
        Made = await SchoolMade.OfAsync(db, actor.SchoolId, Issued, cancel);
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
    }
}
