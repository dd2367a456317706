using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Issuing.Log;

/// <summary>
/// The log's one writer: numbers what was issued in order of arrival, stores full tiles, and signs a checkpoint only over a tree that continues
/// every checkpoint before it. All of one run is one transaction, under a lock that all nodes share.
/// </summary>
public sealed class LogSequencer(AppDb db, KeyRing keys, AllSettings settings, TimeProvider clock)
{
    private const string OriginFact = "Log:Origin";

    // Beside the database, so that a database put back from an older copy is noticed before it signs another history.
    private string LastSigned => Path.Combine(settings.Root, "log", "checkpoint");

    /// <summary>Publishes what is new.</summary>
    /// <returns>Entries added; 0 when there was nothing to do.</returns>
    /// <exception cref="LogBrokenException">Stored entries do not continue what was published; nothing was written.</exception>
    public async Task<int> PublishAsync(CancellationToken cancel)
    {
        if (!await db.LogEntries.AnyAsync(e => e.Sequence == null, cancel))
        {
            return 0;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        LogCheckpoint? last = null;
        var added = await db.NumberLogAsync(
            async () =>
            {
                last = await db.LogCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancel);
                return last?.Size ?? 0;
            },
            cancel);
        var before = last?.Size ?? 0;
        var size = before + added;
        var tree = new LogTree(db);
        if (last is not null && !(await tree.RootAsync(before, cancel)).AsSpan().SequenceEqual(last.Root))
        {
            throw new LogBrokenException($"its first {before} entries have another root than the checkpoint of that size");
        }
        await StoreTilesAsync(tree, before, size, cancel);
        var origin = await OriginAsync(cancel);
        var issuer = await keys.LogAsync(cancel);
        await db.SaveChangesAsync(cancel);
        var key = (await keys.SigningKeyAsync(issuer, cancel)).Key;
        await ContinueFromDiskAsync(tree, origin, key.PublicKey, size, cancel);
        var root = await tree.RootAsync(size, cancel);
        var note = new Checkpoint(origin, size, root).Sign(key);
        db.LogCheckpoints.Add(LogCheckpoint.Of(size, root, note, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await RememberAsync(note, cancel);
        return added;
    }

    /// <summary>The log's name; made at its first checkpoint and kept, also when the site moves.</summary>
    public async Task<string> OriginAsync(CancellationToken cancel)
    {
        if (await db.SiteFacts.SingleOrDefaultAsync(f => f.Name == OriginFact, cancel) is { } known)
        {
            return known.Value;
        }
        var origin = string.Create(CultureInfo.InvariantCulture, $"{settings.PublicUrl.Authority}/log/{clock.GetUtcNow().Year}");
        db.SiteFacts.Add(new SiteFact { Name = OriginFact, Value = origin });
        return origin;
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

    private async Task ContinueFromDiskAsync(LogTree tree, string origin, ReadOnlyMemory<byte> key, long size, CancellationToken cancel)
    {
        if (!File.Exists(LastSigned) || Checkpoint.Open(await File.ReadAllTextAsync(LastSigned, cancel), origin, key.Span) is not { } signed)
        {
            return;
        }
        if (signed.Size > size || !(await tree.RootAsync(signed.Size, cancel)).AsSpan().SequenceEqual(signed.Root))
        {
            throw new LogBrokenException($"this program signed a checkpoint of {signed.Size} entries that it does not continue (was an older database put back?)");
        }
    }

    private async Task RememberAsync(string note, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LastSigned)!);
        var draft = LastSigned + "." + Guid.NewGuid().ToString("N");
        await File.WriteAllTextAsync(draft, note, cancel);
        File.Move(draft, LastSigned, overwrite: true);
    }
}
