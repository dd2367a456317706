using System.Collections.Concurrent;

namespace SmkPortfolio.Web.Issuing.Log;

/// <summary>Tiles of the published log that were read lately. What was published never changes, so nothing here grows old; when it is full, all is forgotten.</summary>
public sealed class LogTileCache
{
    // Of at most 8 KiB each.
    private const int Most = 1024;

    private readonly ConcurrentDictionary<(int Level, long Number, int Width), byte[]> tiles = new();

    /// <summary>The first hashes of a tile, when they are at hand.</summary>
    public byte[]? Find(int level, long number, int width) => tiles.GetValueOrDefault((level, number, width));

    /// <summary>Keeps the first hashes of a published tile.</summary>
    public void Keep(int level, long number, int width, byte[] hashes)
    {
        if (tiles.Count >= Most)
        {
            tiles.Clear();
        }
        tiles[(level, number, width)] = hashes;
    }
}
