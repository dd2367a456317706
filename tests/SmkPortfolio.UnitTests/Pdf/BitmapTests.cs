using System.Text;
using System.Xml.Linq;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.UnitTests.Pdf;

public class BitmapTests
{
    // Ten squares in a row: two bytes each.
    private static readonly Bitmap Picture = new([0b1100_0000, 0b0100_0000, 0b0000_0001, 0b1000_0000], 10, 2, 100, 20, "Dua baris");

    [Fact]
    public void The_paper_has_ink_where_its_bits_say_so()
    {
        using var folder = new WorkFolder();
        var frame = new PageFrame(120, 60, 10, 20, 10, 20, 5, 5);
        var file = folder.Write("a.pdf", PdfWriter.Write(Samples.Document() with { Header = null, Footer = null, Page = frame, Content = Picture }, null));

        Tool.Run("pdftoppm", "-r", "72", "-gray", "-aa", "no", file, folder["page"]);
        var page = File.ReadAllBytes(folder["page-1.pgm"]);
        var pixels = page.AsSpan(page.Length - 120 * 60);

        var rows = new[] { Dark(pixels, 25), Dark(pixels, 35) };
        Assert.Equal(["##.......#", ".......##."], rows);
    }

    [Fact]
    public void The_preview_has_a_bar_for_every_run()
    {
        var page = XDocument.Parse(Encoding.UTF8.GetString(PdfPreview.Pages(Samples.Document() with { Header = null, Footer = null, Content = Picture })[0]));

        var path = page.Descendants().Single(e => e.Name.LocalName == "path").Attribute("d")!.Value;

        Assert.Equal("M0 0 h2v1h-2zM9 0 h1v1h-1zM7 1 h2v1h-2z", path);
    }

    private static string Dark(ReadOnlySpan<byte> pixels, int y)
    {
        var row = new StringBuilder();
        for (var column = 0; column < 10; column++) row.Append(pixels[y * 120 + 15 + 10 * column] < 128 ? '#' : '.');
        return row.ToString();
    }
}
