using SkiaSharp;

namespace SmkPortfolio.Web.Pictures;

/// <summary>Pixels in memory, in sRGB.</summary>
public sealed class Picture : IDisposable
{
    private readonly SKBitmap _bitmap;

    internal Picture(SKBitmap bitmap) => _bitmap = bitmap;

    public int Width => _bitmap.Width;

    public int Height => _bitmap.Height;

    /// <summary>Four bytes a pixel: red, green, blue, each already weakened by the fourth, the opacity.</summary>
    public ReadOnlySpan<byte> Pixels => _bitmap.GetPixelSpan();

    /// <summary>A copy whose longer side is at most this long, never larger than this one.</summary>
    public Picture Within(int longest)
    {
        var longer = Math.Max(Width, Height);
        if (longer <= longest)
        {
            return new Picture(_bitmap.Copy());
        }
        var (width, height) = (Side(Width), Side(Height));
        SKBitmap? halved = null;
        // Halving takes the mean of four; only the last step, of less than two, needs a finer curve.
        for (var from = _bitmap; Math.Max(from.Width, from.Height) >= 2 * longest; from = halved)
        {
            var half = from.Resize(new SKSizeI(Math.Max(1, from.Width / 2), Math.Max(1, from.Height / 2)), new SKSamplingOptions(SKFilterMode.Linear));
            halved?.Dispose();
            halved = half;
        }
        var source = halved ?? _bitmap;
        if (source.Width == width && source.Height == height)
        {
            return new Picture(source);
        }
        var sized = source.Resize(new SKSizeI(width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        halved?.Dispose();
        return new Picture(sized);

        int Side(int side) => Math.Max(1, (int)Math.Round((double)side * longest / longer));
    }

    /// <summary>A JPEG, baseline, without metadata; what shines through is white.</summary>
    public byte[] Jpeg(int quality)
    {
        if (_bitmap.AlphaType == SKAlphaType.Opaque)
        {
            return Jpeg(_bitmap, quality);
        }
        using var flat = new SKBitmap(_bitmap.Info.WithAlphaType(SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(flat))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawBitmap(_bitmap, 0, 0, SKSamplingOptions.Default);
        }
        return Jpeg(flat, quality);
    }

    /// <summary>A lossy WebP, which keeps what shines through.</summary>
    public byte[] Webp(int quality) => Encoded(_bitmap, pixels => pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality)));

    public void Dispose() => _bitmap.Dispose();

    /// <summary>A copy as an EXIF orientation of 1 to 8 wants it shown.</summary>
    internal Picture Turned(int orientation)
    {
        float w = Width, h = Height;
        var matrix = orientation switch
        {
            2 => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            3 => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            4 => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            5 => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            6 => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            7 => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            8 => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
        var turned = new SKBitmap(orientation >= 5 ? _bitmap.Info.WithSize(Height, Width) : _bitmap.Info);
        using var canvas = new SKCanvas(turned);
        canvas.Clear(SKColors.Transparent);
        canvas.SetMatrix(matrix);
        canvas.DrawBitmap(_bitmap, 0, 0, SKSamplingOptions.Default);
        return new Picture(turned);
    }

    private static byte[] Jpeg(SKBitmap opaque, int quality) => Encoded(opaque, pixels => pixels.Encode(new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore)));

    // Written outside of the heap, which a stream that grows would fill with large arrays.
    private static byte[] Encoded(SKBitmap bitmap, Func<SKPixmap, SKData?> encode)
    {
        using var pixels = bitmap.PeekPixels();
        using var file = encode(pixels) ?? throw new InvalidOperationException($"A picture of {bitmap.Width} by {bitmap.Height} pixels could not be written.");
        return file.ToArray();
    }
}
