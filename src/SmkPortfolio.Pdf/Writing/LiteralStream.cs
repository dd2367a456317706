namespace SmkPortfolio.Pdf.Writing;

/// <summary>A deflate stream of bytes and packed pieces, all of one code.</summary>
internal ref struct LiteralStream
{
    private readonly LiteralCode code;
    private readonly ByteSink sink;
    private BitSink bits;
    private Adler sum = Adler.Empty;

    public LiteralStream(LiteralCode code, ByteSink sink)
    {
        (this.code, this.sink) = (code, sink);
        bits = new BitSink(sink);
        code.WriteHead(ref bits);
    }

    public void Add(scoped ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            var (word, length) = code[value];
            bits.Add(word, length);
        }

        sum = sum.Then(Adler.Of(bytes));
    }

    public void Add(PackedPiece piece)
    {
        var left = piece.BitCount;
        foreach (var word in piece.Words)
        {
            bits.Add(word, Math.Min(32, left));
            left -= 32;
        }

        sum = sum.Then(piece.Sum);
    }

    public void Finish()
    {
        code.WriteEnd(ref bits);
        bits.Finish();
        sink.Unsigned32(sum.Value);
    }
}
