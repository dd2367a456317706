using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace SmkPortfolio.Credentials.Log;

/// <summary>Where a tile stands and how much of it is there (C2SP tlog-tiles).</summary>
/// <param name="Level">0 for hashes of entries, 1 for hashes of whole level-0 tiles, and so on; null for the entries themselves.</param>
/// <param name="Number">From 0.</param>
/// <param name="Width">Hashes or entries in it, 1 to 256.</param>
public sealed partial record TileAddress(int? Level, long Number, int Width)
{
    /// <summary>The path below the log's address, such as <c>tile/0/x001/x234/067.p/12</c>.</summary>
    public string Path
    {
        get
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{Number % 1000:000}");
            for (var rest = Number / 1000; rest > 0; rest /= 1000) number = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{number}");
            var level = Level?.ToString(CultureInfo.InvariantCulture) ?? "entries";
            return Width == LogTiles.Full ? $"tile/{level}/{number}" : string.Create(CultureInfo.InvariantCulture, $"tile/{level}/{number}.p/{Width}");
        }
    }

    /// <summary>Reads a path; null for anything but the one canonical form.</summary>
    public static TileAddress? Read(string path)
    {
        if (Form().Match(path) is not { Success: true } match) return null;
        int? level = match.Groups["level"].Value is "entries" ? null : int.Parse(match.Groups["level"].Value, CultureInfo.InvariantCulture);
        var number = 0L;
        foreach (var part in match.Groups["number"].Value.Split('/')) number = number * 1000 + long.Parse(part.TrimStart('x'), CultureInfo.InvariantCulture);
        var width = match.Groups["width"] is { Success: true } w ? int.Parse(w.Value, CultureInfo.InvariantCulture) : LogTiles.Full;
        var address = new TileAddress(level, number, width);
        return width is > 0 and <= LogTiles.Full && address.Path == path ? address : null;
    }

    [GeneratedRegex(@"\Atile/(?<level>entries|[0-9]{1,2})/(?<number>(x[0-9]{3}/){0,4}[0-9]{3})(\.p/(?<width>[0-9]{1,3}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}

/// <summary>How a log is cut into files that never change.</summary>
public static class LogTiles
{
    /// <summary>Hashes or entries in a full tile.</summary>
    public const int Full = 256;

    /// <summary>Levels of the tree in one level of tiles.</summary>
    public const int Height = 8;

    private const int MaxLevel = 7;

    /// <summary>How many hashes or entries the tile has in a tree of that size; 0 when it is not there yet.</summary>
    public static int WidthAt(int? level, long number, long size)
    {
        // A shift of 64 and more would begin again at nothing.
        if (level > MaxLevel) return 0;
        var units = size >> (Height * (level ?? 0));
        return (int)Math.Clamp(units - number * Full, 0, Full);
    }

    /// <summary>The bytes of an entries tile: each entry behind its length as a big-endian 16-bit number.</summary>
    public static byte[] Entries(IEnumerable<byte[]> entries)
    {
        var file = new MemoryStream();
        Span<byte> length = stackalloc byte[2];
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)entry.Length));
            file.Write(length);
            file.Write(entry);
        }
        return file.ToArray();
    }

    /// <summary>The hash of the complete subtree at (level, index), from the tile that holds its parts.</summary>
    /// <param name="tile">Gives the hashes of a tile of that tile level and number, one after the other; at least as many as asked for.</param>
    public static byte[] Subtree(int level, long index, Func<int, long, ReadOnlyMemory<byte>> tile)
    {
        var tileLevel = level / Height;
        var span = 1 << (level % Height);
        var first = index * span;
        var hashes = tile(tileLevel, first / Full);
        return Fold(hashes.Span.Slice((int)(first % Full) * MerkleTree.HashLength, span * MerkleTree.HashLength));
    }

    /// <summary>The hash over a power of two of hashes that stand one after the other.</summary>
    public static byte[] Fold(ReadOnlySpan<byte> hashes)
    {
        var count = hashes.Length / MerkleTree.HashLength;
        ArgumentOutOfRangeException.ThrowIfNotEqual(BitOperations.IsPow2(count), true, nameof(hashes));
        var level = hashes.ToArray();
        for (; count > 1; count /= 2)
        {
            for (var i = 0; i < count / 2; i++)
            {
                var pair = level.AsSpan(2 * i * MerkleTree.HashLength, 2 * MerkleTree.HashLength);
                MerkleTree.Node(pair[..MerkleTree.HashLength], pair[MerkleTree.HashLength..]).CopyTo(level, i * MerkleTree.HashLength);
            }
        }
        return level[..MerkleTree.HashLength];
    }
}
