namespace SmkPortfolio.Pdf.Writing;

/// <summary>Lets the deflater write into a sink.</summary>
internal sealed class SinkStream(ByteSink sink) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => sink.Count;

    public override long Position { get => sink.Count; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer) => sink.Raw(buffer);

    public override void Write(byte[] buffer, int offset, int count) => sink.Raw(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
