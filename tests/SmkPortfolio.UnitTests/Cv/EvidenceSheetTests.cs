using SmkPortfolio.Cv;
using SmkPortfolio.Pdf;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

public class EvidenceSheetTests
{
    private static readonly EvidenceSheetContent Sheet = new(
        "job-sheet",
        "SMK Negeri Contoh",
        "Rak besi siku",
        [new CvFact("Pesanan", "TF-2025-014"), new CvFact("Siswa", "Dyah Ayu Kusumaningrum")],
        ["No", "Langkah", "Menit"],
        [["1", "Potong siku 40 × 40 sepanjang 1,80 m", "25"], ["2", "Las titik, periksa siku", "40"], ["3"]],
        "Pakai kacamata dan sarung tangan.",
        "Agus Prasetyo, S.T.",
        "id",
        new DateTimeOffset(2025, 9, 3, 2, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("job-sheet", "Lembar kerja")]
    [InlineData("score-form", "Lembar penilaian")]
    [InlineData("certificate", "SERTIFIKAT")]
    [InlineData("qc-sheet", "Kendali mutu")]
    [InlineData("journal", "Jurnal harian")]
    public void Each_kind_is_one_page_with_every_word(string kind, string title)
    {
        using var folder = new WorkFolder();
        var document = EvidenceSheet.Render(Sheet with { Kind = kind });
        var file = folder.Write("a.pdf", PdfWriter.Write(document, null));

        var text = Tool.Run("pdftotext", "-layout", file, "-").Output;

        Assert.Equal(1, PdfWriter.CountPages(document));
        Assert.Equal(0, Tool.Run("qpdf", "--check", file).ExitCode);
        foreach (var part in new[] { title, "SMK Negeri Contoh", "Rak besi siku", "TF-2025-014", "Langkah", "Potong siku 40 × 40 sepanjang 1,80 m", "Pakai kacamata", "Agus Prasetyo, S.T.", "3 September 2025" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_sheet_gives_the_same_bytes() =>
        Assert.Equal(PdfWriter.Write(EvidenceSheet.Render(Sheet), null), PdfWriter.Write(EvidenceSheet.Render(Sheet), null));

    [Fact]
    public void An_unknown_kind_is_refused() => Assert.Throws<ArgumentException>(() => EvidenceSheet.Render(Sheet with { Kind = "diploma" }));
}
