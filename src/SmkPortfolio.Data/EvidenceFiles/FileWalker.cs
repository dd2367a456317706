using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Reads a file forward through one small buffer. Running past the end means that the file is broken.</summary>
internal sealed class FileWalker(SafeFileHandle handle, long length)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private long _bufferStart;
    private int _filled;
    private long _position;

    public SafeFileHandle Handle => handle;

    public long Length => length;

    public long Position
    {
        get => _position;
        set => _position = value >= 0 && value <= length ? value : throw RefusedException.Broken();
    }

    /// <summary>The bytes from the position on that are at hand: at least one, or none at the end of the file.</summary>
    public ReadOnlySpan<byte> Window()
    {
        if (_position < _bufferStart || _position >= _bufferStart + _filled)
        {
            _bufferStart = _position;
            _filled = ReadAt(_position, _buffer);
        }
        var used = (int)(_position - _bufferStart);
        return _buffer.AsSpan(used, _filled - used);
    }

    public byte Peek()
    {
        var window = Window();
        return window.IsEmpty ? throw RefusedException.Broken() : window[0];
    }

    public byte ReadByte()
    {
        var value = Peek();
        _position++;
        return value;
    }

    public void Skip(long count) => Position = _position + count;

    public void SkipTo(byte value)
    {
        while (true)
        {
            var window = Window();
            if (window.IsEmpty)
            {
                throw RefusedException.Broken();
            }
            var at = window.IndexOf(value);
            if (at >= 0)
            {
                _position += at;
                return;
            }
            _position += window.Length;
        }
    }

    public void ReadExactly(Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            var window = Window();
            if (window.IsEmpty)
            {
                throw RefusedException.Broken();
            }
            var count = Math.Min(window.Length, target.Length);
            window[..count].CopyTo(target);
            target = target[count..];
            _position += count;
        }
    }

    public byte[] ReadBytes(int count)
    {
        if (count > length - _position)
        {
            throw RefusedException.Broken();
        }
        var bytes = new byte[count];
        ReadExactly(bytes);
        return bytes;
    }

    public ushort ReadUInt16BigEndian()
    {
        Span<byte> bytes = stackalloc byte[2];
        ReadExactly(bytes);
        return BinaryPrimitives.ReadUInt16BigEndian(bytes);
    }

    public uint ReadUInt32BigEndian()
    {
        Span<byte> bytes = stackalloc byte[4];
        ReadExactly(bytes);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    public uint ReadUInt32LittleEndian()
    {
        Span<byte> bytes = stackalloc byte[4];
        ReadExactly(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>Fills <paramref name="target"/> from anywhere, as far as the file goes; the position stays.</summary>
    public int ReadAt(long offset, Span<byte> target)
    {
        var wanted = (int)Math.Min(target.Length, Math.Max(0, length - offset));
        var filled = 0;
        while (filled < wanted)
        {
            var read = RandomAccess.Read(handle, target[filled..wanted], offset + filled);
            if (read == 0)
            {
                break;
            }
            filled += read;
        }
        return filled;
    }
}
