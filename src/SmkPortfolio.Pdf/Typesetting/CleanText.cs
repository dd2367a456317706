using System.Text;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>Brings text into the form that is set: NFC, no control characters, no invisible joiners, single line ends.</summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
            {
                return Slowly(text);
            }
        }

        return text;
    }

    private static string Slowly(string text)
    {
        var kept = new StringBuilder(text.Length);
        var unified = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
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
                    break;
                default:
                    kept.Append(rune.ToString());
                    break;
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }
}
