using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace SmkPortfolio.Web.Pictures;

/// <summary>The data chunks of a PNG, which follow one another, as one stream.</summary>
/// <param name="firstChunk">Where the first of them begins.</param>
internal sealed class PngData(SafeFileHandle file, long firstChunk) : Stream
{
    // Of the second byte of all: packed with a dictionary agreed upon beforehand. No PNG has one, and to the unpacker it is no damage but a failure.
    private const int WantsDictionary = 0x20;

    private readonly long _length = RandomAccess.GetLength(file);
    private long _at = firstChunk;
    private long _left;
    private long _passed;
    private bool _begun;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_left == 0)
        {
            if (!Next())
            {
                return 0;
            }
        }
        var read = RandomAccess.Read(file, buffer[..(int)Math.Min(_left, buffer.Length)], _at);
        if (_passed < 2 && _passed + read >= 2 && (buffer[1 - (int)_passed] & WantsDictionary) != 0)
        {
            throw PngFile.Damaged();
        }
        _at += read;
        _left -= read;
        _passed += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Next()
    {
        if (_begun)
        {
            _at += PngFile.SumBytes;
        }
        _begun = true;
        Span<byte> head = stackalloc byte[PngFile.HeadBytes];
        if (RandomAccess.Read(file, head, _at) < head.Length || BinaryPrimitives.ReadUInt32BigEndian(head[4..]) != PngFile.DataChunk)
        {
            return false;
        }
        _at += head.Length;
        _left = BinaryPrimitives.ReadUInt32BigEndian(head);
        return _at + _left + PngFile.SumBytes <= _length ? true : throw PngFile.Damaged();
    }
}
