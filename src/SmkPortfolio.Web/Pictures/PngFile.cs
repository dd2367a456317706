using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace SmkPortfolio.Web.Pictures;

/// <summary>The chunks of a PNG that its pixels need, and how its samples become colours.</summary>
internal sealed class PngFile
{
    /// <summary>In front of each chunk: its length and its type.</summary>
    public const int HeadBytes = 8;

    /// <summary>Behind each chunk.</summary>
    public const int SumBytes = 4;

    public const uint DataChunk = 0x49444154; // IDAT

    private const uint HeaderChunk = 0x49484452; // IHDR
    private const uint PaletteChunk = 0x504C5445; // PLTE
    private const uint TransparencyChunk = 0x74524E53; // tRNS
    private const int SignatureBytes = 8;
    private const int HeaderBytes = 13;
    private const int MostColoursBytes = 3 * 256;

    private const int Grey = 0;
    private const int Colour = 2;
    private const int Palette = 3;
    private const int GreyAlpha = 4;

    private readonly int _colourType;
    private readonly int _depth;
    private readonly byte[] _palette;
    private readonly int[] _transparent;

    private readonly SafeFileHandle _file;
    private readonly long _firstData;

    private PngFile(SafeFileHandle file, long firstData, ReadOnlySpan<byte> header, byte[] palette, ReadOnlySpan<byte> transparency)
    {
        _file = file;
        _firstData = firstData;
        Width = BinaryPrimitives.ReadInt32BigEndian(header);
        Height = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        _depth = header[8];
        _colourType = header[9];
        Interlaced = header[12] == 1;
        _transparent = _colourType is Grey or Colour ? Samples(transparency, _colourType == Grey ? 1 : 3) : [];
        _palette = _colourType == Palette ? Colours(palette, transparency) : [];
        if (Width <= 0 || Height <= 0 || _depth is not (1 or 2 or 4 or 8 or 16) || _colourType is not (Grey or Colour or Palette or GreyAlpha or 6))
        {
            throw Damaged();
        }
    }

    public int Width { get; }

    public int Height { get; }

    public bool Interlaced { get; }

    public int BitsPerPixel => _depth * _colourType switch { Grey or Palette => 1, GreyAlpha => 2, Colour => 3, _ => 4 };

    /// <summary>Reads up to the pixels' data: what says how they become colours stands before them.</summary>
    public static PngFile Open(SafeFileHandle file)
    {
        byte[] header = [], palette = [], transparency = [];
        Span<byte> head = stackalloc byte[HeadBytes];
        for (long at = SignatureBytes; RandomAccess.Read(file, head, at) == head.Length;)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(head);
            switch (BinaryPrimitives.ReadUInt32BigEndian(head[4..]))
            {
                case HeaderChunk:
                    header = Body(file, at, length);
                    break;
                case PaletteChunk:
                    palette = Body(file, at, length);
                    break;
                case TransparencyChunk:
                    transparency = Body(file, at, length);
                    break;
                case DataChunk when header.Length == HeaderBytes:
                    return new PngFile(file, at, header, palette, transparency);
                case DataChunk:
                    throw Damaged();
            }
            at += HeadBytes + length + SumBytes;
        }
        throw Damaged();
    }

    /// <summary>What its pixels are packed into.</summary>
    public PngData Data() => new(_file, _firstData);

    /// <summary>A row as it is stored becomes four bytes a pixel, colours weakened by the opacity; of sixteen bits the upper eight count.</summary>
    public void ToPremultiplied(ReadOnlySpan<byte> row, Span<byte> pixels)
    {
        switch (_colourType, _depth, _transparent.Length)
        {
            case (Colour, 8, 0):
                for (int at = 0, to = 0; to < pixels.Length; at += 3, to += 4)
                {
                    Put(pixels, to, row[at], row[at + 1], row[at + 2], 255);
                }
                break;
            case (6, 8, _):
                for (var at = 0; at < pixels.Length; at += 4)
                {
                    Put(pixels, at, row[at], row[at + 1], row[at + 2], row[at + 3]);
                }
                break;
            case (Palette, _, _):
                for (int x = 0, to = 0; to < pixels.Length; x++, to += 4)
                {
                    var index = Sample(row, x) * 4;
                    // A colour that the palette does not have: others show black, and so does this.
                    var colour = index < _palette.Length ? _palette.AsSpan(index, 4) : [0, 0, 0, 255];
                    Put(pixels, to, colour[0], colour[1], colour[2], colour[3]);
                }
                break;
            default:
                General(row, pixels);
                break;
        }
    }

    internal static InvalidDataException Damaged() => new("The PNG is damaged.");

    private void General(ReadOnlySpan<byte> row, Span<byte> pixels)
    {
        var grey = _colourType is Grey or GreyAlpha;
        var channels = BitsPerPixel / _depth;
        var colours = grey ? 1 : 3;
        for (int x = 0, to = 0; to < pixels.Length; x++, to += 4)
        {
            var at = x * channels;
            var hidden = _transparent.Length > 0;
            for (var i = 0; i < _transparent.Length; i++)
            {
                hidden &= Sample(row, at + i) == _transparent[i];
            }
            var opacity = hidden ? (byte)0 : channels > colours ? Eight(Sample(row, at + colours)) : (byte)255;
            var first = Eight(Sample(row, at));
            Put(pixels, to, first, grey ? first : Eight(Sample(row, at + 1)), grey ? first : Eight(Sample(row, at + 2)), opacity);
        }
    }

    private static void Put(Span<byte> pixels, int at, byte red, byte green, byte blue, byte opacity)
    {
        pixels[at] = Weakened(red, opacity);
        pixels[at + 1] = Weakened(green, opacity);
        pixels[at + 2] = Weakened(blue, opacity);
        pixels[at + 3] = opacity;
    }

    private static byte Weakened(byte colour, byte opacity) => opacity == 255 ? colour : (byte)((colour * opacity + 127) / 255);

    private int Sample(ReadOnlySpan<byte> row, int index) => _depth switch
    {
        8 => row[index],
        16 => BinaryPrimitives.ReadUInt16BigEndian(row[(index * 2)..]),
        _ => (row[index * _depth / 8] >> (8 - _depth - index * _depth % 8)) & ((1 << _depth) - 1),
    };

    private byte Eight(int sample) => (byte)(_depth switch { 8 => sample, 16 => sample >> 8, _ => sample * 255 / ((1 << _depth) - 1) });

    private static byte[] Body(SafeFileHandle file, long chunk, long length)
    {
        var body = new byte[length <= MostColoursBytes ? (int)length : throw Damaged()];
        return RandomAccess.Read(file, body, chunk + HeadBytes) == body.Length ? body : throw Damaged();
    }

    private static int[] Samples(ReadOnlySpan<byte> transparency, int count)
    {
        if (transparency.Length < 2 * count)
        {
            return [];
        }
        var samples = new int[count];
        for (var i = 0; i < count; i++)
        {
            samples[i] = BinaryPrimitives.ReadUInt16BigEndian(transparency[(2 * i)..]);
        }
        return samples;
    }

    private static byte[] Colours(ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
    {
        var colours = new byte[palette.Length / 3 * 4];
        for (var i = 0; i < colours.Length / 4; i++)
        {
            palette.Slice(3 * i, 3).CopyTo(colours.AsSpan(4 * i));
            colours[4 * i + 3] = i < transparency.Length ? transparency[i] : (byte)255;
        }
        return colours;
    }
}
