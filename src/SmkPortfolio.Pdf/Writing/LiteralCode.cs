namespace SmkPortfolio.Pdf.Writing;

/// <summary>
/// A Huffman code for bytes of one kind, as deflate writes them. It does not depend on what is written with it, so a piece that goes into
/// many files is coded once; the deflater's search for repetitions, which finds few in outlines, is spared.
/// </summary>
internal sealed class LiteralCode
{
    private const int EndOfBlock = 256;
    private const int Symbols = 257;
    private const int LongestCode = 15;

    private const int RarestShare = 1 << 14;
    private readonly ushort[] codes = new ushort[Symbols];
    private readonly byte[] lengths;

    /// <param name="counts">How often each byte occurs in bytes of that kind.</param>
    public LiteralCode(ReadOnlySpan<long> counts)
    {
        var total = 0L;
        foreach (var count in counts)
        {
            total += count;
        }

        var weights = new long[Symbols];
        var share = RarestShare;
        do
        {
            // The rarest count for more than they are until no code is longer than deflate allows.
            for (var symbol = 0; symbol < Symbols; symbol++)
            {
                weights[symbol] = Math.Max(symbol < counts.Length ? counts[symbol] : 0, total / share + 1);
            }

            lengths = Lengths(weights);
            share /= 2;
        }
        while (lengths.Max() > LongestCode);
        Number();
    }

    /// <summary>The bits of a byte, the first in the lowest, and how many they are.</summary>
    public (uint Bits, int Count) this[byte value] => (codes[value], lengths[value]);

    /// <summary>Begins a stream: its head and that of its only block, which carries the code.</summary>
    public void WriteHead(ref BitSink sink)
    {
        const int stream = 0x0178;
        const int lastDynamicBlock = 0b101;
        const int lengthCodes = 19;
        const int lengthsOfLengths = 4;
        sink.Add(stream, 16);
        // All literals and the end, one distance that is never used.
        sink.Add(lastDynamicBlock | (Symbols - 257) << 3 | 0 << 8 | (lengthCodes - 4) << 13, 17);
        foreach (var symbol in (ReadOnlySpan<byte>)[16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15])
        {
            sink.Add(symbol <= LongestCode ? lengthsOfLengths : 0u, 3);
        }

        foreach (var length in lengths)
        {
            sink.Add(Reversed(length, lengthsOfLengths), lengthsOfLengths);
        }

        sink.Add(Reversed(1, lengthsOfLengths), lengthsOfLengths);
    }

    public void WriteEnd(ref BitSink sink) => sink.Add(codes[EndOfBlock], lengths[EndOfBlock]);

    /// <summary>Huffman's way: the two lightest are put together until one is left.</summary>
    private static byte[] Lengths(long[] weights)
    {
        var order = Enumerable.Range(0, Symbols).OrderBy(symbol => weights[symbol]).ToArray();
        var sums = new long[2 * Symbols - 1];
        var parents = new int[sums.Length];
        for (var i = 0; i < Symbols; i++)
        {
            sums[i] = weights[order[i]];
        }

        var (leaf, inner) = (0, Symbols);
        for (var next = Symbols; next < sums.Length; next++)
        {
            for (var child = 0; child < 2; child++)
            {
                var lightest = leaf < Symbols && (inner == next || sums[leaf] <= sums[inner]) ? leaf++ : inner++;
                sums[next] += sums[lightest];
                parents[lightest] = next;
            }
        }

        var depths = new byte[sums.Length];
        var lengths = new byte[Symbols];
        for (var i = sums.Length - 2; i >= 0; i--)
        {
            depths[i] = (byte)(depths[parents[i]] + 1);
            if (i < Symbols)
            {
                lengths[order[i]] = depths[i];
            }
        }

        return lengths;
    }

    /// <summary>The codes that follow from their lengths.</summary>
    private void Number()
    {
        var next = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            next <<= 1;
            for (var symbol = 0; symbol < Symbols; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    codes[symbol] = (ushort)Reversed(next++, length);
                }
            }
        }
    }

    /// <summary>Codes begin with their highest bit, everything else in deflate with its lowest.</summary>
    private static uint Reversed(int value, int length)
    {
        var reversed = 0u;
        for (var i = 0; i < length; i++)
        {
            reversed |= (uint)(value >> i & 1) << length - 1 - i;
        }

        return reversed;
    }
}
