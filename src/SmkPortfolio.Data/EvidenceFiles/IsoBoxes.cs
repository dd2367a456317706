using System.Buffers.Binary;
using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>A box of an ISO base media file (MP4, QuickTime, HEIF): length, four letters, content.</summary>
internal readonly record struct IsoBox(long Start, long Body, long End, string Type)
{
    public long Length => End - Body;
}

/// <summary>Reads boxes and overwrites those that are not wanted.</summary>
internal sealed class IsoBoxes(FileWalker file)
{
    // An hour of a clip in fragments has some ten thousand.
    private const int Most = 100_000;

    private int _count;

    public Overwrites Overwrites { get; } = new(file);

    /// <summary>The boxes from one place to another, which they must fill exactly.</summary>
    public IEnumerable<IsoBox> Within(long start, long end)
    {
        while (start < end)
        {
            var box = At(start, end) ?? throw RefusedException.Broken();
            yield return box;
            start = box.End;
        }
    }

    /// <summary>The boxes of the file; what is none at its end is refused by what it is.</summary>
    public IEnumerable<IsoBox> Top(Func<string, bool> isKnown)
    {
        for (long start = 0; start < file.Length;)
        {
            if (At(start, file.Length) is not { } box)
            {
                var head = new byte[8];
                var known = file.ReadAt(start, head) == 8 && isKnown(Encoding.Latin1.GetString(head, 4, 4));
                PolyglotCheck.Refuse(file, start);
                throw new RefusedException(known || start == 0 ? RefusalCodes.Truncated : RefusalCodes.TrailingData);
            }
            yield return box;
            start = box.End;
        }
        PolyglotCheck.Refuse(file, file.Length);
    }

    /// <summary>Makes a box empty space of the same length.</summary>
    public void Free(IsoBox box)
    {
        if (box.Type is not ("free" or "skip" or "wide"))
        {
            Overwrites.Put(box.Start + 4, "free"u8.ToArray());
        }
        Overwrites.Blank(box.Body, box.Length);
    }

    public byte[] Bytes(long at, int count)
    {
        var bytes = new byte[count];
        return file.ReadAt(at, bytes) == count ? bytes : throw RefusedException.Broken();
    }

    public uint UInt32(long at) => BinaryPrimitives.ReadUInt32BigEndian(Bytes(at, 4));

    /// <summary>Blanks the name in a handler box and tells its four letters. Writers put product names there.</summary>
    public string Handler(IsoBox box)
    {
        if (box.Length < 24)
        {
            throw RefusedException.Broken();
        }
        Overwrites.Blank(box.Body + 24, box.Length - 24);
        return Encoding.Latin1.GetString(Bytes(box.Body + 8, 4));
    }

    /// <summary>Refuses media that stand in another file, and blanks how this one was called.</summary>
    public void References(IsoBox box)
    {
        foreach (var reference in Within(box.Body + 8, box.End))
        {
            if (reference.Length < 4)
            {
                throw RefusedException.Broken();
            }
            if ((UInt32(reference.Body) & 1) == 0)
            {
                throw new RefusedException(RefusalCodes.OutsideContent);
            }
            Overwrites.Blank(reference.Body + 4, reference.Length - 4);
        }
    }

    private IsoBox? At(long start, long end)
    {
        Span<byte> head = stackalloc byte[16];
        head = head[..file.ReadAt(start, head[..(int)Math.Min(16, end - start)])];
        if (++_count > Most || head.Length < 8 || head[4..8].ContainsAnyExceptInRange((byte)0x20, (byte)0xFE))
        {
            return null;
        }
        long length = BinaryPrimitives.ReadUInt32BigEndian(head);
        var body = start + 8;
        if (length == 0)
        {
            length = end - start;
        }
        else if (length == 1)
        {
            body = start + 16;
            var large = head.Length == 16 ? BinaryPrimitives.ReadUInt64BigEndian(head[8..]) : 0;
            length = large > long.MaxValue / 2 ? long.MaxValue / 2 : (long)large;
        }
        return length < body - start || length > end - start ? null : new IsoBox(start, body, start + length, Encoding.Latin1.GetString(head[4..8]));
    }
}
