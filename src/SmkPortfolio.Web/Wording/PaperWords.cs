// A list: papers, their languages and the texts they need, in words. Indonesian stands in PaperWords.id.resx.
using Microsoft.Extensions.Localization;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Wording;

/// <summary>Names of formats, of the languages of papers, and of the free texts that formats print.</summary>
public sealed class PaperWords
{
    private PaperWords()
    {
    }

    /// <summary>A format's name and for whom it is.</summary>
    public static (string Name, string For) Format(string format, IStringLocalizer<PaperWords> W) => format switch
    {
        "drh" => (W["Daftar Riwayat Hidup"], W["Companies in Indonesia"]),
        "international" => (W["International CV"], W["Companies abroad that read English"]),
        "europass" => (W["Europass CV"], W["Europe"]),
        "rirekisho" => (W["Rirekisho (履歴書)"], W["Japan: the form that every employer knows"]),
        "shokumu-keirekisho" => (W["Shokumu keirekisho (職務経歴書)"], W["Japan: what you have done, beside the rirekisho"]),
        "ssw-1-1" => (W["SSW form 1-1 (特定技能)"], W["Japan: application as a Specified Skilled Worker"]),
        "lebenslauf" => (W["Lebenslauf"], W["Germany, Austria, Switzerland"]),
        "iryeokseo" => (W["Iryeokseo (이력서)"], W["South Korea"]),
        "booklet" => (W["Portfolio booklet"], W["Interviews: your work with pictures"]),
        "pkl-certificate" => (W["Internship certificate"], W["Where you did your internship, as the school confirms it"]),
        "transcript" => (W["Competency transcript"], W["What you can do, unit by unit"]),
        _ => (format, ""),
    };

    public static string Language(string code, IStringLocalizer<PaperWords> W) => code switch
    {
        "id" => W["Indonesian"],
        "en" => W["English"],
        "ja" => W["Japanese"],
        "ko" => W["Korean"],
        "de" => W["German"],
        _ => code,
    };

    /// <summary>A free text as the forms of that language call it, what it is, and how it is written well.</summary>
    public static (string Name, string Meaning) Statement(string key, string language, IStringLocalizer<PaperWords> W) => (StatementNames.Of(key, language), key switch
    {
        CvStatements.Motivation => W["Why you want this work, and what you look for. Three to six sentences."],
        CvStatements.Wishes => W["Wishes about place, hours or kind of work. Left empty, a standard sentence stands there."],
        CvStatements.SelfPromotion => W["What speaks for you, with an example from your work. In Japanese 200 to 400 characters."],
        CvStatements.Strengths => W["Knowledge and skills that this work can use. Short lines, one each."],
        CvStatements.Upbringing => W["How you grew up and what shaped you. Nothing about your parents' work or money."],
        CvStatements.Character => W["Your strong sides, one weak side, and what you do about it."],
        CvStatements.Ambition => W["What you want to learn and do in the first years at work."],
        CvStatements.Hobbies => W["What you like to do beside school. One line."],
        CvStatements.Computer => W["Programs and machines that you can use, and how well."],
        _ => "",
    });

    /// <summary>That the school made it, which office, and when.</summary>
    public static string MadeBySchool(Role? office, string day, IStringLocalizer<PaperWords> W) => office switch
    {
        Role.Bkk => W["by the school's placement office (BKK), {0}", day],
        Role.Operator => W["by the school's office, {0}", day],
        _ => W["by the school, {0}", day],
    };

    /// <summary>What a seal's level means.</summary>
    /// <param name="level"><c>B-B</c> or <c>B-T</c>.</param>
    public static string Seal(string level, IStringLocalizer<PaperWords> W) => level == "B-T" ? W["with a time stamp"] : W["without a time stamp; its time rests on the school's word"];

    public static string Past(PastKind kind, IStringLocalizer<PaperWords> W) => kind switch
    {
        PastKind.School => W["Earlier school"],
        PastKind.Job => W["Job"],
        PastKind.Course => W["Course or training"],
        PastKind.Activity => W["Organisation or volunteering"],
        PastKind.Award => W["Prize"],
        PastKind.Licence => W["Licence"],
        PastKind.Trainee => W["Stay abroad as a trainee"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>The free texts as the forms of each country call them; names of cells, not texts of ours.</summary>
public static class StatementNames
{
    private static readonly Dictionary<string, (string Id, string En, string Ja, string Ko, string De)> Names = new(StringComparer.Ordinal)
    {
        [CvStatements.Motivation] = ("Tujuan karier", "Career objective", "志望の動機", "지원동기", "Berufsziel"),
        [CvStatements.Wishes] = ("Harapan tentang pekerjaan", "Wishes about the position", "本人希望記入欄", "희망 사항", "Wünsche zur Stelle"),
        [CvStatements.SelfPromotion] = ("Kelebihan diri", "What speaks for me", "自己PR", "자기 PR", "Was für mich spricht"),
        [CvStatements.Strengths] = ("Pengalaman dan keahlian yang berguna", "Useful experience and skills", "活かせる経験・知識・技術", "활용 가능한 경험·지식·기술", "Nutzbare Erfahrungen und Kenntnisse"),
        [CvStatements.Upbringing] = ("Masa tumbuh", "Background", "生い立ち", "성장과정", "Werdegang"),
        [CvStatements.Character] = ("Kelebihan dan kekurangan", "Strengths and weaknesses", "長所・短所", "성격의 장단점", "Stärken und Schwächen"),
        [CvStatements.Ambition] = ("Rencana setelah diterima", "Plans after joining", "入社後の抱負", "입사 후 포부", "Ziele nach dem Einstieg"),
        [CvStatements.Hobbies] = ("Hobi", "Interests", "趣味・特技", "취미·특기", "Interessen"),
        [CvStatements.Computer] = ("Keahlian komputer", "Computer skills", "PCスキル", "컴퓨터활용능력", "EDV-Kenntnisse"),
    };

    public static string Of(string key, string language) => !Names.TryGetValue(key, out var name) ? key : language switch
    {
        "id" => name.Id,
        "ja" => name.Ja,
        "ko" => name.Ko,
        "de" => name.De,
        _ => name.En,
    };
}
