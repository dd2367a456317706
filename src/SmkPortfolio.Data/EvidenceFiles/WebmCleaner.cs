using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Walks a WebM from element to element, also one that a browser recorded without knowing its lengths beforehand. Tags, attachments and
/// whatever else a player does not need become empty space of the same length.
/// </summary>
internal sealed class WebmCleaner(FileWalker file, EditList edits, long maxPixels)
{
    private const uint Header = 0x1A45DFA3;
    private const uint Segment = 0x18538067;
    private const uint Cluster = 0x1F43B675;
    private const uint Info = 0x1549A966;
    private const uint Tracks = 0x1654AE6B;
    private const uint SeekHead = 0x114D9B74;
    private const uint Cues = 0x1C53BB6B;
    private const uint Chapters = 0x1043A770;
    private const uint Tags = 0x1254C367;
    private const uint Attachments = 0x1941A469;
    private const uint Void = 0xEC;
    private const int MaxElements = 2_000_000;

    private readonly Overwrites _overwrites = new(file);
    private PictureSize? _size;
    private int _count;
    private bool _soundSeen;
    private bool _clusterSeen;

    /// <summary>How the picture is shown; null when there is only sound.</summary>
    public PictureSize? Clean()
    {
        var header = Read(0, file.Length);
        if (header.Id != Header || header.End is not { } headerEnd || DocType(header, headerEnd) != "webm")
        {
            throw new RefusedException(RefusalCodes.TypeRefused, EvidenceKinds.Matroska);
        }
        var segment = Read(headerEnd, file.Length);
        if (segment.Id != Segment)
        {
            throw RefusedException.Broken();
        }
        var end = segment.End ?? file.Length;
        WalkSegment(segment.Body, end);
        PolyglotCheck.Refuse(file, end);
        if (end < file.Length)
        {
            throw new RefusedException(RefusalCodes.TrailingData);
        }
        if (!_clusterSeen || (_size is null && !_soundSeen))
        {
            throw new RefusedException(RefusalCodes.Unfinished);
        }
        _overwrites.ApplyTo(edits);
        return _size;
    }

    private void WalkSegment(long at, long end)
    {
        while (at < end)
        {
            var part = Read(at, end);
            if (part.End is null && part.Id != Cluster)
            {
                throw RefusedException.Broken();
            }
            switch (part.Id)
            {
                case Cluster:
                    _clusterSeen = true;
                    at = WalkCluster(part.Body, part.End ?? end, part.End is null);
                    continue;
                case Info:
                    WalkInfo(part);
                    break;
                case Tracks:
                    WalkTracks(part);
                    break;
                case SeekHead or Cues:
                    break;
                default:
                    Clear(part);
                    break;
            }
            at = part.End!.Value;
        }
    }

    /// <returns>Where the next part of the segment begins.</returns>
    private long WalkCluster(long at, long end, bool open)
    {
        while (at < end)
        {
            var part = Read(at, end);
            if (open && part.Id is Cluster or Info or Tracks or SeekHead or Cues or Chapters or Tags or Attachments)
            {
                return at;
            }
            if (part.Id is not (0xE7 or 0xA3 or 0xA0 or 0xAB or 0xA7))
            {
                Clear(part);
            }
            at = part.End ?? throw RefusedException.Broken();
        }
        return at;
    }

    private void WalkInfo(Element info)
    {
        foreach (var part in Parts(info))
        {
            switch (part.Id)
            {
                case 0x2AD7B1 or 0x4489:
                    break;
                case 0x4D80 or 0x5741:
                    // The programs that wrote it: these must be there, empty they say nothing.
                    _overwrites.Blank(part.Body, part.End!.Value - part.Body);
                    break;
                default:
                    Clear(part);
                    break;
            }
        }
    }

    private void WalkTracks(Element tracks)
    {
        foreach (var track in Parts(tracks))
        {
            if (track.Id != 0xAE)
            {
                Clear(track);
                continue;
            }
            foreach (var part in Parts(track))
            {
                switch (part.Id)
                {
                    case 0x83:
                        var type = Number(part);
                        _soundSeen |= type == 2;
                        if (type is not (1 or 2))
                        {
                            // Text beside the picture is where drones write their path.
                            throw new RefusedException(RefusalCodes.CannotBeCleaned);
                        }
                        break;
                    case 0xE0:
                        Video(part);
                        break;
                    case 0x536E or 0x258688 or 0xBF or 0x7446:
                        Clear(part);
                        break;
                }
            }
        }
    }

