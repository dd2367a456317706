using SmkPortfolio.Pdf.Typesetting;

namespace SmkPortfolio.Pdf.Writing;

/// <summary>
/// The glyphs that one document uses of one font, numbered anew from 1. A glyph that stands for two different texts gets
/// two numbers, so that copied text is always exactly what was written.
/// </summary>
internal sealed class GlyphSubset(FontFile font, int objectId)
{
    private const int NoCharacter = -1;
    // A font of kanji has many more glyphs than a document uses: the table serves one document after the other.
    [ThreadStatic]
    private static Dictionary<FontFile, ushort[]>? spare;
    private readonly ushort[] firstNumber = (spare ??= []).Remove(font, out var table) ? table : new ushort[font.GlyphCount];
    private readonly List<ushort> glyphs = [0];
    private readonly List<string?> texts = [null];
    private readonly List<int> characters = [NoCharacter];
    private readonly Dictionary<(ushort Glyph, string Text), ushort> otherNumbers = [];

    public FontFile Font { get; } = font;

    public int ObjectId { get; } = objectId;

    /// <summary>The glyph in the font for each number.</summary>
    public IReadOnlyList<ushort> Glyphs => glyphs;

    /// <summary>The text of a number; null for parts of composite glyphs.</summary>
    public string? TextOf(int number) => texts[number] ?? (characters[number] >= 0 ? ((char)characters[number]).ToString() : null);

    public int Number(ushort glyph, ReadOnlySpan<char> text)
    {
        var first = firstNumber[glyph];
        if (text.Length == 1)
        {
            if (first != 0 && characters[first] == text[0])
            {
                return first;
            }

            if (first == 0)
            {
                return firstNumber[glyph] = Add(glyph, null, text[0]);
            }
        }

        var key = (glyph, text.ToString());
        if (!otherNumbers.TryGetValue(key, out var number))
        {
            otherNumbers[key] = number = Add(glyph, key.Item2, NoCharacter);
            firstNumber[glyph] = first == 0 ? number : first;
        }

        return number;
    }

    /// <summary>The number of a glyph that is only a part of others.</summary>
    public ushort PartNumber(ushort glyph)
    {
        if (firstNumber[glyph] == 0)
        {
            firstNumber[glyph] = Add(glyph, null, NoCharacter);
        }

        return firstNumber[glyph];
    }

    /// <summary>Gives the table of numbers back, when all is written; nothing may be set any more.</summary>
    public void Release()
    {
        foreach (var glyph in glyphs)
        {
            firstNumber[glyph] = 0;
        }

        (spare ??= [])[Font] = firstNumber;
    }

    private ushort Add(ushort glyph, string? text, int character)
    {
        if (glyphs.Count > ushort.MaxValue)
        {
            throw new InvalidOperationException("The document uses more glyphs than one font can hold.");
        }

        glyphs.Add(glyph);
        texts.Add(text);
        characters.Add(character);
        return (ushort)(glyphs.Count - 1);
    }
}
