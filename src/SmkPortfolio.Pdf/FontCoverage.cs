using System.Globalization;
using System.Text;
using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf;

/// <summary>Which characters can be set, for checks long before a document is made.</summary>
public static class FontCoverage
{
    /// <summary>The characters of a field's text that no font has, each once.</summary>
    public static IReadOnlyList<MissingGlyph> Missing(string text, string field) =>
        [.. CleanText.Of(text).EnumerateRunes().Distinct().Where(r => r.Value != '\n' && !Scripts.IsSelector(r.Value) && FontSet.Choose(r.Value, Scripts.Of(r.Value), Typeface.Sans, isBold: false) < 0).Select(r => Describe(r, field))];

    internal static MissingGlyph Describe(Rune rune, string field) => new(rune.ToString(), string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"), field);
}
