using System.Globalization;
using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Makes a name that a stranger gave to a file fit to be shown, stored and offered for saving.</summary>
public static class SafeFileName
{
    public const int MaxLength = 120;
    private const string Fallback = "file";
    private const int MaxExtension = 10;

    /// <summary>
    /// The last part of a path, in NFC, without control characters, direction marks and characters that file systems refuse, at most
    /// <see cref="MaxLength"/> characters with the extension kept; <c>file</c> when nothing is left.
    /// </summary>
    public static string Clean(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // Taken from the end: an endless name costs no more than a long one.
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        last = last.Length > 4 * MaxLength ? last[..(2 * MaxLength)] + last[^(2 * MaxLength)..] : last;

        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                kept.Append(' ');
            }
            else if (IsKept(rune))
            {
                kept.Append(rune.ToString());
            }
        }
        var clean = Tidy(kept.ToString().Normalize(NormalizationForm.FormC));
        clean = Tidy(Shorten(clean));
        if (clean.Length == 0)
        {
            return Fallback;
        }
        return IsDeviceName(clean) ? $"_{clean}" : clean;
    }

    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        // Format covers the direction marks that make "gpj.exe" read "exe.jpg".
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or '/' or '\\' or 0xFFFD),
    };

    private static string Tidy(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.');

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }
        var extension = Path.GetExtension(name);
        if (extension.Length > MaxExtension)
        {
            extension = "";
        }
        var room = MaxLength - extension.Length;
        var length = 0;
        // A letter is not parted from its accents.
        foreach (var start in StringInfo.ParseCombiningCharacters(name))
        {
            if (start > room)
            {
                break;
            }
            length = start;
        }
        return name[..(length == 0 ? room : length)].TrimEnd(' ', '.') + extension;
    }

    private static bool IsDeviceName(string name)
    {
        var stem = name.Split('.', 2)[0].TrimEnd().ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL"
            || (stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)) && char.IsAsciiDigit(stem[3]));
    }
}
