using System.Globalization;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.UnitTests.Pdf;

public class GridTests
{
    private static readonly TextStyle Body = new(9, 12, Color.Black);
    private static readonly Edge Heavy = new(1.4f, Color.Black);
    private static readonly Edge Thin = new(0.5f, Color.Black);

    /// <summary>A corner of an official form: a heavy frame, a label over three rows, a dotted line, a place for a photograph without its own frame.</summary>
    public static readonly Grid Form = new(
        [60, 120, 120, 90],
        [new GridRow(20), new GridRow(30), new GridRow(24, Grows: true), new GridRow(40)],
        [
            new GridCell(0, 0, new Text("Nama", Body)) { Header = CellHeader.Row, Fill = Color.FromRgb(0xEEEEEE) },
            new GridCell(0, 1, new Text("Kusumaningrum", Body)) { ColumnSpan = 2, Bottom = Thin with { Kind = EdgeKind.Dotted } },
            new GridCell(0, 3, new Text("Foto", Body)) { RowSpan = 3, Horizontal = TextAlign.Center, Top = Edge.None, Right = Edge.None },
            new GridCell(1, 0, new Text("Kelas", Body)) { Header = CellHeader.Both, RowSpan = 2, Vertical = VerticalAlign.Top },
            new GridCell(1, 1, new Drawing(10, 10, 10, 10, new Shape(new VectorPath().Circle(5, 5, 4), Color.Black)) { Alternative = "Cap" }) { Horizontal = TextAlign.End, Vertical = VerticalAlign.Bottom },
            new GridCell(2, 1, new Text("Alamat yang panjang sekali sehingga barisnya tumbuh sampai semuanya muat di dalam sel ini", Body)) { ColumnSpan = 2 },
            new GridCell(3, 0, new Text("Sangat panjang untuk sel yang sempit ini", Body) { ShrinkTo = 5 }),
        ])
    {
        Outer = Heavy,
        Inner = Thin,
    };

    [Fact]
    public void Qpdf_accepts_a_form_and_its_cells_say_what_they_span_and_head()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("a.pdf", PdfWriter.Write(Samples.Document() with { Content = Form }, null));

