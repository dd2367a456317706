using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using SkiaSharp;

namespace SmkPortfolio.Web.Pictures;

/// <summary>What the first bytes of a picture say, without decoding it.</summary>
/// <param name="Width">Pixels across as they are stored, before the orientation.</param>
/// <param name="Height">Pixels down as they are stored.</param>
/// <param name="Orientation">1 to 8 as in EXIF; 1 is upright.</param>
/// <param name="HeldBytes">What a decoder must hold of it whatever the size wanted: coefficients of a progressive JPEG, pixels of a lossless WebP, rows of a PNG.</param>
/// <param name="Interlaced">A PNG whose rows come in seven passes.</param>
public sealed record PictureHead(string MediaType, int Width, int Height, int Orientation, long HeldBytes, bool Interlaced)
{
    private const int BytesPerPixel = 4;

    // Two rows of up to eight bytes a pixel, and one as it is handed on.
    private const int PngRowBytes = 20;

    public int Longer => Math.Max(Width, Height);

    /// <summary>As it is shown.</summary>
    public (int Width, int Height) Shown => Orientation >= 5 ? (Height, Width) : (Width, Height);

    /// <summary>Null when it is no JPEG, PNG or WebP whose head can be read.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be opened.</exception>
    public static PictureHead? Read(string path)
    {
        using var file = File.OpenHandle(path);
        using var codec = SKCodec.Create(path);
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0)
        {
            return null;
        }
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        var orientation = (int)codec.EncodedOrigin;
        return codec.EncodedFormat switch
        {
            SKEncodedImageFormat.Jpeg => new PictureHead("image/jpeg", width, height, orientation, JpegHead.HeldBytes(file), Interlaced: false),
            SKEncodedImageFormat.Png => new PictureHead("image/png", width, height, orientation, PngRowBytes * (long)width, PngIsInterlaced(file)),
            // The library copies such a file before it reads it.
            SKEncodedImageFormat.Webp => new PictureHead("image/webp", width, height, orientation, RandomAccess.GetLength(file) + WebpHeldBytes(file, (long)width * height), Interlaced: false),
            _ => null,
        };
    }

    /// <summary>By what a PNG is divided while it is read: what remains is at least as long as wanted. Passes of an interlaced one leave powers of two.</summary>
    public int DivisorFor(int longest)
    {
        var most = Math.Max(1, Longer / longest);
        return !Interlaced ? most : most >= 8 ? 8 : most >= 4 ? 4 : most >= 2 ? 2 : 1;
    }

    /// <summary>About what reading takes at its highest point.</summary>
    public long BytesFor(int longest)
    {
        var pixels = (double)Width * Height;
        var wanted = pixels * Math.Pow(Math.Min(1, (double)longest / Longer), 2);
        var first = MediaType switch
        {
            "image/webp" => wanted,
            "image/jpeg" => pixels * Math.Pow(Math.Min(1, Math.Ceiling(8.0 * longest / Longer) / 8), 2),
            // An interlaced PNG that is not shrunk is held a second time.
            _ => pixels / Math.Pow(DivisorFor(longest), 2) * (Interlaced && DivisorFor(longest) == 1 ? 2 : 1),
        };
        return HeldBytes + (long)(first + wanted) * BytesPerPixel;
    }

    private static bool PngIsInterlaced(SafeFileHandle file)
    {
        Span<byte> method = stackalloc byte[1];
        return RandomAccess.Read(file, method, 28) == 1 && method[0] == 1;
    }

    // Lossy pictures are read row by row, but their transparency is held as a plane; lossless ones are held whole.
    private static long WebpHeldBytes(SafeFileHandle file, long pixels)
    {
        Span<byte> head = stackalloc byte[8];
        for (long at = 12; RandomAccess.Read(file, head, at) == head.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            switch (head)
            {
                case [(byte)'V', (byte)'P', (byte)'8', (byte)'L', ..]:
                    return pixels * BytesPerPixel;
                case [(byte)'A', (byte)'L', (byte)'P', (byte)'H', ..]:
                    return pixels;
                case [(byte)'V', (byte)'P', (byte)'8', (byte)' ', ..]:
                    return 0;
                // A frame of an animation: what follows its sixteen bytes is a picture again.
                case [(byte)'A', (byte)'N', (byte)'M', (byte)'F', ..]:
                    at += 24;
                    break;
                default:
                    at += 8 + (long)length + (length & 1);
                    break;
            }
        }
        return 0;
    }
}
