using System.IO.Compression;
using SmkPortfolio.Pdf.Writing;

namespace SmkPortfolio.UnitTests.Pdf;

public class LiteralStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    public void The_deflater_of_the_platform_reads_what_was_written(int length)
    {
        var random = new Random(length);
        var code = new LiteralCode(Counts(random));
        var (before, piece, after) = (Bytes(random, length), Bytes(random, length / 3), Bytes(random, length / 7));
        var sink = new ByteSink();

        var stream = new LiteralStream(code, sink);
        stream.Add(before);
        stream.Add(PackedPiece.Of(code, piece));
        stream.Add(after);
        stream.Finish();

        // Reading fails where the checksum is not that of the bytes.
        using var inflater = new ZLibStream(new MemoryStream(sink.Span.ToArray()), CompressionMode.Decompress);
        using var read = new MemoryStream();
        inflater.CopyTo(read);
        Assert.Equal([.. before, .. piece, .. after], read.ToArray());
    }

    [Fact]
    public void No_code_is_too_long_however_rare_its_byte_is()
    {
        var counts = new long[256];
        var (last, next) = (1L, 1L);
        for (var i = 0; i < 60; i++) (counts[i], last, next) = (last, next, last + next);
        var sink = new ByteSink();

        var stream = new LiteralStream(new LiteralCode(counts), sink);
        stream.Add([.. Enumerable.Range(0, 256).Select(i => (byte)i)]);
        stream.Finish();

        using var inflater = new ZLibStream(new MemoryStream(sink.Span.ToArray()), CompressionMode.Decompress);
        using var read = new MemoryStream();
        inflater.CopyTo(read);
        Assert.Equal(Enumerable.Range(0, 256).Select(i => (byte)i), read.ToArray());
    }

    [Fact]
    public void Bytes_that_are_frequent_become_few_bits()
    {
        var counts = new long[256];
        counts['a'] = 1000;
        counts['b'] = 10;

        var (piece, rare) = (PackedPiece.Of(new LiteralCode(counts), "aaaa"u8), PackedPiece.Of(new LiteralCode(counts), "zzzz"u8));

        Assert.Equal(4, piece.BitCount);
        Assert.InRange(rare.BitCount, 32, 60);
    }

    private static byte[] Bytes(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (byte)Math.Min(random.Next(256), random.Next(256)))];

    private static long[] Counts(Random random) => [.. Enumerable.Range(0, 256).Select(i => (long)random.Next(1 + 40 * (256 - i)))];
}
