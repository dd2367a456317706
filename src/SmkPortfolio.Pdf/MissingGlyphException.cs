namespace SmkPortfolio.Pdf;

/// <summary>A character that no font of ours can set.</summary>
/// <param name="Character">The character as text.</param>
/// <param name="CodePoint">Its Unicode number, written <c>U+1F642</c>.</param>
/// <param name="Field">The field it stands in, as named by the caller.</param>
public sealed record MissingGlyph(string Character, string CodePoint, string Field);

/// <summary>The text holds characters that cannot be set. Thrown before a byte is written.</summary>
public sealed class MissingGlyphException(IReadOnlyList<MissingGlyph> missing)
    : Exception("No font has " + string.Join(", ", missing.Take(5).Select(m => m.Field.Length == 0 ? m.CodePoint : $"{m.CodePoint} in '{m.Field}'")) + ".")
{
    public IReadOnlyList<MissingGlyph> Missing { get; } = missing;
}
