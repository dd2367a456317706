using System.Globalization;
using System.Text;

namespace SmkPortfolio.Pdf.Reading;

/// <summary>Reads PDF values from bytes. Depth is bounded, every step moves forward, and all parsers of a file spend from one budget.</summary>
internal sealed class ObjectParser(ReadOnlyMemory<byte> source, bool isFile, ReadingBudget budget)
{
    private const int MaxDepth = 64;
    private const int MaxNameLength = 1024;
    private int depth;

    public int Position { get; set; }

    private ReadOnlySpan<byte> Source => source.Span;

    public PdfValue ReadValue()
    {
        var start = Position;
        var value = ReadOne();
        budget.SpendBytes(Position - start);
        return value;
    }

    /// <summary>Skips blanks, then the word if it stands there.</summary>
    public bool TryReadKeyword(string word)
    {
        SkipBlanks();
        if (source.Length - Position < word.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (Source[Position + i] != word[i])
            {
                return false;
            }
        }

        var end = Position + word.Length;
        if (end < source.Length && IsRegular(Source[end]))
        {
            return false;
        }

        Position = end;
        return true;
    }

    public int ReadInteger() =>
        ReadNumber() is { IsInteger: true, Value: >= int.MinValue and <= int.MaxValue } number
            ? (int)number.Value
            : throw new PdfFormatException("a whole number was expected");

