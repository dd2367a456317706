using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>What became of each work of the batch that was just signed.</summary>
public sealed class BatchDone(AppDb db, Actor actor) : PageModel
{
    public IReadOnlyList<BatchOutcome> Outcomes { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Entry> Works { get; private set; } = new Dictionary<Guid, Entry>();
    public IReadOnlyDictionary<Guid, StudentLine> Students { get; private set; } = new Dictionary<Guid, StudentLine>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Outcomes = BatchOutcome.Read(TempData);
        if (Outcomes.Count == 0)
        {
            return Redirect("/reviews");
        }
        var ids = Outcomes.Select(o => o.EntryId).ToList();
        Works = await new EntryReach(db, actor).All().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        Students = await Reviews.Students.LinesAsync(db, Works.Values.Select(e => e.PersonId), cancel);
        return Page();
    }
}
