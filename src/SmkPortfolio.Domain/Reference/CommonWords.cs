namespace SmkPortfolio.Domain.Reference;

/// <summary>Words that stand on many papers, in the languages that papers are written in: names of languages and countries.</summary>
public static class CommonWords
{
    private static readonly Lists All = ReferenceFile.Read<Lists>("common-words.json");

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> ByWord =
        All.Words.SelectMany(w => w.Said.Select(s => (s, w.In))).ToDictionary(w => w.s, w => w.In, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Countries = All.Countries.ToDictionary(c => c.Code, c => c.In, StringComparer.Ordinal);

    /// <summary>The word in that language, or null when the list does not have it; what stands behind it in brackets says the same once more.</summary>
    public static string? Find(string word, string language) => ByWord.TryGetValue(word.Split('(')[0].Trim(), out var found) ? found.GetValueOrDefault(language) : null;

    /// <summary>A country's name in that language; in English where the list does not have it, and the code where there is no such country.</summary>
    public static string Country(string code, string language) =>
        Countries.TryGetValue(code, out var found) && found.TryGetValue(language, out var name) ? name : Reference.Countries.Name(code)?.In(language is "id" ? "id" : "en") ?? code;

    private sealed record Lists(Word[] Words, Land[] Countries);

    private sealed record Word(string[] Said, IReadOnlyDictionary<string, string> In);

    private sealed record Land(string Code, IReadOnlyDictionary<string, string> In);
}
