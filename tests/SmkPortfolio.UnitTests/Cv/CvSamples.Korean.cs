using SmkPortfolio.Cv;

namespace SmkPortfolio.UnitTests.Cv;

internal static partial class CvSamples
{
    public static readonly CvOptions Korean = Japanese with { Language = "ko" };

    /// <summary>The same student for a Korean employer.</summary>
    public static CvContent KoreanWelder(byte[]? photo = null)
    {
        var japanese = Welder(photo);
        return japanese with
        {
            Person = japanese.Person with
            {
                LocalName = "디아 아유 쿠수마닝룸",
                NameReading = null,
                Headline = "피복 아크 용접과 CO₂ 용접을 배운 용접 전공 학생",
                Summary = "직업고등학교에서 3년간 용접을 배웠습니다.",
                NationalityName = "인도네시아",
                BirthPlace = "쿨론프로고",
                Address = "인도네시아 족자카르타 특별주 슬레만군 트리다디 마겔랑로 9km",
                AddressReading = null,
            },
            School = japanese.School with { LocalName = "국립 촌토 직업고등학교" },
            Education =
            [
                new CvEducation("국립 촌토 직업고등학교", "용접기술과 (XII TPL 1)", new DateOnly(2023, 7, 17), null, "슬레만") { Level = "senior", Outcome = "expected", ExpectedOn = new DateOnly(2026, 6, 15) },
                new CvEducation("국립 촌토 제2중학교", "", new DateOnly(2020, 7, 13), new DateOnly(2023, 6, 10), "슬레만") { Level = "junior", Outcome = "graduated", OwnWord = true },
                new CvEducation("국립 촌토 제1초등학교", "", new DateOnly(2014, 7, 14), new DateOnly(2020, 6, 10), "슬레만") { Level = "primary", Outcome = "graduated", OwnWord = true },
            ],
            Skills = ["피복 아크 용접(3G)", "CO₂ 용접", "기계 도면 해독", "그라인더 마감", "5S 활동"],
            Languages =
            [
                new CvLanguage("자와어", "native"), new CvLanguage("인도네시아어", "native"),
                new CvLanguage("한국어", "A2", "TOPIK I", "2급 (152점)", new DateOnly(2026, 4, 11)),
                new CvLanguage("영어", "B1", "TOEIC Listening & Reading", "560점", new DateOnly(2026, 2, 14)),
            ],
            Entries = KoreanEntries,
            Past =
            [
                new CvPastItem("licence", "이륜차 운전면허(SIM C)") { Organisation = "인도네시아 경찰청", From = new DateOnly(2025, 6, 3) },
                new CvPastItem("award", "직업고 기능경기대회 용접 부문 2위") { Organisation = "족자카르타 특별주 교육청", From = new DateOnly(2025, 10, 11) },
                new CvPastItem("course", "한국어 기초 과정(120시간)") { Organisation = "LPK 촌토", From = new DateOnly(2025, 3, 1), Until = new DateOnly(2025, 8, 30) },
                new CvPastItem("activity", "학생회 안전부") { From = new DateOnly(2024, 8, 1), Until = new DateOnly(2025, 7, 1) },
            ],
            Statements = new Dictionary<string, string>
            {
                [CvStatements.Upbringing] = "작은 마을에서 자라며 어릴 때부터 이웃의 물건을 고치는 일을 도왔습니다. 고장 난 것을 다시 쓸 수 있게 만드는 기쁨이 용접을 선택한 계기가 되었습니다.",
                [CvStatements.Character] = "꼼꼼하게 기록하는 것이 장점입니다. 매일 작업 시간과 불량 원인을 노트에 적고 다음 날 한 가지를 반드시 개선합니다. 처음에는 남에게 질문하는 것을 어려워했지만, 실습 중 아침 회의에서 먼저 질문하는 습관을 들여 고쳤습니다.",
                [CvStatements.Motivation] = "품질을 중시하는 귀사의 현장에서 용접 기술을 제대로 익히고 싶어 지원하였습니다. 현장실습에서 불량을 하나 줄이는 것이 뒤 공정의 시간과 재료를 지키는 일임을 배웠습니다.",
                [CvStatements.Ambition] = "입사 후 1년 안에 귀사의 용접 절차서를 익히고, 3년 안에 후배에게 가르칠 수 있는 용접공이 되겠습니다.",
                [CvStatements.Computer] = "AutoCAD 기초(2D 도면), 스프레드시트로 작업 시간 집계",
            },
            Verification = Verification with { IssuedAt = "2026년 5월 12일 10:04 WIB" },
        };
    }

