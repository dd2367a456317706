using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>
/// Walks a HEIC or HEIF picture. Its items are pictures and what is told of them; whatever is no picture (Exif, XMP) and small copies of
/// the picture are blanked where they stand and lose their type. Turning and mirroring are properties of the picture and stay.
/// </summary>
internal sealed class HeifCleaner(FileWalker file, EditList edits, long maxPixels)
{
    // A large picture is some hundred tiles; each is an item.
    private const int MaxItems = 10_000;
    private const int MaxExtents = 20_000;

    private static readonly FrozenSet<string> Top = new[] { "ftyp", "meta", "mdat", "free", "skip", "wide" }.ToFrozenSet();
    private static readonly FrozenSet<string> Pictures = new[] { "hvc1", "hev1", "lhv1", "grid", "iovl", "iden", "tmap" }.ToFrozenSet();

    private readonly IsoBoxes _boxes = new(file);
    private readonly Dictionary<uint, Item> _items = [];
    private readonly HashSet<uint> _thumbnails = [];
    private readonly List<IsoBox> _properties = [];
    private readonly Dictionary<uint, List<int>> _associated = [];
    private uint? _primary;
    private bool _metaSeen;
    private long _dataStart = -1;
    private long _dataEnd;

    public PictureSize Clean()
    {
        IsoBox? places = null;
        foreach (var box in _boxes.Top(Top.Contains))
        {
            if (box.Type == "meta")
            {
                places = _metaSeen ? throw RefusedException.Broken() : Meta(box);
                _metaSeen = true;
            }
            else if (box.Type is not ("ftyp" or "mdat"))
            {
                _boxes.Free(box);
            }
        }
        if (places is not { } located || _primary is not { } primary || !_items.TryGetValue(primary, out var shown) || !Pictures.Contains(shown.Type))
        {
            throw RefusedException.Broken();
        }
        Places(located);
        Drop(primary);
        var size = Size(primary);
        _boxes.Overwrites.ApplyTo(edits);
        return size;
    }

    /// <returns>Where the places of the items are told.</returns>
    private IsoBox? Meta(IsoBox meta)
    {
        IsoBox? places = null;
        foreach (var box in _boxes.Within(meta.Body + 4, meta.End))
        {
            switch (box.Type)
            {
                case "hdlr":
                    _boxes.Handler(box);
                    break;
                case "pitm":
                    _primary = Version(box) == 0 ? UInt16(box.Body + 4) : _boxes.UInt32(box.Body + 4);
                    break;
                case "iinf":
                    Items(box);
                    break;
                case "iloc":
                    places = box;
                    break;
                case "iref":
                    References(box);
                    break;
                case "iprp":
                    Properties(box);
                    break;
                case "idat":
                    (_dataStart, _dataEnd) = (box.Body, box.End);
                    break;
                case "dinf":
                    foreach (var part in _boxes.Within(box.Body, box.End).Where(b => b.Type == "dref"))
                    {
                        _boxes.References(part);
                    }
                    break;
                case "grpl":
                    break;
                default:
                    _boxes.Free(box);
                    break;
            }
        }
        return places;
    }

    private void Items(IsoBox box)
    {
        foreach (var entry in _boxes.Within(box.Body + (Version(box) == 0 ? 6 : 8), box.End))
        {
            var version = Version(entry);
            if (entry.Type != "infe" || version is not (2 or 3) || _items.Count == MaxItems)
            {
                throw RefusedException.Broken();
            }
            var wide = version == 3;
            var typeAt = entry.Body + (wide ? 10 : 8);
            var id = wide ? _boxes.UInt32(entry.Body + 4) : UInt16(entry.Body + 4);
            if (typeAt + 4 > entry.End || !_items.TryAdd(id, new Item(Encoding.Latin1.GetString(_boxes.Bytes(typeAt, 4)), typeAt)))
            {
                throw RefusedException.Broken();
            }
            // The item's name, and for others what they are.
            _boxes.Overwrites.Blank(typeAt + 4, entry.End - typeAt - 4);
        }
    }

    private void References(IsoBox box)
    {
        var wide = Version(box) > 0;
        foreach (var reference in _boxes.Within(box.Body + 4, box.End).Where(r => r.Type == "thmb"))
        {
            _thumbnails.Add(wide ? _boxes.UInt32(reference.Body) : UInt16(reference.Body));
        }
    }

    private void Properties(IsoBox box)
    {
        foreach (var part in _boxes.Within(box.Body, box.End))
        {
            if (part.Type == "ipco")
            {
                foreach (var property in _boxes.Within(part.Body, part.End))
                {
                    _properties.Add(property);
                    if (property.Type is "uuid" or "udes")
                    {
                        // Its number must stay: the pictures name their properties by it.
                        _boxes.Free(property);
                    }
                }
            }
            else if (part.Type == "ipma")
            {
                Associations(part);
            }
        }
    }

    private void Associations(IsoBox box)
    {
        var wideItem = Version(box) > 0;
        var wideNumber = (_boxes.Bytes(box.Body + 3, 1)[0] & 1) != 0;
        var cursor = new Cursor(file, box.Body + 4, box.End);
        for (var left = cursor.Next(4); left > 0; left--)
        {
            var id = (uint)cursor.Next(wideItem ? 4 : 2);
            var numbers = new List<int>();
            if (_associated.Count == MaxItems)
            {
                throw RefusedException.Broken();
            }
            for (var count = cursor.Next(1); count > 0; count--)
            {
                numbers.Add((int)(wideNumber ? cursor.Next(2) & 0x7FFF : cursor.Next(1) & 0x7F));
            }
            _associated[id] = numbers;
        }
    }

