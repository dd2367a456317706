using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>
/// A PNG with eight bits a colour, or a palette. Without transparency its data go into the file as they are; with it, colours and
/// transparency are parted, as PDF wants them.
/// </summary>
internal sealed record PngPicture(byte[] Bytes, int Width, int Height, int Colors, byte[] Palette, byte[] Data, byte[]? Pixels, byte[]? Transparency) : Picture(Width, Height, Orientation: 1)
{
    private const int Grey = 0;
    private const int Rgb = 2;
    private const int Indexed = 3;
    private const int GreyWithAlpha = 4;
    private const int RgbWithAlpha = 6;
    private const long MaxPixels = 50_000_000;

    public override string MediaType => "image/png";

    public override byte[] File => Bytes;

    public static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    public static new PngPicture Read(byte[] bytes)
    {
        var chunks = Chunks(bytes);
        var header = chunks.FirstOrDefault(c => c.Type == "IHDR").Body;
        if (header.Length < 13)
        {
            throw new ArgumentException("The PNG has no header.");
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header.Span), BinaryPrimitives.ReadInt32BigEndian(header.Span[4..]));
        var (depth, kind, interlace) = (header.Span[8], (int)header.Span[9], header.Span[12]);
        if (width <= 0 || height <= 0 || (long)width * height > MaxPixels)
        {
            throw new ArgumentException("The PNG has no size, or is too large.");
        }

        if (depth != 8 || interlace != 0 || kind is not (Grey or Rgb or Indexed or GreyWithAlpha or RgbWithAlpha))
        {
            throw new ArgumentException("The PNG has not eight bits a colour, or is interlaced.");
        }

        var palette = chunks.FirstOrDefault(c => c.Type == "PLTE").Body.ToArray();
        if (kind == Indexed && (palette.Length is 0 or > 768 || palette.Length % 3 != 0))
        {
            throw new ArgumentException("The PNG has no palette.");
        }

        byte[] data = [.. chunks.Where(c => c.Type == "IDAT").SelectMany(c => c.Body.ToArray())];
        var samples = kind switch { Grey or Indexed => 1, GreyWithAlpha => 2, Rgb => 3, _ => 4 };
        var pixels = Unfiltered(data, width * samples, height, samples);
        var colors = kind is Rgb or RgbWithAlpha ? 3 : 1;
        var clear = chunks.FirstOrDefault(c => c.Type == "tRNS").Body.Span;
        return kind switch
        {
            GreyWithAlpha or RgbWithAlpha => Parted(bytes, width, height, colors, pixels),
            Indexed when clear.Length > 0 => new PngPicture(bytes, width, height, colors, palette, data, null, Looked(pixels, clear)),
            _ => new PngPicture(bytes, width, height, colors, kind == Indexed ? palette : [], data, null, null),
        };
    }

    public override void Write(PdfObjects objects, int id)
    {
        var space = Palette.Length > 0 ? $"[/Indexed/DeviceRGB {Palette.Length / 3 - 1}<{Convert.ToHexString(Palette)}>]" : Colors == 1 ? "/DeviceGray" : "/DeviceRGB";
        var mask = Transparency is null ? 0 : objects.Reserve();
        var entries = $"/ColorSpace{space}/BitsPerComponent 8{(mask == 0 ? "" : $"/SMask {mask} 0 R")}";
        if (Pixels is null)
        {
            objects.Stream(id, Entries($"{entries}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {Colors}/BitsPerComponent 8/Columns {Width}>>"), Data, compress: false);
        }
        else
        {
            objects.Stream(id, Entries(entries), Pixels);
        }

        if (Transparency is not null)
        {
            objects.Stream(mask, Entries("/ColorSpace/DeviceGray/BitsPerComponent 8"), Transparency);
        }
    }

    private static List<(string Type, ReadOnlyMemory<byte> Body)> Chunks(byte[] bytes)
    {
        var chunks = new List<(string, ReadOnlyMemory<byte>)>();
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 12)
            {
                throw new ArgumentException("The PNG is cut off.");
            }

            chunks.Add((Encoding.ASCII.GetString(bytes, at + 4, 4), bytes.AsMemory(at + 8, (int)length)));
            at += 12 + (int)length;
        }

        return chunks;
    }

    /// <summary>The samples, row after row; a picture that is cut off or damaged is refused here and not in a reader.</summary>
    private static byte[] Unfiltered(byte[] data, int rowLength, int height, int samples)
    {
        var pixels = new byte[rowLength * height];
        try
        {
            using var inflater = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            var above = new byte[rowLength];
            for (var y = 0; y < height; y++)
            {
                var filter = inflater.ReadByte();
                var row = pixels.AsSpan(y * rowLength, rowLength);
                inflater.ReadExactly(row);
                Unfilter(filter, row, above, samples);
                row.CopyTo(above);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // The latter when it ends too early, or asks for a dictionary agreed upon beforehand.
            throw new ArgumentException("The PNG is damaged or cut off.", e);
        }

        return pixels;
    }

    private static void Unfilter(int filter, Span<byte> row, byte[] above, int samples)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var left = x < samples ? (byte)0 : row[x - samples];
            var aboveLeft = x < samples ? (byte)0 : above[x - samples];
            row[x] += filter switch
            {
                0 => 0,
                1 => left,
                2 => above[x],
                3 => (byte)((left + above[x]) / 2),
                4 => Paeth(left, above[x], aboveLeft),
                _ => throw new ArgumentException("The PNG is damaged or cut off."),
            };
        }
    }

    private static byte Paeth(byte left, byte above, byte aboveLeft)
    {
        var guess = left + above - aboveLeft;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - aboveLeft));
        return a <= b && a <= c ? left : b <= c ? above : aboveLeft;
    }

    private static PngPicture Parted(byte[] bytes, int width, int height, int colors, byte[] pixels)
    {
        var color = new byte[width * height * colors];
        var alpha = new byte[width * height];
        for (var i = 0; i < alpha.Length; i++)
        {
            pixels.AsSpan(i * (colors + 1), colors).CopyTo(color.AsSpan(i * colors));
            alpha[i] = pixels[i * (colors + 1) + colors];
        }

        return new PngPicture(bytes, width, height, colors, [], [], color, alpha);
    }

    private static byte[] Looked(byte[] pixels, ReadOnlySpan<byte> clear)
    {
        var alpha = new byte[pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            alpha[i] = pixels[i] < clear.Length ? clear[pixels[i]] : (byte)255;
        }

        return alpha;
    }
}
