using System.Buffers.Binary;
using System.Collections.Frozen;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Walks an MP4, QuickTime, 3GP or M4A from box to box. What a player does not need becomes empty space of the same length: places, makes
/// and owners in any dialect, and whole tracks that are neither picture nor sound, with their samples, because cameras write their path
/// there. Picture and sound stay byte for byte where they were.
/// </summary>
internal sealed class ClipCleaner(FileWalker file, EditList edits, long maxPixels)
{
    private static readonly FrozenSet<string> Top = Set("ftyp styp moov moof mdat mfra sidx ssix free skip wide");

    /// <summary>What is walked into, with what is kept in it; so it is also known how deep a file can go.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Inside = new Dictionary<string, FrozenSet<string>>
    {
        ["moov"] = Set("mvhd iods trak mvex"),
        ["trak"] = Set("tkhd tapt edts mdia"),
        ["edts"] = Set("elst"),
        ["mdia"] = Set("mdhd elng hdlr minf"),
        ["minf"] = Set("vmhd smhd nmhd gmhd hdlr dinf stbl"),
        ["dinf"] = Set("dref"),
        ["stbl"] = Set("stsd stts ctts cslg stsc stsz stz2 stco co64 stss stps stsh padb stdp sdtp sbgp sgpd subs saiz saio"),
        ["mvex"] = Set("mehd trex leva"),
        ["moof"] = Set("mfhd traf"),
        ["traf"] = Set("tfhd tfdt trun sdtp sbgp sgpd subs saiz saio"),
    }.ToFrozenDictionary();

    private readonly IsoBoxes _boxes = new(file);
    private readonly List<(long Start, long End)> _media = [];
    private readonly List<ClipTrack> _tracks = [];
    private bool _movieSeen;
    private bool _fragments;

    /// <summary>How the picture is shown; null when there is only sound.</summary>
    public PictureSize? Clean()
    {
        foreach (var box in _boxes.Top(Top.Contains))
        {
            switch (box.Type)
            {
                case "moov" when _movieSeen:
                case "ftyp" when box.Start > 0:
                    throw RefusedException.Broken();
                case "moov":
                    _movieSeen = true;
                    Walk(box, null);
                    break;
                case "moof":
                    _fragments = true;
                    Walk(box, null);
                    break;
                case "mdat":
                    _media.Add((box.Body, box.End));
                    break;
                case "free" or "skip" or "wide":
                    _boxes.Free(box);
                    break;
                case var known when !Top.Contains(known):
                    _boxes.Free(box);
                    break;
            }
        }
        if (!_movieSeen || _media.Count == 0)
        {
            throw new RefusedException(RefusalCodes.Unfinished);
        }
        var size = Tracks();
        _boxes.Overwrites.ApplyTo(edits);
        return size;
    }

    private void Walk(IsoBox parent, ClipTrack? track)
    {
        var kept = Inside[parent.Type];
        foreach (var box in _boxes.Within(parent.Body, parent.End))
        {
            if (!kept.Contains(box.Type))
            {
                _boxes.Free(box);
                continue;
            }
            switch (box.Type)
            {
                case "trak":
                    var next = new ClipTrack(box);
                    _tracks.Add(next);
                    Walk(box, next);
                    break;
                case "mvhd" or "tkhd" or "mdhd":
                    BlankDates(box);
                    break;
                case "hdlr" when parent.Type == "mdia":
                    track!.Handler = _boxes.Handler(box);
                    break;
                case "hdlr":
                    _boxes.Handler(box);
                    break;
                case "dref":
                    _boxes.References(box);
                    break;
                case var name when Inside.ContainsKey(name):
                    Walk(box, track);
                    break;
            }
            if (track is not null && box.Type != "trak")
            {
                track.Take(box);
            }
        }
    }

    /// <summary>When it was filmed: pictures lose that too.</summary>
    private void BlankDates(IsoBox box)
    {
        var wide = box.Length >= 20 && _boxes.Bytes(box.Body, 1)[0] == 1;
        if (box.Length < 20)
        {
            throw RefusedException.Broken();
        }
        _boxes.Overwrites.Blank(box.Body + 4, wide ? 16 : 8);
    }

    private PictureSize? Tracks()
    {
        PictureSize? size = null;
        var kept = 0;
        foreach (var track in _tracks)
        {
            var samples = new ClipSamples(file, track);
            if (track.Handler is not ("vide" or "soun"))
            {
                if (_fragments)
                {
                    throw new RefusedException(RefusalCodes.CannotBeCleaned);
                }
                samples.Each(Blank);
                _boxes.Free(track.Box);
                continue;
            }
            kept++;
            samples.Each(MustBeThere);
            if (samples.IsEmpty && !_fragments)
            {
                throw new RefusedException(RefusalCodes.Unfinished);
            }
            if (track.Handler == "vide")
            {
                BlankCoderNames(track);
                size ??= Shown(track);
            }
        }
        return kept > 0 ? size : throw new RefusedException(RefusalCodes.Unfinished);
    }

    private void Blank(long start, long length)
    {
        MustBeThere(start, length);
        _boxes.Overwrites.Blank(start, length);
    }

    private void MustBeThere(long start, long length)
    {
        if (start > file.Length - length)
        {
            throw new RefusedException(RefusalCodes.Truncated);
        }
        // They stand in the order of the file; a hostile one has very many of both.
        int low = 0, high = _media.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _media[middle].Start <= start ? (middle, high) : (low, middle - 1);
        }
        if (start < _media[low].Start || start + length > _media[low].End)
        {
            throw RefusedException.Broken();
        }
    }

    /// <summary>In a description of pictures stand 32 bytes for the coder's name, which some cameras use for their own.</summary>
    private void BlankCoderNames(ClipTrack track)
    {
        if (track.Description is not { } box)
        {
            throw RefusedException.Broken();
        }
        var left = _boxes.UInt32(box.Body + 4);
        foreach (var entry in _boxes.Within(box.Body + 8, box.End))
        {
            left--;
            if (entry.Length < 78)
            {
                throw RefusedException.Broken();
            }
            _boxes.Overwrites.Blank(entry.Body + 42, 32);
        }
        if (left != 0)
        {
            throw RefusedException.Broken();
        }
    }

    private PictureSize Shown(ClipTrack track)
    {
        var header = track.Header ?? throw RefusedException.Broken();
        var matrix = _boxes.Bytes(header.Body, 1)[0] == 1 ? 52 : 40;
        if (header.Length < matrix + 44)
        {
            throw RefusedException.Broken();
        }
        var bytes = _boxes.Bytes(header.Body + matrix, 44);
        var (width, height) = (BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(36)), BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(40)));
        var size = new PictureSize(width, height).Within(maxPixels);
        var turned = BinaryPrimitives.ReadInt32BigEndian(bytes) == 0 && BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4)) != 0;
        return turned ? new PictureSize(size.Height, size.Width) : size;
    }

    private static FrozenSet<string> Set(string types) => types.Split(' ').ToFrozenSet();
}
