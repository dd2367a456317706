using SmkPortfolio.Cv;

namespace SmkPortfolio.UnitTests.Cv;

internal static partial class CvSamples
{
    public static readonly CvOptions Japanese = Indonesian with { Language = "ja", Today = new DateOnly(2026, 5, 12) };

    /// <summary>A student of the last class who learns welding; everything a Japanese form asks for is there.</summary>
    public static CvContent Welder(byte[]? photo = null) => new(
        new CvPerson("Dyah Ayu Kusumaningrum")
        {
            PassportName = "DYAH AYU KUSUMANINGRUM",
            LocalName = "ディアー・アユ・クスマニングルム",
            NameReading = "でぃあー・あゆ・くすまにんぐるむ",
            Summary = "職業高校で溶接を3年間学び、被覆アーク溶接と半自動溶接を中心に実技を積みました。建築金物メーカーでの5か月の企業実習では、机や倉庫棚のフレーム溶接と外観検査を担当し、溶接不良率を8％から3％に下げる改善に参加しました。校内生産実習では受注品の製作、品質確認、納品までを経験しています。図面を読み、工程ごとの時間を記録して次の作業に生かすことを習慣にしており、安全と整理整頓を守って確実に仕上げることを大切にしています。",
            Gender = "female",
            Nationality = "ID",
            NationalityName = "インドネシア",
            PostalCode = "55511",
            BirthPlace = "クロンプロゴ",
            BirthDate = new DateOnly(2008, 5, 12),
            Address = "インドネシア共和国ジョグジャカルタ特別州スレマン県トリダディ村マゲラン通り9km",
            AddressReading = "いんどねしあきょうわこく じょぐじゃかるたとくべつしゅう すれまんけん とりだでぃむら まげらんどおり",
            City = "",
            Phone = "+62 812 0000 0000",
            Email = "dyah.ayu@siswa.example",
            Photo = photo,
        },
        new CvSchool("99900001", "SMK Negeri Contoh", "Sleman", "DI Yogyakarta") { LocalName = "国立チョントー職業高等学校" },
        [
            new CvEducation("国立チョントー職業高等学校", "溶接技術科 (XII TPL 1)", new DateOnly(2025, 7, 14), null, "スレマン") { Level = "senior", Outcome = "attending", ExpectedOn = new DateOnly(2026, 6, 15) },
            new CvEducation("国立チョントー職業高等学校", "溶接技術科", new DateOnly(2023, 7, 17), new DateOnly(2025, 7, 13), "スレマン") { Level = "senior" },
            new CvEducation("国立チョントー第二中学校", "", new DateOnly(2020, 7, 13), new DateOnly(2023, 6, 10), "スレマン") { Level = "junior", Outcome = "graduated", OwnWord = true },
            new CvEducation("国立チョントー第一小学校", "", new DateOnly(2014, 7, 14), new DateOnly(2020, 6, 10), "スレマン") { Level = "primary", Outcome = "graduated", OwnWord = true },
        ],
        ["被覆アーク溶接（3G）", "半自動溶接", "機械図面の読み取り", "グラインダー仕上げ", "5S活動", "AutoCAD基礎"],
        [
            new CvLanguage("ジャワ語", "native"), new CvLanguage("インドネシア語", "native"),
            new CvLanguage("日本語", "A2", "日本語能力試験（JLPT）", "N4", new DateOnly(2025, 12, 7)),
            new CvLanguage("英語", "B1", "TOEIC Listening & Reading", "560点", new DateOnly(2026, 2, 14)),
        ],
        JapaneseEntries,
        Verification with { IssuedAt = "2026年5月12日 10:04 WIB" })
    {
        Past =
        [
            new CvPastItem("licence", "小型二輪車運転免許（SIM C）") { Organisation = "インドネシア国家警察", From = new DateOnly(2025, 6, 3) },
            new CvPastItem("award", "県職業高校技能競技会 溶接部門 第2位") { Organisation = "ジョグジャカルタ特別州教育局", From = new DateOnly(2025, 10, 11) },
            new CvPastItem("activity", "生徒会 安全衛生係") { From = new DateOnly(2024, 8, 1), Until = new DateOnly(2025, 7, 1) },
            new CvPastItem("course", "日本語基礎講座（120時間）") { Organisation = "LPKチョントー", From = new DateOnly(2025, 3, 1), Until = new DateOnly(2025, 8, 30) },
        ],
        Statements = new Dictionary<string, string>
        {
            [CvStatements.Motivation] = "溶接の技術を実際の製品づくりの中で磨きたいと考え、志望いたしました。企業実習で、溶接不良を一つ減らすことが後工程の時間と材料を守ることだと学びました。貴社の品質管理のもとで基本を身につけ、長く役に立てる溶接工を目指します。",
            [CvStatements.SelfPromotion] = "作業時間と不良の原因を毎日ノートに記録し、次の日の作業で必ず一つ改善します。",
            [CvStatements.Strengths] = "・被覆アーク溶接（下向き、横向き、立向き）、半自動溶接の実技\n・外観検査と浸透探傷検査の補助、検査記録の作成\n・機械図面の読み取り、材料取りと切断計画\n・5S活動と危険予知活動の実践",
        },
    };