    private static readonly IReadOnlyList<CvEntry> KoreanEntries =
    [
        new CvEntry("internship", "프레임 용접 및 외관 검사", "company")
        {
            Organisation = "PT Baja Contoh Mandiri",
            Place = "반툴",
            Role = "생산부 프레임반",
            From = new DateOnly(2025, 7, 14),
            Until = new DateOnly(2025, 12, 19),
            Description = ["CO₂ 용접으로 책상과 창고 선반 프레임 용접(1일 6시간)", "외관 검사와 침투 탐상 검사 보조, 불량 기록"],
            Result = "3개월 동안 용접 불량률 8 %에서 3 %로 감소",
            ConfirmedBy = ["Bambang Setiawan(PT Baja Contoh Mandiri 생산부장)"],
            ConfirmedOn = new DateOnly(2026, 1, 9),
        },
        new CvEntry("teaching-factory", "협동조합용 앵글 선반 제작", "company")
        {
            Organisation = "Koperasi Contoh Sejahtera",
            Role = "용접 담당",
            From = new DateOnly(2025, 2, 3),
            Until = new DateOnly(2025, 2, 28),
            Description = ["선반 12대, 공차 2 mm, 2회 도장"],
            Result = "12대 중 11대 1차 검사 합격",
            ConfirmedBy = ["Ratna Dewi(협동조합)"],
            ConfirmedOn = new DateOnly(2025, 3, 5),
        },
        new CvEntry("project", "보건소 창문 방범창 제작", "teacher")
        {
            Role = "조장(3명)",
            From = new DateOnly(2024, 9, 2),
            Until = new DateOnly(2024, 10, 7),
            Description = ["측정, 도면 작성, 절단, 용접, 설치"],
            Result = "예정보다 4일 일찍 완성",
            ConfirmedBy = ["Sari Wulandari, S.Pd."],
            ConfirmedOn = new DateOnly(2024, 10, 12),
        },
        new CvEntry("certification", "용접기능 인증 피복 아크 용접 3G", "certificate")
        {
            Organisation = "LSP P1 SMK Negeri Contoh",
            From = new DateOnly(2026, 3, 2),
            Until = new DateOnly(2029, 3, 1),
            Facts = [new CvFact("번호", "24132 7212 2 0001234 2026", IsNumber: true)],
            ConfirmedBy = ["Agus Prasetyo, S.T.", "Sari Wulandari, S.Pd."],
            ConfirmedOn = new DateOnly(2026, 3, 20),
        },
        new CvEntry("certification", "안전보건 온라인 교육", "self") { Organisation = "비밀 교육원", From = new DateOnly(2025, 11, 2), Facts = [new CvFact("번호", "K3-RAHASIA-778", IsNumber: true)] },
        new CvEntry("project", "주차장 지붕 제작", "self") { Organisation = "비밀 의뢰인", From = new DateOnly(2026, 1, 5), Until = new DateOnly(2026, 1, 18), Description = ["각관 골조 설계와 설치"] },
    ];

    public static CvContent KoreanMany(int count) => KoreanWelder() with
    {
        Entries = [.. Enumerable.Range(0, count).Select(i => KoreanEntries[i % KoreanEntries.Count]).Select((e, i) => e with { Title = FormattableString.Invariant($"{e.Title} 제{i + 1}호") })],
    };
}
