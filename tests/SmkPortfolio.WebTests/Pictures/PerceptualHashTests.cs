using System.Globalization;
using SkiaSharp;
using SmkPortfolio.Tests;
using SmkPortfolio.Web.Pictures;

namespace SmkPortfolio.WebTests.Pictures;

/// <summary>Over every demo picture: how far one is from what becomes of it on its way, and from all others.</summary>
[Trait(Campaign.Category, Campaign.Name)]
public sealed class PerceptualHashTests : IDisposable
{
    private const string Unlike = "a picture of something else";

    private readonly PictureCodec codec = new(2);

    private static readonly (string What, Func<SKBitmap, byte[]> Make, int Most)[] Ways =
    [
        ("packed anew, JPEG 40", b => Encode(b, 40), PerceptualHash.Near),
        ("packed anew, WebP 50", Webp, PerceptualHash.Near),
        ("scaled to a half", b => Encode(Scaled(b, 0.5f), 85), PerceptualHash.Near),
        ("scaled to a fifth, JPEG 60", b => Encode(Scaled(b, 0.2f), 60), PerceptualHash.Near),
        ("a tenth lighter", b => Encode(Lit(b, 1.1f, 0), 85), PerceptualHash.Near),
        // White paper burns out: of the drawn forms a few bits more are lost than we call near.
        ("a fifth lighter", b => Encode(Lit(b, 1.2f, 0), 85), PerceptualHash.Near + 2),
        ("a quarter darker", b => Encode(Lit(b, 0.75f, 0), 85), PerceptualHash.Near),
        ("less contrast", b => Encode(Lit(b, 0.8f, 0.1f), 85), PerceptualHash.Near),
        ("without colour", b => Encode(Grey(b), 85), PerceptualHash.Near),
    ];

    public void Dispose() => codec.Dispose();

    [Fact]
    public async Task The_same_picture_is_near_however_it_was_sent_and_others_are_far()
    {
        var files = Repository.Files("assets/demo", "*.jpg").Order(StringComparer.Ordinal).ToList();
        Dictionary<string, ulong> hashes = [];
        var ways = Ways.ToDictionary(w => w.What, _ => new List<int>());
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            var hash = await HashAsync(bytes);
            hashes[Path.GetFileNameWithoutExtension(file)] = hash;
            if (hashes.Count % Campaign.Count(small: 4, full: 1) != 0)
            {
                continue;
            }
            using var bitmap = SKBitmap.Decode(bytes);
            foreach (var (what, make, _) in Ways)
            {
                ways[what].Add(PerceptualHash.Distance(hash, await HashAsync(make(bitmap))));
            }
        }
        var pairs = Pairs([.. hashes.Keys], hashes).ToLookup(p => Kin(p.One, p.Other));
        Report(ways, pairs);

        Assert.All(Ways, way => Assert.InRange(ways[way.What].Max(), 0, way.Most));
        Assert.All(pairs[Unlike], pair => Assert.True(pair.Distance > PerceptualHash.Near, $"{pair.One} {pair.Other} {pair.Distance}"));
    }

    [Fact]
    public async Task A_blank_sheet_is_like_nothing()
    {
        var blank = DrawnPng.Make(400, 300, 0, 8, (_, _, _) => 250);

        var made = await codec.ReadAsync(blank, 320, p => new Found(PerceptualHash.Of(p)));

        Assert.Equal(new Found(null), made.Value);
    }

    private async Task<ulong> HashAsync(byte[] file) => (await codec.ReadAsync(file, Derivatives.Steps[0], p => new Found(PerceptualHash.Of(p)))).Value!.Hash!.Value;

    private static IEnumerable<(string One, string Other, int Distance)> Pairs(IReadOnlyList<string> names, Dictionary<string, ulong> hashes) =>
        names.SelectMany((one, i) => names.Skip(i + 1).Select(other => (one, other, PerceptualHash.Distance(hashes[one], hashes[other]))));

    /// <summary>The demo's pictures are drawn: portraits of one cut, forms of one print and scenes told twice are truly alike.</summary>
    private static string Kin(string one, string other) =>
        one.StartsWith("portrait", StringComparison.Ordinal) && other.StartsWith("portrait", StringComparison.Ordinal) ? "another portrait"
        : Subject(one) == Subject(other) ? "the same subject"
        : Unlike;

    private static string Subject(string name) => name.TrimEnd('-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static void Report(Dictionary<string, List<int>> ways, ILookup<string, (string One, string Other, int Distance)> pairs)
    {
        string[] Near(List<int> distances) => [.. ((int[])[6, 8, 10, 12, 14, 16]).Select(most => Text(distances.Count(d => d <= most)))];
        TestTables.Write("perceptual-hash", "bits of 64 apart, over every demo picture",
        [
            ["compared with", "pairs", "least", "median", "most", "<=6", "<=8", "<=10", "<=12", "<=14", "<=16"],
            .. ways.Select(w => (string[])[.. Row(w.Key, [.. w.Value.Order()]), .. Near(w.Value)]),
            .. pairs.Select(kin => (kin.Key, Sorted: kin.Select(p => p.Distance).Order().ToList())).Select(kin => (string[])[.. Row(kin.Key, kin.Sorted), .. Near(kin.Sorted)]),
            .. pairs[Unlike].OrderBy(p => p.Distance).Take(12).Select(p => (string[])[$"  {p.One} and {p.Other}", "1", Text(p.Distance), "", "", "", "", "", "", "", ""]),
        ]);
    }

    private static string[] Row(string what, List<int> sorted) => [what, Text(sorted.Count), Text(sorted[0]), Text(sorted[sorted.Count / 2]), Text(sorted[^1])];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Encode(SKBitmap bitmap, int quality)
    {
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(new SKJpegEncoderOptions(quality));
        return data!.ToArray();
    }

    private static byte[] Webp(SKBitmap bitmap)
    {
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, 50));
        return data!.ToArray();
    }

    private static SKBitmap Scaled(SKBitmap bitmap, float by) => bitmap.Resize(new SKSizeI((int)(bitmap.Width * by), (int)(bitmap.Height * by)), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));

    private static SKBitmap Lit(SKBitmap bitmap, float factor, float more) => Filtered(bitmap, [factor, 0, 0, 0, more, 0, factor, 0, 0, more, 0, 0, factor, 0, more, 0, 0, 0, 1, 0]);

    private static SKBitmap Grey(SKBitmap bitmap) => Filtered(bitmap, [.3f, .6f, .1f, 0, 0, .3f, .6f, .1f, 0, 0, .3f, .6f, .1f, 0, 0, 0, 0, 0, 1, 0]);

    private static SKBitmap Filtered(SKBitmap bitmap, float[] matrix)
    {
        var made = new SKBitmap(bitmap.Info);
        using var filter = SKColorFilter.CreateColorMatrix(matrix);
        using var paint = new SKPaint { ColorFilter = filter };
        using var canvas = new SKCanvas(made);
        canvas.DrawBitmap(bitmap, 0, 0, SKSamplingOptions.Default, paint);
        return made;
    }

    private sealed record Found(ulong? Hash);
}
