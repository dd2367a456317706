using System.Text;
using SmkPortfolio.Pdf;
using SmkPortfolio.Pdf.Reading;

namespace SmkPortfolio.UnitTests.Pdf.Reading;

public class SealedPdfTests
{
    [Fact]
    public void A_signed_file_gives_signature_digest_and_attachment()
    {
        var file = HandmadePdf.Signed();

        var read = SealedPdf.Read(file);

        Assert.True(read.Parsed, read.Problem);
        Assert.True(read.HasSignature);
        Assert.Null(read.CoverageProblem);
        Assert.True(read.CoversWholeFile);
        Assert.Equal(HandmadePdf.Cms, read.Cms);
        Assert.Equal(HandmadePdf.DigestWithoutHole(file), read.SignedDigest);
        var attachment = Assert.Single(read.Attachments);
        Assert.Equal(("a.json", "application/json", "A (small) file", "Data"), (attachment.Name, attachment.MediaType, attachment.Description, attachment.Relationship));
        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(attachment.Bytes));
    }

    [Fact]
    public void Bytes_added_at_the_end_are_not_covered()
    {
        var read = SealedPdf.Read((byte[])[.. HandmadePdf.Signed(), (byte)'\n']);

        Assert.True(read.Parsed);
        Assert.False(read.CoversWholeFile);
        Assert.Equal("something was added after signing", read.CoverageProblem);
    }

    [Fact]
    public void A_signature_that_starts_late_does_not_cover_the_file()
    {
        var text = Encoding.Latin1.GetString(HandmadePdf.Signed()).Replace("[0 0000", "[1 0000", StringComparison.Ordinal);

        var read = SealedPdf.Read(Encoding.Latin1.GetBytes(text));

        Assert.True(read.Parsed);
        Assert.False(read.CoversWholeFile);
    }

    [Fact]
    public void Padding_other_than_zeros_is_refused()
    {
        var file = HandmadePdf.Signed();
        var end = Encoding.Latin1.GetString(file).IndexOf("0>>>", StringComparison.Ordinal);
        file[end] = (byte)'1';

        var read = SealedPdf.Read(file);

        Assert.False(read.CoversWholeFile);
        Assert.Equal("something was hidden behind the signature", read.CoverageProblem);
    }

    [Fact]
    public void A_letter_of_the_signature_in_the_other_case_is_refused()
    {
        var file = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(HandmadePdf.Signed()).Replace("2a0401ab", "2A0401ab", StringComparison.Ordinal));

        Assert.False(SealedPdf.Read(file).CoversWholeFile);
    }

    [Fact]
    public void A_hole_that_is_larger_than_the_signature_value_is_refused()
    {
        var file = HandmadePdf.Signed();
        var text = Encoding.Latin1.GetString(file);
        var start = text.IndexOf("/Contents<", StringComparison.Ordinal) + "/Contents".Length;
        var smaller = text.Replace(start.ToString("D8", null), (start - 1).ToString("D8", null), StringComparison.Ordinal);

        var read = SealedPdf.Read(Encoding.Latin1.GetBytes(smaller));

        Assert.True(read.Parsed);
        Assert.Equal("the signature leaves out more than itself", read.CoverageProblem);
    }

    [Fact]
    public void An_empty_hole_is_no_signature_value()
    {
        var read = SealedPdf.Read(HandmadePdf.Signed(signature: []));

        Assert.True(read.HasSignature);
        Assert.Null(read.Cms);
        Assert.False(read.CoversWholeFile);
    }

    [Fact]
    public void A_second_signature_is_not_the_one_signature()
    {
        var text = Encoding.Latin1.GetString(HandmadePdf.Signed())
            .Replace("/Fields[4 0 R]", "/Fields[4 0 R<</FT/Sig/V<</Type/Sig>>>>]", StringComparison.Ordinal);
        var moved = Rebuilt(text);

        var read = SealedPdf.Read(moved);

        Assert.True(read.Parsed, read.Problem);
        Assert.False(read.CoversWholeFile);
        Assert.Equal("the file carries more than one signature", read.CoverageProblem);
    }

    [Fact]
    public void A_file_without_signature_says_so()
    {
        var text = Encoding.Latin1.GetString(HandmadePdf.Signed()).Replace("/V 5 0 R", "/X 5 0 R", StringComparison.Ordinal);

        var read = SealedPdf.Read(Encoding.Latin1.GetBytes(text));

        Assert.True(read.Parsed, read.Problem);
        Assert.False(read.HasSignature);
        Assert.False(read.CoversWholeFile);
    }

    [Theory]
    [InlineData("generate")]
    [InlineData("disable")]
    public void Attachments_are_found_in_files_of_another_writer(string objectStreams)
    {
        using var folder = new WorkFolder();
        var source = folder.Write("in.pdf", HandmadePdf.Signed());
        var note = folder.Write("note.txt", "Catatan"u8.ToArray());
        var made = Tool.Run("qpdf", "--object-streams=" + objectStreams, "--compress-streams=y", source, "--add-attachment", note, "--description=Catatan é", "--mimetype=text/plain", "--", folder["out.pdf"]);
        Assert.True(made.ExitCode == 0, made.Output);

        var read = SealedPdf.Read(File.ReadAllBytes(folder["out.pdf"]));

        Assert.True(read.Parsed, read.Problem);
        Assert.Equal(["a.json", "note.txt"], read.Attachments.Select(a => a.Name));
        Assert.Equal("Catatan é", read.Attachments[1].Description);
        Assert.Equal("Catatan"u8.ToArray(), read.Attachments[1].Bytes);
        Assert.False(read.CoversWholeFile);
    }

    [Fact]
    public void Papers_as_large_as_any_that_is_checked_are_read()
    {
        var many = Enumerable.Range(1, 300).Select(n => new PdfAttachment($"line-{n}.json", "application/json", "", Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(n, 1_000))), "Data"));
        var noise = new byte[23 * 1024 * 1024];
        new Random(1).NextBytes(noise);
        var file = PdfWriter.Write(Samples.Document(attachments: [.. many, new PdfAttachment("noise.bin", "application/octet-stream", "", noise, "Data")]), null);

        var read = SealedPdf.Read(file);

        Assert.True(read.Parsed, read.Problem);
        Assert.Equal(301, read.Attachments.Count);
        Assert.Equal(noise, read.Attachments.Single(a => a.Name == "noise.bin").Bytes);
    }

    [Fact]
    public void A_file_cut_anywhere_never_throws_and_never_counts_as_covered()
    {
        var file = HandmadePdf.Signed();
        for (var length = 0; length < file.Length; length++)
        {
            Assert.False(SealedPdf.Read(file.AsMemory(0, length)).CoversWholeFile);
        }
    }

    [Fact]
    public void Any_one_changed_byte_shows_in_coverage_or_digest_or_value()
    {
        var file = HandmadePdf.Signed();
        var digest = HandmadePdf.DigestWithoutHole(file);
        var values = new[] { 0, (byte)'0', (byte)'a', (byte)'A', (byte)' ', 0xFF };
        for (var at = 0; at < file.Length; at++)
        {
            foreach (var value in values.Where(v => v != file[at]))
            {
                var changed = (byte[])file.Clone();
                changed[at] = (byte)value;
                var read = SealedPdf.Read(changed);
                var same = read.CoversWholeFile && read.SignedDigest.AsSpan().SequenceEqual(digest) && read.Cms.AsSpan().SequenceEqual(HandmadePdf.Cms);
                Assert.False(same, $"byte {at} as {value} went unseen");
            }
        }
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            "%PDF-1.7\n"u8[..Math.Min(9, bytes.Length)].CopyTo(bytes);
            Assert.False(SealedPdf.Read(bytes).Parsed);
        }
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        var random = new Random(11);
        var file = HandmadePdf.Signed();
        for (var i = 0; i < 3000; i++)
        {
            var damaged = (byte[])file.Clone();
            for (var k = 0; k < 1 + i % 8; k++)
            {
                damaged[random.Next(damaged.Length)] = (byte)"0123456789[]<>()/ RfnN"[random.Next(22)];
            }

            var read = SealedPdf.Read(damaged);
            Assert.Equal(read.Parsed, read.Problem is null);
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<</A")]
    [InlineData("(")]
    public void Deep_nesting_is_refused(string opening)
    {
        var deep = string.Concat(Enumerable.Repeat(opening, 100_000));
        var file = Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n" + deep + "\nendobj\ntrailer\nstartxref\n9\n%%EOF\n");

        var read = SealedPdf.Read(file);

        Assert.False(read.Parsed);
        Assert.NotNull(read.Problem);
    }

    [Fact]
    public void Cross_references_in_a_circle_are_refused()
    {
        var body = "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n";

        Assert.Equal("the cross references run in a circle", SealedPdf.Read(Encoding.Latin1.GetBytes(body)).Problem);
    }

    /// <summary>Repairs offsets with somebody else's program after the text was changed.</summary>
    private static byte[] Rebuilt(string text)
    {
        using var folder = new WorkFolder();
        var source = folder.Write("in.pdf", Encoding.Latin1.GetBytes(text));
        Tool.Run("qpdf", "--object-streams=disable", source, folder["out.pdf"]);
        return File.ReadAllBytes(folder["out.pdf"]);
    }
}
