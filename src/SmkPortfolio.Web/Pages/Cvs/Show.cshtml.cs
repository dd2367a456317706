using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Cvs;

/// <summary>One issued paper: what stands on it, its file, and what can be done with it.</summary>
public sealed class Show(AppDb db, Actor actor, IStringLocalizer<PaperWords> words) : PageModel
{
    public CvDocument Paper { get; private set; } = null!;

    /// <summary>Other papers of the same format, the newest first.</summary>
    public IReadOnlyList<CvDocument> Others { get; private set; } = [];

    public string Zone { get; private set; } = "Asia/Jakarta";

    public string Name => PaperWords.Format(Paper.Format, words).Name;

    public string Language => PaperWords.Language(Paper.Language, words);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.CvDocuments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.PersonId == actor.PersonId, cancel) is not { } paper)
        {
            return NotFound();
        }
        Paper = paper;
        Others = await db.CvDocuments.AsNoTracking().Where(c => c.PersonId == actor.PersonId && c.Format == paper.Format && c.Id != paper.Id).OrderByDescending(c => c.IssuedAt).ToListAsync(cancel);
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
        return Page();
    }
}
