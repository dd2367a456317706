using System.Buffers.Binary;
using System.IO.Compression;

namespace SmkPortfolio.UnitTests.Pdf;

/// <summary>A JPEG of 32 by 32 points: red above, blue below.</summary>
internal static class TestPicture
{
    public static readonly byte[] Jpeg = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAgACADAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABYBAQEBAAAAAAAAAAAAAAAAAAAIBv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AM6Y5SIAAAAAACAWElYAAAAAAB//2Q==");

    /// <summary>The same picture with a mark that says how the camera was held.</summary>
    public static byte[] Turned(byte orientation)
    {
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [.. Jpeg[..2], .. exif, .. Jpeg[2..]];
    }

    /// <summary>A PNG of 2 by 2 points with every row filtered in another way.</summary>
    /// <param name="kind">0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha.</param>
    /// <param name="samples">Row after row.</param>
    public static byte[] Png(byte kind, byte[] samples, byte depth = 8, byte interlace = 0, byte[]? palette = null, byte[]? clear = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR"u8, [0, 0, 0, 2, 0, 0, 0, 2, depth, kind, 0, 0, interlace]);
        if (palette is not null)
        {
            Chunk(file, "PLTE"u8, palette);
        }

        if (clear is not null)
        {
            Chunk(file, "tRNS"u8, clear);
        }

        using var data = new MemoryStream();
        using (var deflater = new ZLibStream(data, CompressionLevel.Optimal))
        {
            var row = samples.Length / 2;
            // The first row as it is, the second as the difference from the one above.
            deflater.Write([0, .. samples[..row], 2, .. samples[row..].Select((b, i) => (byte)(b - samples[i]))]);
        }

        Chunk(file, "IDAT"u8, data.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        file.Write(type);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc([.. type, .. body]));
        file.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
            }
        }

        return ~crc;
    }
}
