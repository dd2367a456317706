using SkiaSharp;
using SmkPortfolio.Tests;
using SmkPortfolio.Web.Pictures;
using SmkPortfolio.WebTests.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Pictures;

public sealed class DerivativesTests : IDisposable
{
    private readonly PictureCodec codec = new(2);

    public void Dispose() => codec.Dispose();

    [Theory]
    [InlineData(4000, 3000, 1, "320x240 960x720 1920x1440")]
    [InlineData(3000, 4000, 1, "240x320 720x960 1440x1920")]
    [InlineData(4000, 3000, 6, "240x320 720x960 1440x1920")]
    [InlineData(1000, 600, 1, "320x192 960x576 1000x600")]
    [InlineData(960, 640, 1, "320x213 960x640")]
    [InlineData(200, 160, 1, "200x160")]
    [InlineData(20_000, 40, 1, "320x1 960x2 1920x4")]
    public async Task Each_step_is_made_once_as_webp_and_as_jpeg(int width, int height, int orientation, string sizes)
    {
        var drawn = DrawnJpeg.Make(width, height, (x, y) => [(byte)(x * 5 + y), (byte)(100 + x), 128]);
        var file = orientation == 1 ? drawn : ExifTool.Write(drawn, "jpg", $"-IFD0:Orientation#={orientation}");

        var made = (await codec.DeriveAsync(file)).Value!.Derivatives;

        var expected = sizes.Split(' ');
        Assert.Equal(expected.SelectMany((size, i) => (string[])[$"{Derivatives.Steps[i]} image/webp {size}", $"{Derivatives.Steps[i]} image/jpeg {size}"]), made.Select(d => $"{d.Longest} {d.MediaType} {d.Width}x{d.Height}"));
        foreach (var derivative in made)
        {
            using var codec = SKCodec.Create(new MemoryStream(derivative.Bytes));
            Assert.Equal(derivative.MediaType == "image/webp" ? SKEncodedImageFormat.Webp : SKEncodedImageFormat.Jpeg, codec.EncodedFormat);
            Assert.Equal((derivative.Width, derivative.Height, SKEncodedOrigin.TopLeft), (codec.Info.Width, codec.Info.Height, codec.EncodedOrigin));
        }
    }

    [Fact]
    public async Task A_small_copy_looks_like_the_whole()
    {
        var file = await File.ReadAllBytesAsync(Repository.PathOf("assets", "demo", "scene-weld-3g-1.jpg"), TestContext.Current.CancellationToken);
        using var whole = SeenPicture.Of(file);

        var made = (await codec.DeriveAsync(file)).Value!.Derivatives;

        using var small = SeenPicture.Of(made[1].Bytes);
        var scale = (double)whole.Width / small.Width;
        const int Cell = 20;
        for (var y = 0; y + Cell <= small.Height; y += Cell)
        {
            for (var x = 0; x + Cell <= small.Width; x += Cell)
            {
                var expected = whole.Mean((int)(x * scale), (int)(y * scale), (int)(Cell * scale));
                Assert.All(expected.Zip(small.Mean(x, y, Cell)), pair => Assert.InRange(pair.First - pair.Second, -12, 12));
            }
        }
    }

    [Fact]
    public async Task Of_a_damaged_picture_there_are_none()
    {
        var outcome = await codec.DeriveAsync(Fixtures.Read("bare.jpg")[..300]);

        Assert.Equal((null, PictureFaults.Broken), (outcome.Value, outcome.Fault));
    }
}
