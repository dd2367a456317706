using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// Finds the words of a paper in its language: what the entry says itself, else what the student wrote for papers, else the same in English,
/// else in Indonesian. Whatever is found in another language than the paper's is noted; nothing is translated here.
/// </summary>
/// <param name="texts">What the student wrote, by language and key.</param>
public sealed class PaperTongue(string language, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> texts)
{
    private readonly string[] search = Search(language);
    private readonly Dictionary<string, string> foreign = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);

    public string Language => language;

    /// <summary>From a field's path to the language that its text stands in, where that is not the paper's.</summary>
    public IReadOnlyDictionary<string, string> Foreign => foreign;

    /// <summary>From the path of a foreign text to the key under which the student can write it.</summary>
    public IReadOnlyDictionary<string, string> Places => places;

    /// <summary>The languages to look into, in this order.</summary>
    public static string[] Search(string language) => [.. new[] { language, "en", "id" }.Distinct()];

    /// <summary>A text, found wherever it is written.</summary>
    /// <param name="path">Where it stands on the paper.</param>
    public string Say(string path, string key, Bilingual source)
    {
        foreach (var tag in search)
        {
            if (In(tag, key, source) is { Length: > 0 } text)
            {
                if (tag != language && foreign.TryAdd(path, tag))
                {
                    places[path] = key;
                }
                return text;
            }
        }
        return "";
    }

    /// <summary>A word of the lists that everybody shares, such as the name of a language, unless the student wrote it.</summary>
    public string SayWord(string path, string key, Bilingual source) =>
        In(language, key, source) is not { Length: > 0 } && CommonWords.Find(source.Id, language) is { } common ? common : Say(path, key, source);

    /// <summary>A proper name: in the paper's letters where the student wrote it so, else as it is. A name is in no language.</summary>
    public string Name(string key, string source) => Own(key) ?? source;

    /// <summary>What the student wrote in the paper's own language; null when nothing.</summary>
    public string? Own(string key) => texts.TryGetValue(language, out var own) && own.TryGetValue(key, out var text) && text.Length > 0 ? text : null;

    private string? In(string tag, string key, Bilingual source)
    {
        var said = tag switch { "id" => source.Id, "en" => source.En, _ => null };
        return !string.IsNullOrEmpty(said) ? said : texts.TryGetValue(tag, out var written) ? written.GetValueOrDefault(key) : null;
    }
}
