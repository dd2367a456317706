using System.Globalization;
using SmkPortfolio.Cv;
using SmkPortfolio.Pdf;
using SmkPortfolio.Pdf.Reading;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

public class DrhTests
{
    [Fact]
    public void Every_field_of_the_content_stands_on_the_paper_in_order()
    {
        var content = CvSamples.WithEntries(8);

        var text = TextOf(Drh.Render(content, CvSamples.Indonesian));

        AssertInOrder(
            text,
            "DAFTAR RIWAYAT HIDUP", "Dyah Ayu Kusumaningrum", "Juru las SMAW", "SMK Negeri Contoh · Sleman", "5 dari 8 baris terkonfirmasi",
            "Data Pribadi", "Kulon Progo, 12 Mei 2008", "Jl. Magelang Km 9, Tridadi, Sleman", "+62 812 0000 0000", "dyah.ayu@siswa.example",
            "Profil", "Saya menyukai pekerjaan", "Pendidikan", "2023 – sekarang", "Teknik Pengelasan, XII TPL 1", "2020 – 2023",
            "Pengalaman PKL dan Kerja", "14 Jul 2025", "Operator las di lini fabrikasi", "PT Baja Contoh Mandiri", "Hasil: Cacat las turun", "Nilai 92 (Amat Baik)",
            "Dikonfirmasi perusahaan", "Bambang Setiawan", "9 Jan 2026",
            "Proyek dan Karya", "Teralis jendela", "Dikonfirmasi guru", "Sari Wulandari",
            "Teaching Factory", "Rak besi siku", "TF-2025-014",
            "Sertifikat Kompetensi", "berlaku s.d.", "1 Mar 2029", "Pengelasan SMAW posisi 3G", "24132 7212 2 0001234 2026", "Sertifikat diperiksa sekolah", "Agus Prasetyo, S.T.; Sari Wulandari, S.Pd.",
            "Keahlian", "AutoCAD dasar", "Bahasa", "bahasa ibu", "≈ CEFR B1", "TOEIC Listening & Reading: 560",
            "Pernyataan siswa sendiri", "Kanopi carport",
            "Sleman, 12 Mei 2026",
            "Periksa keaslian", "https://folio.example/verify/7K2QX-9M4TBC", "12 Mei 2026, 10.04 WIB", "NPSN 99900001", "5f3c 91ab", "Segel sekolah hanya menyatakan", "Siapa yang mengonfirmasi");
    }