    private void Video(Element video)
    {
        long width = 0, height = 0;
        foreach (var part in Parts(video))
        {
            width = part.Id == 0xB0 ? Number(part) : width;
            height = part.Id == 0xBA ? Number(part) : height;
        }
        _size ??= width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new PictureSize((int)width, (int)height).Within(maxPixels) : throw RefusedException.Broken();
    }

    private string DocType(Element header, long end)
    {
        foreach (var part in Parts(header))
        {
            if (part.Id == 0x4282 && part.End - part.Body <= 32)
            {
                var bytes = new byte[part.End!.Value - part.Body];
                file.ReadAt(part.Body, bytes);
                return Encoding.ASCII.GetString(bytes).TrimEnd('\0');
            }
            if (part.Id is not (0x4286 or 0x42F7 or 0x42F2 or 0x42F3 or 0x4282 or 0x4287 or 0x4285 or Void or 0xBF))
            {
                throw RefusedException.Broken();
            }
        }
        return end == header.Body ? "" : "matroska";
    }

    private IEnumerable<Element> Parts(Element parent)
    {
        var end = parent.End ?? throw RefusedException.Broken();
        for (var at = parent.Body; at < end;)
        {
            var part = Read(at, end);
            at = part.End ?? throw RefusedException.Broken();
            yield return part;
        }
    }

    private long Number(Element part)
    {
        var width = (int)Math.Min(9, part.End!.Value - part.Body);
        if (width > 8)
        {
            throw RefusedException.Broken();
        }
        var bytes = new byte[width];
        file.ReadAt(part.Body, bytes);
        long number = 0;
        foreach (var one in bytes)
        {
            number = number > long.MaxValue >> 9 ? throw RefusedException.Broken() : (number << 8) | one;
        }
        return number;
    }

    /// <summary>Makes an element empty space of the same length.</summary>
    private void Clear(Element part)
    {
        var end = part.End ?? throw RefusedException.Broken();
        if (part.Id == Void)
        {
            _overwrites.Blank(part.Body, end - part.Body);
            return;
        }
        // One byte says that it is empty, the others how long: as many as there were for both, or eight.
        var head = (int)Math.Min(9, part.Body - part.Start);
        var rest = (ulong)(end - part.Start - head);
        var bytes = new byte[head];
        bytes[0] = (byte)Void;
        var width = head - 1;
        if (width == 0)
        {
            throw RefusedException.Broken();
        }
        for (var i = 0; i < width; i++)
        {
            bytes[head - 1 - i] = (byte)(rest >> (8 * i));
        }
        bytes[1] |= (byte)(1 << (8 - width));
        if (width < 8 && rest >= (1UL << (7 * width)) - 1)
        {
            throw new RefusedException(RefusalCodes.CannotBeCleaned);
        }
        _overwrites.Put(part.Start, bytes);
        _overwrites.Blank(part.Start + head, end - part.Start - head);
    }

    private Element Read(long start, long end)
    {
        if (++_count > MaxElements)
        {
            throw RefusedException.Broken();
        }
        var head = new byte[12];
        var bytes = head.AsSpan(0, file.ReadAt(start, head.AsSpan(0, (int)Math.Min(12, end - start))));
        var idWidth = bytes.Length > 0 ? Width(bytes[0]) : 0;
        var sizeWidth = idWidth is >= 1 and <= 4 && bytes.Length > idWidth ? Width(bytes[idWidth]) : 0;
        if (sizeWidth == 0 || bytes.Length < idWidth + sizeWidth)
        {
            throw new RefusedException(start > 0 && bytes.Length < 12 && end == file.Length ? RefusalCodes.Truncated : RefusalCodes.Broken);
        }
        uint id = 0;
        foreach (var one in bytes[..idWidth])
        {
            id = (id << 8) | one;
        }
        var size = (ulong)bytes[idWidth] & ((1UL << (8 - sizeWidth)) - 1);
        foreach (var one in bytes.Slice(idWidth + 1, sizeWidth - 1))
        {
            size = (size << 8) | one;
        }
        var body = start + idWidth + sizeWidth;
        if (size == (1UL << (7 * sizeWidth)) - 1)
        {
            return new Element(id, start, body, null);
        }
        if (size > (ulong)(end - body))
        {
            throw new RefusedException(end == file.Length ? RefusalCodes.Truncated : RefusalCodes.Broken);
        }
        return new Element(id, start, body, body + (long)size);
    }

    /// <summary>How many bytes a number has that begins so; 0 for none.</summary>
    private static int Width(byte first) => first == 0 ? 0 : System.Numerics.BitOperations.LeadingZeroCount((uint)first) - 23;

    /// <param name="End">Null when the writer did not know it.</param>
    private readonly record struct Element(uint Id, long Start, long Body, long? End);
}
