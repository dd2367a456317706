using System.Numerics;
using System.Security.Cryptography;

namespace SmkPortfolio.Credentials.Log;

/// <summary>
/// Hashes and proofs of an append-only Merkle tree (RFC 6962 section 2.1, RFC 9162 section 2.1). A hash is 32 bytes of SHA-256. What
/// needs many hashes asks for those of whole subtrees, so that nobody has to hold the tree.
/// </summary>
public static class MerkleTree
{
    /// <summary>Bytes in a hash.</summary>
    public const int HashLength = 32;

    /// <summary>The hash of the tree without entries.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    /// <summary>The hash of one entry: SHA-256 of 0x00 and the entry.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> entry) => SHA256.HashData([0x00, .. entry]);

    /// <summary>The hash over two halves: SHA-256 of 0x01, left and right.</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + 2 * HashLength];
        both[0] = 0x01;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + HashLength)..]);
        return SHA256.HashData(both);
    }

    /// <summary>The root of the first <paramref name="size"/> entries.</summary>
    /// <param name="subtree">Gives the hash of the complete subtree at (level, index): entries index·2^level to (index+1)·2^level.</param>
    public static byte[] Root(long size, Func<int, long, byte[]> subtree) => size == 0 ? EmptyRoot : Range(0, size, subtree);

    /// <summary>The audit path of an entry in the tree of a size, from the leaf upwards (RFC 6962 section 2.1.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index lies outside the tree.</exception>
    public static IReadOnlyList<byte[]> InclusionPath(long index, long size, Func<int, long, byte[]> subtree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<byte[]>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + Split(to - from);
            if (index < middle)
            {
                path.Add(Range(middle, to, subtree));
                to = middle;
            }
            else
            {
                path.Add(Range(from, middle, subtree));
                from = middle;
            }
        }
        path.Reverse();
        return path;
    }

    /// <summary>True when the path leads from the leaf at the index to the root of the tree of that size; never an exception.</summary>
    public static bool VerifyInclusion(ReadOnlySpan<byte> leaf, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || leaf.Length != HashLength || path.Any(h => h.Length != HashLength)) return false;
        var (node, last, hash) = (index, size - 1, leaf.ToArray());
        foreach (var sibling in path)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = Node(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                hash = Node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>Why the tree of the smaller size is the beginning of the larger one (RFC 6962 section 2.1.2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not 0 &lt; first ≤ second.</exception>
    public static IReadOnlyList<byte[]> ConsistencyPath(long first, long second, Func<int, long, byte[]> subtree)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var path = new List<byte[]>();
        var (from, to, isWhole) = (0L, second, true);
        var end = first;
        while (end != to)
        {
            var middle = from + Split(to - from);
            if (end <= middle)
            {
                path.Add(Range(middle, to, subtree));
                to = middle;
            }
            else
            {
                path.Add(Range(from, middle, subtree));
                from = middle;
                isWhole = false;
            }
        }
        if (!isWhole) path.Add(Range(from, to, subtree));
        path.Reverse();
        return path;
    }

    /// <summary>True when the path shows that the tree with the first root is the beginning of the one with the second; never an exception.</summary>
    public static bool VerifyConsistency(long first, long second, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> firstRoot, ReadOnlySpan<byte> secondRoot)
    {
        if (first <= 0 || first > second || path.Any(h => h.Length != HashLength)) return false;
        if (first == second) return path.Count == 0 && firstRoot.SequenceEqual(secondRoot);
        var steps = new Queue<byte[]>(path);
        // A first tree of a power of two is itself the node where the path begins.
        if (BitOperations.IsPow2(first)) steps = new Queue<byte[]>([firstRoot.ToArray(), .. path]);
        if (steps.Count == 0) return false;
        var (node, last) = (first - 1, second - 1);
        while ((node & 1) == 1)
        {
            node >>= 1;
            last >>= 1;
        }
        var older = steps.Dequeue();
        var newer = older;
        foreach (var hash in steps)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                older = Node(hash, older);
                newer = Node(hash, newer);
                while ((node & 1) == 0 && node != 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                newer = Node(newer, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && firstRoot.SequenceEqual(older) && secondRoot.SequenceEqual(newer);
    }

    // The hash of entries from..to, which begin at a multiple of the largest power of two that fits.
    private static byte[] Range(long from, long to, Func<int, long, byte[]> subtree)
    {
        var count = to - from;
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.Log2((ulong)count);
            return subtree(level, from >> level);
        }
        var middle = from + Split(count);
        return Node(Range(from, middle, subtree), Range(middle, to, subtree));
    }

    // The largest power of two below the count.
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
