using SmkPortfolio.Cv;
using SmkPortfolio.Pdf;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>Papers about the work rather than the person: booklet, internship certificate, skills transcript.</summary>
public class WorkPaperTests
{
    public static TheoryData<string> Languages => new(Booklet.Format.Languages);

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_booklet_shows_every_picture_with_its_words_and_loses_none_of_the_texts(string language)
    {
        using var folder = new WorkFolder();
        var content = CvSamples.For(Booklet.Format, language);
        var document = Booklet.Render(content, CvSamples.Options(language));
        var file = folder.Write("a.pdf", PdfWriter.Write(document, null));
        var text = PaperText.Of(document);

        Assert.InRange(PdfWriter.CountPages(document), 2, 20);
        PaperText.AssertContains(text, [.. content.Entries.SelectMany(e => new[] { e.Title, e.Organisation, e.Role, e.Result }.Concat(e.Description)), .. content.Entries.SelectMany(e => e.Pictures).Select(p => p.Caption), content.Person.Summary, content.Person.Headline]);
        var figures = Tool.Run("pdfinfo", "-struct-text", file).Output.Split("Figure").Length - 1;
        // The portrait and the code are figures too.
        Assert.Equal(content.Entries.Sum(e => e.Pictures.Count) + 2, figures);
    }

    [Fact]
    public void The_contents_of_the_booklet_name_the_page_on_which_each_work_begins()
    {
        using var folder = new WorkFolder();
        var content = CvSamples.For(Booklet.Format, "en");
        var file = folder.Write("a.pdf", PdfWriter.Write(Booklet.Render(content, CvSamples.Options("en")), null));
        string Page(int number) => PaperText.Squeezed(Tool.Run("pdftotext", "-raw", "-f", $"{number}", "-l", $"{number}", file, "-").Output);

        var contents = Page(2);

        Assert.All(content.Entries, entry =>
        {
            var title = PaperText.Squeezed(entry.Title);
            var at = contents.IndexOf(title, StringComparison.Ordinal) + title.Length;
            Assert.Contains(title, Page(contents[at] - '0'), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Own_word_comes_last_in_the_booklet_and_is_called_so()
    {
        var text = PaperText.Of(Booklet.Render(CvSamples.For(Booklet.Format, "en"), CvSamples.Options("en")));
        var pages = text[text.IndexOf("Aboutme", StringComparison.Ordinal)..];

        PaperText.AssertInOrder(pages, "Window grilles", "Confirmed by a teacher", "Welding operator", "Confirmed by the company", "Carport canopy", "Student's own statement: written by the student, not confirmed", "Online safety course", "Student's own statement");
    }

    [Fact]
    public void A_booklet_of_many_works_grows_denser_rather_than_longer_than_20_pages()
    {
        var content = CvSamples.For(Booklet.Format, "id");
        var many = content with { Entries = [.. Enumerable.Range(0, 24).Select(i => content.Entries[i % 6] with { Pictures = [TestPictures.All[i % 6]] })] };

        Assert.InRange(PdfWriter.CountPages(Booklet.Render(many, CvSamples.Options("id"))), 10, 20);
    }

    [Fact]
    public void Without_pictures_the_booklet_still_holds_every_work()
    {
        var content = CvFormats.Trim(Booklet.Format, CvSamples.Full("ko"));

        PaperText.AssertContains(PaperText.Of(Booklet.Render(content, CvSamples.Options("ko"))), [.. content.Entries.Select(e => e.Title), "차례", "자기소개"]);
    }

    [Fact]
    public void The_certificate_is_a_landscape_sheet_with_the_check_behind_it()
    {
        using var folder = new WorkFolder();
        var document = PklCertificate.Render(CvSamples.For(PklCertificate.Format, "id"), CvSamples.Options("id"));
        var file = folder.Write("a.pdf", PdfWriter.Write(document, null));

        var front = PaperText.Squeezed(Tool.Run("pdftotext", "-raw", "-l", "1", file, "-").Output);

        Assert.Equal(2, PdfWriter.CountPages(document));
        Assert.Contains("841.89 x 595.28 pts (A4)", Tool.Run("pdfinfo", file).Output, StringComparison.Ordinal);
        PaperText.AssertInOrder(
            front, "SMK Negeri Contoh", "Sertifikat Praktik Kerja Lapangan", "Nomor: 7K2QX-9M4TBC", "Dyah Ayu Kusumaningrum", "lahir di Kulon Progo, 12 Mei 2008", "telah menyelesaikan praktik kerja lapangan di PT Baja Contoh Mandiri, Bantul",
            "Operator las di lini fabrikasi", "14 Juli 2025 sampai dengan 19 Desember 2025", "720 (6 jam sehari)", "92", "Amat Baik", "Mengelas dengan proses GMAW", "C.24LAS01.007.1", "Memeriksa sambungan",
            "Dikonfirmasi perusahaan", "Bambang Setiawan", "Instruktur dunia kerja", "Sleman, 12 Mei 2026", "Kepala sekolah", "Dra. Hartini, M.Pd.");
        Assert.DoesNotContain("Periksa keaslian", front, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_the_student_says_is_a_record_and_no_certificate()
    {
        var content = CvSamples.For(PklCertificate.Format, "id");
        var own = content with { Entries = [content.Entries[0] with { Word = "self", ConfirmedBy = [], ConfirmedOn = null }] };
        var text = PaperText.Of(PklCertificate.Render(own, CvSamples.Options("id")));

        PaperText.AssertContains(text, ["Catatan Praktik Kerja Lapangan", "menyatakan telah menjalani", "Pernyataan siswa"]);
        Assert.DoesNotContain("SertifikatPraktik", text, StringComparison.Ordinal);
        Assert.Contains(CvFormats.Missing(PklCertificate.Format, own), m => m == new CvMissing("entries[0].confirmedBy", IsNeeded: true));
    }

    [Fact]
    public void Without_an_internship_there_is_no_certificate()
    {
        var content = CvSamples.For(PklCertificate.Format, "en");

        Assert.Throws<ArgumentException>(() => PklCertificate.Render(content with { Entries = [content.Entries[1]] }, CvSamples.Options("en")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_transcript_lists_each_competency_once_with_all_its_proofs(string language)
    {
        var content = CvSamples.For(Transcript.Format, language);
        var text = PaperText.Of(Transcript.Render(content, CvSamples.Options(language)));

        var drawings = content.Entries[1].Competencies[0];
        PaperText.AssertInOrder(text, drawings.Name, drawings.Code, content.Entries[1].Title, content.Entries[2].Title, content.Entries[0].Competencies[0].Name, content.Entries[0].Title, content.Entries[4].Competencies[0].Name, content.Entries[4].Title);
        Assert.Equal(2, text.Split(drawings.Code).Length);
    }

    [Fact]
    public void A_transcript_without_competencies_says_so()
    {
        var content = CvSamples.For(Transcript.Format, "de");

        PaperText.AssertContains(
            PaperText.Of(Transcript.Render(content with { Entries = [.. content.Entries.Select(e => e with { Competencies = [] })] }, CvSamples.Options("de"))),
            ["Die gewählten Einträge nennen noch keine Kompetenzen.", "Fenstergitter für die Dorfklinik"]);
    }
}
