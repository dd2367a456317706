using System.Collections.Frozen;
using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Reads the name of a file that a PDF carries or points to.</summary>
internal static class PdfFileName
{
    private const int MaxBytes = 512;

    private static readonly FrozenSet<string> ProgramEndings = new[]
    {
        ".apk", ".app", ".bat", ".cmd", ".com", ".cpl", ".dll", ".exe", ".hta", ".jar", ".js", ".jse", ".lnk", ".msi", ".ps1", ".scr", ".sh",
        ".vbe", ".vbs", ".wsf",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a string begins here. Reading one costs, so whoever reads many counts them.</summary>
    public static bool Begins(ReadOnlySpan<byte> value) => value.TrimStart(" \t\r\n"u8) is [(byte)'(', ..] or [(byte)'<', not (byte)'<', ..];

    /// <summary>Whether the string that begins here, if one does, ends as the name of a program.</summary>
    public static bool NamesProgram(ReadOnlySpan<byte> value)
    {
        value = value.TrimStart(" \t\r\n"u8);
        value = value[..Math.Min(value.Length, MaxBytes)];
        var name = value switch
        {
            [(byte)'(', ..] => Literal(value[1..]),
            [(byte)'<', not (byte)'<', ..] => Hexadecimal(value[1..]),
            _ => null,
        };
        return name is not null && ProgramEndings.Contains(Path.GetExtension(name.TrimEnd(' ', '.')));
    }

    private static string? Literal(ReadOnlySpan<byte> value)
    {
        var bytes = new List<byte>();
        var depth = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var one = value[i];
            switch (one)
            {
                case (byte)'\\' when i + 1 < value.Length:
                    i++;
                    if (value[i] is >= (byte)'0' and <= (byte)'7')
                    {
                        var code = 0;
                        var end = Math.Min(i + 3, value.Length);
                        for (; i < end && value[i] is >= (byte)'0' and <= (byte)'7'; i++)
                        {
                            code = code * 8 + value[i] - '0';
                        }
                        i--;
                        bytes.Add((byte)code);
                    }
                    else if (value[i] is not ((byte)'\r' or (byte)'\n'))
                    {
                        bytes.Add(value[i]);
                    }
                    continue;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when depth-- == 0:
                    return Text([.. bytes]);
            }
            bytes.Add(one);
        }
        return null;
    }

    private static string? Hexadecimal(ReadOnlySpan<byte> value)
    {
        var end = value.IndexOf((byte)'>');
        if (end < 0)
        {
            return null;
        }
        var digits = Encoding.Latin1.GetString(value[..end]).Where(char.IsAsciiHexDigit).ToArray();
        return Text(Convert.FromHexString(digits.AsSpan(0, digits.Length & ~1)));
    }

    private static string Text(byte[] bytes) =>
        bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2) : Encoding.Latin1.GetString(bytes);
}
