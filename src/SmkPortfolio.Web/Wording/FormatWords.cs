// A list: papers and their languages in the reader's words. Indonesian stands in FormatWords.id.resx.
using Microsoft.Extensions.Localization;

namespace SmkPortfolio.Web.Wording;

/// <summary>Names of the formats and of the languages that papers are written in.</summary>
public sealed class FormatWords
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["drh"] = "Indonesian CV (Daftar Riwayat Hidup)",
        ["international"] = "International CV",
        ["europass"] = "CV in the manner of Europass",
        ["rirekisho"] = "Japanese CV form (履歴書)",
        ["shokumu-keirekisho"] = "Japanese work history (職務経歴書)",
        ["ssw-1-1"] = "Japanese skilled worker form 1-1 (特定技能)",
        ["lebenslauf"] = "German CV (Lebenslauf)",
        ["iryeokseo"] = "Korean CV (이력서)",
        ["booklet"] = "Portfolio booklet",
        ["pkl-certificate"] = "Internship certificate",
        ["transcript"] = "Skills transcript",
    };

    private static readonly Dictionary<string, string> LanguageNames = new(StringComparer.Ordinal)
    {
        ["id"] = "Indonesian",
        ["en"] = "English",
        ["ja"] = "Japanese",
        ["ko"] = "Korean",
        ["de"] = "German",
    };

    /// <summary>The name of a format; the format's own code where a later release has made a paper that this one does not know.</summary>
    public static string Name(string format, IStringLocalizer<FormatWords> words) => Names.TryGetValue(format, out var name) ? words[name] : format;

    public static string Language(string language, IStringLocalizer<FormatWords> words) => LanguageNames.TryGetValue(language, out var name) ? words[name] : language;
}
