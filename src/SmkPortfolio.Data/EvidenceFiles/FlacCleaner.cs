using System.Buffers.Binary;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Keeps of a FLAC how the sound is coded and the sound; comments, pictures and programs' own blocks go. The frames do not say how long
/// they are, so they are found by their numbers and the sums of their heads.
/// </summary>
internal sealed class FlacCleaner(FileWalker file, EditList edits)
{
    private const byte LastBlock = 0x80;

    public void Clean()
    {
        if (!file.ReadBytes(4).AsSpan().SequenceEqual("fLaC"u8))
        {
            throw RefusedException.Broken();
        }
        PolyglotCheck.Refuse(file, file.Length);
        edits.Keep(0, 4);
        var info = Blocks();
        var samples = ((long)(info[13] & 0x0F) << 32) | BinaryPrimitives.ReadUInt32BigEndian(info.AsSpan(14));
        Frames(samples, fixedBlock: BinaryPrimitives.ReadUInt16BigEndian(info), changes: !info.AsSpan(0, 2).SequenceEqual(info.AsSpan(2, 2)));
    }

    /// <returns>The first block, which says how the sound is coded.</returns>
    private byte[] Blocks()
    {
        byte[]? info = null;
        (long Start, long Length)? table = null;
        bool last;
        do
        {
            var start = file.Position;
            var head = file.ReadUInt32BigEndian();
            var length = (int)(head & 0xFFFFFF);
            last = (head & 0x8000_0000) != 0;
            var type = (head >> 24) & 0x7F;
            if ((type == 0) != (info is null) || type == 127 || (type == 0 && length != 34))
            {
                throw RefusedException.Broken();
            }
            if (length > file.Length - file.Position)
            {
                throw new RefusedException(RefusalCodes.Truncated);
            }
            if (type == 0)
            {
                info = file.ReadBytes(34);
                continue;
            }
            if (type == 3 && table is null && length % 18 == 0)
            {
                table = (start, length);
            }
            else
            {
                edits.Drop();
            }
            file.Skip(length);
        }
        while (!last);
        Block(4, 34, isLast: table is null);
        if (table is { } seek)
        {
            Block(seek.Start, seek.Length, isLast: true);
        }
        return info!;
    }

    private void Block(long start, long length, bool isLast)
    {
        Span<byte> first = stackalloc byte[1];
        file.ReadAt(start, first);
        var wanted = (byte)((first[0] & 0x7F) | (isLast ? LastBlock : 0));
        if (wanted == first[0])
        {
            edits.Keep(start, length + 4);
            return;
        }
        edits.Insert([wanted]);
        edits.Keep(start + 1, length + 3);
    }

    private void Frames(long samples, int fixedBlock, bool changes)
    {
        var start = file.Position;
        long expected = 0, frames = 0, counted = 0, lastFrame = start;
        var head = new byte[16];
        for (var at = start; at < file.Length; at++)
        {
            file.Position = at;
            var window = file.Window();
            var sync = window.IndexOf((byte)0xFF);
            if (sync < 0)
            {
                at += window.Length - 1;
                continue;
            }
            at += sync;
            var bytes = window.Length - sync >= head.Length ? window.Slice(sync, head.Length) : head.AsSpan(0, file.ReadAt(at, head));
            if (FrameHead(bytes, changes) is not { } frame || frame.Number != expected)
            {
                if (at == start)
                {
                    throw RefusedException.Broken();
                }
                continue;
            }
            counted += frame.Block == 0 ? fixedBlock : frame.Block;
            expected = changes ? counted : frames + 1;
            frames++;
            lastFrame = at;
        }
        if (frames == 0)
        {
            throw RefusedException.Broken();
        }
        if ((samples > 0 && counted < samples) || !SumIsRight(lastFrame))
        {
            throw new RefusedException(RefusalCodes.Truncated);
        }
        edits.Keep(start, file.Length - start);
    }

    private static (long Number, int Block)? FrameHead(ReadOnlySpan<byte> head, bool changes)
    {
        if (head.Length < 6 || head[0] != 0xFF || (head[1] & 0xFE) != 0xF8 || (head[1] & 1) != (changes ? 1 : 0) || (head[3] & 1) != 0)
        {
            return null;
        }
        // The number is written as UTF-8 writes letters, only longer.
        var extra = head[4] < 0x80 ? 0 : System.Numerics.BitOperations.LeadingZeroCount((uint)(byte)~head[4]) - 25;
        if (extra is < 0 or > 6 || (head[4] >= 0x80 && extra == 0))
        {
            return null;
        }
        long number = extra == 0 ? head[4] : head[4] & (0x3F >> extra);
        var at = 5;
        for (var i = 0; i < extra; i++, at++)
        {
            if (at >= head.Length || (head[at] & 0xC0) != 0x80)
            {
                return null;
            }
            number = (number << 6) | (uint)(head[at] & 0x3F);
        }
        var (size, rate) = (head[2] >> 4, head[2] & 15);
        var sizeAt = at;
        at += (size switch { 6 => 1, 7 => 2, _ => 0 }) + (rate switch { 12 => 1, 13 or 14 => 2, _ => 0 });
        if (size == 0 || rate == 15 || at >= head.Length || Sum8(head[..at]) != head[at])
        {
            return null;
        }
        var block = size switch
        {
            1 => 192,
            <= 5 => 576 << (size - 2),
            6 => head[sizeAt] + 1,
            7 => BinaryPrimitives.ReadUInt16BigEndian(head[sizeAt..]) + 1,
            _ => 256 << (size - 8),
        };
        return (number, block);
    }

    private static byte Sum8(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 0x80) != 0 ? ((sum << 1) ^ 0x07) & 0xFF : sum << 1;
            }
        }
        return (byte)sum;
    }

    /// <summary>Whether the last frame ends with the file: then its sum comes out as nothing.</summary>
    private bool SumIsRight(long start)
    {
        file.Position = start;
        var sum = 0;
        while (file.Position < file.Length)
        {
            var window = file.Window();
            foreach (var one in window)
            {
                sum ^= one << 8;
                for (var bit = 0; bit < 8; bit++)
                {
                    sum = (sum & 0x8000) != 0 ? ((sum << 1) ^ 0x8005) & 0xFFFF : sum << 1;
                }
            }
            file.Skip(window.Length);
        }
        return sum == 0;
    }
}
