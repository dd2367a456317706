namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Reads an <see cref="EditList"/> as if it were a file; closing it closes the original.</summary>
internal sealed class SplicedStream(FileStream source, EditList edits) : Stream
{
    private readonly IReadOnlyList<EditList.Piece> _pieces = edits.Pieces;
    private long _position;

    /// <summary>The original, when this is just what stands in it.</summary>
    public FileStream? Untouched => _pieces is [{ SourceOffset: 0, Bytes: null } only] && only.Length == source.Length ? source : null;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; } = edits.Length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || !TryFind(out var piece, out var within))
        {
            return 0;
        }
        var count = (int)Math.Min(buffer.Length, piece.Length - within);
        var read = count;
        if (piece.Bytes is { } bytes)
        {
            bytes.AsSpan((int)within, count).CopyTo(buffer);
        }
        else if (piece.IsBlank)
        {
            buffer[..count].Clear();
        }
        else
        {
            read = RandomAccess.Read(source.SafeFileHandle, buffer[..count], piece.SourceOffset + within);
        }
        _position += read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || !TryFind(out var piece, out var within))
        {
            return 0;
        }
        var count = (int)Math.Min(buffer.Length, piece.Length - within);
        var read = count;
        if (piece.Bytes is { } bytes)
        {
            bytes.AsMemory((int)within, count).CopyTo(buffer);
        }
        else if (piece.IsBlank)
        {
            buffer.Span[..count].Clear();
        }
        else
        {
            read = await RandomAccess.ReadAsync(source.SafeFileHandle, buffer[..count], piece.SourceOffset + within, cancellationToken);
        }
        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        SeekOrigin.End => Length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }
        base.Dispose(disposing);
    }

    private bool TryFind(out EditList.Piece piece, out long within)
    {
        int low = 0, high = _pieces.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            piece = _pieces[middle];
            within = _position - piece.Start;
            if (within < 0)
            {
                high = middle - 1;
            }
            else if (within >= piece.Length)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }
        (piece, within) = (default, 0);
        return false;
    }
}
