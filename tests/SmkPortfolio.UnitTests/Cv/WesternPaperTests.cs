using System.Globalization;
using System.Text;
using SmkPortfolio.Cv;
using SmkPortfolio.Pdf;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

public class WesternPaperTests
{
    public static TheoryData<string, string> CurriculaVitae => new()
    {
        { "drh", "id" }, { "drh", "en" }, { "international", "en" }, { "europass", "en" }, { "europass", "de" }, { "europass", "id" }, { "lebenslauf", "de" },
    };

    [Theory]
    [MemberData(nameof(CurriculaVitae))]
    public void No_word_of_the_content_is_lost(string name, string language)
    {
        var content = CvSamples.For(CvFormats.Find(name)!, language);

        PaperText.AssertContains(Text(name, content, language), [.. PaperText.WordsOf(content)]);
    }

    [Theory]
    [MemberData(nameof(CurriculaVitae))]
    public void No_word_of_20000_characters_in_one_line_is_lost(string name, string language)
    {
        var content = CvFormats.Trim(CvFormats.Find(name)!, CvSamples.Edges["20,000 characters in one line"](language));

        PaperText.AssertContains(Text(name, content, language), content.Entries[0].Description[0].Split(' '));
    }

    [Fact]
    public void The_drh_has_its_parts_in_the_order_that_Indonesian_offices_know() => AssertOrder(
        "drh", "id", "DAFTAR RIWAYAT HIDUP", "Data Pribadi", "Kulon Progo, 12 Mei 2008", "Jenis kelamin", "perempuan", "Kewarganegaraan", "Pendidikan Formal", "diperkirakan lulus Jun 2026",
        "Pendidikan Nonformal dan Pelatihan", "Pelatihan K3 dasar", "Pengalaman PKL dan Kerja", "Operator las", "Pembantu bengkel las", "Pernyataan siswa",
        "Proyek dan Karya", "Sertifikat Kompetensi", "Keahlian", "Bahasa", "Pengalaman Organisasi", "Sekretaris OSIS", "Prestasi", "Juara 2 LKS",
        "Daftar riwayat hidup ini saya buat dengan sebenarnya.", "Sleman, 12 Mei 2026", "Dyah Ayu Kusumaningrum", "Periksa keaslian");

    [Fact]
    public void The_international_cv_has_its_parts_in_order_with_short_months() => AssertOrder(
        "international", "en", "Dyah Ayu Kusumaningrum", "Sleman, Indonesia", "+62 812", "dyah.ayu@siswa.example", "folio.example/s/AbCdEf", "Profile", "Key skills",
        "Experience", "Welding operator", "Jul 2025 – Dec 2025", "Angle-iron racks", "Sep 2025", "Helper in a welding shop", "Projects", "Education", "Jul 2023 – present",
        "Certifications", "Mar 2026, valid until Mar 2029", "No. 24132 7212 2 0001234 2026", "Languages", "≈ CEFR B1", "Student's own statement", "Check that this paper is genuine");

    [Fact]
    public void The_international_cv_says_nothing_that_its_readers_may_not_ask()
    {
        var text = Text("international", CvSamples.For(International.Format, "en"), "en");

        Assert.All(["2008", "KulonProgo", "female", "Nationality", "Portrait", "Magelang"], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        using var folder = new WorkFolder();
        var file = folder.Write("a.pdf", PdfWriter.Write(International.Render(CvSamples.For(International.Format, "en"), CvSamples.Options("en")), null));
        Assert.DoesNotContain("jpeg", Tool.Run("pdfimages", "-list", file).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "595.28 x 841.89 pts (A4)")]
    [InlineData(true, "612 x 792 pts (letter)")]
    public void The_international_cv_fits_the_readers_paper(bool isLetter, string size)
    {
        using var folder = new WorkFolder();
        var document = International.Render(CvSamples.For(International.Format, "en"), CvSamples.Options("en") with { Letter = isLetter });

        Assert.Contains(size, Tool.Run("pdfinfo", folder.Write("a.pdf", PdfWriter.Write(document, null))).Output, StringComparison.Ordinal);
        Assert.InRange(PdfWriter.CountPages(document), 1, 2);
    }

    [Fact]
    public void The_international_cv_is_read_line_by_line_by_software_that_knows_no_columns()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("a.pdf", PdfWriter.Write(International.Render(CvSamples.For(International.Format, "en"), CvSamples.Options("en")), null));

        var lines = Tool.Run("pdftotext", file, "-").Output.Split('\n').Select(l => l.Trim()).ToList();

        Assert.Equal(["Profile", "Experience", "Projects", "Education", "Certifications"], lines.Where(l => l is "Profile" or "Experience" or "Projects" or "Education" or "Certifications"));
        Assert.True(lines.IndexOf("Welding operator, fabrication line") < lines.FindIndex(l => l.Contains("Welded table frames", StringComparison.Ordinal)));
    }

