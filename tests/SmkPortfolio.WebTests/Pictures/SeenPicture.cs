using SkiaSharp;

namespace SmkPortfolio.WebTests.Pictures;

/// <summary>Pixels of a whole picture as the library decodes it by itself, without any of our steps: the oracle.</summary>
internal sealed class SeenPicture : IDisposable
{
    private readonly SKBitmap _bitmap;

    private SeenPicture(SKBitmap bitmap) => _bitmap = bitmap;

    public int Width => _bitmap.Width;

    public int Height => _bitmap.Height;

    public static SeenPicture Of(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        Assert.NotNull(codec);
        using var srgb = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, srgb));
        Assert.Equal(SKCodecResult.Success, codec.GetPixels(bitmap.Info, bitmap.GetPixels()));
        return new SeenPicture(bitmap);
    }

    /// <summary>Red, green, blue, each weakened by the opacity, and the opacity.</summary>
    public byte[] At(int x, int y) => [.. _bitmap.GetPixelSpan().Slice(y * _bitmap.RowBytes + x * 4, 4)];

    /// <summary>The mean of a square that is cut off at the edges.</summary>
    public double[] Mean(int left, int top, int side)
    {
        var sums = new double[4];
        var count = 0;
        for (var y = top; y < Math.Min(Height, top + side); y++)
        {
            for (var x = left; x < Math.Min(Width, left + side); x++, count++)
            {
                var pixel = At(x, y);
                for (var channel = 0; channel < 4; channel++)
                {
                    sums[channel] += pixel[channel];
                }
            }
        }
        return [.. sums.Select(s => s / count)];
    }

    public void Dispose() => _bitmap.Dispose();
}
