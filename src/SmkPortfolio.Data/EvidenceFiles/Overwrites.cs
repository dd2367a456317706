namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>What is overwritten in a file that keeps its length, so that every place that points into it stays right.</summary>
internal sealed class Overwrites(FileWalker file)
{
    private readonly List<(long Offset, long Length, byte[]? Bytes)> _places = [];

    // Many names for the same place shall not make it be read as often.
    private long _looks = 2 * file.Length;

    /// <summary>Puts zeros over a place; what is blank already counts as nothing removed.</summary>
    public void Blank(long offset, long length)
    {
        if (length > 0 && ((_looks -= length) < 0 || !IsBlank(offset, length)))
        {
            Add((offset, length, null));
        }
    }

    public void Put(long offset, byte[] bytes)
    {
        var there = new byte[bytes.Length];
        if (file.ReadAt(offset, there) < there.Length || !there.AsSpan().SequenceEqual(bytes))
        {
            Add((offset, bytes.Length, bytes));
        }
    }

    /// <summary>Writes the whole file, as it is then, into a list of edits.</summary>
    public void ApplyTo(EditList edits)
    {
        long at = 0;
        foreach (var (offset, length, bytes) in _places.OrderBy(p => p.Offset))
        {
            var end = offset + length;
            if (end > file.Length || (offset < at && bytes is not null))
            {
                throw RefusedException.Broken();
            }
            // The same place may be blanked twice, as a sample that two tracks name.
            var start = Math.Max(offset, at);
            if (start >= end)
            {
                continue;
            }
            edits.Keep(at, start - at);
            edits.Drop();
            if (bytes is null)
            {
                edits.Blank(end - start);
            }
            else
            {
                edits.Insert(bytes);
            }
            at = end;
        }
        edits.Keep(at, file.Length - at);
    }

    private void Add((long, long, byte[]?) place)
    {
        if (_places.Count == EditList.MaxPieces)
        {
            throw new RefusedException(RefusalCodes.CannotBeCleaned);
        }
        _places.Add(place);
    }

    private bool IsBlank(long offset, long length)
    {
        Span<byte> buffer = stackalloc byte[1024];
        while (length > 0)
        {
            var part = buffer[..(int)Math.Min(length, buffer.Length)];
            var read = file.ReadAt(offset, part);
            if (read < part.Length || part.ContainsAnyExcept((byte)0))
            {
                return false;
            }
            offset += read;
            length -= read;
        }
        return true;
    }
}
