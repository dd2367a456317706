using SmkPortfolio.Pdf;

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

    private static PdfDocument Document(byte[] jpeg) => Samples.Document() with
    {
        Page = new PageFrame(Edge, Edge, 0, 0, 0, 0, 0, 0),
        Footer = null,
        Content = new Image(jpeg, Edge, Edge, "Bidang merah dan biru"),
    };

    private static Func<int, int, string> Rendered(byte[] jpeg)
    {
        using var folder = new WorkFolder();
        Tool.Run("pdftoppm", "-r", "72", "-singlefile", folder.Write("a.pdf", PdfWriter.Write(Document(jpeg), null)), folder["a"]);
        var ppm = File.ReadAllBytes(folder["a.ppm"]);
        var pixels = ppm.Length - 3 * Edge * Edge;
        return (x, y) => ppm[pixels + 3 * (y * Edge + x)] > 128 ? "red" : ppm[pixels + 3 * (y * Edge + x) + 2] > 128 ? "blue" : "neither";
    }
}

internal static class ExceptionAssertions
{
    public static void AssertNullOrArgument(this Exception? exception) => Assert.True(exception is null or ArgumentException, exception?.ToString());
}
