using System.Globalization;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

public sealed class LimitTests
{
    [Fact]
    public void The_limits_are_those_that_are_promised()
    {
        var limits = new EvidenceLimits();
        Assert.Equal((25L << 20, 200L << 20, 25L << 20), (limits.BytesFor(EvidenceKinds.Pdf), limits.BytesFor(EvidenceKinds.Mp4), limits.BytesFor(EvidenceKinds.Mp3)));
        Assert.Equal((100_000_000L, 300), (limits.MaxPixels, limits.MaxPages));
    }

    [Fact]
    public async Task Of_a_file_that_is_too_large_or_of_no_kind_that_is_taken_no_more_is_read_than_needed()
    {
        var limits = new EvidenceLimits { MaxBytes = 1_000_000 };
        await using var picture = new CountingStream(Fixtures.Read("bare.jpg"));
        await using var text = new CountingStream("catatan"u8.ToArray());

        Assert.Equal(RefusalCodes.TooLarge, Assert.IsType<EvidenceRefusal>(await EvidenceIntake.CleanAsync(picture, limits, TestContext.Current.CancellationToken)).Code);
        Assert.Equal(RefusalCodes.TypeRefused, Assert.IsType<EvidenceRefusal>(await EvidenceIntake.CleanAsync(text, limits, TestContext.Current.CancellationToken)).Code);

        Assert.InRange(picture.Given, 1_000_001, 1_300_000);
        Assert.InRange(text.Given, 1, 200_000);
    }

    [Fact]
    public async Task A_refusal_names_the_limit_and_what_was_found()
    {
        using var known = new MemoryStream([.. Fixtures.Read("bare.jpg"), .. new byte[1000]]);
        var limits = new EvidenceLimits { MaxPixels = 1000, MaxPages = 2 };

        Assert.Equal(new EvidenceRefusal(RefusalCodes.TooLarge, EvidenceKinds.Jpeg, 900, known.Length), await EvidenceIntake.CleanAsync(known, limits with { MaxBytes = 900 }, TestContext.Current.CancellationToken));
        Assert.Equal(new EvidenceRefusal(RefusalCodes.TooManyPixels, EvidenceKinds.Png, 1000, 48 * 32), await Fixtures.TakeIn(Fixtures.Read("bare.png"), limits));
        Assert.Equal(new EvidenceRefusal(RefusalCodes.TooManyPages, EvidenceKinds.Pdf, 2, 3), await Fixtures.TakeIn(Pages(3), limits));
    }

    [Fact]
    public async Task Pages_are_counted_wherever_they_stand()
    {
        var limits = new EvidenceLimits { MaxPages = 5 };
        await Fixtures.Clean(Pages(5), limits);
        await IsRefused(6, Pages(6));
        // A page written again by a later change is no further page.
        await Fixtures.Clean(Later(Pages(5), "3 0 obj\n<< /Type /Page /Parent 2 0 R /Rotate 90 >>\nendobj\n"), limits);
        await IsRefused(6, Later(Pages(5), "99 0 obj\n<</MediaBox[0 0 9 9]/Parent 2 0 R/Type/Page>>\nendobj\n"));
        // One page, named by a tree as often as it likes.
        await IsRefused(400, PdfFiles.With("/Other << /Type /Pages /Kids [3 0 R 3 0 R] /Count 400 >>"));
        await IsRefused(400, PdfFiles.With("/Other <</Count 400/Kids[3 0 R]/Type/Pages>>"));
        await Fixtures.Clean(PdfFiles.With("/Outlines << /Type /Outlines /Count 400 >>"), limits);
        // Pages in a compressed object stream, beside the one in the open.
        var packed = PdfFiles.Deflated(PdfFiles.Ascii(string.Concat(Enumerable.Repeat("<</Type/Page/Parent 2 0 R>>", 7))));
        await IsRefused(8, PdfFiles.With("", PdfFiles.Stream("/Type /ObjStm /N 7 /First 40 /Filter /FlateDecode", packed)));

        async Task IsRefused(long found, byte[] pdf) =>
            Assert.Equal(new EvidenceRefusal(RefusalCodes.TooManyPages, EvidenceKinds.Pdf, 5, found), await Fixtures.TakeIn(pdf, limits));
    }

    [Fact]
    public async Task A_file_that_lies_on_disk_is_cleaned_where_it_lies()
    {
        var told = ExifTool.Write(Fixtures.Read("bare.jpg"), "jpg", "-GPSLatitude=-6.2", "-Artist=Budi");
        var path = ExifTool.TemporaryPath("part");
        try
        {
            await File.WriteAllBytesAsync(path, told, TestContext.Current.CancellationToken);
            await using (var refused = File.OpenRead(path))
            {
                Assert.IsType<EvidenceRefusal>(EvidenceIntake.CleanSpooled(refused, new EvidenceLimits { MaxBytes = 10 }));
                Assert.True(refused.CanRead);
            }
            var taken = File.OpenRead(path);
            await using (var cleaned = Assert.IsType<CleanedEvidence>(EvidenceIntake.CleanSpooled(taken, new EvidenceLimits())))
            {
                using var copy = new MemoryStream();
                await cleaned.Content.CopyToAsync(copy, TestContext.Current.CancellationToken);
                Assert.Equal(Fixtures.Read("bare.jpg"), copy.ToArray());
            }
            Assert.False(taken.CanRead);
            Assert.Equal(told, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Pages(int count) =>
        PdfFiles.With("", [.. Enumerable.Range(1, count - 1).Select(_ => PdfFiles.Ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"))]);

    private static byte[] Later(byte[] pdf, string change) =>
        [.. pdf, .. PdfFiles.Ascii($"\n{change}xref\n0 0\ntrailer\n<< /Root 1 0 R >>\nstartxref\n{(pdf.Length + 1 + change.Length).ToString(CultureInfo.InvariantCulture)}\n%%EOF")];

    /// <summary>Begins as a file and goes on for ever.</summary>
    private sealed class CountingStream(byte[] start) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The network is read asynchronously.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var span = buffer.Span;
            span.Fill((byte)'x');
            if (Given == 0)
            {
                start.AsSpan().CopyTo(span);
            }
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