    [Fact]
    public void English_labels_stand_on_the_english_paper()
    {
        var text = TextOf(Drh.Render(CvSamples.WithEntries(8), CvSamples.English));

        AssertInOrder(
            text,
            "CURRICULUM VITAE", "5 of 8 lines confirmed", "12 May 2008", "Education", "2023 – now", "Internship and work", "Confirmed by the company", "Projects and works",
            "Certificates of competence", "valid until", "mother tongue", "Student's own statement", "12 May 2026", "Check that this paper is genuine", "On whose word a line stands");
        Assert.Contains("page 1 of ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_word_stands_apart_without_numbers_and_without_a_mark_of_confirmation()
    {
        var text = TextOf(Drh.Render(CvSamples.WithEntries(8), CvSamples.Indonesian));
        var own = text[text.IndexOf("Pernyataan siswa sendiri", StringComparison.Ordinal)..text.IndexOf("Daftar riwayat hidup ini", StringComparison.Ordinal)];

        Assert.Contains("Pelatihan K3 dasar daring", own, StringComparison.Ordinal);
        Assert.Contains("belum dikonfirmasi", own, StringComparison.Ordinal);
        Assert.DoesNotContain("K3-RAHASIA-778", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dikonfirmasi", own, StringComparison.Ordinal);
        Assert.Equal(1, Occurrences(text, "Kanopi carport"));
    }

    [Fact]
    public void A_minor_is_named_as_such() =>
        Assert.Contains("Pemegang berusia di bawah 18 tahun", TextOf(Drh.Render(CvSamples.WithEntries(1), CvSamples.Indonesian)), StringComparison.Ordinal);

    [Fact]
    public void A_paper_with_nothing_but_a_single_word_name_is_one_whole_page()
    {
        var document = Drh.Render(CvSamples.Empty, CvSamples.Indonesian);

        var text = TextOf(document);

        Assert.Equal(1, PdfWriter.CountPages(document));
        AssertInOrder(text, "Suparni", "Data Pribadi", "Daftar riwayat hidup ini", "7K2QX-9M4TBC", "Suparni · 7K2QX-9M4TBC", "halaman 1 dari 1");
        Assert.DoesNotContain("terkonfirmasi\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Keahlian", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Forty_lines_run_over_pages_and_none_is_lost()
    {
        var content = CvSamples.WithEntries(40);
        var document = Drh.Render(content, CvSamples.Indonesian);

        var text = TextOf(document);

        var pages = PdfWriter.CountPages(document);
        Assert.InRange(pages, 4, 9);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"halaman {pages} dari {pages}"), text, StringComparison.Ordinal);
        Assert.All(content.Entries.GroupBy(e => e.Title), group => Assert.True(Occurrences(text, group.Key) >= group.Count(), group.Key));
    }

    [Fact]
    public void The_check_never_stands_alone_on_a_last_page()
    {
        foreach (var lines in Enumerable.Range(1, 20))
        {
            using var folder = new WorkFolder();
            var document = Drh.Render(CvSamples.WithEntries(lines), CvSamples.Indonesian);
            var last = PdfWriter.CountPages(document).ToString(CultureInfo.InvariantCulture);

            var text = Tool.Run("pdftotext", "-raw", "-f", last, "-l", last, folder.Write("a.pdf", PdfWriter.Write(document, null)), "-").Output;

            Assert.Contains("Daftar riwayat hidup ini saya buat", text, StringComparison.Ordinal);
            Assert.Contains("Periksa keaslian", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_code_on_the_rendered_paper_can_be_scanned()
    {
        using var folder = new WorkFolder();
        var document = Drh.Render(CvSamples.WithEntries(8), CvSamples.Indonesian);
        var file = folder.Write("a.pdf", PdfWriter.Write(document, null));
        var last = PdfWriter.CountPages(document).ToString(CultureInfo.InvariantCulture);

        Tool.Run("pdftoppm", "-r", "150", "-png", "-singlefile", "-f", last, "-l", last, file, folder["page"]);

        Assert.Contains("QR-Code:https://folio.example/verify/7K2QX-9M4TBC", Tool.Run("zbarimg", folder["page.png"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sealed_paper_with_portrait_satisfies_the_tools()
    {
        using var folder = new WorkFolder();
        var content = CvSamples.WithEntries(8, TestPicture.Jpeg);
        var document = Drh.Render(content, CvSamples.Indonesian) with { Attachments = [new PdfAttachment("snapshot.json", "application/json", "Isi dokumen", CvJson.Serialize(content), "Data")] };
        var bytes = PdfWriter.Write(document, Seals.Throwaway());
        var file = folder.Write("a.pdf", bytes);

        var check = Tool.Run("qpdf", "--check", file);
        Assert.True(check.ExitCode == 0, check.Output);
        Assert.Matches("Tagged: +yes", Tool.Run("pdfinfo", file).Output);
        Assert.Contains("Signature is Valid", Tool.Run("pdfsig", "-nocert", file).Output, StringComparison.Ordinal);
        Assert.Contains("Figure", Tool.Run("pdfinfo", "-struct-text", file).Output, StringComparison.Ordinal);
        Assert.Equal(CvJson.Serialize(content), Assert.Single(SealedPdf.Read(bytes).Attachments).Bytes);
        Assert.True(bytes.Length < 100_000, bytes.Length.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        var content = CvSamples.WithEntries(8);

        Assert.Equal(PdfWriter.Write(Drh.Render(content, CvSamples.Indonesian), null), PdfWriter.Write(Drh.Render(content, CvSamples.Indonesian), null));
    }

    [Fact]
    public void A_character_that_cannot_be_set_is_named_with_its_field()
    {
        var content = CvSamples.WithEntries(2);
        content = content with { Entries = [content.Entries[0] with { Title = "Las 🔥" }] };

        var problem = Assert.Throws<MissingGlyphException>(() => PdfWriter.Write(Drh.Render(content, CvSamples.Indonesian), null));

        Assert.Equal(("U+1F525", "entries[0].title"), (problem.Missing[0].CodePoint, problem.Missing[0].Field));
    }

    [Fact]
    public void Unknown_languages_kinds_and_words_are_refused()
    {
        var content = CvSamples.WithEntries(1);

        Assert.Throws<ArgumentException>(() => Drh.Render(content, CvSamples.Indonesian with { Language = "xx" }));
        Assert.Throws<ArgumentException>(() => Drh.Render(content with { Entries = [content.Entries[0] with { Word = "friend" }] }, CvSamples.Indonesian));
        Assert.Throws<ArgumentException>(() => Drh.Render(content with { Entries = [content.Entries[0] with { Kind = "award" }] }, CvSamples.Indonesian));
    }

    [Fact]
    public void Very_long_words_stay_within_the_paper()
    {
        var content = CvSamples.WithEntries(8);
        content = content with
        {
            Person = content.Person with { Name = new string('W', 120), Headline = new string('m', 400), Summary = string.Join(' ', Enumerable.Repeat("panjang", 2500)) },
            Entries = [.. content.Entries.Select(e => e with { Title = new string('x', 120), Description = [new string('y', 20_000)] })],
        };
        using var folder = new WorkFolder();

        var file = folder.Write("a.pdf", PdfWriter.Write(Drh.Render(content, CvSamples.Indonesian), null));

        Assert.Equal(0, Tool.Run("qpdf", "--check", file).ExitCode);
        var boxes = Tool.Run("pdftotext", "-bbox", file, "-").Output.Split('\n').Where(l => l.Contains("xMax=", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(boxes);
        Assert.All(boxes, line =>
        {
            Assert.InRange(Value(line, "xMax"), 0, 595.28 - 50);
            Assert.InRange(Value(line, "yMax"), 0, 841.89 - 10);
        });
    }

    private static double Value(string line, string name)
    {
        var start = line.IndexOf(name + "=\"", StringComparison.Ordinal) + name.Length + 2;
        return double.Parse(line[start..line.IndexOf('"', start)], CultureInfo.InvariantCulture);
    }

    private static string TextOf(PdfDocument document)
    {
        using var folder = new WorkFolder();
        var text = Tool.Run("pdftotext", "-raw", folder.Write("a.pdf", PdfWriter.Write(document, null)), "-").Output;
        return string.Join(' ', text.Replace('\u00A0', ' ').Split([' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static void AssertInOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var next = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(next >= at, $"'{part}' is not after what should stand before it in:\n{text}");
            at = next;
        }
    }
}