    public void SkipBlanks()
    {
        while (Position < source.Length)
        {
            var current = Source[Position];
            if (current == (byte)'%')
            {
                var start = Position;
                while (Position < source.Length && Source[Position] is not ((byte)'\n' or (byte)'\r'))
                {
                    Position++;
                }

                budget.SpendBytes(Position - start);
            }
            else if (IsBlank(current))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    private PdfValue ReadOne()
    {
        budget.SpendValue();
        SkipBlanks();
        if (Position >= source.Length)
        {
            throw new PdfFormatException("a value is missing at the end of the data");
        }

        var current = Source[Position];
        switch (current)
        {
            case (byte)'/':
                return new PdfName(ReadName());
            case (byte)'(':
                return ReadLiteral();
            case (byte)'[':
                return Nested(ReadArray);
            case (byte)'<':
                return Position + 1 < source.Length && Source[Position + 1] == (byte)'<' ? Nested(ReadDictionary) : ReadHex();
            default:
                if (current is (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'))
                {
                    return ReadNumberOrReference();
                }

                return ReadKeyword() switch
                {
                    "true" => new PdfBoolean(true),
                    "false" => new PdfBoolean(false),
                    "null" => PdfNull.Instance,
                    _ => throw new PdfFormatException("an unknown word stands where a value should be"),
                };
        }
    }

    private PdfValue Nested(Func<PdfValue> read)
    {
        if (++depth > MaxDepth)
        {
            throw new PdfFormatException("values are nested too deeply");
        }

        var value = read();
        depth--;
        return value;
    }

    private PdfArray ReadArray()
    {
        Position++;
        var items = new List<PdfValue>();
        while (true)
        {
            SkipBlanks();
            if (Position < source.Length && Source[Position] == (byte)']')
            {
                Position++;
                return new PdfArray(items);
            }

            items.Add(ReadOne());
        }
    }

    private PdfDictionary ReadDictionary()
    {
        Position += 2;
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        while (true)
        {
            SkipBlanks();
            if (Position + 1 < source.Length && Source[Position] == (byte)'>' && Source[Position + 1] == (byte)'>')
            {
                Position += 2;
                return new PdfDictionary(entries);
            }

            if (Position >= source.Length || Source[Position] != (byte)'/')
            {
                throw new PdfFormatException("a dictionary key is not a name");
            }

            // A repeated key would let two readers see two documents.
            budget.SpendValue();
            if (!entries.TryAdd(ReadName(), ReadOne()))
            {
                throw new PdfFormatException("a dictionary names a key twice");
            }
        }
    }

    private string ReadName()
    {
        Position++;
        var name = new StringBuilder();
        while (Position < source.Length && IsRegular(Source[Position]))
        {
            var current = Source[Position++];
            if (current == (byte)'#' && Position + 1 < source.Length && HexValue(Source[Position]) is >= 0 and var high && HexValue(Source[Position + 1]) is >= 0 and var low)
            {
                current = (byte)(high << 4 | low);
                Position += 2;
            }

            name.Append((char)current);
            if (name.Length > MaxNameLength)
            {
                throw new PdfFormatException("a name is too long");
            }
        }

        return name.ToString();
    }

    private PdfString ReadLiteral()
    {
        var start = Position++;
        var bytes = new List<byte>();
        var open = 1;
        while (Position < source.Length)
        {
            var current = Source[Position++];
            if (current == (byte)'\\')
            {
                ReadEscape(bytes);
                continue;
            }

            open += current == (byte)'(' ? 1 : current == (byte)')' ? -1 : 0;
            if (open == 0)
            {
                return new PdfString([.. bytes], isFile ? start : -1, isFile ? Position : -1, IsHex: false);
            }

            bytes.Add(current);
        }

        throw new PdfFormatException("a string has no end");
    }

    private void ReadEscape(List<byte> bytes)
    {
        if (Position >= source.Length)
        {
            return;
        }

        var current = Source[Position++];
        if (current is >= (byte)'0' and <= (byte)'7')
        {
            var value = current - '0';
            for (var i = 0; i < 2 && Position < source.Length && Source[Position] is >= (byte)'0' and <= (byte)'7'; i++)
            {
                value = value * 8 + Source[Position++] - '0';
            }

            bytes.Add((byte)value);
        }
        else if (current == (byte)'\r')
        {
            Position += Position < source.Length && Source[Position] == (byte)'\n' ? 1 : 0;
        }
        else if (current != (byte)'\n')
        {
            bytes.Add(current switch
            {
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                _ => current,
            });
        }
    }

    private PdfString ReadHex()
    {
        var start = Position++;
        var bytes = new List<byte>();
        var high = -1;
        while (Position < source.Length)
        {
            var current = Source[Position++];
            if (current == (byte)'>')
            {
                if (high >= 0)
                {
                    bytes.Add((byte)(high << 4));
                }

                return new PdfString([.. bytes], isFile ? start : -1, isFile ? Position : -1, IsHex: true);
            }

            if (IsBlank(current))
            {
                continue;
            }

            var digit = HexValue(current);
            if (digit < 0)
            {
                throw new PdfFormatException("a hexadecimal string holds another character");
            }

            if (high < 0)
            {
                high = digit;
            }
            else
            {
                bytes.Add((byte)(high << 4 | digit));
                high = -1;
            }
        }

        throw new PdfFormatException("a hexadecimal string has no end");
    }

    private PdfValue ReadNumberOrReference()
    {
        var number = ReadNumber();
        if (!number.IsInteger || number.Value is < 0 or > int.MaxValue)
        {
            return number;
        }

        // "12 0 R" is a reference, "12 0 13" are three numbers.
        var after = Position;
        SkipBlanks();
        if (Position < source.Length && Source[Position] is >= (byte)'0' and <= (byte)'9')
        {
            var generation = ReadNumber();
            if (generation is { IsInteger: true, Value: >= 0 and <= 65535 } && TryReadKeyword("R"))
            {
                return new PdfReference((int)number.Value, (int)generation.Value);
            }
        }

        Position = after;
        return number;
    }

    private PdfNumber ReadNumber()
    {
        SkipBlanks();
        var start = Position;
        while (Position < source.Length && Source[Position] is (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'))
        {
            Position++;
        }

        var digits = Source[start..Position];
        if (digits.Length is 0 or > 40 || !double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            throw new PdfFormatException("a number cannot be read");
        }

        return new PdfNumber(value, digits.IndexOf((byte)'.') < 0);
    }

    private string ReadKeyword()
    {
        var start = Position;
        while (Position < source.Length && IsRegular(Source[Position]) && Position - start < 16)
        {
            Position++;
        }

        return Encoding.Latin1.GetString(Source[start..Position]);
    }

    private static bool IsBlank(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsRegular(byte value) =>
        !IsBlank(value) && value is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');

    private static int HexValue(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        _ => -1,
    };
}
