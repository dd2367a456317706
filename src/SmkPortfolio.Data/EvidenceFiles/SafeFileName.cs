using System.Globalization;
using System.Text;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Makes a name that a stranger gave to a file fit to be shown, stored and offered for saving.</summary>
public static class SafeFileName
{
    public const int MaxLength = 120;

    /// <summary>Of a clean path.</summary>
    public const int PathMax = 200;
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

    /// <summary>A path as <see cref="Clean"/> makes a name: its last parts, as many as go into <see cref="PathMax"/> characters, and none that leads upwards.</summary>
    public static string CleanPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/', '\\').Where(part => part.Trim(' ', '.').Length > 0).ToList();
        var clean = Clean(parts.LastOrDefault() ?? "");
        foreach (var part in Enumerable.Reverse(parts).Skip(1).Select(Clean))
        {
            if (part.Length + 1 + clean.Length > PathMax)
            {
                break;
            }
            clean = $"{part}/{clean}";
        }
        return clean;
    }

    /// <summary>
    /// The clean name with the ending that fits the content, and what had to be changed for it: <c>foto.jpg.exe</c> of a JPEG becomes
    /// <c>foto.jpg</c>, and so does <c>foto.exe.jpg</c>.
    /// </summary>
    public static (string Name, NameChange Change) For(string given, string mediaType)
    {
        var change = NameChange.None;
        if (given.AsSpan().ContainsAny('/', '\\'))
        {
            change |= NameChange.Path;
        }
        if (given.EnumerateRunes().Any(IsHidden))
        {
            change |= NameChange.Hidden;
        }
        var clean = Clean(given);
        var (stem, ending) = (clean, "");
        while (Path.GetExtension(stem) is { Length: > 1 } last && FileEndings.Known.Contains(last) && Path.GetFileNameWithoutExtension(stem).Trim(' ', '.') is { Length: > 0 } rest)
        {
            ending = ending.Length == 0 && FileEndings.Of(mediaType).Contains(last, StringComparer.OrdinalIgnoreCase) ? last : ending;
            if (ending.Length > 0 && ending != last && !FileEndings.Programs.Contains(last))
            {
                break;
            }
            stem = rest;
        }
        var name = Clean(stem + (ending.Length > 0 ? ending : FileEndings.Of(mediaType)[0]));
        return (name, name == clean ? change : change | NameChange.Ending);
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

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
