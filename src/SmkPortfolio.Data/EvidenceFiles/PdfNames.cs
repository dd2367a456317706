using System.Buffers;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Finds the names (<c>/Launch</c>) in PDF bytes, in plain text and between compressed parts alike, at bounded cost.</summary>
internal static class PdfNames
{
    public const int MaxNameBytes = 32;
    private const int Step = 64 * 1024;

    // So that what follows a name near the edge of a step is at hand.
    private const int LookAhead = 1024;

    // Those of all names that anybody looks for, and the escape: in compressed parts nearly every slash is chance.
    private static readonly SearchValues<byte> FirstLetters = SearchValues.Create("CEFJLORTUX#"u8);

    /// <param name="found">Gets the decoded name, where its slash stands, and the bytes after it.</param>
    /// <param name="budget">More bytes than this are refused.</param>
    /// <returns>How many bytes there were.</returns>
    public static long Scan(Stream source, long budget, FoundName found)
    {
        var buffer = new byte[Step + LookAhead];
        long start = 0;
        var filled = 0;
        Span<char> name = stackalloc char[MaxNameBytes];
        while (true)
        {
            filled += source.ReadAtLeast(buffer.AsSpan(filled), buffer.Length - filled, throwOnEndOfStream: false);
            if (start + filled > budget)
            {
                throw new RefusedException(RefusalCodes.Swells);
            }
            var last = filled < buffer.Length;
            var due = last ? filled : Step;
            var at = 0;
            while (at < due)
            {
                var slash = buffer.AsSpan(at, due - at).IndexOf((byte)'/');
                if (slash < 0)
                {
                    break;
                }
                at += slash;
                if (at + 1 >= filled || !FirstLetters.Contains(buffer[at + 1]))
                {
                    at++;
                    continue;
                }
                var length = Decode(buffer.AsSpan(at + 1, filled - at - 1), name, out var consumed);
                if (length > 0)
                {
                    found(name[..length], start + at, buffer.AsSpan(at + 1 + consumed, filled - at - 1 - consumed));
                }
                at++;
            }
            if (last)
            {
                return start + filled;
            }
            buffer.AsSpan(Step, LookAhead).CopyTo(buffer);
            start += Step;
            filled = LookAhead;
        }
    }

    /// <summary>Reads a name with its <c>#xx</c> escapes; 0 when it is longer than any that is looked for.</summary>
    private static int Decode(ReadOnlySpan<byte> bytes, Span<char> name, out int consumed)
    {
        var length = 0;
        consumed = 0;
        while (consumed < bytes.Length && !IsDelimiter(bytes[consumed]))
        {
            if (length == name.Length)
            {
                return 0;
            }
            var value = bytes[consumed];
            if (value == '#' && consumed + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[consumed + 1]) && char.IsAsciiHexDigit((char)bytes[consumed + 2]))
            {
                name[length++] = (char)(HexValue(bytes[consumed + 1]) * 16 + HexValue(bytes[consumed + 2]));
                consumed += 3;
                continue;
            }
            name[length++] = (char)value;
            consumed++;
        }
        return length;
    }

    private static bool IsDelimiter(byte value) =>
        value is 0 or 9 or 10 or 12 or 13 or 32 or (byte)'/' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'%';

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    internal delegate void FoundName(ReadOnlySpan<char> name, long slashAt, ReadOnlySpan<byte> after);
}
