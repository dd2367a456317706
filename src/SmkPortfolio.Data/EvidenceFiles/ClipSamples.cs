using System.Buffers.Binary;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>One track of a clip and where its tables stand.</summary>
internal sealed class ClipTrack(IsoBox box)
{
    public IsoBox Box => box;
    public string Handler { get; set; } = "";
    public IsoBox? Header { get; private set; }
    public IsoBox? Description { get; private set; }
    public IsoBox? Sizes { get; private set; }
    public IsoBox? Runs { get; private set; }
    public IsoBox? Chunks { get; private set; }

    public void Take(IsoBox part)
    {
        switch (part.Type)
        {
            case "tkhd":
                Header = part;
                break;
            case "stsd":
                Description = part;
                break;
            case "stsz" or "stz2":
                Sizes = part;
                break;
            case "stsc":
                Runs = part;
                break;
            case "stco" or "co64":
                Chunks = part;
                break;
        }
    }
}

/// <summary>Finds the samples of a track by its three tables, which are read in step and never held whole.</summary>
internal sealed class ClipSamples(FileWalker file, ClipTrack track)
{
    /// <summary>Known after <see cref="Each"/>.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <param name="found">Gets each chunk of samples: where it begins and how long it is.</param>
    public void Each(Action<long, long> found)
    {
        if (track is not { Sizes: { } sizeBox, Runs: { } runBox, Chunks: { } chunkBox })
        {
            throw RefusedException.Broken();
        }
        var chunks = new Table(file, chunkBox, 4, chunkBox.Type == "co64" ? 8 : 4);
        var runs = new Table(file, runBox, 4, 12);
        var compact = sizeBox.Type == "stz2";
        var head = new byte[12];
        if (file.ReadAt(sizeBox.Body, head) < 12)
        {
            throw RefusedException.Broken();
        }
        var uniform = compact ? 0 : BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4));
        var width = compact ? head[7] : 32;
        if (width is not (8 or 16 or 32))
        {
            // Half bytes: in no file that a phone or a browser writes.
            throw RefusedException.Broken();
        }
        var sizes = uniform == 0 ? new Table(file, sizeBox, 8, width / 8) : null;

        uint perChunk = 0;
        var nextRun = runs.Count > 0 ? runs.Next() : default;
        for (uint chunk = 1; chunk <= chunks.Count; chunk++)
        {
            if (nextRun is { Length: > 0 } && BinaryPrimitives.ReadUInt32BigEndian(nextRun.Span) == chunk)
            {
                perChunk = BinaryPrimitives.ReadUInt32BigEndian(nextRun.Span[4..]);
                nextRun = runs.Left > 0 ? runs.Next() : default;
            }
            if (perChunk == 0)
            {
                throw RefusedException.Broken();
            }
            var at = chunks.NextNumber();
            long length = 0;
            for (uint i = 0; sizes is not null && i < perChunk; i++)
            {
                length += sizes.NextNumber();
            }
            // QuickTime counts sound of one size in units of its own: then only the place is sure.
            length = sizes is null ? track.Handler == "soun" ? 1 : (long)Math.Min((ulong)uniform * perChunk, long.MaxValue) : length;
            found(at, length);
            IsEmpty = false;
        }
        if (nextRun is { Length: > 0 } || sizes is { Left: > 0 })
        {
            throw RefusedException.Broken();
        }
    }

    private sealed class Table
    {
        private readonly FileWalker _file;
        private readonly byte[] _buffer;
        private readonly int _width;
        private long _at;
        private int _used;
        private int _filled;

        public Table(FileWalker file, IsoBox box, int countAt, int width)
        {
            (_file, _width, _buffer) = (file, width, new byte[width * 512]);
            Span<byte> count = stackalloc byte[4];
            if (box.Length < countAt + 4 || file.ReadAt(box.Body + countAt, count) < 4)
            {
                throw RefusedException.Broken();
            }
            Count = Left = BinaryPrimitives.ReadUInt32BigEndian(count);
            _at = box.Body + countAt + 4;
            if (Count * width > box.End - _at)
            {
                throw RefusedException.Broken();
            }
        }

        public long Count { get; }

        public long Left { get; private set; }

        public ReadOnlyMemory<byte> Next()
        {
            if (Left-- <= 0)
            {
                throw RefusedException.Broken();
            }
            if (_used == _filled)
            {
                _filled = _file.ReadAt(_at, _buffer) / _width * _width;
                _at += _filled;
                _used = 0;
                if (_filled == 0)
                {
                    throw RefusedException.Broken();
                }
            }
            _used += _width;
            return _buffer.AsMemory(_used - _width, _width);
        }

        public long NextNumber()
        {
            var bytes = Next().Span;
            return _width switch
            {
                1 => bytes[0],
                2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
                4 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
                _ => (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(bytes), long.MaxValue / 2),
            };
        }
    }
}
