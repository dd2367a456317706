using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Batches;

/// <summary>The school's orders of papers for many students, the newest first.</summary>
public sealed class Index(AppDb db, Actor actor) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<BatchRow> Batches { get; private set; } = [];
    public string Zone { get; private set; } = "Asia/Jakarta";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var batches = await db.PaperBatches.AsNoTracking().Where(b => b.SchoolId == actor.SchoolId).OrderByDescending(b => b.CreatedAt).Take(Most).ToListAsync(cancel);
        var ids = batches.Select(b => b.Id).ToList();
        var counts = (await db.PaperBatchItems.Where(i => i.SchoolId == actor.SchoolId && ids.Contains(i.BatchId)).GroupBy(i => new { i.BatchId, i.State }).Select(g => new { g.Key.BatchId, g.Key.State, Count = g.Count() }).ToListAsync(cancel)).ToLookup(c => c.BatchId);
        Batches = [.. batches.Select(b => new BatchRow(b, counts[b.Id].ToDictionary(c => c.State, c => c.Count)))];
        Zone = await db.Schools.Where(s => s.Id == actor.SchoolId).Select(s => s.TimeZoneId).SingleAsync(cancel);
    }
}

/// <summary>A batch with how far it is.</summary>
public sealed record BatchRow(PaperBatch Batch, IReadOnlyDictionary<BatchItemState, int> ByState)
{
    public int Done => ByState.GetValueOrDefault(BatchItemState.Done);

    public int Failed => ByState.GetValueOrDefault(BatchItemState.Failed);

    public int Waiting => ByState.GetValueOrDefault(BatchItemState.Waiting);
}
