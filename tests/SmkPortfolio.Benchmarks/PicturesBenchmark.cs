using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SkiaSharp;
using SmkPortfolio.Web.Pictures;
using SmkPortfolio.WebTests.Pictures;

namespace SmkPortfolio.Benchmarks;

/// <summary>
/// What it costs to make the smaller pictures of a photo: pictures a second and core for twelve megapixels, and the most memory for a
/// hundred, each in a process of its own that reads the file, makes three sizes as WebP and JPEG, and the perceptual hash.
/// </summary>
internal static class PicturesBenchmark
{
    public const string Child = "pictures-child";

    public static async Task RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("smk-pictures-");
        try
        {
            List<object> figures = [];
            foreach (var (name, times, make) in Cases(count))
            {
                var path = Path.Combine(folder.FullName, name);
                await File.WriteAllBytesAsync(path, make());
                var line = await MeasureAsync(path, times);
                Console.WriteLine($"{name,-28} {line}");
                figures.Add(JsonSerializer.Deserialize<JsonElement>(line));
            }
            Console.WriteLine($"figures: {JsonSerializer.Serialize(new { pictures = figures })}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>In the process that is measured.</summary>
    public static async Task MeasuredAsync(string path, int count)
    {
        using var codec = new PictureCodec(1);
        // The library and the compiler's work stand in memory before the measure is taken.
        await codec.DeriveAsync(DrawnJpeg.Make(64, 64, Colours));
        await codec.DeriveAsync(DrawnPng.Make(64, 64, 2, 8, (x, y, c) => x + y + c));
        var idle = Status("VmRSS");
        var since = Stopwatch.StartNew();
        long bytes = 0;
        for (var i = 0; i < count; i++)
        {
            var made = await Derivatives.MakeAsync(codec, path, CancellationToken.None);
            bytes = made.Value?.Derivatives.Sum(d => (long)d.Bytes.Length) ?? throw new InvalidOperationException(made.Fault);
        }
        var seconds = since.Elapsed.TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            file = Path.GetFileName(path),
            fileMegabytes = Math.Round(new FileInfo(path).Length / 1e6, 1),
            count,
            perSecond = Math.Round(count / seconds, 2),
            peakAboveIdleMegabytes = Math.Round((Status("VmHWM") - idle) / 1e3, 1),
            derivedKilobytes = Math.Round(bytes / 1e3, 1),
        }));
    }

    private static IEnumerable<(string Name, int Times, Func<byte[]> Make)> Cases(int count) =>
    [
        ("12-megapixels.jpg", count, () => Photo(4000, 3000)),
        ("12-megapixels.png", Math.Max(1, count / 4), () => DrawnPng.Make(4000, 3000, 2, 8, Wavy)),
        ("100-megapixels.jpg", 1, () => DrawnJpeg.Make(11_600, 8_620, Colours)),
        ("100-megapixels.png", 1, () => DrawnPng.Make(11_600, 8_620, 2, 8, Wavy)),
        ("100-megapixels-laced.png", 1, () => DrawnPng.Make(11_600, 8_620, 2, 8, Wavy, interlaced: true)),
        ("40-megapixels-progressive.jpg", 1, () => DrawnJpeg.Make(7_300, 5_480, (x, y) => [(byte)(x + y)], progressive: true)),
    ];

    private static byte[] Colours(int x, int y) => [(byte)(x * 3), (byte)(y * 2), (byte)(x + y)];

    private static int Wavy(int x, int y, int channel) => (x * y >> 9) + channel * 60 + ((x * 7 ^ y * 13) & 7);

    /// <summary>Soft shapes under the grain of a telephone's camera: as many bytes as such a photo has.</summary>
    private static byte[] Photo(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var random = new Random(1);
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < width * height; i++)
        {
            var (x, y) = (i % width, i / width);
            var light = 120 + 60 * Math.Sin(x / 240.0) * Math.Cos(y / 190.0) + random.Next(-9, 10);
            ((byte[])[(byte)light, (byte)(light * 0.9), (byte)(light * 0.7), 255]).CopyTo(pixels[(i * 4)..]);
        }
        using var map = bitmap.PeekPixels();
        using var data = map.Encode(new SKJpegEncoderOptions(88));
        return data!.ToArray();
    }

    private static async Task<string> MeasureAsync(string path, int count)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), Child, path, count.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0 ? said.Trim() : throw new InvalidOperationException($"The measured process ended with {child.ExitCode}.");
    }

    // Started by the "dotnet" command, it is its first word.
    private static IEnumerable<string> Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PicturesBenchmark).Assembly.Location] : [];

    /// <summary>A line of the kernel's account of this process, in kilobytes.</summary>
    private static long Status(string name) => long.Parse(File.ReadLines("/proc/self/status").Single(l => l.StartsWith(name + ":", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture);
}
