namespace SmkPortfolio.Cv.Formats;

/// <summary>Words of the page behind an official form that says which lines are confirmed.</summary>
internal sealed record CheckPageTexts
{
    public required string Title { get; init; }

    /// <summary>It is no part of the form.</summary>
    public required string Outside { get; init; }
    public required string Kind { get; init; }
    public required string Line { get; init; }
    public required string Period { get; init; }
    public required string Word { get; init; }
    public required string By { get; init; }

    /// <summary>What was not written by the school or the company: schooling, skills and so on.</summary>
    public required string Others { get; init; }

    /// <summary>Who translated, and where that stands which was confirmed.</summary>
    public required string Translation { get; init; }
    public required string And { get; init; }

    /// <summary>Between the months of a period.</summary>
    public required string To { get; init; }
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    public static CheckPageTexts For(string language) => language switch
    {
        "ja" => Japanese,
        "ko" => Korean,
        _ => throw new ArgumentException($"The page of confirmations has no texts in '{language}'.", nameof(language)),
    };

    private static readonly CheckPageTexts Japanese = new()
    {
        Title = "記載内容の確認状況",
        Outside = "このページは書式の一部ではありません。ポートフォリオの各項目について、誰が確認したかを示します。",
        Kind = "区分",
        Line = "項目",
        Period = "期間",
        Word = "確認",
        By = "確認者・確認日",
        Others = "学歴のうち在籍校の記録は学校の名簿に基づきます。その他の記載（自己PR、特技、語学など）は本人の申告です。",
        Translation = "日本語の記載は本人による翻訳です。確認を受けた内容そのものは、添付の電子証明書（credential.json）に原文で記載されています。",
        And = "、",
        To = "～",
        Kinds = new Dictionary<string, string>
        {
            [CvKinds.Internship] = "企業実習",
            [CvKinds.Project] = "プロジェクト",
            [CvKinds.TeachingFactory] = "校内生産実習",
            [CvKinds.Certification] = "資格・認定",
        },
    };

    private static readonly CheckPageTexts Korean = new()
    {
        Title = "기재 내용 확인 현황",
        Outside = "이 페이지는 이력서 양식에 포함되지 않습니다. 포트폴리오의 각 항목을 누가 확인했는지 보여 줍니다.",
        Kind = "구분",
        Line = "항목",
        Period = "기간",
        Word = "확인",
        By = "확인자 · 확인일",
        Others = "학력 중 재학 기록은 학교 학적에 근거하며, 그 밖의 내용(자기소개, 외국어, 컴퓨터 활용 등)은 본인의 진술입니다.",
        Translation = "한국어 내용은 본인이 번역한 것입니다. 확인받은 내용 자체는 첨부된 전자 증명서(credential.json)에 원문으로 실려 있습니다.",
        And = ", ",
        To = " ~",
        Kinds = new Dictionary<string, string>
        {
            [CvKinds.Internship] = "현장실습",
            [CvKinds.Project] = "프로젝트",
            [CvKinds.TeachingFactory] = "교내 생산실습",
            [CvKinds.Certification] = "자격·인증",
        },
    };
}
