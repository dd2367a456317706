using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Issuing.Batches;

/// <summary>
/// Works off ordered batches, on whichever node. A batch belongs to whoever holds its lease, which is renewed with every chunk; when that one dies, the lease runs out and another goes on.
/// Two chunks of a batch are under way at once: while one is read from or written to the database, the other's papers are set and sealed.
/// </summary>
public sealed class BatchWork(IServiceScopeFactory scopes, Preparation preparation, AllSettings settings, TimeProvider clock, ILogger<BatchWork> log) : NodeWork(preparation, log, "Ordered papers")
{
    /// <summary>Students between two signs of life.</summary>
    public const int Chunk = 50;

    private const int ChunkWithPictures = 4;

    // More would only lie in memory: one alone keeps all processors busy while its papers are made.
    private const int ChunksAtOnce = 2;

    private readonly Guid worker = Guid.CreateVersion7();

    private TimeSpan Lease => TimeSpan.FromSeconds(settings.Batches.LeaseSeconds);

    protected override async Task WorkAsync(CancellationToken cancel)
    {
        while (await ClaimAsync(cancel) is { } batch)
        {
            await WorkOffAsync(batch, cancel);
        }
    }

    // Nothing is half done: the students of the chunk still wait, and are tried again.
    protected override bool IsExpected(Exception problem) => problem is KeysClosedException || base.IsExpected(problem);

    /// <summary>The oldest batch that nobody works on; null when there is none.</summary>
    private async Task<(Guid School, Guid Id)?> ClaimAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        var open = await db.PaperBatches.Where(b => b.FinishedAt == null && b.CancelledAt == null && (b.LeaseUntil == null || b.LeaseUntil < now || b.LeaseBy == worker)).OrderBy(b => b.CreatedAt).ToListAsync(cancel);
        foreach (var batch in open)
        {
            if (batch.Claim(worker, now, Lease) && await IsSavedAsync(db, cancel))
            {
                return (batch.SchoolId, batch.Id);
            }
        }
        return null;
    }

    private async Task WorkOffAsync((Guid School, Guid Id) claimed, CancellationToken cancel)
    {
        List<(IReadOnlyList<int> Positions, Task Made)> begun = [];
        try
        {
            while (await NextAsync(claimed, [.. begun.SelectMany(c => c.Positions)], cancel) is { } positions)
            {
                if (positions.Count > 0)
                {
                    // Apart from this one, so that what only computes does not hold it up.
                    begun.Add((positions, Task.Run(() => MakeAsync(claimed, positions, cancel), cancel)));
                }
                if (positions.Count == 0 || begun.Count == ChunksAtOnce)
                {
                    var made = await Task.WhenAny(begun.Select(c => c.Made));
                    begun.RemoveAll(c => c.Made == made);
                    await made;
                }
            }
        }
        finally
        {
            // Nobody else may begin what is still under way, however this ends.
            await Task.WhenAll(begun.Select(c => c.Made));
        }
    }

    /// <summary>The students of the next chunk: none while the last ones are under way, null when there is no more to do here.</summary>
    private async Task<IReadOnlyList<int>?> NextAsync((Guid School, Guid Id) claimed, IReadOnlyList<int> begun, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.Enter(claimed.School);
        var batch = await db.PaperBatches.SingleAsync(b => b.SchoolId == claimed.School && b.Id == claimed.Id, cancel);
        if (batch.LeaseBy != worker || !batch.Claim(worker, clock.GetUtcNow().UtcDateTime, Lease))
        {
            return null;
        }
        var waiting = await db.PaperBatchItems.Where(i => i.SchoolId == batch.SchoolId && i.BatchId == batch.Id && i.State == BatchItemState.Waiting && !begun.Contains(i.Position)).OrderBy(i => i.Position).Select(i => i.Position).Take(ChunkOf(batch)).ToListAsync(cancel);
        var isOver = waiting.Count == 0 && begun.Count == 0;
        if (isOver)
        {
            batch.Finish(clock.GetUtcNow().UtcDateTime);
        }
        // Cancelled, or taken by another because we were silent for too long: nothing of ours is lost, and nothing is made twice.
        return await IsSavedAsync(db, cancel) && !isOver ? waiting : null;
    }

    private async Task MakeAsync((Guid School, Guid Id) claimed, IReadOnlyList<int> positions, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.Enter(claimed.School);
        var batch = await db.PaperBatches.AsNoTracking().SingleAsync(b => b.SchoolId == claimed.School && b.Id == claimed.Id, cancel);
        await scope.ServiceProvider.GetRequiredService<BatchChunks>().MakeAsync(batch, positions, cancel);
    }

    // Pictures of all the work are in memory while a booklet is made.
    private static int ChunkOf(PaperBatch batch) => CvFormats.Find(batch.Format) is { HasPictures: true } ? ChunkWithPictures : Chunk;

    private static async Task<bool> IsSavedAsync(AppDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
