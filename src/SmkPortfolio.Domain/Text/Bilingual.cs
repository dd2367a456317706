using System.Text;

namespace SmkPortfolio.Domain.Text;

/// <summary>A text in Indonesian and, optionally, in English. Both are NFC, trimmed, without control characters but line feeds.</summary>
public sealed record Bilingual(string Id, string? En = null)
{
    public static readonly Bilingual Empty = new("");

    public bool IsEmpty => Id.Length == 0 && string.IsNullOrEmpty(En);

    /// <summary>True when there is an Indonesian text that English readers would miss.</summary>
    public bool LacksEnglish => Id.Length > 0 && string.IsNullOrEmpty(En);

    /// <summary>The text in the language asked for, else the other one.</summary>
    public string In(string language) => language == "en" && !string.IsNullOrEmpty(En) ? En : Id.Length > 0 ? Id : En ?? "";

    public override string ToString() => Id;
}

/// <summary>Makes what people type fit for storing, signing and printing.</summary>
public static class CleanText
{
    /// <summary>NFC, line feeds only, no control characters or bidirectional overrides, no blanks at the ends.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || rune.Value == '\t')
            {
                kept.Append(rune.Value == '\n' ? '\n' : ' ');
            }
            else if (!Rune.IsControl(rune) && !IsDirectionOverride(rune.Value) && rune.Value != 0xFFFD && rune.Value != 0xFEFF)
            {
                kept.Append(rune);
            }
        }
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string? text) => string.Join(' ', Of(text).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static bool IsDirectionOverride(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
