using System.Globalization;
using QRCoder;
using SmkPortfolio.Cv.Formats;
using SmkPortfolio.Cv.Qr;
using SmkPortfolio.Pdf;
using SmkPortfolio.Tests;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

public class QrCodeTests
{
    [Fact]
    public void Another_program_reads_what_was_written_at_every_size()
    {
        using var folder = new WorkFolder();
        foreach (var length in Enumerable.Range(0, Campaign.Count(14, 120)).Select(i => 1 + i * (2300 / Campaign.Count(14, 120))))
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => "https://folio.example/verify/ABCDE-23456?é日"[(i * 7 + length) % 43]));
            var image = folder.Write("a.pgm", Picture(QrCode.Encode(text)));

            var read = Tool.Run("zbarimg", "--nodbus", "--quiet", "--raw", "-Sbinary=0", image);
            Assert.Equal(text, read.Output.TrimEnd('\n'));
        }
    }

    [Theory]
    [InlineData("https://folio.example/verify/ABCDE-234567")]
    [InlineData("A")]
    [InlineData("Surat keterangan dengan huruf kecil, angka 1234567890 dan tanda baca; cukup panjang untuk beberapa blok koreksi yang berbeda panjangnya.")]
    public void It_is_as_large_as_an_independent_encoder_makes_it(string text)
    {
        using var generator = new QRCodeGenerator();
        using var oracle = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);

        Assert.Equal(oracle.ModuleMatrix.Count - 8, QrCode.Encode(text).Size);
    }

    [Fact]
    public void A_text_that_no_code_holds_is_refused() => Assert.Throws<ArgumentException>(() => QrCode.Encode(new string('x', 2332)));

    [Fact]
    public void The_longest_text_is_held() => Assert.Equal(177, QrCode.Encode(new string('x', 2331)).Size);

    [Fact]
    public void What_is_drawn_of_it_at_every_size_has_its_modules_and_a_light_zone_around_them()
    {
        for (var length = 1; length < 2332; length += 20)
        {
            var code = QrCode.Encode(new string('x', length));

            var drawn = QrFigure.Draw(new string('x', length), 25, "Kode");

            Assert.Equal((code.Size + 8, code.Size + 8), (drawn.Columns, drawn.Rows));
            for (var y = -4; y < code.Size + 4; y++)
            {
                for (var x = -4; x < code.Size + 4; x++)
                {
                    var isDark = x >= 0 && y >= 0 && x < code.Size && y < code.Size && code[x, y];
                    var bit = drawn.Bits[((y + 4) * Bitmap.RowBytes(drawn.Columns)) + ((x + 4) / 8)] >> (7 - ((x + 4) % 8)) & 1;
                    Assert.Equal(isDark, bit == 1);
                }
            }
        }
    }

    private static byte[] Picture(QrCode code)
    {
        const int scale = 4;
        const int quiet = 4;
        var side = (code.Size + 2 * quiet) * scale;
        var header = System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5 {side} {side} 255\n"));
        var picture = new byte[header.Length + side * side];
        header.CopyTo(picture, 0);
        for (var i = 0; i < side * side; i++)
        {
            var (x, y) = (i % side / scale - quiet, i / side / scale - quiet);
            picture[header.Length + i] = x >= 0 && y >= 0 && x < code.Size && y < code.Size && code[x, y] ? (byte)0 : (byte)255;
        }

        return picture;
    }
}
