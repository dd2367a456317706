using SkiaSharp;
using SmkPortfolio.Tests;
using SmkPortfolio.Web.Pictures;
using SmkPortfolio.WebTests.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Pictures;

public sealed class PictureCodecTests : IDisposable
{
    private const int Broad = 192;
    private const int High = 128;

    // Which corner of the stored picture is seen at the upper left, upper right, lower left and lower right.
    private static readonly string[] Seen = ["TL TR BL BR", "TR TL BR BL", "BR BL TR TL", "BL BR TL TR", "TL BL TR BR", "BL TL BR TR", "BR TR BL TL", "TR BR TL BL"];

    private readonly PictureCodec codec = new(2);

    public static TheoryData<int, int, bool, bool> PngKinds()
    {
        TheoryData<int, int, bool, bool> kinds = [];
        foreach (var (type, depths) in (IEnumerable<(int, int[])>)[(0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16])])
        {
            foreach (var depth in depths)
            {
                foreach (var interlaced in (bool[])[false, true])
                {
                    kinds.Add(type, depth, interlaced, false);
                    if (type is 0 or 2 or 3)
                    {
                        kinds.Add(type, depth, interlaced, true);
                    }
                }
            }
        }
        return kinds;
    }

    public static TheoryData<int, bool, int> JpegKinds() => new(
        from components in (int[])[1, 3, 4] from progressive in (bool[])[false, true] from orientation in Enumerable.Range(1, 8) select (components, progressive, orientation));

    public void Dispose() => codec.Dispose();

    [Theory, MemberData(nameof(JpegKinds))]
    public async Task A_jpeg_of_any_kind_is_seen_upright_with_its_colours(int components, bool progressive, int orientation)
    {
        var drawn = DrawnJpeg.Make(Broad, High, (x, y) => Corner(components, x >= Broad / 16, y >= High / 16), progressive);
        var file = orientation == 1 ? drawn : ExifTool.Write(drawn, "jpg", $"-IFD0:Orientation#={orientation}");

        var head = PicturesOnDisk.Head(file)!;
        var corners = (await codec.ReadAsync(file, Broad, p => new Corners(p))).Value!;

        Assert.Equal(("image/jpeg", Broad, High, orientation), (head.MediaType, head.Width, head.Height, head.Orientation));
        Assert.Equal(orientation >= 5 ? (High, Broad) : (Broad, High), (corners.Width, corners.Height));
        Assert.Equal(head.Shown, (corners.Width, corners.Height));
        foreach (var (name, pixel) in Seen[orientation - 1].Split(' ').Zip(corners.Pixels))
        {
            var expected = Rgb(components, name[1] == 'R', name[0] == 'B');
            Assert.All(expected.Zip(pixel), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 2));
        }
    }

    [Theory, MemberData(nameof(PngKinds))]
    public async Task A_png_read_row_by_row_is_what_the_library_sees_of_the_whole(int colourType, int depth, bool interlaced, bool transparency)
    {
        const int Longest = 40;
        var divisor = interlaced ? 4 : 5;
        var (width, height) = (Longest * divisor, 23 * divisor - 2);
        byte[]? hidden = !transparency ? null : colourType switch { 0 => [0, 1], 2 => [0, 2, 0, 2, 0, 2], _ => [0, 128] };
        var file = DrawnPng.Make(width, height, colourType, depth, (x, y, c) => (x / 3 + y / 2) * (depth == 16 ? 397 : 3) + c * (transparency ? 0 : 40), interlaced, hidden);
        using var whole = SeenPicture.Of(file);

        var read = await codec.ReadAsync(file, Longest, p => new Copy(p));

        Assert.Null(read.Fault);
        var copy = read.Value!;
        Assert.Equal((Longest, 23), (copy.Width, copy.Height));
        for (var i = 0; i < Longest * 23; i++)
        {
            var (x, y) = (i % Longest * divisor, i / Longest * divisor);
            double[] expected = interlaced ? [.. whole.At(x, y).Select(b => (double)b)] : whole.Mean(x, y, divisor);
            for (var channel = 0; channel < 4; channel++)
            {
                Assert.InRange(copy.Pixels[i * 4 + channel] - expected[channel], -1.5, 1.5);
            }
        }
    }

    [Theory]
    [InlineData("png", 96)]
    [InlineData("png", 400)]
    [InlineData("jpg", 96)]
    [InlineData("webp", 96)]
    public async Task Colours_of_a_wide_screen_are_turned_into_those_of_every_screen(string kind, int longest)
    {
        using var wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);
        using var bitmap = new SKBitmap(new SKImageInfo(400, 300, SKColorType.Rgba8888, SKAlphaType.Opaque, wide));
        // As a wide screen counts it; the same green in sRGB has less red and blue.
        for (var at = 0; at < bitmap.ByteCount; at += 4)
        {
            ((byte[])[100, 180, 90, 255]).CopyTo(bitmap.GetPixelSpan()[at..]);
        }
        using var pixels = bitmap.PeekPixels();
        using var encoded = kind switch { "png" => pixels.Encode(new SKPngEncoderOptions()), "jpg" => pixels.Encode(new SKJpegEncoderOptions(95)), _ => pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 50)) };

        var copy = (await codec.ReadAsync(encoded!.ToArray(), longest, p => new Copy(p))).Value!;

        Assert.InRange(copy.Pixels[0], 60, 82);
        Assert.InRange(copy.Pixels[1], 180, 186);
        Assert.InRange(copy.Pixels[2], 74, 86);
    }

    [Theory]
    [InlineData("bare.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("bare.png")]
    [InlineData("bare.webp")]
    [InlineData("lossless.webp")]
    [InlineData("animated.webp")]
    [InlineData("large.png")]
    [InlineData("interlaced.png")]
    [InlineData("cmyk.jpg")]
    [Trait(Campaign.Category, Campaign.Name)]
    public async Task Damage_is_an_answer_and_never_an_exception(string name)
    {
        var file = name switch
        {
            "large.png" => DrawnPng.Make(300, 200, 2, 8, (x, y, c) => x * y + c),
            "interlaced.png" => DrawnPng.Make(300, 200, 3, 4, (x, y, c) => x * y, interlaced: true),
            "cmyk.jpg" => DrawnJpeg.Make(200, 100, (x, y) => [(byte)(x * 9), (byte)(y * 9), 80, 200]),
            _ => Fixtures.Read(name),
        };
        for (var seed = 0; seed < Campaign.Count(small: 200, full: 20_000); seed++)
        {
            var outcome = await codec.ReadAsync(Mutation.Of(file, seed), 32, p => p.Jpeg(80));
            Assert.True(outcome.Fault is null ? outcome.Value is not null : outcome.Fault is PictureFaults.Broken or PictureFaults.TooHeavy, outcome.Fault);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_png_that_asks_for_a_dictionary_cannot_be_read(bool interlaced)
    {
        var file = DrawnPng.Make(120, 90, 2, 8, (x, y, c) => x * y + c, interlaced);
        PackedData.WantDictionary.CopyTo(file, file.AsSpan().IndexOf("IDAT"u8) + 4);

        Assert.Equal(PictureFaults.Broken, (await codec.ReadAsync(file, 40, p => p.Jpeg(80))).Fault);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_png_cut_off_anywhere_cannot_be_read(bool interlaced)
    {
        var file = DrawnPng.Make(120, 90, 2, 8, (x, y, c) => x * y + c, interlaced);
        // An interlaced one is read only as far as it is wanted.
        for (var length = 0; length < (interlaced ? 200 : file.Length - 12); length++)
        {
            Assert.Equal(PictureFaults.Broken, (await codec.ReadAsync(file[..length], 40, p => p.Jpeg(80))).Fault);
        }
    }

    [Theory]
    [InlineData(10_000, 10_000)]
    [InlineData(60_000, 1_600)]
    [InlineData(1_500, 65_000)]
    public async Task A_hundred_megapixels_are_read_in_little_memory(int width, int height)
    {
        var jpeg = DrawnJpeg.Make(width, height, (x, y) => [(byte)(x * 3), (byte)y, 128]);
        var head = PicturesOnDisk.Head(jpeg)!;

        var sizes = await codec.ReadAsync(jpeg, 1920, p => new Copy(p));

        Assert.InRange(head.BytesFor(1920), 0, PictureCodec.LightBytes);
        Assert.InRange(new PictureHead("image/png", width, height, 1, 0, Interlaced: false).BytesFor(1920), 0, PictureCodec.LightBytes);
        Assert.Equal(1920, Math.Max(sizes.Value!.Width, sizes.Value.Height));
    }

    [Fact]
    public async Task What_would_have_to_be_held_whole_is_refused_when_it_is_too_much()
    {
        var jpeg = DrawnJpeg.Make(8_000, 5_000, (_, _) => [90, 128, 128], progressive: true);

        var outcome = await codec.ReadAsync(jpeg, 320, p => p.Jpeg(80));

        Assert.Equal((null, PictureFaults.TooHeavy), (outcome.Value, outcome.Fault));
    }

    [Fact]
    public async Task So_many_are_read_at_once_and_no_more()
    {
        using var pair = new Barrier(2);

        Assert.Equal(2, await MostAtOnceAsync(8, Fixtures.Read("bare.jpg"), () => pair.SignalAndWait()));
    }

    [Fact]
    public async Task A_heavy_picture_is_read_when_no_other_heavy_one_is()
    {
        var heavy = DrawnJpeg.Make(4_000, 3_000, (x, y) => [(byte)(x + y), 128, 128], progressive: true);
        Assert.InRange(PicturesOnDisk.Head(heavy)!.BytesFor(320), PictureCodec.LightBytes + 1, PictureCodec.HeaviestBytes);

        Assert.Equal(1, await MostAtOnceAsync(3, heavy, () => Thread.SpinWait(1000)));
    }

    [Fact]
    public async Task What_shines_through_is_white_in_a_jpeg_and_stays_in_a_webp()
    {
        var png = DrawnPng.Make(64, 64, 6, 8, (_, _, c) => c == 0 ? 200 : c == 3 ? 0 : 10);

        var made = (await codec.ReadAsync(png, 64, p => (byte[][])[p.Jpeg(90), p.Webp(90)])).Value!;

        using var jpeg = SeenPicture.Of(made[0]);
        using var webp = SeenPicture.Of(made[1]);
        Assert.All(jpeg.At(30, 30), channel => Assert.InRange(channel, 253, 255));
        Assert.Equal(0, webp.At(30, 30)[3]);
    }

    [Theory]
    [InlineData(48, 48, 32)]
    [InlineData(47, 47, 31)]
    [InlineData(40, 40, 27)]
    [InlineData(100, 48, 32)]
    public async Task A_picture_is_made_smaller_and_never_larger(int longest, int width, int height)
    {
        foreach (var name in (string[])["bare.jpg", "bare.png", "bare.webp", "lossless.webp"])
        {
            var size = (await codec.ReadAsync(Fixtures.Read(name), longest, p => new Copy(p))).Value!;
            Assert.Equal((width, height), (size.Width, size.Height));
        }
    }

    private async Task<int> MostAtOnceAsync(int count, byte[] file, Action meanwhile)
    {
        var (now, most) = (0, 0);
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => codec.ReadAsync(
            file,
            320,
            _ =>
            {
                lock (gate)
                {
                    most = Math.Max(most, ++now);
                }
                meanwhile();
                lock (gate)
                {
                    now--;
                }
                return "";
            }))));
        return most;
    }

    // Red, green, blue and grey for three components; four greys for one; white, cyan, yellow and a dark red for four.
    private static byte[] Corner(int components, bool right, bool bottom) => (components, right, bottom) switch
    {
        (1, var r, var b) => [(byte)(40 + (r ? 60 : 0) + (b ? 120 : 0))],
        (3, false, false) => [76, 85, 255],
        (3, true, false) => [150, 44, 21],
        (3, false, true) => [29, 255, 107],
        (3, _, _) => [120, 128, 128],
        (_, false, false) => [255, 255, 255, 255],
        (_, true, false) => [0, 255, 255, 255],
        (_, false, true) => [255, 255, 0, 255],
        _ => [255, 0, 0, 128],
    };

    private static int[] Rgb(int components, bool right, bool bottom) => (components, right, bottom) switch
    {
        (1, _, _) => [.. Enumerable.Repeat((int)Corner(1, right, bottom)[0], 3)],
        (3, false, false) => [254, 0, 0],
        (3, true, false) => [0, 255, 1],
        (3, false, true) => [0, 0, 254],
        (3, _, _) => [120, 120, 120],
        (_, false, false) => [255, 255, 255],
        (_, true, false) => [0, 255, 255],
        (_, false, true) => [255, 255, 0],
        _ => [128, 0, 0],
    };

    private sealed class Copy(Picture picture)
    {
        public int Width { get; } = picture.Width;

        public int Height { get; } = picture.Height;

        public byte[] Pixels { get; } = picture.Pixels.ToArray();
    }

    private sealed class Corners(Picture picture)
    {
        public int Width { get; } = picture.Width;

        public int Height { get; } = picture.Height;

        public byte[][] Pixels { get; } = [At(picture, 4, 4), At(picture, picture.Width - 5, 4), At(picture, 4, picture.Height - 5), At(picture, picture.Width - 5, picture.Height - 5)];

        private static byte[] At(Picture picture, int x, int y) => picture.Pixels.Slice((y * picture.Width + x) * 4, 3).ToArray();
    }
}
