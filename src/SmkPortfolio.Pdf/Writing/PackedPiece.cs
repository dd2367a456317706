using System.Runtime.InteropServices;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>Bytes coded once, to be put into any stream of their code.</summary>
/// <param name="Words">Their bits.</param>
/// <param name="BitCount">How many.</param>
/// <param name="Sum">Their checksum.</param>
internal sealed record PackedPiece(uint[] Words, int BitCount, Adler Sum)
{
    [ThreadStatic]
    private static ByteSink? workshop;

    public static PackedPiece Of(LiteralCode code, ReadOnlySpan<byte> bytes)
    {
        var sink = workshop ??= new ByteSink();
        sink.Clear();
        var bits = new BitSink(sink);
        var count = 0;
        foreach (var value in bytes)
        {
            var (word, length) = code[value];
            bits.Add(word, length);
            count += length;
        }

        bits.Finish();
        sink.Raw("\0\0\0"u8[..(-sink.Count & 3)]);
        return new PackedPiece([.. MemoryMarshal.Cast<byte, uint>(sink.Span)], count, Adler.Of(bytes));
    }
}
