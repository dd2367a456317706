using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Issuing.Log;

/// <summary>
/// The log's one writer: numbers what happened in order of arrival, stores full tiles, and signs a checkpoint only over a tree that continues
/// every checkpoint before it. All of one run is one transaction, under a lock that all nodes share. The unit of work must see all schools.
/// </summary>
public sealed class LogSequencer(AppDb db, LogName name, KeyRing keys, Registry registry, SignedCheckpoint signed, TimeProvider clock)
{
    /// <summary>Publishes what is new.</summary>
    /// <returns>Entries added; 0 when there was nothing to do.</returns>
    /// <exception cref="LogBrokenException">Stored entries do not continue what was published; nothing was written.</exception>
    public async Task<int> PublishAsync(CancellationToken cancel)
    {
        await signed.RefuseOlderAsync(() => LastAsync(cancel), cancel);
        if (!await db.LogEntries.AnyAsync(e => e.Sequence == null, cancel))
        {
            return 0;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockLogAsync(cancel);
        var last = await LastAsync(cancel);
        var before = last?.Size ?? 0;
        var (origin, signer) = await name.EnsureAsync(cancel);
        var key = (await keys.SigningKeyAsync(signer, cancel)).Key;
        await EnterRegisterAsync(cancel);
        var tree = new LogTree(db, before);
        await RefuseBrokenAsync(tree, last, cancel);
        var added = await db.NumberLogAsync(before, cancel);
        if (added == 0)
        {
            // Another run was quicker while this one waited for the lock.
            return 0;
        }
        var size = before + added;
        await StoreTilesAsync(tree, before, size, cancel);
        await signed.RefuseForkAsync(tree, origin, key.PublicKey, size, cancel);
        var root = await tree.RootAsync(size, cancel);
        var note = new Checkpoint(origin, size, root).Sign(key);
        db.LogCheckpoints.Add(LogCheckpoint.Of(size, root, note, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await signed.RememberAsync(note, cancel);
        return added;
    }

    private Task<LogCheckpoint?> LastAsync(CancellationToken cancel) => db.LogCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancel);

    /// <summary>Enters the register when it says something new: that it was changed shall leave a trace, too.</summary>
    private async Task EnterRegisterAsync(CancellationToken cancel)
    {
        var content = await registry.ContentAsync(cancel);
        var sha256 = RegisterFile.ContentSha256(content);
        var last = await db.LoggedRegisters.AsNoTracking().OrderByDescending(r => r.Number).Select(r => new { r.Number, r.ContentSha256 }).FirstOrDefaultAsync(cancel);
        if (last?.ContentSha256 == sha256)
        {
            return;
        }
        var now = clock.GetUtcNow();
        var jws = await registry.SignAsync(content, cancel);
        var salt = RandomNumberGenerator.GetBytes(32);
        db.LoggedRegisters.Add(LoggedRegister.Of((last?.Number ?? 0) + 1, jws, sha256, salt, now.UtcDateTime));
        db.LogEntries.Add(LogEntry.Of(LogKind.Register, now, salt, Encoding.ASCII.GetBytes(jws)));
        await db.SaveChangesAsync(cancel);
    }

    private async Task RefuseBrokenAsync(LogTree tree, LogCheckpoint? last, CancellationToken cancel)
    {
        var before = last?.Size ?? 0;
        if (await db.LogEntries.MaxAsync(e => e.Sequence, cancel) is var highest && (highest ?? -1) + 1 != before)
        {
            throw new LogBrokenException($"{(highest ?? -1) + 1} entries are numbered, but the last checkpoint has {before}");
        }
        if (last is not null && !(await tree.RootAsync(before, cancel)).AsSpan().SequenceEqual(last.Root))
        {
            throw new LogBrokenException($"its first {before} entries have another root than the checkpoint of that size");
        }
    }

    private async Task StoreTilesAsync(LogTree tree, long before, long size, CancellationToken cancel)
    {
        for (var level = 0; size >> (LogTiles.Height * (level + 1)) > 0; level++)
        {
            var height = LogTiles.Height * (level + 1);
            for (var number = before >> height; number < size >> height; number++)
            {
                db.LogTiles.Add(LogTile.Of(level, number, (await tree.TileAsync(level, number, LogTiles.Full, cancel)).ToArray()));
            }
            await db.SaveChangesAsync(cancel);
        }
    }
}
