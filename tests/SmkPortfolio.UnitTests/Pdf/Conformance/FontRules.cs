using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmkPortfolio.UnitTests.Pdf.Conformance;

/// <summary>Rules for fonts: within the file, and with an honest way back to text.</summary>
internal sealed partial class FontRules(PdfModel model, Action<bool, string, string> need)
{
    public void Check()
    {
        foreach (var (reference, font) in model.OfType("/Font"))
        {
            var name = (string?)font["/BaseFont"] ?? "";
            if ((string?)font["/Subtype"] != "/Type0")
            {
                need(font.ContainsKey("/FontDescriptor"), "font-embedded", name);
                continue;
            }

            need(Subset().IsMatch(name), "font-subset-name", name);
            need(font.ContainsKey("/ToUnicode"), "font-to-unicode", reference);
            CheckMap(font["/ToUnicode"] is { } map ? Encoding.Latin1.GetString(model.Data(map)) : "", name);
            var descendant = model.Dictionary(model.Array(font["/DescendantFonts"]).FirstOrDefault());
            var descriptor = model.Dictionary(descendant["/FontDescriptor"]);
            need((string?)descendant["/CIDToGIDMap"] == "/Identity", "font-glyph-map", name);
            need((string?)descendant["/BaseFont"] == name && (string?)descriptor["/FontName"] == name, "font-names-equal", name);
            need(descriptor.ContainsKey("/FontFile2"), "font-embedded", name);
            if (descriptor["/FontFile2"] is { } file)
            {
                CheckWidths(model.Data(file), [.. model.Array(model.Array(descendant["/W"]).ElementAtOrDefault(1)).Select(w => (int)w!)], name);
            }
        }
    }

    private void CheckMap(string map, string name)
    {
        foreach (Match match in Mapping().Matches(map))
        {
            var text = match.Groups[2].Value;
            need(text is not ("0000" or "FEFF" or "FFFE"), "to-unicode-forbidden", name);
            var first = int.Parse(text[..4], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            need(first is < 0x2E80 or > 0x2FDF, "to-unicode-radicals", name);
            need(first is < 0xFB00 or > 0xFB06, "to-unicode-ligatures", name);
        }
    }

    /// <summary>The widths in the file are those in the font.</summary>
    private void CheckWidths(byte[] font, IReadOnlyList<int> widths, string name)
    {
        var tables = Enumerable.Range(0, font[4] << 8 | font[5]).ToDictionary(i => Encoding.ASCII.GetString(font, 12 + 16 * i, 4), i => Number(font, 12 + 16 * i + 8, 4));
        var units = Number(font, tables["head"] + 18, 2);
        for (var glyph = 1; glyph <= widths.Count; glyph++)
        {
            need(Math.Abs(Number(font, tables["hmtx"] + 4 * glyph, 2) * 1000.0 / units - widths[glyph - 1]) < 1, "font-widths", name);
        }
    }

    private static int Number(byte[] bytes, int at, int count) => bytes.AsSpan(at, count).ToArray().Aggregate(0, (sum, b) => sum << 8 | b);

    [GeneratedRegex("^/[A-Z]{6}\\+")]
    private static partial Regex Subset();

    [GeneratedRegex("<([0-9A-Fa-f]{4})><([0-9A-Fa-f]{4,})>")]
    private static partial Regex Mapping();
}
