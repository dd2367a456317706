namespace SmkPortfolio.Cv.Formats;

/// <summary>The small words that lines, languages and schooling need in every paper, in one language.</summary>
internal sealed record LineTexts
{
    public required string Now { get; init; }
    public required string Result { get; init; }
    public required string ValidUntil { get; init; }
    public required string Language { get; init; }
    public required string Level { get; init; }
    public required string Tests { get; init; }
    public required string Native { get; init; }
    public required string PhotoOf { get; init; }

    /// <summary>How far a school leads, by <see cref="CvEducation.Level"/>.</summary>
    public required IReadOnlyDictionary<string, string> Levels { get; init; }

    /// <summary>How it ended, by <see cref="CvEducation.Outcome"/>; <c>{0}</c> is the month of a graduation to come.</summary>
    public required IReadOnlyDictionary<string, string> Outcomes { get; init; }

    /// <exception cref="ArgumentException">There are no texts in that language.</exception>
    public static LineTexts For(string language) => language switch
    {
        "id" => Indonesian,
        "en" => English,
        "de" => German,
        "ja" => Japanese,
        "ko" => Korean,
        _ => throw new ArgumentException($"A paper's lines have no texts in '{language}'.", nameof(language)),
    };

    private static readonly LineTexts Indonesian = new()
    {
        Now = "sekarang",
        Result = "Hasil",
        ValidUntil = "berlaku s.d.",
        Language = "Bahasa",
        Level = "Tingkat",
        Tests = "Hasil uji",
        Native = "bahasa ibu",
        PhotoOf = "Pasfoto {0}",
        Levels = LevelWords("sekolah dasar", "sekolah menengah pertama", "sekolah menengah atas atau kejuruan", "pendidikan tinggi"),
        Outcomes = OutcomeWords("lulus", "diperkirakan lulus {0}", "tidak selesai", "masih bersekolah"),
    };

    private static readonly LineTexts English = new()
    {
        Now = "now",
        Result = "Result",
        ValidUntil = "valid until",
        Language = "Language",
        Level = "Level",
        Tests = "Test results",
        Native = "mother tongue",
        PhotoOf = "Portrait of {0}",
        Levels = LevelWords("primary school", "lower secondary school", "upper secondary school", "higher education"),
        Outcomes = OutcomeWords("graduated", "graduation expected {0}", "left before graduation", "attending"),
    };

    private static readonly LineTexts German = new()
    {
        Now = "heute",
        Result = "Ergebnis",
        ValidUntil = "gültig bis",
        Language = "Sprache",
        Level = "Niveau",
        Tests = "Prüfungen",
        Native = "Muttersprache",
        PhotoOf = "Bewerbungsfoto von {0}",
        Levels = LevelWords("Grundschule", "Sekundarstufe I", "Sekundarstufe II", "Hochschule"),
        Outcomes = OutcomeWords("abgeschlossen", "Abschluss voraussichtlich {0}", "ohne Abschluss", "wird besucht"),
    };

    private static readonly LineTexts Japanese = new()
    {
        Now = "現在",
        Result = "成果",
        ValidUntil = "有効期限",
        Language = "言語",
        Level = "レベル",
        Tests = "試験結果",
        Native = "母語",
        PhotoOf = "{0}の写真",
        Levels = LevelWords("小学校", "中学校", "高等学校", "高等教育"),
        Outcomes = OutcomeWords("卒業", "{0}卒業見込み", "中途退学", "在学中"),
    };

    private static readonly LineTexts Korean = new()
    {
        Now = "현재",
        Result = "성과",
        ValidUntil = "유효 기간",
        Language = "언어",
        Level = "수준",
        Tests = "시험 결과",
        Native = "모국어",
        PhotoOf = "{0} 사진",
        Levels = LevelWords("초등학교", "중학교", "고등학교", "고등교육"),
        Outcomes = OutcomeWords("졸업", "{0} 졸업 예정", "중퇴", "재학 중"),
    };

    private static Dictionary<string, string> LevelWords(string primary, string junior, string senior, string higher) =>
        new() { ["primary"] = primary, ["junior"] = junior, ["senior"] = senior, ["higher"] = higher };

    private static Dictionary<string, string> OutcomeWords(string graduated, string expected, string left, string attending) =>
        new() { ["graduated"] = graduated, ["expected"] = expected, ["left"] = left, ["attending"] = attending };
}
