using System.Globalization;
using System.Text;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>What decides the fonts, the line breaks and the language tag of a character.</summary>
internal enum Script : byte
{
    /// <summary>Latin, Greek, Cyrillic, signs: shaped by HarfBuzz.</summary>
    Other,

    /// <summary>Kana, kanji and their punctuation: one glyph each, a line may break between any two.</summary>
    Japanese,

    /// <summary>Syllables: one glyph each, lines break at blanks.</summary>
    Korean,
}

internal static class Scripts
{
    public static Script Of(int c) => c switch
    {
        < 0x1100 => Script.Other,
        <= 0x11FF => Script.Korean,
        < 0x2E80 => Script.Other,
        >= 0x3131 and <= 0x318E or >= 0x3200 and <= 0x321E or >= 0x3260 and <= 0x327F or >= 0xA960 and <= 0xA97C or >= 0xAC00 and <= 0xD7FB => Script.Korean,
        <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F or >= 0xFF01 and <= 0xFF9F or >= 0xFFE0 and <= 0xFFE6 or >= 0x20000 and <= 0x3FFFF => Script.Japanese,
        >= 0xFFA0 and <= 0xFFDC => Script.Korean,
        _ => Script.Other,
    };

    /// <summary>Punctuation of kana and kanji that Korean uses too.</summary>
    public static bool IsSharedPunctuation(int c) => c is >= 0x3000 and <= 0x303F or >= 0xFF01 and <= 0xFF65 or >= 0xFFE0 and <= 0xFFE6;

    /// <summary>Signs that are set like kanji beside kanji and like letters beside letters: ° ± … ※ ① ℃ → ○.</summary>
    public static bool IsAmbiguous(int c) => c is 0xA7 or 0xB0 or 0xB1 or 0xB4 or 0xB6 or 0xD7 or 0xF7 or >= 0x2010 and <= 0x2027 or >= 0x2030 and <= 0x205E or >= 0x2100 and <= 0x27BF;

    /// <summary>Quotation marks, dashes, dots: even in Japanese text they follow their neighbours.</summary>
    public static bool FollowsNeighbours(int c) => c is >= 0x2010 and <= 0x2027;

    public static bool IsSelector(int c) => c is >= 0xE0100 and <= 0xE01EF;

    public static bool IsKanji(int c) => c is >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;

    /// <summary>What follows the face of the character before it.</summary>
    public static bool IsMark(Rune rune) => IsSelector(rune.Value) || rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>The tag of a run that stands in a document of another language; null where none is needed.</summary>
    public static string? TagFor(Script script, ReadOnlySpan<char> text, string language)
    {
        var isKorean = language.StartsWith("ko", StringComparison.OrdinalIgnoreCase);
        return script switch
        {
            Script.Korean => isKorean ? null : "ko",
            Script.Japanese when language.StartsWith("ja", StringComparison.OrdinalIgnoreCase) || language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => null,
            Script.Japanese => isKorean && !text.ContainsAnyInRange('\u3041', '\u30FA') ? null : "ja",
            _ => null,
        };
    }

    public static int CodePointAt(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];

    public static int CodePointBefore(string text, int at) => at > 1 && char.IsLowSurrogate(text[at - 1]) ? CodePointAt(text, at - 2) : text[at - 1];
}