    private void Places(IsoBox box)
    {
        var version = Version(box);
        var cursor = new Cursor(file, box.Body + 4, box.End);
        var widths = (int)cursor.Next(2);
        var (offsetWidth, lengthWidth, baseWidth, indexWidth) = (widths >> 12, (widths >> 8) & 15, (widths >> 4) & 15, version > 0 ? widths & 15 : 0);
        var all = 0;
        for (var left = cursor.Next(version < 2 ? 2 : 4); left > 0; left--)
        {
            var id = (uint)cursor.Next(version < 2 ? 2 : 4);
            var method = version > 0 ? cursor.Next(2) & 15 : 0;
            if (cursor.Next(2) != 0)
            {
                throw new RefusedException(RefusalCodes.OutsideContent);
            }
            var start = cursor.Next(baseWidth);
            for (var extents = cursor.Next(2); extents > 0; extents--)
            {
                if (++all > MaxExtents)
                {
                    throw RefusedException.Broken();
                }
                cursor.Next(indexWidth);
                var offset = cursor.Next(offsetWidth);
                var length = cursor.Next(lengthWidth);
                if (!_items.TryGetValue(id, out var item) || method > 2 || length < 0 || start < 0 || offset < 0)
                {
                    throw RefusedException.Broken();
                }
                if (method == 2)
                {
                    item.IsDerived = true;
                    continue;
                }
                var at = start + offset + (method == 1 ? _dataStart : 0);
                var end = method == 1 ? _dataEnd : file.Length;
                if (at < 0 || (method == 1 && _dataStart < 0))
                {
                    throw RefusedException.Broken();
                }
                if (at > end || length > end - at)
                {
                    throw new RefusedException(RefusalCodes.Truncated);
                }
                item.Extents.Add((at, length));
            }
        }
    }

    private void Drop(uint primary)
    {
        List<(long At, long Length)> kept = [];
        List<Item> dropped = [];
        foreach (var (id, item) in _items)
        {
            if (Pictures.Contains(item.Type) && (id == primary || !_thumbnails.Contains(id)))
            {
                kept.AddRange(item.Extents);
            }
            else
            {
                dropped.Add(item);
            }
        }
        kept.Sort();
        foreach (var item in dropped)
        {
            if (item.IsDerived || item.Extents.Any(e => Overlaps(kept, e)))
            {
                throw new RefusedException(RefusalCodes.CannotBeCleaned);
            }
            _boxes.Overwrites.Put(item.TypeAt, "free"u8.ToArray());
            foreach (var (at, length) in item.Extents)
            {
                _boxes.Overwrites.Blank(at, length);
            }
        }
    }

    private static bool Overlaps(List<(long At, long Length)> sorted, (long At, long Length) one)
    {
        foreach (var (at, length) in sorted)
        {
            if (at >= one.At + one.Length)
            {
                return false;
            }
            if (at + length > one.At)
            {
                return true;
            }
        }
        return false;
    }

    private PictureSize Size(uint primary)
    {
        PictureSize? size = null;
        var turned = false;
        foreach (var number in _associated.GetValueOrDefault(primary, []).Where(n => n > 0 && n <= _properties.Count))
        {
            var property = _properties[number - 1];
            if (property.Type == "ispe" && property.Length >= 12)
            {
                var (width, height) = (_boxes.UInt32(property.Body + 4), _boxes.UInt32(property.Body + 8));
                size = width <= int.MaxValue && height <= int.MaxValue ? new PictureSize((int)width, (int)height).Within(maxPixels) : throw RefusedException.Broken();
            }
            else if (property.Type == "irot" && property.Length >= 1)
            {
                turned = (_boxes.Bytes(property.Body, 1)[0] & 1) != 0;
            }
        }
        return size is { } found ? turned ? new PictureSize(found.Height, found.Width) : found : throw RefusedException.Broken();
    }

    private byte Version(IsoBox box) => box.Length >= 6 ? _boxes.Bytes(box.Body, 1)[0] : throw RefusedException.Broken();

    private ushort UInt16(long at) => BinaryPrimitives.ReadUInt16BigEndian(_boxes.Bytes(at, 2));

    private sealed class Item(string type, long typeAt)
    {
        public string Type => type;
        public long TypeAt => typeAt;
        public List<(long At, long Length)> Extents { get; } = [];

        /// <summary>Made of other items; none of these is blanked by itself.</summary>
        public bool IsDerived { get; set; }
    }

    /// <summary>Reads numbers of several widths one after the other.</summary>
    private sealed class Cursor(FileWalker file, long at, long end)
    {
        private readonly byte[] _bytes = new byte[8];
        private long _at = at;

        public long Next(int width)
        {
            if (width > 8 || width > end - _at || file.ReadAt(_at, _bytes.AsSpan(8 - width)) < width)
            {
                throw RefusedException.Broken();
            }
            _bytes.AsSpan(0, 8 - width).Clear();
            _at += width;
            return (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(_bytes), long.MaxValue / 4);
        }
    }
}
