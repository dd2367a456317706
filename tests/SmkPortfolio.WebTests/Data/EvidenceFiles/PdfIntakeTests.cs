using System.Text;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

public sealed class PdfIntakeTests
{
    [Fact]
    public async Task A_plain_pdf_passes_unchanged()
    {
        var (info, bytes) = await Fixtures.Clean(PdfFiles.Plain);

        Assert.Equal(PdfFiles.Plain, bytes);
        Assert.Equal(("application/pdf", (int?)null, (int?)null, false), (info.MediaType, info.Width, info.Height, info.MetadataRemoved));
    }

    [Fact]
    public async Task A_portrait_is_not_a_pdf() =>
        await Fixtures.IsRefused(RefusalCodes.PortraitRefused, EvidenceKinds.Pdf, PdfFiles.Plain, new EvidenceLimits { ImagesOnly = true });

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("/OpenAction << /S /J#61vaScript /JS (app.alert(1)) >>")]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert(1))>>")]
    [InlineData("/Names << /JavaScript << /Names [] >> >>")]
    [InlineData("/OpenAction << /S /Launch /F (calc) >>")]
    [InlineData("/AcroForm << /XFA [] >>")]
    [InlineData("/Spec << /Type /Filespec /F (setup.exe) >>")]
    [InlineData("/Spec << /Type /Filespec /F (a.pdf) /UF <FEFF0061002E006200610074> >>")]
    [InlineData("/Spec << /Type /Filespec /F (set\\165p.EX\\105) >>")]
    public async Task A_pdf_that_acts_is_refused(string catalogue) =>
        await Fixtures.IsRefused(RefusalCodes.ActivePdf, EvidenceKinds.Pdf, PdfFiles.With(catalogue));

    [Theory]
    [InlineData("/Title (about JavaScript and Launch)")]
    [InlineData("/JavaScriptless true /Launcher (x)")]
    [InlineData("/Spec << /Type /Filespec /F (credential.json) /UF (laporan.exe.pdf) >>")]
    public async Task A_pdf_that_only_speaks_of_it_is_taken(string catalogue) => await Fixtures.Clean(PdfFiles.With(catalogue));

    [Fact]
    public async Task A_pdf_of_nothing_but_names_of_files_is_refused_before_each_was_read() =>
        await Fixtures.IsRefused(RefusalCodes.ActivePdf, EvidenceKinds.Pdf, PdfFiles.With("/Spec [" + string.Concat(Enumerable.Repeat("/F(", 10_001)) + "]"));

    [Fact]
    public async Task Script_in_a_compressed_object_stream_is_found()
    {
        var hidden = PdfFiles.Deflated(PdfFiles.Ascii("9 0 << /S /JavaScript /JS (1) >>"));
        await Fixtures.IsRefused(RefusalCodes.ActivePdf, EvidenceKinds.Pdf,
            PdfFiles.With("", PdfFiles.Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", hidden)));
    }

    [Fact]
    public async Task An_innocent_object_stream_is_taken()
    {
        var innocent = PdfFiles.Deflated(PdfFiles.Ascii("9 0 << /Title (Laporan PKL) >>"));
        await Fixtures.Clean(PdfFiles.With("", PdfFiles.Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", innocent)));
    }

    [Fact]
    public async Task An_object_stream_that_cannot_be_looked_into_is_refused() =>
        await Fixtures.IsRefused(RefusalCodes.ActivePdf, EvidenceKinds.Pdf,
            PdfFiles.With("", PdfFiles.Stream("/Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode", "392030203C3C3E3E>"u8.ToArray())));

    [Fact]
    public async Task An_object_stream_that_swells_without_end_is_refused() =>
        await Fixtures.IsRefused(RefusalCodes.Swells, EvidenceKinds.Pdf,
            PdfFiles.With("", PdfFiles.Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", PdfFiles.Deflated(new byte[70_000_000]))));

    [Fact]
    public async Task A_broken_object_stream_is_broken()
    {
        var data = PdfFiles.Deflated(Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Range(0, 500))));
        data.AsSpan(20, 40).Fill(0xFF);
        await Fixtures.IsRefused(RefusalCodes.Broken, EvidenceKinds.Pdf,
            PdfFiles.With("", PdfFiles.Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", data)));
    }

    [Theory]
    [InlineData("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")]
    [InlineData("/Type /EmbeddedFile /Filter /FlateDecode")]
    public async Task A_stream_that_asks_for_a_dictionary_is_broken(string dictionary) =>
        await Fixtures.IsRefused(RefusalCodes.Broken, EvidenceKinds.Pdf, PdfFiles.With("", PdfFiles.Stream(dictionary, [.. PackedData.WantDictionary, .. new byte[40]])));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_program_inside_a_pdf_is_refused_whatever_it_is_called(bool deflated)
    {
        byte[] program = [(byte)'M', (byte)'Z', .. new byte[100]];
        var stream = deflated
            ? PdfFiles.Stream("/Type /EmbeddedFile /Filter /FlateDecode", PdfFiles.Deflated(program))
            : PdfFiles.Stream("/Type /EmbeddedFile", program);
        await Fixtures.IsRefused(RefusalCodes.ActivePdf, EvidenceKinds.Pdf, PdfFiles.With("", stream));
    }

    [Fact]
    public async Task A_pdf_with_an_attached_text_is_taken() =>
        await Fixtures.Clean(PdfFiles.With("", PdfFiles.Stream("/Type /EmbeddedFile /Subtype /application#2Fjson", "{\"a\": 1}"u8.ToArray())));

    [Fact]
    public async Task An_encrypted_pdf_is_refused() =>
        await Fixtures.IsRefused(RefusalCodes.EncryptedPdf, EvidenceKinds.Pdf, PdfFiles.With("/Encrypt 4 0 R"));

    [Fact]
    public async Task A_pdf_without_its_end_or_its_table_is_broken()
    {
        var text = Encoding.Latin1.GetString(PdfFiles.Plain);
        foreach (var broken in new[]
        {
            text.Replace("%%EOF", "", StringComparison.Ordinal),
            text.Replace("startxref", "startyref", StringComparison.Ordinal),
            text.Replace("startxref\n", "startxref\n9", StringComparison.Ordinal),
            text.Replace("startxref\n", "startxref\n-", StringComparison.Ordinal),
            text.Replace("%PDF-1.7", "%PDF-x.7", StringComparison.Ordinal),
            text + new string('x', 2000),
            "%PDF-1.7",
        })
        {
            await Fixtures.IsRefused(RefusalCodes.Broken, EvidenceKinds.Pdf, PdfFiles.Ascii(broken));
        }
    }

    [Fact]
    public async Task A_name_across_the_edge_of_a_window_is_found()
    {
        for (var shift = 0; shift < 16; shift++)
        {
            var filler = new string('x', 65_536 - 60 - shift);
            await Fixtures.IsRefused(RefusalCodes.ActivePdf, EvidenceKinds.Pdf, PdfFiles.With($"/Title ({filler}) /S /JavaScript"));
        }
    }
}