        Assert.Equal(0, Tool.Run("qpdf", "--check", file).ExitCode);
        var tree = Tool.Run("pdfinfo", "-struct-text", file).Output;
        Assert.Equal(4, tree.Split('\n').Count(line => line.Trim().StartsWith("TR", StringComparison.Ordinal)));
        Assert.Equal(2, tree.Split('\n').Count(line => line.Trim().StartsWith("TH", StringComparison.Ordinal)));
        var objects = Tool.Run("qpdf", "--qdf", "--object-streams=disable", file, "-").Output;
        Assert.Contains("/RowSpan 3", objects, StringComparison.Ordinal);
        Assert.Contains("/ColSpan 2", objects, StringComparison.Ordinal);
        Assert.Contains("/Scope /Both", objects, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_stands_where_its_cell_says()
    {
        using var folder = new WorkFolder();
        var words = Words(folder, Samples.Document() with { Page = new PageFrame(500, 300, 0, 0, 0, 0, 0, 0), Footer = null, Content = Form });

        var photo = words["Foto"];
        Assert.Equal(345, (photo.Left + photo.Right) / 2, 0.5);
        Assert.InRange(words["Kelas"].Top, 20, 26);
        // Smaller letters, and the row stays as high as it is.
        Assert.True(words["sempit"].Bottom < 20 + 30 + 40 + 40 + 2);
        Assert.True(words["sempit"].Bottom - words["sempit"].Top < words["Nama"].Bottom - words["Nama"].Top);
    }

    [Fact]
    public void Lines_are_heavy_outside_thin_inside_and_absent_where_a_cell_says_so()
    {
        using var folder = new WorkFolder();
        var dark = Rendered(folder, Samples.Document() with { Page = new PageFrame(420, 220, 10, 10, 10, 10, 0, 0), Footer = null, Content = Form });

        // Points at four pixels each; the grid begins at 10, 10.
        Assert.Equal(1.4f, Thickness(x => dark(x, 4 * 28), 0, 4 * 20) / 4f, 0.3f);
        Assert.InRange(Thickness(x => dark(x, 4 * 28), 4 * 60, 4 * 80) / 4f, 0.3f, 0.8f);
        Assert.Equal(0, Thickness(y => dark(4 * 360, y), 0, 4 * 20));
        Assert.Equal(0, Thickness(x => dark(x, 4 * 28), 4 * 390, 4 * 410));
        // The dotted line has gaps.
        var dots = Enumerable.Range(4 * 80, 4 * 100).Select(x => dark(x, 4 * 30)).ToList();
        Assert.Contains(true, dots);
        Assert.Contains(false, dots);
    }

    [Fact]
    public void A_long_grid_is_divided_between_rows_and_its_head_is_drawn_again_but_read_once()
    {
        using var folder = new WorkFolder();
        var rows = Enumerable.Range(0, 60).ToList();
        var grid = new Grid(
            [80, 200],
            [new GridRow(30), .. rows.Select(_ => new GridRow(22))],
            [
                new GridCell(0, 0, new Text("Tanggal", Body)) { Header = CellHeader.Column }, new GridCell(0, 1, new Text("Kegiatan", Body)) { Header = CellHeader.Column },
                .. rows.Where(r => r % 3 == 0).Select(r => new GridCell(r + 1, 0, new Text(Name("hari", r), Body)) { RowSpan = 3 }),
                .. rows.Select(r => new GridCell(r + 1, 1, new Text(Name("kerja", r), Body))),
            ])
        { Outer = Heavy, Inner = Thin, HeadRows = 1 };
        var document = Samples.Document() with { Content = grid, Footer = null };
        var file = folder.Write("a.pdf", PdfWriter.Write(document, null));

        Assert.Equal(2, PdfWriter.CountPages(document));
        var pages = Enumerable.Range(1, 2).Select(p => Tool.Run("pdftotext", "-f", Name("", p), "-l", Name("", p), file, "-").Output).ToList();
        Assert.All(pages, page => Assert.Contains("Kegiatan", page, StringComparison.Ordinal));
        var read = Tool.Run("pdfinfo", "-struct-text", file).Output;
        Assert.Equal(2, read.Split("Kegiatan").Length);
        foreach (var row in rows)
        {
            Assert.Single(pages, page => page.Contains(Name("kerja", row) + "\n", StringComparison.Ordinal));
            // Rows that a cell spans stay together.
            Assert.Contains(Name("hari", row - row % 3), pages.Single(page => page.Contains(Name("kerja", row) + "\n", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Where_a_page_ends_the_frame_is_closed_under_cells_that_have_no_line_to_the_next_and_again_above_them(int heads)
    {
        using var folder = new WorkFolder();
        const int Rows = 60;
        var grid = new Grid(
            [80, 200],
            [.. Enumerable.Repeat(new GridRow(22), Rows)],
            [.. Enumerable.Range(0, Rows).Select(row => new GridCell(row, 0, new Space(0)) { Top = row == 0 ? null : Edge.None, Bottom = row == Rows - 1 ? null : Edge.None })])
        { Outer = Heavy, Inner = Thin, HeadRows = heads };
        var document = Samples.Document() with { Page = new PageFrame(420, 800, 10, 10, 10, 10, 0, 0), Content = grid, Header = null, Footer = null };

        var lines = new[] { 1, 2 }.Select(page => Rendered(folder, document, page)).Select(dark => (Left: Lines(dark, 4 * 50), Right: Lines(dark, 4 * 190))).ToList();

        Assert.Equal(2, PdfWriter.CountPages(document));
        Assert.All(lines, page => Assert.Equal([page.Right[0], page.Right[^1]], page.Left));
        Assert.Equal(Rows + 2 + heads, lines.Sum(page => page.Right.Count));

        // The upper side of each line at that place.
        List<int> Lines(Func<int, int, bool> dark, int x) => [.. Enumerable.Range(1, 4 * (int)document.Page.Height - 1).Where(y => dark(x, y) && !dark(x, y - 1))];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_row_longer_than_a_page_is_divided_and_loses_nothing(int span)
    {
        using var folder = new WorkFolder();
        var words = string.Join(' ', Enumerable.Range(0, 3000).Select(i => Name("w", i)));
        var grid = new Grid(
            [60, 300],
            [.. Enumerable.Range(0, span + 1).Select(_ => new GridRow(20, Grows: true))],
            [new GridCell(0, 0, new Text("Label", Body)) { RowSpan = span }, new GridCell(0, 1, new Text(words, Body)) { RowSpan = span }, new GridCell(span, 1, new Text("akhir", Body))])
        { Outer = Heavy, Inner = Thin };
        var file = folder.Write("a.pdf", PdfWriter.Write(Samples.Document() with { Content = grid, Footer = null }, null));

        var text = Tool.Run("pdftotext", "-raw", file, "-").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Label", .. words.Split(' '), "akhir"], text.Where(t => t == "Label").Concat(text.Where(t => t != "Label")));
    }

    [Fact]
    public void Cells_that_do_not_fit_together_are_refused()
    {
        Assert.Contains("Two cells of a grid stand in row 0, column 1", Refused([new GridCell(0, 0, new Space(1)) { ColumnSpan = 2 }, new GridCell(0, 1, new Space(1))]), StringComparison.Ordinal);
        Assert.Contains("row 1, column 1", Refused([new GridCell(1, 1, new Space(1)) { ColumnSpan = 2 }]), StringComparison.Ordinal);
    }

    private static string Refused(IReadOnlyList<GridCell> cells) =>
        Assert.Throws<ArgumentException>(() => PdfWriter.Write(Samples.Document() with { Content = new Grid([10, 10], [new GridRow(10), new GridRow(10)], cells) }, null)).Message;

    private static int Thickness(Func<int, bool> isDark, int from, int to) => Enumerable.Range(from, to - from).Count(isDark);

    private static string Name(string word, int number) => word + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Place of each word in points, as poppler sees it.</summary>
    private static Dictionary<string, (double Left, double Top, double Right, double Bottom)> Words(WorkFolder folder, PdfDocument document)
    {
        var html = Tool.Run("pdftotext", "-bbox", folder.Write("a.pdf", PdfWriter.Write(document, null)), "-").Output;
        return System.Xml.Linq.XDocument.Parse(html[html.IndexOf("<html", StringComparison.Ordinal)..]).Descendants().Where(e => e.Name.LocalName == "word")
            .GroupBy(e => e.Value).ToDictionary(g => g.Key, g => (At(g.First(), "xMin"), At(g.First(), "yMin"), At(g.First(), "xMax"), At(g.First(), "yMax")));
    }

    private static double At(System.Xml.Linq.XElement word, string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static Func<int, int, bool> Rendered(WorkFolder folder, PdfDocument document, int page = 1)
    {
        Tool.Run("pdftoppm", "-r", "288", "-gray", "-singlefile", "-f", Name("", page), folder.Write("a.pdf", PdfWriter.Write(document, null)), folder["a"]);
        var pgm = File.ReadAllBytes(folder["a.pgm"]);
        var width = (int)document.Page.Width * 4;
        var pixels = pgm.Length - width * (int)document.Page.Height * 4;
        return (x, y) => pgm[pixels + y * width + x] < 128;
    }
}
