using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace SmkPortfolio.Pdf.Typesetting;

/// <summary>HarfBuzz once per word, then a bounded cache. One per thread.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as its thread.")]
internal sealed class WordShaper
{
    private const int MaxWords = 20_000;
    private const int MaxCachedLength = 64;
    /// <summary>
    /// Decomposition is only wanted where combining marks stand in the text: otherwise one character stays one glyph, and
    /// every reader copies exactly what was written.
    /// </summary>
    private static readonly Feature[] Composed = [Feature.Parse("ccmp=0")];
    private static readonly Feature[] Decomposed = [];
    [ThreadStatic]
    private static WordShaper? current;
    private readonly Dictionary<string, Glyph[]>[] cache = [.. Enumerable.Range(0, FontSet.Count).Select(_ => new Dictionary<string, Glyph[]>(StringComparer.Ordinal))];
    private readonly Buffer buffer = new();

    /// <summary>Where this thread gathers the glyphs of one text; it keeps them only until the next.</summary>
    public List<Glyph> Glyphs { get; } = [];

    public static WordShaper ForThread => current ??= new WordShaper();

    /// <summary>Glyphs with clusters counted from the start of the word.</summary>
    public Glyph[] Shape(int face, ReadOnlySpan<char> word)
    {
        if (word.Length > MaxCachedLength)
        {
            return Run(face, word);
        }

        var words = cache[face];
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var glyphs))
        {
            return glyphs;
        }

        if (words.Count >= MaxWords)
        {
            words.Clear();
        }

        return words[word.ToString()] = Run(face, word);
    }

    private Glyph[] Run(int face, ReadOnlySpan<char> word)
    {
        buffer.ClearContents();
        buffer.AddUtf16(word);
        buffer.Direction = Direction.LeftToRight;
        buffer.Script = HarfBuzzSharp.Script.Latin;
        buffer.GuessSegmentProperties();
        FontSet.Get(face).HarfBuzz.Shape(buffer, HasMark(word) ? Decomposed : Composed);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new Glyph[infos.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var position = positions[i];
            glyphs[i] = new Glyph((ushort)infos[i].Codepoint, (short)position.XAdvance, (short)position.XOffset, (short)position.YOffset, (int)infos[i].Cluster);
        }

        return glyphs;
    }

    private static bool HasMark(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            {
                return true;
            }
        }

        return false;
    }
}
