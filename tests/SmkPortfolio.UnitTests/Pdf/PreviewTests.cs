using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.UnitTests.Pdf;

public class PreviewTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly TextStyle Body = new(10, 15, Color.Black);

    [Fact]
    public void Every_page_is_a_picture_that_needs_nothing_from_outside()
    {
        var document = Samples.Document(60, "Siti 山田 홍길동 ½") with { Watermark = "PRATINJAU", Content = new Column(8, GridTests.Form, new Image(TestPicture.Turned(6), 40, 30, "Foto"), Samples.Document(60).Content) };

        var pages = PdfPreview.Pages(document).Select(bytes => XDocument.Parse(Encoding.UTF8.GetString(bytes))).ToList();

        Assert.Equal(PdfWriter.CountPages(document), pages.Count);
        Assert.All(pages, page =>
        {
            Assert.Equal("0 0 595.28 841.89", page.Root!.Attribute("viewBox")!.Value);
            var elements = page.Descendants().ToList();
            Assert.Subset(new HashSet<string> { "svg", "title", "defs", "path", "clipPath", "rect", "g", "use", "image" }, elements.Select(e => e.Name.LocalName).ToHashSet());
            Assert.DoesNotContain(elements.Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name.LocalName == "style");
            Assert.All(elements.Attributes("href"), a => Assert.True(a.Value[0] == '#' || a.Value.StartsWith("data:image/jpeg;base64,", StringComparison.Ordinal)));
            var ids = elements.Attributes("id").Select(a => a.Value).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.Subset(ids.ToHashSet(), elements.Attributes("href").Where(a => a.Value[0] == '#').Select(a => a.Value[1..]).ToHashSet());
            Assert.Equal(9, page.Descendants(Svg + "g").Where(g => g.Attribute("opacity") is not null).Elements(Svg + "use").Count());
        });
    }

    [Fact]
    public void Letters_stand_where_the_paper_has_them()
    {
        var document = Samples.Document() with { Footer = null, Content = new Column(5, new Text("AVATAR 山田 hand-made", Body), new Text("Kanan", Body) { Align = TextAlign.End }, new Text("葛󠄀か\u309Aé", Body with { Bold = true })) };
        using var paper = UglyToad.PdfPig.PdfDocument.Open(PdfWriter.Write(document, null));
        var expected = paper.GetPage(1).Letters.Where(l => l.Value != " ").Select(l => (Math.Round(l.StartBaseLine.X, 1), Math.Round(841.89 - l.StartBaseLine.Y, 1)));

        var page = XDocument.Parse(Encoding.UTF8.GetString(PdfPreview.Pages(document)[0]));
        var shown = page.Descendants(Svg + "g").SelectMany(g =>
        {
            var numbers = g.Attribute("transform")!.Value.Split(['(', ')', ' '], StringSplitOptions.RemoveEmptyEntries).Where(p => double.TryParse(p, CultureInfo.InvariantCulture, out _)).Select(p => double.Parse(p, CultureInfo.InvariantCulture)).ToList();
            return g.Elements(Svg + "use").Select(u => (Math.Round(numbers[0] + numbers[2] * double.Parse(u.Attribute("x")!.Value, CultureInfo.InvariantCulture), 1), Math.Round(numbers[1], 1)));
        });

        Assert.Equal(expected.Select(Whole), shown.Select(Whole));

        static (int X, int Y) Whole((double X, double Y) place) => ((int)Math.Round(place.X), (int)Math.Round(place.Y));
    }

    [Fact]
    public void A_missing_glyph_is_shown_as_a_box_and_reported()
    {
        var document = Samples.Document() with { Footer = null, Content = new Text("🙂", Body) { Field = "name" } };

        var page = XDocument.Parse(Encoding.UTF8.GetString(PdfPreview.Pages(document, out var missing)[0]));

        Assert.Equal(new MissingGlyph("🙂", "U+1F642", "name"), Assert.Single(missing));
        Assert.Equal("#g0-0", Assert.Single(page.Descendants(Svg + "use")).Attribute("href")!.Value);
        Assert.NotEmpty(page.Descendants(Svg + "path").Single(p => p.Attribute("id")?.Value == "g0-0").Attribute("d")!.Value);
    }
}
