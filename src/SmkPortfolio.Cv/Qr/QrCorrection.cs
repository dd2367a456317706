namespace SmkPortfolio.Cv.Qr;

/// <summary>Reed-Solomon correction over the field of 256 elements, as QR codes use it.</summary>
internal static class QrCorrection
{
    private const int Polynomial = 0x11D;

    // Without zero.
    private const int Elements = 255;
    private static readonly byte[] Powers = MakePowers();
    private static readonly byte[] Logarithms = MakeLogarithms();

    /// <summary>Data and correction of all blocks, byte by byte in turn.</summary>
    public static byte[] Interleaved(byte[] data, int blocks, int corrections)
    {
        var divisor = Divisor(corrections);
        var shortLength = data.Length / blocks;
        var shortBlocks = blocks - data.Length % blocks;
        var result = new byte[data.Length + blocks * corrections];
        Span<byte> rest = stackalloc byte[corrections];
        for (var (block, start) = (0, 0); block < blocks; block++)
        {
            var length = shortLength + (block < shortBlocks ? 0 : 1);
            var part = data.AsSpan(start, length);
            for (var i = 0; i < length; i++)
            {
                // The last byte of the longer blocks stands after all others.
                result[i < shortLength ? i * blocks + block : shortLength * blocks + block - shortBlocks] = part[i];
            }

            Remainder(part, divisor, rest);
            for (var i = 0; i < corrections; i++)
            {
                result[data.Length + i * blocks + block] = rest[i];
            }

            start += length;
        }

        return result;
    }

    private static void Remainder(ReadOnlySpan<byte> data, byte[] divisor, Span<byte> rest)
    {
        rest.Clear();
        foreach (var b in data)
        {
            var factor = (byte)(b ^ rest[0]);
            rest[1..].CopyTo(rest);
            rest[^1] = 0;
            for (var i = 0; factor != 0 && i < rest.Length; i++)
            {
                rest[i] ^= Product(divisor[i], factor);
            }
        }
    }

    private static byte[] Divisor(int degree)
    {
        var result = new byte[degree];
        result[^1] = 1;
        for (var (i, root) = (0, (byte)1); i < degree; i++, root = Product(root, 2))
        {
            for (var j = 0; j < degree; j++)
            {
                result[j] = (byte)(Product(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0));
            }
        }

        return result;
    }

    private static byte Product(byte a, byte b) => a == 0 || b == 0 ? (byte)0 : Powers[Logarithms[a] + Logarithms[b]];

    private static byte[] MakePowers()
    {
        // Twice over: the sum of two logarithms is a place in it.
        var powers = new byte[2 * Elements];
        for (var (i, value) = (0, 1); i < powers.Length; i++)
        {
            powers[i] = (byte)value;
            value <<= 1;
            value ^= value > 255 ? Polynomial : 0;
        }

        return powers;
    }

    private static byte[] MakeLogarithms()
    {
        var logarithms = new byte[256];
        for (var i = 0; i < Elements; i++)
        {
            logarithms[Powers[i]] = (byte)i;
        }

        return logarithms;
    }
}
