using System.Buffers.Binary;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Walks an Ogg with one Opus or Vorbis stream from page to page. The packet with comments and pictures keeps its length and is emptied;
/// the sums of its pages are made anew. Whether a file ends early between two pages cannot be known: recorders do not all mark the last one.
/// </summary>
internal sealed class OggCleaner(FileWalker file, EditList edits)
{
    private const int HeadBytes = 27;

    private static readonly uint[] Sums = MakeSums();

    private readonly Overwrites _overwrites = new(file);
    private readonly List<(long Start, int Length)> _commentPages = [];
    private readonly List<(long At, int Length)> _commentParts = [];
    private byte[] _empty = [];

    public void Clean()
    {
        uint serial = 0;
        uint number = 0;
        var packet = 0;
        long at = 0;
        var sound = false;
        while (at < file.Length)
        {
            var head = Head(at);
            var length = head.Length + Sum(head.AsSpan(HeadBytes));
            if (at == 0)
            {
                serial = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(14));
                First(at + head.Length, length - head.Length);
            }
            if (BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(14)) != serial || ((head[5] & 2) != 0) != (at == 0)
                || BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(18)) != number)
            {
                // Several streams, or one behind the other: in no recording that a phone makes.
                throw RefusedException.Broken();
            }
            number++;
            if (length > file.Length - at)
            {
                throw new RefusedException(RefusalCodes.Truncated);
            }
            CheckSum(at, head, length);
            packet = Packets(at, head, length, packet, out var beyond);
            sound |= beyond;
            at += length;
        }
        PolyglotCheck.Refuse(file, file.Length);
        if (!sound)
        {
            throw new RefusedException(RefusalCodes.Truncated);
        }
        EmptyComments();
        _overwrites.ApplyTo(edits);
    }

    private byte[] Head(long at)
    {
        var head = new byte[HeadBytes + 255];
        var read = file.ReadAt(at, head);
        if (!head.AsSpan(0, 4).SequenceEqual("OggS"u8) || head[4] != 0)
        {
            PolyglotCheck.Refuse(file, at);
            throw new RefusedException(file.Length - at < 4 ? RefusalCodes.Truncated : RefusalCodes.TrailingData);
        }
        var length = HeadBytes + head[26];
        return read < HeadBytes || read < length ? throw new RefusedException(RefusalCodes.Truncated) : head[..length];
    }

    private void First(long at, int length)
    {
        var bytes = new byte[8];
        file.ReadAt(at, bytes);
        _empty = bytes switch
        {
            [(byte)'O', (byte)'p', (byte)'u', (byte)'s', (byte)'H', (byte)'e', (byte)'a', (byte)'d'] when length >= 19 => [.. "OpusTags"u8, 0, 0, 0, 0, 0, 0, 0, 0],
            // One bit more says that the list of comments is over.
            [1, (byte)'v', (byte)'o', (byte)'r', (byte)'b', (byte)'i', (byte)'s', ..] when length == 30 => [3, .. "vorbis"u8, 0, 0, 0, 0, 0, 0, 0, 0, 1],
            _ => throw new RefusedException(RefusalCodes.TypeRefused, EvidenceKinds.Ogg),
        };
    }

    /// <summary>Follows the packets through a page and notes where the second stands.</summary>
    private int Packets(long start, byte[] head, int length, int packet, out bool beyond)
    {
        var at = start + head.Length;
        beyond = false;
        var noted = false;
        foreach (var part in head.AsSpan(HeadBytes))
        {
            if (packet == 1)
            {
                if (part > 0)
                {
                    _commentParts.Add((at, part));
                }
                if (!noted)
                {
                    _commentPages.Add((start, length));
                    noted = true;
                }
                if (_commentParts.Count > EditList.MaxPieces * 4)
                {
                    throw new RefusedException(RefusalCodes.CannotBeCleaned);
                }
            }
            beyond |= packet > 1;
            at += part;
            packet += part < 255 ? 1 : 0;
        }
        return packet;
    }

    private void EmptyComments()
    {
        if (_commentParts.Sum(p => (long)p.Length) < _empty.Length)
        {
            throw RefusedException.Broken();
        }
        // The parts of one page stand one behind the other.
        var written = 0;
        var ranges = new List<(long At, long Length)>();
        foreach (var (at, length) in _commentParts)
        {
            if (ranges.Count > 0 && ranges[^1].At + ranges[^1].Length == at)
            {
                ranges[^1] = (ranges[^1].At, ranges[^1].Length + length);
            }
            else
            {
                ranges.Add((at, length));
            }
        }
        foreach (var (at, length) in ranges)
        {
            var count = (int)Math.Min(length, _empty.Length - written);
            if (count > 0)
            {
                _overwrites.Put(at, _empty.AsSpan(written, count).ToArray());
                written += count;
            }
            _overwrites.Blank(at + count, length - count);
        }
        written = 0;
        var next = 0;
        foreach (var (start, length) in _commentPages)
        {
            var page = new byte[length];
            file.ReadAt(start, page);
            page.AsSpan(22, 4).Clear();
            for (; next < ranges.Count && ranges[next].At < start + length; next++)
            {
                var (at, count) = ranges[next];
                var there = page.AsSpan((int)(at - start), (int)count);
                there.Clear();
                var copied = Math.Min(there.Length, _empty.Length - written);
                _empty.AsSpan(written, copied).CopyTo(there);
                written += copied;
            }
            var sum = new byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(sum, SumOf(page, 0));
            _overwrites.Put(start + 22, sum);
        }
    }

    private void CheckSum(long start, byte[] head, int length)
    {
        var wanted = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(22));
        var page = new byte[length];
        file.ReadAt(start, page);
        page.AsSpan(22, 4).Clear();
        if (SumOf(page, 0) != wanted)
        {
            throw RefusedException.Broken();
        }
    }

    private static int Sum(ReadOnlySpan<byte> parts)
    {
        var sum = 0;
        foreach (var part in parts)
        {
            sum += part;
        }
        return sum;
    }

    private static uint SumOf(ReadOnlySpan<byte> bytes, uint sum)
    {
        foreach (var one in bytes)
        {
            sum = (sum << 8) ^ Sums[(sum >> 24) ^ one];
        }
        return sum;
    }

    private static uint[] MakeSums()
    {
        var sums = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var sum = i << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 0x8000_0000) != 0 ? (sum << 1) ^ 0x04C1_1DB7 : sum << 1;
            }
            sums[i] = sum;
        }
        return sums;
    }
}
