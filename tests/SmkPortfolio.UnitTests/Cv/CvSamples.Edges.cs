using SmkPortfolio.Cv;

namespace SmkPortfolio.UnitTests.Cv;

internal static partial class CvSamples
{
    public const string LongName = "Raden Mas Haryo Bagus Kusumaningrat Wiryodiningrat Sastrodiningrat Prawirodirdjo Atmadjaya";

    /// <summary>A name of 90 letters, no dates, texts of 20,000 letters, nothing about the person.</summary>
    public static CvContent JapaneseEdge => JapaneseNobody with
    {
        Person = new CvPerson(LongName),
        Education = [new CvEducation("SMK", "", new DateOnly(2024, 7, 1), null, "") { Outcome = "expected" }],
        Skills = [Numbered("技能", 40)],
        Languages = [new CvLanguage("日本語", "")],
        Entries =
        [
            new CvEntry("project", "長い作品", "teacher") { Description = [Numbered("作業", 4_000)], Result = Numbered("結果", 500) },
            new CvEntry("certification", Numbered("資格", 100), "certificate"),
            new CvEntry("internship", "日付のない実習", "company"),
        ],
        Past = [new CvPastItem("job", "溶接工") { Organisation = Numbered("会社", 60), Detail = Numbered("職務", 300) }],
        Statements = new Dictionary<string, string>
        {
            [CvStatements.Motivation] = Numbered("動機", 4_000),
            [CvStatements.Wishes] = Numbered("希望", 400),
            [CvStatements.SelfPromotion] = "",
            [CvStatements.Upbringing] = Numbered("成長", 3_000),
        },
    };

    /// <summary>With work behind, one of it still going on, and a stay as a technical intern; dates at the border of the eras.</summary>
    public static CvContent JapaneseWorker => Welder() with
    {
        Education = [new CvEducation("国立チョントー職業高等学校", "溶接技術科", new DateOnly(2015, 7, 13), new DateOnly(2019, 4, 30), "") { Level = "senior", Outcome = "graduated" }],
        Past =
        [
            new CvPastItem("job", "溶接工") { Organisation = "PT Kapal Contoh", Place = "スラバヤ", Detail = "船体ブロックの溶接", From = new DateOnly(2023, 2, 1) },
            new CvPastItem("trainee", "技能実習1号ロ・2号ロ") { Organisation = "株式会社見本製作所", Detail = "見本協同組合", From = new DateOnly(2019, 12, 1), Until = new DateOnly(2022, 11, 30) },
            new CvPastItem("job", "溶接補助") { Organisation = "CV Las Contoh", From = new DateOnly(2019, 5, 1), Until = new DateOnly(2019, 10, 31) },
        ],
    };

    private static string Numbered(string word, int count) => string.Concat(Enumerable.Range(1, count).Select(i => FormattableString.Invariant($"{word}{i}、")));
}
