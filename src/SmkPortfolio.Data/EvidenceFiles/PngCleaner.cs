using System.Buffers.Binary;
using System.IO.Hashing;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Walks a PNG from chunk to chunk, checks each chunk's sum and keeps what a decoder needs.</summary>
internal sealed class PngCleaner(FileWalker file, EditList edits, long maxPixels)
{
    private const int MaxExifBytes = 64 * 1024;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private PictureSize? _size;
    private byte _colourType;
    private int _orientation = ExifOrientation.Upright;
    private bool _exifSeen;
    private bool _paletteSeen;
    private bool _dataSeen;
    private bool _dataEnded;

    /// <summary>Leaves the file's position behind the image; what follows there is not part of it.</summary>
    public PictureSize Clean()
    {
        if (!file.ReadBytes(8).AsSpan().SequenceEqual(Signature))
        {
            throw RefusedException.Broken();
        }
        edits.Keep(0, 8);
        while (!Chunk())
        {
        }
        return _size!.Value.Shown(_orientation);
    }

    /// <summary>True after the last chunk.</summary>
    private bool Chunk()
    {
        var start = file.Position;
        var length = file.ReadUInt32BigEndian();
        if (length > int.MaxValue)
        {
            throw RefusedException.Broken();
        }
        CheckSum(length);
        var end = file.Position;
        Span<byte> type = stackalloc byte[4];
        file.ReadAt(start + 4, type);
        var name = NameOf(type);

        if ((_size is null) != (name == "IHDR") || (_dataSeen && name == "PLTE") || (_dataEnded && name == "IDAT"))
        {
            throw RefusedException.Broken();
        }
        _dataEnded |= _dataSeen && name != "IDAT";
        switch (name)
        {
            case "IHDR":
                Header(start + 8, length);
                break;
            case "PLTE":
                _paletteSeen = true;
                break;
            case "IDAT":
                if (_colourType == 3 && !_paletteSeen)
                {
                    throw RefusedException.Broken();
                }
                _dataSeen = true;
                break;
            case "IEND":
                if (length != 0 || !_dataSeen)
                {
                    throw RefusedException.Broken();
                }
                break;
            // Colour, transparency, size in print, and animation.
            case "tRNS" or "gAMA" or "cHRM" or "sRGB" or "iCCP" or "cICP" or "mDCV" or "cLLI" or "sBIT" or "bKGD" or "pHYs" or "acTL" or "fcTL" or "fdAT":
                break;
            case "eXIf":
                Exif(start, length, end);
                return false;
            default:
                if (char.IsAsciiLetterUpper(name[0]))
                {
                    throw RefusedException.Broken();
                }
                edits.Drop();
                return false;
        }
        edits.Keep(start, end - start);
        return name == "IEND";
    }

    private static string NameOf(ReadOnlySpan<byte> type)
    {
        foreach (var letter in type)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                throw RefusedException.Broken();
            }
        }
        return System.Text.Encoding.ASCII.GetString(type);
    }

    private void CheckSum(uint length)
    {
        var crc = new Crc32();
        long left = length + 4L;
        while (left > 0)
        {
            var window = file.Window();
            if (window.IsEmpty)
            {
                throw RefusedException.Broken();
            }
            var count = (int)Math.Min(left, window.Length);
            crc.Append(window[..count]);
            file.Skip(count);
            left -= count;
        }
        if (file.ReadUInt32BigEndian() != crc.GetCurrentHashAsUInt32())
        {
            throw RefusedException.Broken();
        }
    }

    private void Header(long at, uint length)
    {
        Span<byte> header = stackalloc byte[13];
        if (length != 13 || file.ReadAt(at, header) != 13)
        {
            throw RefusedException.Broken();
        }
        _colourType = header[9];
        var depthFits = (_colourType, header[8]) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        if (!depthFits || header[10] != 0 || header[11] != 0 || header[12] > 1)
        {
            throw RefusedException.Broken();
        }
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (width > int.MaxValue || height > int.MaxValue)
        {
            throw RefusedException.Broken();
        }
        _size = new PictureSize((int)width, (int)height).Within(maxPixels);
    }

    private void Exif(long start, uint length, long end)
    {
        var tiff = new byte[Math.Min(length, MaxExifBytes)];
        file.ReadAt(start + 8, tiff);
        var orientation = _exifSeen ? ExifOrientation.Upright : ExifOrientation.Read(tiff);
        _exifSeen = true;
        if (orientation == ExifOrientation.Upright)
        {
            edits.Drop();
            return;
        }
        _orientation = orientation;
        var wanted = ExifOrientation.Minimal(orientation);
        if (tiff.AsSpan().SequenceEqual(wanted))
        {
            edits.Keep(start, end - start);
            return;
        }
        edits.Drop();
        byte[] chunk = [0, 0, 0, (byte)wanted.Length, .. "eXIf"u8, .. wanted, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.HashToUInt32(chunk.AsSpan(4, chunk.Length - 8)));
        edits.Insert(chunk);
    }
}
