using System.Collections.Concurrent;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Copies of uploads that this process receives for a store elsewhere, so that a whole one need not be fetched from there to be looked at. They are a
/// convenience: whoever finds none fetches. Each is a <see cref="TemporaryFile"/>, and together they stay within a bound.
/// </summary>
/// <param name="maxBytes">What all copies may hold together, those that are being written included.</param>
internal sealed class UploadCopies(long maxBytes)
{
    // Open files, most of them of uploads that somebody gave up.
    private const int MostIdle = 100;
    private static readonly TimeSpan LongestIdle = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, Copy> _idle = new();
    private long _bytes;

    /// <summary>The copy that ends at this offset, or a new one that begins there. It is the caller's until it is given back.</summary>
    public Copy Take(Guid id, long offset)
    {
        if (_idle.TryRemove(id, out var copy))
        {
            if (copy.End == offset)
            {
                return copy;
            }
            copy.Dispose();
        }
        return new Copy(this, offset);
    }

    /// <summary>Keeps a copy for the next part. Those that lay longest go when there are too many, or when nobody came for an hour.</summary>
    public void GiveBack(Guid id, Copy copy)
    {
        copy.IdleSince = Environment.TickCount64;
        _idle.AddOrUpdate(id, copy, (_, old) =>
        {
            old.Dispose();
            return copy;
        });
        while (_idle.MinBy(c => c.Value.IdleSince) is { Value: { } oldest } first && (IsFull || _idle.Count > MostIdle || oldest.Idle > LongestIdle))
        {
            Forget(first.Key);
        }
    }

    /// <summary>The whole of an upload as a file that is the caller's; null when no copy holds just so many bytes from the first on.</summary>
    public FileStream? Whole(Guid id, long length)
    {
        if (!_idle.TryRemove(id, out var copy))
        {
            return null;
        }
        if (copy.Begin == 0 && copy.End == length)
        {
            return copy.Leave();
        }
        copy.Dispose();
        return null;
    }

    public void Forget(Guid id)
    {
        if (_idle.TryRemove(id, out var copy))
        {
            copy.Dispose();
        }
    }

    private bool IsFull => Interlocked.Read(ref _bytes) > maxBytes;

    /// <summary>The bytes of one upload from some offset on.</summary>
    public sealed class Copy(UploadCopies all, long begin) : IDisposable
    {
        private readonly FileStream _file = TemporaryFile.Create(folder: null);

        /// <summary>The offset within the upload of the first byte.</summary>
        public long Begin { get; private set; } = begin;

        /// <summary>The offset after the last byte.</summary>
        public long End { get; private set; } = begin;

        /// <summary>By the machine's clock of ticks.</summary>
        public long IdleSince { get; set; }

        public TimeSpan Idle => TimeSpan.FromMilliseconds(Environment.TickCount64 - IdleSince);

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
        {
            await RandomAccess.WriteAsync(_file.SafeFileHandle, bytes, End - Begin, ct);
            End += bytes.Length;
            Interlocked.Add(ref all._bytes, bytes.Length);
        }

        /// <summary>Some of it to be read; valid until the next change.</summary>
        public Stream Part(long offset, long length)
        {
            var edits = new EditList();
            edits.Keep(offset - Begin, length);
            return new SplicedStream(_file, edits);
        }

        /// <summary>Forgets what lies behind an offset.</summary>
        public void CutTo(long offset)
        {
            var begin = Math.Min(Begin, offset);
            Interlocked.Add(ref all._bytes, offset - begin - (End - Begin));
            (Begin, End) = (begin, offset);
            RandomAccess.SetLength(_file.SafeFileHandle, End - Begin);
        }

        /// <summary>Forgets what is safe elsewhere when it will not make a whole, or there is no room for it.</summary>
        public void MakeRoom()
        {
            if (Begin > 0 || all.IsFull)
            {
                var end = End;
                CutTo(Begin);
                (Begin, End) = (end, end);
            }
        }

        public FileStream Leave()
        {
            Interlocked.Add(ref all._bytes, Begin - End);
            _file.Position = 0;
            return _file;
        }

        public void Dispose()
        {
            Interlocked.Add(ref all._bytes, Begin - End);
            _file.Dispose();
        }
    }
}
