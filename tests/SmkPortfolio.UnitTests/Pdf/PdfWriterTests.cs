using System.Globalization;
using System.IO.Compression;
using System.Text;
using SmkPortfolio.Pdf;
using SmkPortfolio.Pdf.Reading;
using PigDocument = UglyToad.PdfPig.PdfDocument;

namespace SmkPortfolio.UnitTests.Pdf;

public class PdfWriterTests
{
    [Fact]
    public void Qpdf_finds_nothing_to_complain_about()
    {
        using var folder = new WorkFolder();
        foreach (var seal in new[] { null, Seals.Throwaway() })
        {
            var file = folder.Write("a.pdf", PdfWriter.Write(Samples.Document(120, attachments: Samples.Attachment()), seal));
            var check = Tool.Run("qpdf", "--check", file);
            Assert.True(check.ExitCode == 0, check.Output);
        }
    }

    [Fact]
    public void All_fonts_are_embedded_subsets_with_a_way_back_to_text()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("a.pdf", PdfWriter.Write(Samples.Document(), null));

        var fonts = Tool.Run("pdffonts", file).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();

        Assert.Equal(3, fonts.Count);
        Assert.All(fonts, line => Assert.Contains("yes yes yes", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_is_tagged_and_says_its_language_and_level()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("a.pdf", PdfWriter.Write(Samples.Document(), Seals.Throwaway()));

        var about = Tool.Run("pdfinfo", file).Output;
        var tree = Tool.Run("pdfinfo", "-struct-text", file).Output;

        Assert.Matches("Tagged: +yes", about);
        Assert.Matches("PDF version: +1.7", about);
        Assert.Contains("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>", Tool.Run("pdfinfo", "-meta", file).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Error", tree, StringComparison.Ordinal);
        foreach (var element in new[] { "Document", "Sect", "H1", "H2", "Table", "THead", "TBody", "TH", "TD", "LI", "LBody", "Link", "Figure", "Form" })
        {
            Assert.Contains(element, tree, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_comes_out_in_reading_order()
    {
        using var folder = new WorkFolder();
        var file = folder.Write("a.pdf", PdfWriter.Write(Samples.Document(2), null));

        var text = Tool.Run("pdftotext", "-raw", file, "-").Output;

        var order = new[] { "Siti", "Ringkasan", "situs sekolah", "English words", "Nilai", "No Kompetensi Skor", "1 Kompetensi nomor 1 61", "• Butir satu", "• Butir dua", "Di samping", "Siti · 1 / 1" };
        var at = -1;
        foreach (var part in order)
        {
            var next = text.IndexOf(part, at + 1, StringComparison.Ordinal);
            Assert.True(next > at, $"'{part}' is not after what should stand before it in:\n{text}");
            at = next;
        }
    }

    [Fact]
    public void Every_string_comes_back_exactly()
    {
        var bytes = PdfWriter.Write(Samples.Document(80), null);

        using var document = PigDocument.Open(bytes);
        var text = string.Join(' ', document.GetPages().Select(p => string.Concat(p.Letters.Select(l => l.Value)))).ReplaceLineEndings(" ");

        var flat = text.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains(Samples.Kerned.Replace(" ", "", StringComparison.Ordinal), flat, StringComparison.Ordinal);
        for (var i = 1; i <= 80; i++)
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Kompetensinomor{i}"), flat, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_sealed_file_is_valid_for_pdfsig_and_covered_for_our_reader()
    {
        using var folder = new WorkFolder();
        var bytes = PdfWriter.Write(Samples.Document(attachments: Samples.Attachment()), Seals.Throwaway());

        var signature = Tool.Run("pdfsig", "-nocert", folder.Write("a.pdf", bytes)).Output;
        var read = SealedPdf.Read(bytes);

        Assert.Contains("Signature is Valid", signature, StringComparison.Ordinal);
        Assert.Contains("Total document signed", signature, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", signature, StringComparison.Ordinal);
        Assert.True(read.CoversWholeFile, read.CoverageProblem ?? read.Problem);
    }

    [Fact]
    public void A_changed_byte_breaks_the_digest()
    {
        using var folder = new WorkFolder();
        var bytes = PdfWriter.Write(Samples.Document(), Seals.Throwaway());
        var digest = SealedPdf.Read(bytes).SignedDigest;
        bytes[bytes.Length / 4] ^= 1;

        Assert.Contains("Digest Mismatch", Tool.Run("pdfsig", "-nocert", folder.Write("a.pdf", bytes)).Output, StringComparison.Ordinal);
        Assert.NotEqual(digest, SealedPdf.Read(bytes).SignedDigest);
    }

    [Fact]
    public void Appended_bytes_and_changed_padding_are_not_covered()
    {
        var bytes = PdfWriter.Write(Samples.Document(), Seals.Throwaway());
        var padded = (byte[])bytes.Clone();
        var end = Encoding.Latin1.GetString(bytes).IndexOf("00>>>", StringComparison.Ordinal);
        padded[end] = (byte)'1';

        Assert.False(SealedPdf.Read((byte[])[.. bytes, (byte)' ']).CoversWholeFile);
        Assert.False(SealedPdf.Read(padded).CoversWholeFile);
    }

    [Fact]
    public void The_hole_is_exactly_the_room_that_was_asked_for()
    {
        var text = Encoding.Latin1.GetString(PdfWriter.Write(Samples.Document(), Seals.Throwaway(1234)));
        var start = text.IndexOf("/Contents<", StringComparison.Ordinal) + "/Contents<".Length;

        Assert.Equal(1234 * 2, text.IndexOf('>', start) - start);
    }

    [Fact]
    public void A_seal_larger_than_its_room_is_refused()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => PdfWriter.Write(Samples.Document(), Seals.Throwaway(100)));

        Assert.Contains("there is room for 100", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Attachments_come_back_byte_for_byte()
    {
        using var folder = new WorkFolder();
        var bytes = PdfWriter.Write(Samples.Document(attachments: [Samples.Attachment("b.json", "{\"b\":2}"), Samples.Attachment()]), Seals.Throwaway());

        var list = Tool.Run("pdfdetach", "-list", folder.Write("a.pdf", bytes)).Output;
        var read = SealedPdf.Read(bytes);

        Assert.Contains("2 embedded files", list, StringComparison.Ordinal);
        Assert.Equal(["b.json", "credential.json"], read.Attachments.Select(a => a.Name));
        Assert.Equal("{\"b\":2}", Encoding.UTF8.GetString(read.Attachments[0].Bytes));
        Assert.All(read.Attachments, a => Assert.Equal(("application/json", "Data", "Kredensial"), (a.MediaType, a.Relationship, a.Description)));
    }

    [Fact]
    public void Two_attachments_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => PdfWriter.Write(Samples.Document(attachments: [Samples.Attachment(), Samples.Attachment()]), null));

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.Fastest)]
    public void The_same_document_gives_the_same_bytes_on_one_thread_and_on_two(CompressionLevel level)
    {
        var expected = Enumerable.Range(0, 12).Select(i => PdfWriter.Write(Samples.Document(20 + i, "Siti " + i.ToString(CultureInfo.InvariantCulture)), null, level)).ToArray();
        var actual = new byte[expected.Length][];

        Parallel.For(0, expected.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
            actual[i] = PdfWriter.Write(Samples.Document(20 + i, "Siti " + i.ToString(CultureInfo.InvariantCulture)), null, level));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_character_without_glyph_is_named_with_its_field_and_nothing_is_signed()
    {
        var isSigned = false;
        var seal = new PdfSeal(100, _ => { isSigned = true; return []; }, "", "", "");

        var problem = Assert.Throws<MissingGlyphException>(() => PdfWriter.Write(Samples.Document(name: "Siti 🙂 ไ"), seal));

        Assert.Contains(problem.Missing, m => m is { CodePoint: "U+1F642", Field: "name", Character: "🙂" });
        Assert.Contains(problem.Missing, m => m.CodePoint == "U+0E44");
        Assert.Contains("U+1F642 in 'name'", problem.Message, StringComparison.Ordinal);
        Assert.False(isSigned);
        Assert.Equal("U+1F642", Assert.Single(FontCoverage.Missing("Siti 🙂🙂", "name")).CodePoint);
    }

    [Fact]
    public void Odd_names_are_set_and_come_back()
    {
        string[] names = ["I", "I Gusti Ngurah", "e\u0301le\u0300ve", "Ø\u0301", "g\u0308", "x\u0323\u0302y", "Ｆ".Normalize(NormalizationForm.FormKC), new string('W', 500), "A\uD800B", "a\u200Bb", "tab\tulator", "((\\))", "<&>", "Şĭ ơ ư ß ﬁ"];
        foreach (var name in names)
        {
            var bytes = PdfWriter.Write(Samples.Document(1, name), null);
            using var document = PigDocument.Open(bytes);
            Assert.True(document.NumberOfPages >= 1);
            using var folder = new WorkFolder();
            var check = Tool.Run("qpdf", "--check", folder.Write("a.pdf", bytes));
            Assert.True(check.ExitCode == 0, name + check.Output);
        }
    }

    [Fact]
    public void An_empty_paragraph_is_no_obstacle()
    {
        var document = Samples.Document() with { Content = new Column(4, new Text("", new TextStyle(10, 14, Color.Black)), new Text("\n\n", new TextStyle(10, 14, Color.Black))) };

        Assert.Equal(1, PdfWriter.CountPages(document));
        Assert.NotEmpty(PdfWriter.Write(document, null));
    }
}
