using System.Buffers.Text;
using System.Globalization;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>A growing buffer with PDF's way of writing numbers and strings.</summary>
/// <param name="room">Bytes to begin with.</param>
internal sealed class ByteSink(int room = 1 << 14)
{
    private byte[] bytes = new byte[room];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public Span<byte> At(int start, int length) => bytes.AsSpan(start, length);

    /// <summary>Room at the end for bytes that the caller fills in.</summary>
    public Span<byte> Extend(int length)
    {
        var room = Room(length)[..length];
        Count += length;
        return room;
    }

    public ByteSink Raw(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Count += value.Length;
        return this;
    }

    public ByteSink Ascii(string value)
    {
        var room = Room(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            room[i] = (byte)value[i];
        }

        Count += value.Length;
        return this;
    }

    public ByteSink Byte(byte value)
    {
        Room(1)[0] = value;
        Count++;
        return this;
    }

    public ByteSink Blank() => Byte((byte)' ');

    public ByteSink Integer(int value)
    {
        Utf8Formatter.TryFormat(value, Room(12), out var written);
        Count += written;
        return this;
    }

    /// <summary>At most three decimals, no zeros at the end.</summary>
    public ByteSink Number(float value)
    {
        if (value is >= 0 and < 100 && value == (int)value)
        {
            return value < 10 ? Byte((byte)('0' + (int)value)) : Byte((byte)('0' + (int)value / 10)).Byte((byte)('0' + (int)value % 10));
        }

        var thousandths = (int)MathF.Round(value * 1000);
        if (thousandths < 0)
        {
            Byte((byte)'-');
            thousandths = -thousandths;
        }

        Integer(thousandths / 1000);
        var rest = thousandths % 1000;
        if (rest == 0)
        {
            return this;
        }

        Byte((byte)'.').Byte((byte)('0' + rest / 100));
        if (rest % 100 != 0)
        {
            Byte((byte)('0' + rest / 10 % 10));
        }

        return rest % 10 == 0 ? this : Byte((byte)('0' + rest % 10));
    }

    /// <summary>With seven decimals, for small factors.</summary>
    public ByteSink Exact(float value) => Ascii(value.ToString("0.#######", CultureInfo.InvariantCulture));

    public ByteSink Numbers(params ReadOnlySpan<float> values)
    {
        foreach (var value in values)
        {
            Number(value).Blank();
        }

        return this;
    }

    public ByteSink Reference(int id) => Integer(id).Raw(" 0 R "u8);

    public ByteSink Unsigned16(int value) => Byte((byte)(value >> 8)).Byte((byte)value);

    public ByteSink Unsigned32(uint value) => Unsigned16((int)(value >> 16)).Unsigned16((int)(value & 0xFFFF));

    public ByteSink Hex16(int value)
    {
        var room = Room(4);
        for (var i = 0; i < 4; i++)
        {
            room[i] = "0123456789ABCDEF"u8[value >> (12 - 4 * i) & 15];
        }

        Count += 4;
        return this;
    }

    /// <summary>One byte inside a literal string.</summary>
    public ByteSink Literal(byte value) => value switch
    {
        (byte)'(' or (byte)')' or (byte)'\\' => Byte((byte)'\\').Byte(value),
        (byte)'\r' => Raw("\\r"u8),
        _ => Byte(value),
    };

    /// <summary>A text string: plain where it is ASCII, otherwise UTF-16.</summary>
    public ByteSink Text(string value)
    {
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            Raw("<FEFF"u8);
            foreach (var c in value)
            {
                Hex16(c);
            }

            return Byte((byte)'>');
        }

        Byte((byte)'(');
        foreach (var c in value)
        {
            Literal((byte)c);
        }

        return Byte((byte)')');
    }

    /// <summary>A name; bytes outside the plain set are written as numbers.</summary>
    public ByteSink Name(string value)
    {
        Byte((byte)'/');
        Span<byte> utf8 = value.Length <= 64 ? stackalloc byte[value.Length * 3] : new byte[value.Length * 3];
        foreach (var b in utf8[..System.Text.Encoding.UTF8.GetBytes(value, utf8)])
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'+' or (byte)'_')
            {
                Byte(b);
            }
            else
            {
                Byte((byte)'#').Byte("0123456789ABCDEF"u8[b >> 4]).Byte("0123456789ABCDEF"u8[b & 15]);
            }
        }

        return this;
    }

    private Span<byte> Room(int length)
    {
        if (Count + length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Count + length));
        }

        return bytes.AsSpan(Count);
    }
}
