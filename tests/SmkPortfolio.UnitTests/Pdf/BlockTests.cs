using SmkPortfolio.Pdf;
using PigDocument = UglyToad.PdfPig.PdfDocument;

namespace SmkPortfolio.UnitTests.Pdf;

public class BlockTests
{
    private static readonly TextStyle Body = new(10, 14, Color.Black);

    [Fact]
    public void A_page_break_begins_a_new_page_and_at_the_top_of_a_page_does_nothing()
    {
        var document = Samples.Document() with { Footer = null, Content = new Column(8, new PageBreak(), new Text("satu", Body), new PageBreak(), new Section(new Column(4, new Text("dua", Body), new PageBreak(), new Text("tiga", Body)))) };

        using var read = PigDocument.Open(PdfWriter.Write(document, null));

        Assert.Equal(["satu", "dua", "tiga"], read.GetPages().Select(p => p.Text));
        Assert.Single(read.GetPages().Select(p => p.Letters[0].Location.Y).Distinct());
    }

    [Fact]
    public void A_watermark_stands_on_every_page_and_is_not_read()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("a.pdf", PdfWriter.Write(Samples.Document(80) with { Watermark = "PRATINJAU" }, null));

        Assert.Equal(0, Tool.Run("qpdf", "--check", file).ExitCode);
        Assert.DoesNotContain("PRATINJAU", Tool.Run("pdfinfo", "-struct-text", file).Output, StringComparison.Ordinal);
        using var read = PigDocument.Open(File.ReadAllBytes(file));
        Assert.All(read.GetPages(), page =>
        {
            var letters = page.Letters.Where(l => l.FontSize > 40).ToList();
            Assert.Equal("PRATINJAU", string.Concat(letters.Select(l => l.Value)));
            // The middle of the words is the middle of the paper.
            Assert.Equal(page.Width / 2, letters.Average(l => l.BoundingBox.Centroid.X), 30.0);
        });
    }

    [Fact]
    public void Layers_stand_over_each_other()
    {
        var document = Samples.Document() with { Footer = null, Content = new Column(0, new Layers(new Drawing(30, 30, 1, 1), new Text("atas", Body)), new Text("bawah", Body)) };

        using var read = PigDocument.Open(PdfWriter.Write(document, null));
        var lines = read.GetPage(1).GetWords().ToDictionary(w => w.Text, w => w.Letters[0].Location.Y);

        Assert.Equal(30, lines["atas"] - lines["bawah"], 0.01);
    }

    [Fact]
    public void A_text_becomes_smaller_to_fit_but_not_smaller_than_it_may()
    {
        float SizeOf(string text, float smallest)
        {
            using var read = PigDocument.Open(PdfWriter.Write(Samples.Document() with { Footer = null, Content = new Row(0, RowCell.Fixed(100, new Fit(new Text(text, Body) { ShrinkTo = smallest }, 14))) }, null));
            return (float)read.GetPage(1).Letters[0].FontSize;
        }

        Assert.Equal(10, SizeOf("pendek", 6));
        Assert.InRange(SizeOf("agak panjang untuk satu baris", 6), 6, 9);
        Assert.Equal(8, SizeOf("sangat panjang untuk satu baris, betapa pun kecilnya hurufnya di sini", 8));
    }
}
