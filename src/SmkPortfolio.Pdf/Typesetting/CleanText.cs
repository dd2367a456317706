using System.Text;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>
/// Brings text into the form that is set: marks composed with their letters, no control characters, no invisible joiners, single line ends.
/// Characters that are merely equal (⼭ and 山, the kanji of the compatibility blocks) stay as they were written.
/// </summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        var hasMarks = false;
        foreach (var c in text)
        {
            if (c is < ' ' or '\x7F' || c > '~' && IsSpecial(c, ref hasMarks))
            {
                return Slowly(text);
            }
        }

        return hasMarks ? Composed(text) : text;
    }

    /// <summary>What must be looked at one by one; marks only have to be composed.</summary>
    private static bool IsSpecial(char c, ref bool hasMarks)
    {
        if (c is >= '\u0300' and <= '\u036F' or '\u3099' or '\u309A' or >= '\u1100' and <= '\u11FF' or >= '\u1AB0' and <= '\u1AFF' or >= '\u1DC0' and <= '\u1DFF' or >= '\u20D0' and <= '\u20FF')
        {
            hasMarks = true;
            return false;
        }

        return c is <= '\x9F' or '\xAD' or >= '\u200B' and <= '\u200F' or >= '\u2028' and <= '\u202E' or >= '\u2060' and <= '\u206F' or >= '\uFE00' and <= '\uFE0F' or '\uFEFF' || char.IsSurrogate(c);
    }

    private static string Slowly(string text)
    {
        var kept = new StringBuilder(text.Length);
        var unified = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var before = 0;
        Span<char> units = stackalloc char[2];
        foreach (var rune in unified.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n' or 0x2028 or 0x2029:
                    kept.Append('\n');
                    break;
                case '\t':
                    kept.Append(' ');
                    break;
                case < 0x20 or (>= 0x7F and <= 0x9F) or 0xAD or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF:
                    continue;
                case >= 0xE0100 and <= 0xE01EF when !Scripts.IsKanji(before):
                    continue;
                default:
                    kept.Append(units[..rune.EncodeToUtf16(units)]);
                    break;
            }

            before = rune.Value;
        }

        return Composed(kept.ToString());
    }

    private static string Composed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uF900', '\uFAFF') && !text.Contains('\uD87E', StringComparison.Ordinal))
        {
            return text.Normalize(NormalizationForm.FormC);
        }

        // Composing would turn the kanji of the compatibility blocks into others, and a name would no longer be as it was written.
        var kept = new StringBuilder(text.Length);
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0xF900 and <= 0xFAFF or >= 0x2F800 and <= 0x2FA1F)
            {
                kept.Append(plain.ToString().Normalize(NormalizationForm.FormC)).Append(rune.ToString());
                plain.Clear();
            }
            else
            {
                plain.Append(rune.ToString());
            }
        }

        return kept.Append(plain.ToString().Normalize(NormalizationForm.FormC)).ToString();
    }
}
