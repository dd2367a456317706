using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SmkPortfolio.UnitTests.Cv.Shapes;

/// <summary>A page as grey pixels, kept as a small PNG that people can look at: eight grey bits, of which sixteen steps are used.</summary>
internal sealed record GreyPng(int Width, int Height, byte[] Pixels)
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static GreyPng Read(byte[] png)
    {
        if (!png.AsSpan().StartsWith(Signature)) throw new InvalidDataException("The file is no PNG.");
        var (width, height) = (0, 0);
        using var packed = new MemoryStream();
        for (var at = Signature.Length; at + 8 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var body = png.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(png, at + 4, 4))
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                    if (body[8..] is not [8, 0, 0, 0, 0]) throw new InvalidDataException("The PNG is not grey with eight bits.");
                    break;
                case "IDAT":
                    packed.Write(body);
                    break;
                default:
                    break;
            }
            at += length + 12;
        }
        packed.Position = 0;
        using var inflated = new ZLibStream(packed, CompressionMode.Decompress);
        var rows = new byte[(width + 1) * height];
        inflated.ReadExactly(rows);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            if (rows[y * (width + 1)] != 0) throw new InvalidDataException("The PNG has a filter; the approved pages have none.");
            rows.AsSpan((y * (width + 1)) + 1, width).CopyTo(pixels.AsSpan(y * width));
        }
        return new GreyPng(width, height, pixels);
    }

    /// <summary>From a PGM (P5) as pdftoppm writes it.</summary>
    public static GreyPng OfPgm(byte[] pgm)
    {
        var size = Encoding.ASCII.GetString(pgm, 0, 32).Split('\n')[1].Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new GreyPng(size[0], size[1], [.. pgm[^(size[0] * size[1])..].Select(p => (byte)(p / 16 * 17))]);
    }

    public byte[] ToPng()
    {
        using var packed = new MemoryStream();
        using (var deflating = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var y = 0; y < Height; y++)
            {
                deflating.WriteByte(0);
                deflating.Write(Pixels.AsSpan(y * Width, Width));
            }
        }
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        head[8] = 8;
        return [.. Signature, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc(named));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }

    public bool IsDark(int x, int y) => Pixels[(y * Width) + x] < 170;
}