    [Fact]
    public void Europass_has_its_parts_in_order_with_days_in_full() => AssertOrder(
        "europass", "en", "EUROPASS", "Personal information", "Date of birth", "12/05/2008", "Nationality", "Gender", "female", "About me",
        "Work experience", "14/07/2025 – 19/12/2025", "Welding operator", "Education and training", "17/07/2023", "Language skills", "Mother tongue(s)", "Javanese, Indonesian", "Digital skills", "Projects",
        "Volunteering", "Honours and awards", "Hobbies and interests", "Driving licence", "Student's own statement");

    [Fact]
    public void Europass_of_somebody_who_never_worked_begins_with_schooling_and_placements()
    {
        var content = CvSamples.For(Europass.Format, "de");

        PaperText.AssertInOrder(Text("europass", content with { Past = [] }, "de"), "Schul- und Berufsbildung", "Praktika", "Schweißerin in der Fertigungslinie", "Zertifikate");
        PaperText.AssertInOrder(Text("europass", content, "de"), "Berufserfahrung", "Aushilfe in einer Schweißwerkstatt", "Schul- und Berufsbildung");
    }

    [Fact]
    public void Europass_shows_the_language_grid_as_a_table_with_heads_and_says_what_the_levels_mean()
    {
        using var folder = new WorkFolder();
        var document = Europass.Render(CvSamples.For(Europass.Format, "en"), CvSamples.Options("en"));
        var structure = Tool.Run("pdfinfo", "-struct-text", folder.Write("a.pdf", PdfWriter.Write(document, null))).Output;
        var table = structure[structure.IndexOf("Other language(s)", StringComparison.Ordinal)..structure.IndexOf("Digital skills", StringComparison.Ordinal)];

        PaperText.AssertInOrder(PaperText.Squeezed(table), "Understanding", "Speaking", "Writing", "Listening", "Reading", "Spoken interaction", "Spoken production", "English", "B1", "B1", "A2", "A2", "B1", "Japanese", "A2 (overall)");
        Assert.Equal((8, 2), (structure.Split("/Scope /Column").Length - 1, structure.Split("/Scope /Row").Length - 1));
        Assert.Contains("A1 and A2: basic user · B1 and B2: independent user · C1 and C2: proficient user", string.Join(' ', structure.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("id")]
    public void Europass_gives_no_level_of_the_european_framework(string language)
    {
        var text = Text("europass", CvSamples.For(Europass.Format, language), language);

        Assert.All(["EQF", "EQR", "KKNI"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_lebenslauf_has_its_parts_in_the_order_of_german_employers() => AssertOrder(
        "lebenslauf", "de", "Lebenslauf", "Persönliche Daten", "Anschrift", "Telefon", "E-Mail", "12.05.2008 in Kulon Progo", "Staatsangehörigkeit", "indonesisch", "Berufsziel", "Ausbildung zur Konstruktionsmechanikerin",
        "Praktika und Berufserfahrung", "07/2025 – 12/2025", "Schweißerin", "06/2024 – 07/2024", "Aushilfe", "Schulbildung", "seit 07/2023", "Abschluss voraussichtlich 06/2026", "07/2020 – 06/2023",
        "Projekte", "Zertifikate und Weiterbildungen", "gültig bis 03/2029", "Sprachkenntnisse", "Niveau B1 (GER)", "EDV- und Fachkenntnisse", "Führerschein", "Klasse C", "Ehrenamt und Interessen", "Eigene Angaben",
        "Sleman, 12.05.2026", "Dyah Ayu Kusumaningrum", "Echtheit dieses Dokuments prüfen");

    [Fact]
    public void The_lebenslauf_keeps_45_by_60_millimetres_for_the_photo_and_leaves_out_the_gender()
    {
        var content = CvSamples.For(Lebenslauf.Format, "de");
        using var folder = new WorkFolder();
        var structure = Tool.Run("pdfinfo", "-struct-text", folder.Write("a.pdf", PdfWriter.Write(Lebenslauf.Render(content, CvSamples.Options("de")), null))).Output;

        var box = structure.Split("/BBox [")[1].Split(']')[0].Split(' ').Select(n => float.Parse(n, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal((127.56, 170.08), (Math.Round(box[2] - box[0], 2), Math.Round(box[3] - box[1], 2)));
        Assert.Equal(544.28f, box[2]);
        Assert.Null(content.Person.Gender);
    }

    [Fact]
    public void What_still_lasts_comes_first_and_what_has_no_date_last()
    {
        var content = CvSamples.For(Lebenslauf.Format, "de");
        var changed = content with { Entries = [content.Entries[0] with { From = null, Until = null }], Past = [content.Past[0], content.Past[0] with { Title = "Minijob", From = new DateOnly(2022, 1, 1), Until = null }] };

        PaperText.AssertInOrder(Text("lebenslauf", changed, "de"), "seit 01/2022", "Minijob", "06/2024 – 07/2024", "Aushilfe", "Schweißerin in der Fertigungslinie");
    }

    [Fact]
    public void A_lebenslauf_asks_about_every_time_that_no_station_accounts_for()
    {
        var content = CvSamples.For(Lebenslauf.Format, "de");

        Assert.DoesNotContain(CvFormats.Missing(Lebenslauf.Format, content), m => m.Code.StartsWith("gap:", StringComparison.Ordinal));
        var left = content with
        {
            Education = [content.Education[0] with { Until = new DateOnly(2025, 6, 20) }, content.Education[1] with { Until = new DateOnly(2023, 3, 1) }],
            Past = [],
        };
        Assert.Equal(["gap:2023-03-01/2023-07-17", "gap:2025-12-19/2026-05-12"], CvFormats.Missing(Lebenslauf.Format, left).Select(m => m.Code).Where(c => c.StartsWith("gap:", StringComparison.Ordinal)));
        var brief = left with { Education = [left.Education[0], left.Education[1] with { Until = new DateOnly(2023, 5, 17) }] };
        Assert.Equal(["gap:2025-12-19/2026-05-12"], CvFormats.Missing(Lebenslauf.Format, brief).Select(m => m.Code).Where(c => c.StartsWith("gap:", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(CurriculaVitae))]
    public void A_text_in_another_language_says_so(string name, string language)
    {
        using var folder = new WorkFolder();
        var format = CvFormats.Find(name)!;
        var content = CvSamples.For(format, language) with { ForeignTexts = new Dictionary<string, string> { ["entries[0].title"] = "fr", ["entries[0].description"] = "sv", ["person.summary"] = "nl" } };
        folder.Write("a.pdf", PdfWriter.Write(format.Render(content, CvSamples.Options(language)), null));

        Tool.Run("qpdf", "--qdf", "--object-streams=disable", folder["a.pdf"], folder["b.pdf"]);
        var objects = Encoding.Latin1.GetString(File.ReadAllBytes(folder["b.pdf"])).Split("endobj");

        Assert.Single(objects, o => o.Contains("/Lang (fr)", StringComparison.Ordinal) && o.Contains("/S /H3", StringComparison.Ordinal));
        Assert.Equal(2, objects.Count(o => o.Contains("/Lang (sv)", StringComparison.Ordinal)));
        Assert.Single(objects, o => o.Contains("/Lang (nl)", StringComparison.Ordinal));
        Assert.Contains(CvFormats.Missing(format, content), m => m == new CvMissing("entries[0].title", IsNeeded: false, "fr"));
    }

    [Fact]
    public void What_a_format_asks_for_is_named_by_the_path_of_its_field()
    {
        var nobody = CvSamples.Empty;

        Assert.Equal(["person.photo", "person.birthDate", "person.address", "person.phone", "person.email", "education", "entries"], Codes(Drh.Format, nobody));
        Assert.Equal(["person.summary", "person.city", "person.phone", "person.email", "education", "entries", "languages"], Codes(International.Format, nobody));
        Assert.Equal(["person.birthDate", "person.nationality", "person.summary", "person.phone", "person.email", "education", "entries", "languages"], Codes(Europass.Format, nobody));
        Assert.Equal(["person.photo", "person.birthDate", "person.nationality", "person.address", "statements.motivation", "person.phone", "person.email", "education", "entries", "languages"], Codes(Lebenslauf.Format, nobody));
        Assert.Equal(["entries"], Codes(Booklet.Format, nobody));
        Assert.Equal(["entries.internship"], Codes(PklCertificate.Format, nobody));
        Assert.Equal(["entries.competencies"], Codes(Transcript.Format, nobody));
        Assert.All(CvFormats.All, format => Assert.All(CvFormats.Missing(format, CvSamples.For(format, format.Languages[0])), m => Assert.False(m.IsNeeded, $"{format.Name} {m.Code}")));
    }

    private static IEnumerable<string> Codes(CvFormat format, CvContent content) => CvFormats.Missing(format, content).Select(m => m.Code);

    private static void AssertOrder(string name, string language, params string[] parts) =>
        PaperText.AssertInOrder(Text(name, CvSamples.For(CvFormats.Find(name)!, language), language), parts);

    private static string Text(string name, CvContent content, string language) => PaperText.Of(CvFormats.Find(name)!.Render(content, CvSamples.Options(language)));
}
