using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace SmkPortfolio.WebTests.Pictures;

/// <summary>PNGs of every kind, written row by row, each row with another filter.</summary>
internal static class DrawnPng
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static int ChannelsOf(int colourType) => colourType switch { 0 or 3 => 1, 4 => 2, 2 => 3, _ => 4 };

    /// <summary>A picture in which the sample of a channel at a place is what <paramref name="sample"/> says, cut to the depth.</summary>
    /// <param name="rows">Set where the data is to end too early.</param>
    public static byte[] Make(int width, int height, int colourType, int depth, Func<int, int, int, int> sample, bool interlaced = false, byte[]? transparency = null, int? rows = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)colourType, interlaced ? (byte)1 : (byte)0);
        Chunk(file, "IHDR"u8, header);
        if (colourType == 3)
        {
            Chunk(file, "PLTE"u8, [.. Enumerable.Range(0, 1 << depth).SelectMany(i => (byte[])[(byte)(i * 37), (byte)(255 - i * 11), (byte)(i * 91)])]);
        }
        if (transparency is not null)
        {
            Chunk(file, "tRNS"u8, transparency);
        }
        using (var packed = new MemoryStream())
        {
            using (var pack = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                foreach (var (left, top, stepX, stepY) in interlaced ? Passes : [(0, 0, 1, 1)])
                {
                    WritePass(pack, width, rows ?? height, (left, top, stepX, stepY), ChannelsOf(colourType), depth, sample);
                }
            }
            // In pieces, as cameras and browsers write them.
            foreach (var piece in packed.ToArray().Chunk(65_000))
            {
                Chunk(file, "IDAT"u8, piece);
            }
        }
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void WritePass(Stream pack, int width, int height, (int Left, int Top, int StepX, int StepY) pass, int channels, int depth, Func<int, int, int, int> sample)
    {
        var pixels = pass.Left >= width ? 0 : (width - pass.Left + pass.StepX - 1) / pass.StepX;
        if (pixels == 0)
        {
            return;
        }
        var back = Math.Max(1, channels * depth / 8);
        var above = new byte[back + (pixels * channels * depth + 7) / 8];
        var filtered = new byte[above.Length - back + 1];
        for (int y = pass.Top, count = 0; y < height; y += pass.StepY, count++)
        {
            var row = new byte[above.Length];
            for (var i = 0; i < pixels * channels; i++)
            {
                var value = sample(pass.Left + i / channels * pass.StepX, y, i % channels) & ((1 << depth) - 1);
                var bit = back * 8 + i * depth;
                if (depth == 16)
                {
                    BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(bit / 8), (ushort)value);
                }
                else
                {
                    row[bit / 8] |= (byte)(value << (8 - depth - bit % 8));
                }
            }
            filtered[0] = (byte)(count % 5);
            for (var i = back; i < row.Length; i++)
            {
                int left = row[i - back], up = above[i], corner = above[i - back];
                filtered[i - back + 1] = (byte)(row[i] - filtered[0] switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
            }
            pack.Write(filtered);
            above = row;
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, byte[] body)
    {
        var chunk = new byte[body.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        name.CopyTo(chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.HashToUInt32(chunk.AsSpan(4, body.Length + 4)));
        file.Write(chunk);
    }
}
