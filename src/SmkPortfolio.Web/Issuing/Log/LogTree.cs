using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.Data;

namespace SmkPortfolio.Web.Issuing.Log;

/// <summary>The log as a tree: reads stored tiles, makes the unfinished ones from what lies below them, keeps both for one piece of work.</summary>
/// <param name="published">How many entries the newest checkpoint has: full tiles of so many are stored.</param>
/// <param name="cache">For readers of what is published; the writer has none, since what it makes may never be published.</param>
public sealed class LogTree(AppDb db, long published, LogTileCache? cache = null)
{
    private readonly Dictionary<(int Level, long Number), byte[]> held = [];

    /// <summary>The first hashes of a tile.</summary>
    /// <param name="width">How many; the log must have them.</param>
    public async Task<ReadOnlyMemory<byte>> TileAsync(int level, long number, int width, CancellationToken cancel)
    {
        var length = width * MerkleTree.HashLength;
        if (!held.TryGetValue((level, number), out var hashes) || hashes.Length < length)
        {
            hashes = cache?.Find(level, number, width) ?? await ReadAsync(level, number, width, cancel);
            cache?.Keep(level, number, width, hashes);
            held[(level, number)] = hashes;
        }
        return hashes.AsMemory(0, length);
    }

    /// <summary>The root of the first <paramref name="size"/> entries.</summary>
    public async Task<byte[]> RootAsync(long size, CancellationToken cancel)
    {
        await HoldEdgeAsync(size, cancel);
        return MerkleTree.Root(size, Subtree);
    }

    /// <summary>The audit path of an entry in the log of that size.</summary>
    public async Task<IReadOnlyList<byte[]>> PathAsync(long index, long size, CancellationToken cancel)
    {
        await HoldEdgeAsync(size, cancel);
        for (var level = 0; LogTiles.WidthAt(level, index >> (LogTiles.Height * (level + 1)), size) is > 0 and var width; level++)
        {
            await TileAsync(level, index >> (LogTiles.Height * (level + 1)), width, cancel);
        }
        return MerkleTree.InclusionPath(index, size, Subtree);
    }

    // What a size adds at its right end lies in the last, unfinished tile of each level.
    private async Task HoldEdgeAsync(long size, CancellationToken cancel)
    {
        for (var (level, units) = (0, size); units > 0; level++, units >>= LogTiles.Height)
        {
            if (units % LogTiles.Full is > 0 and var width)
            {
                await TileAsync(level, units / LogTiles.Full, (int)width, cancel);
            }
        }
    }

    private Task<byte[]> ReadAsync(int level, long number, int width, CancellationToken cancel) =>
        LogTiles.WidthAt(level, number, published) == LogTiles.Full ? StoredAsync(level, number, cancel)
        : level == 0 ? LeavesAsync(number, width, cancel)
        : FoldedAsync(level, number, width, cancel);

    private async Task<byte[]> StoredAsync(int level, long number, CancellationToken cancel) =>
        await db.LogTiles.AsNoTracking().Where(t => t.Level == level && t.Number == number).Select(t => t.Hashes).SingleOrDefaultAsync(cancel) is { Length: LogTiles.Full * MerkleTree.HashLength } hashes
            ? hashes
            : throw new LogBrokenException($"tile {number} of level {level} is missing or cut");

    private byte[] Subtree(int level, long index) => LogTiles.Subtree(level, index, (l, n) => held[(l, n)]);

    private async Task<byte[]> LeavesAsync(long number, int width, CancellationToken cancel)
    {
        var from = number * LogTiles.Full;
        var entries = await db.LogEntries.AsNoTracking().Where(e => e.Sequence >= from && e.Sequence < from + width).OrderBy(e => e.Sequence).Select(e => e.Bytes).ToListAsync(cancel);
        return entries.Count == width ? [.. entries.SelectMany(e => MerkleTree.Leaf(e))] : throw new LogBrokenException($"entries {from} to {from + width - 1} are not complete");
    }

    private async Task<byte[]> FoldedAsync(int level, long number, int width, CancellationToken cancel)
    {
        var from = number * LogTiles.Full;
        var below = await db.LogTiles.AsNoTracking().Where(t => t.Level == level - 1 && t.Number >= from && t.Number < from + width).OrderBy(t => t.Number).Select(t => t.Hashes).ToListAsync(cancel);
        return below.Count == width ? [.. below.SelectMany(t => LogTiles.Fold(t))] : throw new LogBrokenException($"tiles of level {level - 1} from {from} are not complete");
    }
}

/// <summary>The stored log does not continue what was published; nothing more is signed until a person has looked at it.</summary>
public sealed class LogBrokenException(string what) : Exception($"The transparency log is not what was published: {what}.");
