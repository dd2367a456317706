using System.Globalization;
using SmkPortfolio.Pdf;
using PigDocument = UglyToad.PdfPig.PdfDocument;

namespace SmkPortfolio.UnitTests.Pdf;

public class BoundFileTests
{
    private static readonly BoundFile File = new()
    {
        Title = "Kelas XII",
        Author = "SMK Contoh",
        Language = "id",
        Creator = "SmkPortfolio tests",
        Created = new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero),
        Id = new byte[16],
    };

    [Fact]
    public void Each_document_keeps_its_paper_its_page_numbers_and_its_language_and_has_a_bookmark()
    {
        using var folder = new WorkFolder();
        PdfDocument[] documents = [Samples.Document(60, "Ani"), Samples.Document(3, "Budi", "en") with { Page = PageFrame.A4 with { Width = 420, Height = 595 } }];
        var bytes = PdfWriter.WriteBound(documents, File, Seals.Throwaway());
        var file = folder.Write("a.pdf", bytes);

        Assert.Equal(0, Tool.Run("qpdf", "--check", file).ExitCode);
        Assert.Contains("Signature is Valid", Tool.Run("pdfsig", "-nocert", file).Output, StringComparison.Ordinal);
        using var read = PigDocument.Open(bytes);
        Assert.Equal(documents.Sum(PdfWriter.CountPages), read.NumberOfPages);
        Assert.Equal(420, read.GetPage(read.NumberOfPages).Width);
        var texts = read.GetPages().Select(p => p.Text).ToList();
        Assert.Contains("Ani · 1 / 2", texts[0], StringComparison.Ordinal);
        Assert.Contains("Ani · 2 / 2", texts[1], StringComparison.Ordinal);
        Assert.Contains("Budi · 1 / 1", texts[2], StringComparison.Ordinal);
        Assert.True(read.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["Contoh Ani", "Contoh Budi"], bookmarks.Roots.Select(r => r.Title));
        var objects = Tool.Run("qpdf", "--qdf", "--object-streams=disable", file, "-").Output;
        Assert.Equal(2, objects.Split("/S /Part").Length - 1);
        Assert.Contains("/Lang (en)", objects, StringComparison.Ordinal);
    }

    [Fact]
    public void Fonts_and_pictures_are_shared()
    {
        PdfDocument One(int i) => Samples.Document(3, "Siti " + i.ToString(CultureInfo.InvariantCulture)) with { Content = new Column(4, new Image(TestPicture.Jpeg, 40, 40, "Foto"), Samples.Document(3).Content) };
        using var folder = new WorkFolder();
        var bound = PdfWriter.WriteBound(Enumerable.Range(0, 36).Select(One), File);

        Assert.Equal(3, Tool.Run("pdffonts", folder.Write("a.pdf", bound)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 2);
        Assert.Single(Tool.Run("qpdf", "--qdf", "--object-streams=disable", folder["a.pdf"], "-").Output.Split("/Subtype /Image").Skip(1));
        Assert.True(bound.Length < 36 * PdfWriter.Write(One(0), null).Length / 4);
    }

    [Fact]
    public void A_missing_glyph_in_one_of_them_stops_the_whole_file() =>
        Assert.Throws<MissingGlyphException>(() => PdfWriter.WriteBound([Samples.Document(), Samples.Document(name: "🙂")], File));

    [Fact]
    public void No_document_is_no_file() => Assert.Throws<ArgumentException>(() => PdfWriter.WriteBound([], File));
}
