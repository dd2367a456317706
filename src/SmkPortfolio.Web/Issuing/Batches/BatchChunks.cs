using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.Web.Issuing.Batches;

/// <summary>Makes the next papers of a batch, a chunk at a time.</summary>
public sealed class BatchChunks(AppDb db, Papers papers, TimeProvider clock)
{
    /// <summary>Makes the papers of these students and writes down what became of each. What an earlier run issued already is found and not made again.</summary>
    public async Task MakeAsync(PaperBatch batch, IReadOnlyList<int> positions, CancellationToken cancel)
    {
        var items = await db.PaperBatchItems.Where(i => i.SchoolId == batch.SchoolId && i.BatchId == batch.Id && positions.Contains(i.Position)).OrderBy(i => i.Position).ToListAsync(cancel);
        var order = BatchOrder.FromJson(batch.Order);
        var requests = await RequestsAsync(batch, order, [.. items.Select(i => i.PersonId)], cancel);
        var outcomes = await papers.IssueManyAsync(batch.SchoolId, [.. items.Select(i => requests[i.PersonId])], new Change(batch.OrderedBy, clock.GetUtcNow().UtcDateTime), CompressionLevel.Fastest, cancel);
        foreach (var (item, outcome) in items.Zip(outcomes))
        {
            if (outcome.Cv is { } cv)
            {
                item.Done(cv.Id);
            }
            else
            {
                item.Failed(outcome.Error!.Code, KeptReason.Written(outcome.Unprintable));
            }
            // A chunk of which nothing could be made has forgotten its rows.
            db.PaperBatchItems.Update(item);
        }
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Dictionary<Guid, PaperRequest>> RequestsAsync(PaperBatch batch, BatchOrder order, IReadOnlyList<Guid> people, CancellationToken cancel)
    {
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == batch.SchoolId, cancel);
        var today = school.Today(clock.GetUtcNow().UtcDateTime);
        var minors = (await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(cancel)).Where(p => p.IsMinorOn(today)).Select(p => p.Id).ToHashSet();
        var kinds = (CvFormats.Find(batch.Format)?.Kinds ?? []).Select(EntryNames.Kind).OfType<EntryKind>().ToList();
        var entries = (await db.Entries.AsNoTracking().Where(e => e.SchoolId == batch.SchoolId && people.Contains(e.PersonId) && e.BinnedAt == null && kinds.Contains(e.Kind) && (!order.ConfirmedOnly || e.Word != Word.Self)).ToListAsync(cancel)).ToLookup(e => e.PersonId);
        return people.ToDictionary(id => id, id => new PaperRequest(id, order.For(batch.Id, id, minors.Contains(id), Lines(entries[id]))));
    }

    /// <summary>As a student finds them proposed: confirmed work first, the newest first.</summary>
    private static List<Guid> Lines(IEnumerable<Entry> entries) =>
        [.. entries.OrderByDescending(e => e.Word != Word.Self).ThenByDescending(e => e.Detail.From ?? DateOnly.FromDateTime(e.CreatedAt)).Select(e => e.Id)];
}
