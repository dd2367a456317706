using System.Buffers.Binary;
using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Walks a WebP from chunk to chunk, frames of an animation included, and mends sizes and flags for what is left out.</summary>
internal sealed class WebpCleaner(FileWalker file, EditList edits, long maxPixels)
{
    private const int MaxExifBytes = 64 * 1024;
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;

    private byte[]? _extended;
    private PictureSize? _canvas;
    private PictureSize? _picture;
    private int _orientation = ExifOrientation.Upright;
    private bool _exifSeen;
    private bool _pictureSeen;

    /// <summary>Leaves the file's position behind the image; what follows there is not part of it.</summary>
    public PictureSize Clean()
    {
        var header = file.ReadBytes(12);
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
        if (!header.AsSpan(0, 4).SequenceEqual("RIFF"u8) || !header.AsSpan(8).SequenceEqual("WEBP"u8) || end < 12 || end > file.Length)
        {
            throw RefusedException.Broken();
        }
        edits.Insert(header);
        while (file.Position < end)
        {
            Chunk(end, inFrame: false);
        }
        if (!_pictureSeen || (_canvas ?? _picture) is not { } size)
        {
            throw RefusedException.Broken();
        }
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), checked((uint)(edits.Length - 8)));
        if (_extended is not null)
        {
            var flags = _extended[8] & ~(ExifFlag | XmpFlag);
            _extended[8] = (byte)(_orientation == ExifOrientation.Upright ? flags : flags | ExifFlag);
        }
        return size.Shown(_orientation);
    }

    private void Chunk(long end, bool inFrame)
    {
        var start = file.Position;
        if (end - start < 8)
        {
            throw RefusedException.Broken();
        }
        var name = Encoding.ASCII.GetString(file.ReadBytes(4));
        long length = file.ReadUInt32LittleEndian();
        var body = file.Position;
        var next = body + length + (length & 1);
        // Some writers forget the last padding byte; then the chunk ends with the file.
        if (body + length > end)
        {
            throw RefusedException.Broken();
        }
        next = Math.Min(next, end);

        switch (name)
        {
            case "VP8X" when !inFrame:
                Extended(start, length);
                break;
            case "VP8 ":
                Picture(LossySize(length));
                edits.Keep(start, next - start);
                break;
            case "VP8L":
                Picture(LosslessSize(length));
                edits.Keep(start, next - start);
                break;
            case "ANMF" when !inFrame:
                Frame(start, length, next);
                break;
            case "ALPH":
                edits.Keep(start, next - start);
                break;
            case "ICCP" or "ANIM" when !inFrame:
                edits.Keep(start, next - start);
                break;
            case "EXIF" when !inFrame:
                Exif(length);
                break;
            default:
                edits.Drop();
                break;
        }
        file.Position = next;
    }

    private void Extended(long start, long length)
    {
        if (start != 12 || length != 10)
        {
            throw RefusedException.Broken();
        }
        file.Position = start;
        _extended = file.ReadBytes(18);
        _canvas = new PictureSize(1 + UInt24(_extended.AsSpan(12)), 1 + UInt24(_extended.AsSpan(15))).Within(maxPixels);
        edits.Insert(_extended);
    }

    private void Picture(PictureSize size)
    {
        _picture = size.Within(maxPixels);
        _pictureSeen = true;
    }

    private PictureSize LossySize(long length)
    {
        if (length < 10)
        {
            throw RefusedException.Broken();
        }
        var head = file.ReadBytes(10);
        if ((head[0] & 1) != 0 || !head.AsSpan(3, 3).SequenceEqual<byte>([0x9D, 0x01, 0x2A]))
        {
            throw RefusedException.Broken();
        }
        return new PictureSize(
            BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6)) & 0x3FFF,
            BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)) & 0x3FFF);
    }

    private PictureSize LosslessSize(long length)
    {
        if (length < 5 || file.ReadByte() != 0x2F)
        {
            throw RefusedException.Broken();
        }
        var bits = file.ReadUInt32LittleEndian();
        return new PictureSize(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    private void Frame(long start, long length, long next)
    {
        if (length < 16)
        {
            throw RefusedException.Broken();
        }
        file.Position = start;
        var head = file.ReadBytes(24);
        edits.Insert(head);
        var before = edits.Length;
        var end = start + 8 + length;
        while (file.Position < end)
        {
            Chunk(end, inFrame: true);
        }
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), checked((uint)(16 + edits.Length - before)));
        if (((edits.Length - before) & 1) != 0)
        {
            edits.Insert([0]);
        }
        file.Position = next;
    }

    private void Exif(long length)
    {
        var tiff = file.ReadBytes((int)Math.Min(length, MaxExifBytes)).AsSpan();
        if (tiff.StartsWith("Exif\0\0"u8))
        {
            tiff = tiff[6..];
        }
        var orientation = _exifSeen || _extended is null ? ExifOrientation.Upright : ExifOrientation.Read(tiff);
        _exifSeen = true;
        if (orientation == ExifOrientation.Upright)
        {
            edits.Drop();
            return;
        }
        _orientation = orientation;
        var wanted = ExifOrientation.Minimal(orientation);
        if (!tiff.SequenceEqual(wanted))
        {
            edits.Drop();
        }
        edits.Insert([.. "EXIF"u8, (byte)wanted.Length, 0, 0, 0, .. wanted]);
    }

    private static int UInt24(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
}
