using SmkPortfolio.Pdf;
using SmkPortfolio.Tests;

namespace SmkPortfolio.UnitTests.Pdf;

public class ImageTests
{
    private const int Edge = 100;

    [Theory]
    [InlineData(1, "red", "blue")]
    [InlineData(3, "blue", "red")]
    [InlineData(2, "red", "blue")]
    [InlineData(4, "blue", "red")]
    public void A_picture_stands_as_its_orientation_mark_says(byte orientation, string above, string below)
    {
        var pixel = Rendered(TestPicture.Turned(orientation));

        Assert.Equal((above, below), (pixel(Edge / 2, Edge / 5), pixel(Edge / 2, Edge * 4 / 5)));
    }

    [Theory]
    [InlineData(6, "blue", "red")]
    [InlineData(8, "red", "blue")]
    [InlineData(5, "red", "blue")]
    [InlineData(7, "blue", "red")]
    public void A_picture_on_its_side_is_turned(byte orientation, string left, string right)
    {
        var pixel = Rendered(TestPicture.Turned(orientation));

        Assert.Equal((left, right), (pixel(Edge / 5, Edge / 2), pixel(Edge * 4 / 5, Edge / 2)));
    }

    [Fact]
    public void What_is_not_a_jpeg_is_refused_with_a_reason()
    {
        Assert.Equal("The picture is not a JPEG.", Assert.Throws<ArgumentException>(() => PdfWriter.Write(Document([1, 2, 3]), null)).Message);
        for (var length = 2; length < TestPicture.Jpeg.Length / 2; length += 7)
        {
            Record.Exception(() => PdfWriter.Write(Document(TestPicture.Jpeg[..length]), null)).AssertNullOrArgument();
        }
    }

    public static TheoryData<byte, byte[], byte[]?, byte[]?, string> Pngs() => new()
    {
        { 2, [255, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255], null, null, "red blue" },
        { 3, [0, 0, 1, 1], [255, 0, 0, 0, 0, 255], null, "red blue" },
        { 3, [0, 0, 1, 1], [255, 0, 0, 0, 0, 255], [255, 0], "red white" },
        { 6, [255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 0, 255, 0, 0, 0], null, null, "red white" },
        { 0, [255, 255, 0, 0], null, null, "white black" },
        { 4, [0, 255, 0, 255, 0, 0, 0, 0], null, null, "black white" },
    };

    [Theory]
    [MemberData(nameof(Pngs))]
    public void Png_pictures_of_every_kind_are_shown(byte kind, byte[] samples, byte[]? palette, byte[]? clear, string expected)
    {
        var png = TestPicture.Png(kind, samples, palette: palette, clear: clear);
        using var folder = new WorkFolder();

        Assert.Equal(0, Tool.Run("qpdf", "--check", folder.Write("a.pdf", PdfWriter.Write(Document(png), null))).ExitCode);
        var pixel = Rendered(png);
        Assert.Equal(expected, $"{pixel(Edge / 2, 10)} {pixel(Edge / 2, Edge - 10)}");
    }

    [Fact]
    public void A_picture_may_stand_whole_in_its_frame()
    {
        var wide = new Image(TestPicture.Jpeg, Edge, Edge / 2, "Bidang");

        Assert.Equal("red", Rendered(Samples.Document() with { Content = wide })(2, 10));
        Assert.Equal("white", Rendered(Samples.Document() with { Content = wide with { Fit = ImageFit.Contain } })(2, 10));
        Assert.Equal("red", Rendered(Samples.Document() with { Content = wide with { Fit = ImageFit.Contain } })(Edge / 2, 10));
    }

    [Fact]
    public void Pictures_that_cannot_be_embedded_are_refused_with_a_reason()
    {
        byte[] rgb = [255, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255];
        byte[] cmyk = [0xFF, 0xD8, 0xFF, 0xC0, 0, 20, 8, 0, 2, 0, 2, 4, .. new byte[12]];

        Assert.Contains("CMYK", Refused(cmyk), StringComparison.Ordinal);
        Assert.Contains("eight bits", Refused(TestPicture.Png(2, rgb, depth: 16)), StringComparison.Ordinal);
        Assert.Contains("interlaced", Refused(TestPicture.Png(2, rgb, interlace: 1)), StringComparison.Ordinal);
        Assert.Contains("palette", Refused(TestPicture.Png(3, [0, 0, 0, 0])), StringComparison.Ordinal);
        Assert.Contains("cut off", Refused(TestPicture.Png(2, rgb[..6])), StringComparison.Ordinal);
        var wanting = TestPicture.Png(2, rgb);
        PackedData.WantDictionary.CopyTo(wanting, wanting.AsSpan().IndexOf("IDAT"u8) + 4);
        Assert.Contains("damaged", Refused(wanting), StringComparison.Ordinal);
        var png = TestPicture.Png(6, [.. rgb, 1, 2, 3, 4]);
        for (var length = 8; length < png.Length - 12; length++)
        {
            Assert.Throws<ArgumentException>(() => PdfWriter.Write(Document(png[..length]), null));
        }
    }

    private static string Refused(byte[] picture) => Assert.Throws<ArgumentException>(() => PdfWriter.Write(Document(picture), null)).Message;

    private static PdfDocument Document(byte[] jpeg) => Samples.Document() with
    {
        Page = new PageFrame(Edge, Edge, 0, 0, 0, 0, 0, 0),
        Footer = null,
        Content = new Image(jpeg, Edge, Edge, "Bidang merah dan biru"),
    };

    private static Func<int, int, string> Rendered(byte[] picture) => Rendered(Document(picture));

    private static Func<int, int, string> Rendered(PdfDocument document)
    {
        using var folder = new WorkFolder();
        var page = document with { Page = new PageFrame(Edge, Edge, 0, 0, 0, 0, 0, 0), Footer = null };
        Tool.Run("pdftoppm", "-r", "72", "-singlefile", folder.Write("a.pdf", PdfWriter.Write(page, null)), folder["a"]);
        var ppm = File.ReadAllBytes(folder["a.ppm"]);
        var pixels = ppm.Length - 3 * Edge * Edge;
        return (x, y) => (ppm[pixels + 3 * (y * Edge + x)] > 128, ppm[pixels + 3 * (y * Edge + x) + 2] > 128) switch
        {
            (true, true) => "white",
            (true, false) => "red",
            (false, true) => "blue",
            _ => "black",
        };
    }
}

internal static class ExceptionAssertions
{
    public static void AssertNullOrArgument(this Exception? exception) => Assert.True(exception is null or ArgumentException, exception?.ToString());
}
