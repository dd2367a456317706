using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>A work beside those of others that show the same or nearly the same: a question, never a verdict. Only for whoever may review the first.</summary>
public sealed class Alike(AppDb db, Actor actor, EntryReach reach, AlikeWorks works) : PageModel
{
    public ReviewSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<AlikeFile> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await ReviewSheet.LoadAsync(db, reach, actor, id, cancel) is not { } sheet)
        {
            return NotFound();
        }
        (Sheet, Found) = (sheet, await works.OfAsync(sheet.Entry, sheet.Content, cancel));
        return Page();
    }
}
