using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;

namespace SmkPortfolio.Web.Issuing.Batches;

/// <summary>A student of a batch, with the class by which files and print runs are sorted.</summary>
public sealed record BatchStudent(Guid PersonId, string ClassName);

/// <summary>Ordering papers for many students, stopping, and trying again what failed. The rows are the order: whatever dies, they are worked off.</summary>
public sealed class PaperBatches(AppDb db, BatchWork work)
{
    public const string Ordered = "papers-ordered";
    public const string Cancelled = "papers-cancelled";
    public const string Again = "papers-tried-again";

    public async Task<PaperBatch> OrderAsync(Guid schoolId, string label, BatchOrder order, IReadOnlyList<BatchStudent> students, Change change, CancellationToken cancel)
    {
        var batch = PaperBatch.Of(schoolId, Guid.CreateVersion7(), label, order.Switches.Format, order.Switches.Language, order.ToJson(), students.Count, change);
        db.PaperBatches.Add(batch);
        db.PaperBatchItems.AddRange(students.Select((s, i) => PaperBatchItem.Of(schoolId, batch.Id, i + 1, s.PersonId, s.ClassName)));
        await db.SaveAsync(schoolId, Ordered, batch.Id, change, cancel);
        work.Wake();
        return batch;
    }

    /// <summary>Nothing more is begun; what is made already stays.</summary>
    public async Task<Error?> CancelAsync(PaperBatch batch, Change change, CancellationToken cancel)
    {
        while (true)
        {
            if (batch.Cancel(change) is { } refusal)
            {
                return refusal;
            }
            try
            {
                await db.SaveAsync(batch.SchoolId, Cancelled, batch.Id, change, cancel);
                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Its worker has just given a sign of life, or has finished it.
                await db.Entry(batch).ReloadAsync(cancel);
            }
        }
    }

    public async Task<Error?> AgainAsync(PaperBatch batch, Change change, CancellationToken cancel)
    {
        var failed = await db.PaperBatchItems.Where(i => i.SchoolId == batch.SchoolId && i.BatchId == batch.Id && i.State == BatchItemState.Failed).ToListAsync(cancel);
        if (batch.Resume() is { } refusal)
        {
            return refusal;
        }
        failed.ForEach(i => i.Again());
        await db.SaveAsync(batch.SchoolId, Again, batch.Id, change, cancel);
        work.Wake();
        return null;
    }
}
