using SkiaSharp;

namespace SmkPortfolio.Web.Pictures;

/// <summary>From a file to pixels, upright and in sRGB, never holding much more of them than were asked for.</summary>
internal static class PictureDecoder
{
    /// <summary>Smaller than this the sums over a hundred million pixels would not fit.</summary>
    public const int LeastLongest = 16;

    private const float EighthsOfJpeg = 8;

    /// <summary>Null when the file is damaged.</summary>
    public static Picture? Decode(string path, PictureHead head, int longest)
    {
        using var codec = SKCodec.Create(path);
        if (codec is null)
        {
            // It went away since its head was read.
            return null;
        }
        using var srgb = SKColorSpace.CreateSrgb();
        var first = head.MediaType == "image/png" && head.DivisorFor(longest) > 1 ? ShrunkPng(path, codec, head, longest, srgb) : Scaled(codec, head, longest, srgb);
        if (first is null)
        {
            return null;
        }
        // No copy that is not needed: each is ten megabytes.
        var picture = new Picture(first);
        if (Math.Max(picture.Width, picture.Height) > longest)
        {
            using var larger = picture;
            picture = larger.Within(longest);
        }
        if (head.Orientation > 1)
        {
            using var lying = picture;
            picture = lying.Turned(head.Orientation);
        }
        return picture;
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

    private static SKBitmap? ShrunkPng(string path, SKCodec codec, PictureHead head, int longest, SKColorSpace srgb)
    {
        try
        {
            using var file = File.OpenHandle(path);
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
