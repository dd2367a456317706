using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Cvs;

/// <summary>What changed between two issues of the same format.</summary>
public sealed class Changes(AppDb db, Actor actor, IStringLocalizer<GlyphWords> glyphs, IStringLocalizer<PaperWords> words) : PageModel
{
    public CvDocument Earlier { get; private set; } = null!;

    public CvDocument Later { get; private set; } = null!;

    /// <summary>Null when one of them cannot be read.</summary>
    public IReadOnlyList<PaperChange>? Found { get; private set; }

    public string Zone { get; private set; } = "Asia/Jakarta";

    public string Name => PaperWords.Format(Later.Format, words).Name;

    public string Label(PaperChange change) => GlyphWords.Place(change.Path, change.Titles, glyphs) is { Length: > 0 } place ? char.ToUpper(place[0], System.Globalization.CultureInfo.CurrentUICulture) + place[1..] : change.Path;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid since, CancellationToken cancel)
    {
        var both = await db.CvDocuments.AsNoTracking().Where(c => (c.Id == id || c.Id == since) && c.PersonId == actor.PersonId).OrderBy(c => c.IssuedAt).ToListAsync(cancel);
        if (both.Count != (id == since ? 1 : 2) || both[0].Format != both[^1].Format)
        {
            return NotFound();
        }
        (Earlier, Later) = (both[0], both[^1]);
        Found = PaperDiff.Between(Earlier, Later);
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
        return Page();
    }
}
