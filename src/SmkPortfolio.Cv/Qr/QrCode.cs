using System.Text;

namespace SmkPortfolio.Cv.Qr;

/// <summary>A QR code of bytes with error correction M (a sixth of it may be lost), as small as the text allows.</summary>
internal sealed class QrCode
{
    private const int LargestVersion = 40;

    // Level M, versions 1 to 40: correction bytes of a block, and the number of blocks.
    private static ReadOnlySpan<byte> Corrections => [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28];

    private static ReadOnlySpan<byte> Blocks => [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];

    private readonly int version;

    /// <summary>1 where no pattern stands that every code has: there the data go, and the mask.</summary>
    private readonly QrSquare free;

    private QrSquare modules;

    private QrCode(int version)
    {
        this.version = version;
        modules = new QrSquare(17 + 4 * version);
        free = new QrSquare(modules.Size);
        for (var i = 0; i < free.Rows.Length; i++)
        {
            free.Rows[i] = free.Columns[i] = free.Inside(i % free.Words);
        }
    }

    /// <summary>Modules on each side, without the quiet zone.</summary>
    public int Size => modules.Size;

    public bool this[int x, int y] => modules[x, y];

    /// <summary>A row's modules, eight in a byte, the first in its highest bit; what is over is light.</summary>
    public void CopyRow(int y, Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = i / 8 < modules.Words ? (byte)(modules.Rows[y * modules.Words + i / 8] >> 56 - i % 8 * 8) : (byte)0;
        }
    }

    /// <exception cref="ArgumentException">The text is longer than the largest code holds.</exception>
    public static QrCode Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var isAscii = bytes.Length == text.Length;
        var version = 1;
        while (version <= LargestVersion && 8 * DataBytes(version) < (isAscii ? 0 : 12) + 4 + (version < 10 ? 8 : 16) + 8 * bytes.Length)
        {
            version++;
        }

        if (version > LargestVersion)
        {
            throw new ArgumentException("The text is too long for a QR code.", nameof(text));
        }

        var code = new QrCode(version);
        code.DrawPatterns();
        code.DrawData(QrCorrection.Interleaved(Packed(bytes, isAscii, version), Blocks[version - 1], Corrections[version - 1]));
        code.ChooseMask();
        return code;
    }

    /// <summary>All bytes of a version, before correction.</summary>
    private static int RawBytes(int version)
    {
        var bits = (16 * version + 128) * version + 64;
        if (version >= 2)
        {
            var marks = version / 7 + 2;
            bits -= (25 * marks - 10) * marks - 55 + (version >= 7 ? 36 : 0);
        }

        return bits / 8;
    }

    private static int DataBytes(int version) => RawBytes(version) - Corrections[version - 1] * Blocks[version - 1];

    private static byte[] Packed(byte[] bytes, bool isAscii, int version)
    {
        var data = new byte[DataBytes(version)];
        var at = 0;
        void Add(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--, at++)
            {
                data[at >> 3] |= (byte)((value >> i & 1) << 7 - (at & 7));
            }
        }

        if (!isAscii)
        {
            // What follows is UTF-8; readers guess otherwise.
            Add(0b0111, 4);
            Add(26, 8);
        }

        Add(0b0100, 4);
        Add(bytes.Length, version < 10 ? 8 : 16);
        foreach (var b in bytes)
        {
            Add(b, 8);
        }

        at = at + Math.Min(4, 8 * data.Length - at) + 7 & ~7;
        for (var (i, padding) = (at / 8, 0xEC); i < data.Length; i++, padding ^= 0xEC ^ 0x11)
        {
            data[i] = (byte)padding;
        }

        return data;
    }

    private void Set(int x, int y, bool isDark)
    {
        modules[x, y] = isDark;
        free[x, y] = false;
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        DrawFinder(3, 3);
        DrawFinder(Size - 4, 3);
        DrawFinder(3, Size - 4);
        var centers = Centers();
        for (var i = 0; i < centers.Length; i++)
        {
            for (var j = 0; j < centers.Length; j++)
            {
                var isCorner = i == 0 && j == 0 || i == 0 && j == centers.Length - 1 || i == centers.Length - 1 && j == 0;
                if (!isCorner)
                {
                    DrawAlignment(centers[i], centers[j]);
                }
            }
        }

        DrawFormat(0);
        DrawVersion();
    }

    private int[] Centers()
    {
        if (version == 1)
        {
            return [];
        }

        var count = version / 7 + 2;
        var step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        var centers = new int[count];
        centers[0] = 6;
        for (var (i, place) = (count - 1, Size - 7); i > 0; i--, place -= step)
        {
            centers[i] = place;
        }

        return centers;
    }

    private void DrawFinder(int centerX, int centerY)
    {
        for (var dy = -4; dy <= 4; dy++)
        {
            for (var dx = -4; dx <= 4; dx++)
            {
                var (x, y, distance) = (centerX + dx, centerY + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)));
                if (x >= 0 && x < Size && y >= 0 && y < Size)
                {
                    Set(x, y, distance is not (2 or 4));
                }
            }
        }
    }

    private void DrawAlignment(int centerX, int centerY)
    {
        for (var dy = -2; dy <= 2; dy++)
        {
            for (var dx = -2; dx <= 2; dx++)
            {
                Set(centerX + dx, centerY + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)) != 1);
            }
        }
    }

    /// <summary>Level and mask, twice; level M is 00.</summary>
    private void DrawFormat(int mask)
    {
        var rest = mask;
        for (var i = 0; i < 10; i++)
        {
            rest = rest << 1 ^ (rest >> 9) * 0x537;
        }

        var bits = (mask << 10 | rest) ^ 0x5412;
        bool Bit(int i) => (bits >> i & 1) != 0;
        for (var i = 0; i < 15; i++)
        {
            var (x, y) = i < 6 ? (8, i) : i < 8 ? (8, i + 1) : i == 8 ? (7, 8) : (14 - i, 8);
            Set(x, y, Bit(i));
            (x, y) = i < 8 ? (Size - 1 - i, 8) : (8, Size - 15 + i);
            Set(x, y, Bit(i));
        }

        Set(8, Size - 8, true);
    }

    private void DrawVersion()
    {
        if (version < 7)
        {
            return;
        }

        var rest = version;
        for (var i = 0; i < 12; i++)
        {
            rest = rest << 1 ^ (rest >> 11) * 0x1F25;
        }

        var bits = version << 12 | rest;
        for (var i = 0; i < 18; i++)
        {
            var isDark = (bits >> i & 1) != 0;
            Set(Size - 11 + i % 3, i / 3, isDark);
            Set(i / 3, Size - 11 + i % 3, isDark);
        }
    }

    /// <summary>Upwards and downwards in strips of two, from the right.</summary>
    private void DrawData(byte[] data)
    {
        var at = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (var i = 0; i < Size; i++)
            {
                var y = (right + 1 & 2) == 0 ? Size - 1 - i : i;
                for (var x = right; x > right - 2; x--)
                {
                    if (free[x, y] && at < 8 * data.Length)
                    {
                        modules[x, y] = (data[at >> 3] >> 7 - (at & 7) & 1) != 0;
                        at++;
                    }
                }
            }
        }
    }

    private void ChooseMask()
    {
        var (best, candidate, least) = (new QrSquare(Size), new QrSquare(Size), int.MaxValue);
        for (var mask = 0; mask < QrMasks.Count; mask++)
        {
            DrawFormat(mask);
            QrMasks.Apply(mask, modules, free, candidate);
            if (QrPenalty.Of(candidate) is var penalty && penalty < least)
            {
                least = penalty;
                (best, candidate) = (candidate, best);
            }
        }

        modules = best;
    }
}
