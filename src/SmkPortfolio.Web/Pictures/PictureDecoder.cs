using SkiaSharp;

namespace SmkPortfolio.Web.Pictures;

/// <summary>From a file to pixels, upright and in sRGB, never holding much more of them than were asked for.</summary>
internal static class PictureDecoder
{
    /// <summary>Smaller than this the sums over a hundred million pixels would not fit.</summary>
    public const int LeastLongest = 16;

    private const float EighthsOfJpeg = 8;

    /// <summary>Null when the file is damaged.</summary>
    public static Picture? Decode(byte[] file, PictureHead head, int longest)
    {
        using var data = PinnedData.Of(file);
        using var codec = SKCodec.Create(data.Data);
        using var srgb = SKColorSpace.CreateSrgb();
        var first = head.MediaType == "image/png" && head.DivisorFor(longest) > 1 ? ShrunkPng(file, codec, head, longest, srgb) : Scaled(codec, head, longest, srgb);
        if (first is null)
        {
            return null;
        }
        using var picture = new Picture(first);
        using var sized = picture.Within(longest);
        return sized.Turned(head.Orientation);
    }

    private static SKBitmap? Scaled(SKCodec codec, PictureHead head, int longest, SKColorSpace srgb)
    {
        var size = head.MediaType switch
        {
            // The library's own steps for JPEG are eighths; each takes part of the work away, not only of the memory.
            "image/jpeg" => codec.GetScaledDimensions(Math.Min(EighthsOfJpeg, MathF.Ceiling(EighthsOfJpeg * longest / head.Longer)) / EighthsOfJpeg),
            "image/webp" => new SKSizeI(Part(head.Width, head, longest), Part(head.Height, head, longest)),
            _ => new SKSizeI(head.Width, head.Height),
        };
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, srgb);
        var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }
        bitmap.Dispose();
        return null;
    }

    private static int Part(int side, PictureHead head, int longest) => head.Longer <= longest ? side : Math.Max(1, (int)Math.Round((double)side * longest / head.Longer));

    private static SKBitmap? ShrunkPng(byte[] file, SKCodec codec, PictureHead head, int longest, SKColorSpace srgb)
    {
        try
        {
            using var shrunk = PngShrinker.Shrink(file, head.DivisorFor(longest), codec.Info.ColorSpace ?? srgb);
            var bitmap = new SKBitmap(shrunk.Info.WithColorSpace(srgb));
            using var pixels = shrunk.PeekPixels();
            return pixels.ReadPixels(bitmap.Info, bitmap.GetPixels(), bitmap.RowBytes) ? bitmap : throw new InvalidOperationException("Colours that the library itself announced cannot be converted.");
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }
}
