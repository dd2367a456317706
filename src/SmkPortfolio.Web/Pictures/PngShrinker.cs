using Microsoft.Win32.SafeHandles;
using SkiaSharp;

namespace SmkPortfolio.Web.Pictures;

/// <summary>
/// Reads a PNG that is larger than wanted row by row and keeps the means of squares. The library would hold every pixel of it: a hundred
/// million are 400 MB.
/// </summary>
internal static class PngShrinker
{
    private const int Channels = 4;

    private static readonly (int X, int Y, int StepX, int StepY)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <param name="divisor">So many pixels across and down become one; 2, 4 or 8 for an interlaced picture.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    public static SKBitmap Shrink(SafeFileHandle file, int divisor, SKColorSpace colours)
    {
        var png = PngFile.Open(file);
        using var rows = new PngRows(png);
        var bitmap = new SKBitmap(new SKImageInfo(Divided(png.Width, divisor), Divided(png.Height, divisor), SKColorType.Rgba8888, SKAlphaType.Premul, colours));
        try
        {
            if (png.Interlaced)
            {
                TakePasses(png, rows, divisor, bitmap);
            }
            else
            {
                TakeMeans(png, rows, divisor, bitmap);
            }
            return bitmap;
        }
        catch
        {
            bitmap.Dispose();
            throw;
        }
    }

    private static int Divided(int side, int by) => (side + by - 1) / by;

    private static void TakeMeans(PngFile png, PngRows rows, int divisor, SKBitmap bitmap)
    {
        var pixels = new byte[png.Width * Channels];
        var sums = new uint[bitmap.Width * Channels];
        for (var y = 0; y < bitmap.Height; y++)
        {
            Array.Clear(sums);
            var high = Math.Min(divisor, png.Height - y * divisor);
            for (var row = 0; row < high; row++)
            {
                png.ToPremultiplied(rows.Next(png.Width), pixels);
                Add(pixels, divisor, sums);
            }
            var line = Line(bitmap, y);
            for (var x = 0; x < bitmap.Width; x++)
            {
                var count = (uint)(high * Math.Min(divisor, png.Width - x * divisor));
                for (var channel = 0; channel < Channels; channel++)
                {
                    line[x * Channels + channel] = (byte)((sums[x * Channels + channel] + count / 2) / count);
                }
            }
        }
        rows.End();
    }

    private static void Add(ReadOnlySpan<byte> pixels, int divisor, Span<uint> sums)
    {
        for (int at = 0, cell = 0; at < pixels.Length; cell += Channels)
        {
            uint red = 0, green = 0, blue = 0, opacity = 0;
            var end = Math.Min(pixels.Length, at + divisor * Channels);
            for (; at < end; at += Channels)
            {
                red += pixels[at];
                green += pixels[at + 1];
                blue += pixels[at + 2];
                opacity += pixels[at + 3];
            }
            sums[cell] += red;
            sums[cell + 1] += green;
            sums[cell + 2] += blue;
            sums[cell + 3] += opacity;
        }
    }

    // The first, the first three and the first five passes are every eighth, fourth and second pixel across and down.
    private static void TakePasses(PngFile png, PngRows rows, int divisor, SKBitmap bitmap)
    {
        var pixels = new byte[png.Width * Channels];
        foreach (var (left, top, stepX, stepY) in Passes.Take(divisor switch { 8 => 1, 4 => 3, _ => 5 }))
        {
            var width = left >= png.Width ? 0 : Divided(png.Width - left, stepX);
            if (width == 0)
            {
                continue;
            }
            rows.BeginPass();
            for (var y = top; y < png.Height; y += stepY)
            {
                png.ToPremultiplied(rows.Next(width), pixels.AsSpan(0, width * Channels));
                var line = Line(bitmap, y / divisor);
                for (var x = 0; x < width; x++)
                {
                    pixels.AsSpan(x * Channels, Channels).CopyTo(line[((left + x * stepX) / divisor * Channels)..]);
                }
            }
        }
    }

    private static Span<byte> Line(SKBitmap bitmap, int y) => bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, bitmap.Width * Channels);
}
