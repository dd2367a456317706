using System.Buffers.Binary;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Walks a JPEG from marker to marker and keeps what a decoder needs, colour profile and orientation.</summary>
internal sealed class JpegCleaner(FileWalker file, EditList edits, long maxPixels)
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    private PictureSize? _size;
    private int _orientation = ExifOrientation.Upright;
    private bool _exifSeen;
    private bool _scanSeen;

    /// <summary>Leaves the file's position behind the image; what follows there is not part of it.</summary>
    public PictureSize Clean()
    {
        if (file.ReadUInt16BigEndian() != 0xFFD8)
        {
            throw RefusedException.Broken();
        }
        edits.Keep(0, 2);
        while (true)
        {
            var marker = NextMarker();
            if (marker == EndOfImage)
            {
                edits.Keep(file.Position - 2, 2);
                return _scanSeen ? _size!.Value.Shown(_orientation) : throw RefusedException.Broken();
            }
            Segment(marker);
        }
    }

    private byte NextMarker()
    {
        if (file.ReadByte() != 0xFF)
        {
            throw RefusedException.Broken();
        }
        byte code;
        do
        {
            code = file.ReadByte();
        }
        while (code == 0xFF);
        return code;
    }

    private void Segment(byte marker)
    {
        var start = file.Position - 2;
        var length = file.ReadUInt16BigEndian();
        if (length < 2)
        {
            throw RefusedException.Broken();
        }
        var payload = file.ReadBytes(length - 2);
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                Frame(payload);
                break;
            case StartOfScan:
                if (_size is null || payload.Length < 6 || payload.Length != 4 + 2 * payload[0])
                {
                    throw RefusedException.Broken();
                }
                edits.Keep(start, length + 2);
                KeepScan();
                _scanSeen = true;
                return;
            case 0xC4 or 0xDB or 0xDC or 0xDD:
                break;
            case >= 0xE0 and <= 0xEF:
                Application(marker, payload, start);
                return;
            case 0xFE:
                edits.Drop();
                return;
            default:
                // Lossless, hierarchical and arithmetic-coded pictures: no browser shows them.
                throw RefusedException.Broken();
        }
        edits.Keep(start, length + 2);
    }

    private void Frame(byte[] payload)
    {
        if (_size is not null || payload.Length < 9 || payload[5] is not (1 or 3 or 4) || payload.Length != 6 + 3 * payload[5])
        {
            throw RefusedException.Broken();
        }
        var height = BinaryPrimitives.ReadUInt16BigEndian(payload.AsSpan(1));
        var width = BinaryPrimitives.ReadUInt16BigEndian(payload.AsSpan(3));
        _size = new PictureSize(width, height).Within(maxPixels);
    }

    private void KeepScan()
    {
        var start = file.Position;
        while (true)
        {
            file.SkipTo(0xFF);
            var at = file.Position;
            do
            {
                file.Skip(1);
            }
            while (file.Peek() == 0xFF);
            if (file.Peek() is 0x00 or (>= 0xD0 and <= 0xD7))
            {
                file.Skip(1);
                continue;
            }
            edits.Keep(start, at - start);
            file.Position = at;
            return;
        }
    }

    private void Application(byte marker, byte[] payload, long start)
    {
        switch (marker)
        {
            case 0xE0 when payload.Length >= 14 && payload.AsSpan().StartsWith("JFIF\0"u8):
                // Units and density are kept, a thumbnail is not.
                KeepOrReplace(payload, [.. payload.AsSpan(0, 12), 0, 0], marker, start);
                break;
            case 0xE1 when payload.AsSpan().StartsWith("Exif\0"u8) && payload.Length >= 6:
                Exif(payload, start);
                break;
            case 0xE2 when payload.AsSpan().StartsWith("ICC_PROFILE\0"u8):
                edits.Keep(start, payload.Length + 4);
                break;
            case 0xEE when payload.Length >= 12 && payload.AsSpan().StartsWith("Adobe"u8):
                // Says how the colours are coded.
                KeepOrReplace(payload, payload[..12], marker, start);
                break;
            default:
                edits.Drop();
                break;
        }
    }

    private void Exif(byte[] payload, long start)
    {
        var orientation = _exifSeen ? ExifOrientation.Upright : ExifOrientation.Read(payload.AsSpan(6));
        _exifSeen = true;
        if (orientation == ExifOrientation.Upright)
        {
            edits.Drop();
            return;
        }
        _orientation = orientation;
        KeepOrReplace(payload, [.. "Exif\0\0"u8, .. ExifOrientation.Minimal(orientation)], 0xE1, start);
    }

    private void KeepOrReplace(byte[] payload, byte[] wanted, byte marker, long start)
    {
        if (payload.AsSpan().SequenceEqual(wanted))
        {
            edits.Keep(start, payload.Length + 4);
            return;
        }
        edits.Drop();
        edits.Insert([0xFF, marker, 0, (byte)(wanted.Length + 2), .. wanted]);
    }
}
