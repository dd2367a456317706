namespace SmkPortfolio.Web.Pictures;

/// <summary>A smaller picture made of another.</summary>
/// <param name="Longest">The step it was made for; the picture itself may be smaller.</param>
public sealed record Derivative(int Longest, string MediaType, int Width, int Height, byte[] Bytes);

/// <summary>What is made of a picture once: smaller ones for pages, and the bits by which its like are found.</summary>
public sealed record DerivedPicture(IReadOnlyList<Derivative> Derivatives, ulong? Hash);

/// <summary>Makes the smaller pictures that pages show, each as WebP and as JPEG for readers that lack it.</summary>
public static class Derivatives
{
    private const int WebpQuality = 76;
    private const int JpegQuality = 80;

    /// <summary>The longer sides, in pixels.</summary>
    public static IReadOnlyList<int> Steps { get; } = [320, 960, 1920];

    /// <summary>Steps beyond the picture's own size are left out, except that there is always one.</summary>
    public static Task<PictureOutcome<DerivedPicture>> MakeAsync(PictureCodec codec, string path, CancellationToken cancel) => codec.ReadAsync(path, Steps[^1], Make, cancel);

    private static DerivedPicture Make(Picture whole)
    {
        var longer = Math.Max(whole.Width, whole.Height);
        var steps = Steps.Where((step, i) => i == 0 || longer > Steps[i - 1]).Reverse().ToList();
        List<Derivative> made = [];
        var current = whole;
        try
        {
            foreach (var step in steps)
            {
                if (Math.Max(current.Width, current.Height) > step)
                {
                    var smaller = current.Within(step);
                    if (current != whole)
                    {
                        current.Dispose();
                    }
                    current = smaller;
                }
                made.Insert(0, new Derivative(step, "image/jpeg", current.Width, current.Height, current.Jpeg(JpegQuality)));
                made.Insert(0, new Derivative(step, "image/webp", current.Width, current.Height, current.Webp(WebpQuality)));
            }
            return new DerivedPicture(made, PerceptualHash.Of(current));
        }
        finally
        {
            if (current != whole)
            {
                current.Dispose();
            }
        }
    }
}