    private static readonly IReadOnlyList<CvEntry> JapaneseEntries =
    [
        new CvEntry("internship", "フレーム溶接と外観検査", "company")
        {
            Organisation = "PT Baja Contoh Mandiri",
            Place = "バントゥル県",
            Role = "製造部 フレーム班",
            From = new DateOnly(2025, 7, 14),
            Until = new DateOnly(2025, 12, 19),
            Description = ["半自動溶接による机と倉庫棚のフレームの溶接（1日6時間）", "外観検査と浸透探傷検査の補助、不良の記録", "5S活動による作業場所の改善"],
            Result = "3か月で溶接不良率を8％から3％に低減",
            Facts = [new CvFact("評価", "92点（優）"), new CvFact("実習時間", "720時間")],
            Values = new Dictionary<string, string> { ["score"] = "92", ["hours"] = "720", ["department"] = "製造部 フレーム班", ["sector"] = "鋼製家具・建築金物の製造" },
            ConfirmedBy = ["Bambang Setiawan（PT Baja Contoh Mandiri 生産部長）"],
            ConfirmedOn = new DateOnly(2026, 1, 9),
        },
        new CvEntry("teaching-factory", "生協向け山形鋼棚の製作", "company")
        {
            Organisation = "Koperasi Contoh Sejahtera",
            Role = "溶接担当",
            From = new DateOnly(2025, 2, 3),
            Until = new DateOnly(2025, 2, 28),
            Description = ["棚12台の製作、寸法公差2mm、2回塗装"],
            Result = "12台中11台が初回検査合格",
            Facts = [new CvFact("受注番号", "TF-2025-014", IsNumber: true), new CvFact("数量", "12台")],
            ConfirmedBy = ["Ratna Dewi（生協）"],
            ConfirmedOn = new DateOnly(2025, 3, 5),
        },
        new CvEntry("project", "保健施設の窓格子の製作", "teacher")
        {
            Role = "班長（3名）",
            From = new DateOnly(2024, 9, 2),
            Until = new DateOnly(2024, 10, 7),
            Description = ["採寸、作図、切断、溶接、取り付けまでを地域住民と実施"],
            Result = "予定より4日早く完成、費用は計画より12％減",
            ConfirmedBy = ["Sari Wulandari, S.Pd."],
            ConfirmedOn = new DateOnly(2024, 10, 12),
        },
        new CvEntry("certification", "溶接技能認定 被覆アーク溶接 3G", "certificate")
        {
            Organisation = "LSP P1 SMK Negeri Contoh",
            From = new DateOnly(2026, 3, 2),
            Until = new DateOnly(2029, 3, 1),
            Facts = [new CvFact("番号", "24132 7212 2 0001234 2026", IsNumber: true)],
            ConfirmedBy = ["Agus Prasetyo, S.T.", "Sari Wulandari, S.Pd."],
            ConfirmedOn = new DateOnly(2026, 3, 20),
        },
        new CvEntry("certification", "安全衛生オンライン講習", "self")
        {
            Organisation = "秘密の研修所",
            From = new DateOnly(2025, 11, 2),
            Facts = [new CvFact("番号", "K3-RAHASIA-778", IsNumber: true)],
        },
        new CvEntry("project", "駐車場の屋根の製作", "self")
        {
            Organisation = "秘密の注文主",
            From = new DateOnly(2026, 1, 5),
            Until = new DateOnly(2026, 1, 18),
            Description = ["角パイプの骨組みの設計と取り付け"],
        },
    ];

    /// <summary>Nothing but a single-word name.</summary>
    public static CvContent JapaneseNobody => Empty with { Verification = Verification with { IssuedAt = "2026年5月12日 10:04 WIB" } };

    /// <summary>Many lines of every kind.</summary>
    public static CvContent JapaneseMany(int count) => Welder() with
    {
        Entries = [.. Enumerable.Range(0, count).Select(i => JapaneseEntries[i % JapaneseEntries.Count]).Select((e, i) => e with { Title = FormattableString.Invariant($"{e.Title} 第{i + 1}号") })],
    };
}
