using System.Globalization;
using SmkPortfolio.Cv;
using SmkPortfolio.UnitTests.Pdf;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>One student with everything a paper may hold, in each language; and people at the edges.</summary>
internal static partial class CvSamples
{
    /// <summary>What a format is to be tested with in a language: everything the format carries, and nothing else, as papers are made.</summary>
    public static CvContent For(CvFormat format, string language) => CvFormats.Trim(format, format.HasPictures ? WithPictures(language) : language switch
    {
        "ja" when format.Languages is ["ja"] => Welder(TestPicture.Jpeg),
        "ko" when format.Languages is ["ko"] => KoreanWelder(TestPicture.Jpeg),
        _ => Full(language) with { Person = Full(language).Person with { Photo = TestPicture.Jpeg, PhotoSha256 = new string('a', 64) } },
    });

    public static CvOptions Options(string language) => Indonesian with { Language = language, Today = new DateOnly(2026, 5, 12) };

    /// <summary>The same student in five languages.</summary>
    public static CvContent Full(string language)
    {
        string In(string id, string en, string de, string ja, string ko) => language switch { "id" => id, "en" => en, "de" => de, "ja" => ja, "ko" => ko, _ => throw new ArgumentException(language) };
        return new CvContent(
            Person(In),
            new CvSchool("99900001", "SMK Negeri Contoh", "Sleman", "DI Yogyakarta") { Principal = "Dra. Hartini, M.Pd.", LocalName = In("SMK Negeri Contoh", "SMK Negeri Contoh", "SMK Negeri Contoh", "コントー国立職業高等学校", "콘토 국립 직업고등학교") },
            Schools(In),
            [
                In("Pengelasan SMAW 3G", "SMAW welding 3G", "E-Handschweißen 3G", "被覆アーク溶接 3G", "피복 아크 용접 3G"), In("Membaca gambar teknik", "Reading drawings", "Technische Zeichnungen lesen", "図面の読み取り", "도면 읽기"),
                In("Gerinda dan finishing", "Grinding and finishing", "Schleifen und Endbearbeitung", "研削と仕上げ", "연마와 마무리"), In("K3 bengkel", "Workshop safety", "Arbeitsschutz in der Werkstatt", "作業場の安全衛生", "작업장 안전"),
            ],
            [
                new CvLanguage(In("Jawa", "Javanese", "Javanisch", "ジャワ語", "자바어"), "native"),
                new CvLanguage(In("Indonesia", "Indonesian", "Indonesisch", "インドネシア語", "인도네시아어"), "native"),
                new CvLanguage(In("Inggris", "English", "Englisch", "英語", "영어"), "B1", "TOEIC Listening & Reading", "560", new DateOnly(2026, 2, 14)) { Grid = ["B1", "B1", "A2", "A2", "B1"] },
                new CvLanguage(In("Jepang", "Japanese", "Japanisch", "日本語", "일본어"), "A2", "JLPT N4", "104", new DateOnly(2025, 12, 7)),
            ],
            Lines(In),
            Verification with { IssuedAt = In("12 Mei 2026, 10.04 WIB", "12 May 2026, 10:04 WIB", "12. Mai 2026, 10:04 WIB", "2026年5月12日 10:04 WIB", "2026년 5월 12일 10:04 WIB") })
        {
            Past = Past(In),
            Statements = new Dictionary<string, string>
            {
                [CvStatements.Motivation] = In(
                    "Saya ingin belajar mengelas konstruksi baja di perusahaan yang mutunya diakui.", "I want to learn structural steel welding in a company known for its quality.",
                    "Ausbildung zur Konstruktionsmechanikerin ab August 2026, Schwerpunkt Schweißtechnik im Stahl- und Metallbau.", "品質で知られる御社で鋼構造物の溶接を学びたいと考えております。", "품질로 인정받는 회사에서 철골 용접을 배우고 싶습니다."),
                [CvStatements.Wishes] = In("Bersedia ditempatkan di mana saja.", "Ready to work anywhere.", "Einsatzort frei.", "貴社の規定に従います。", "회사 규정에 따르겠습니다."),
                [CvStatements.SelfPromotion] = In("Saya teliti dan tidak malu bertanya.", "I am careful and not afraid to ask.", "Ich arbeite sorgfältig und frage nach.", "丁寧な作業を心がけ、分からないことはすぐに質問します。図面を読み取り、手順を考えてから作業に入るため、手直しが少ないことが自慢です。", "꼼꼼하게 작업하고 모르는 것은 바로 묻습니다."),
                [CvStatements.Strengths] = In("SMAW, GMAW, membaca gambar.", "SMAW, GMAW, reading drawings.", "E-Hand, MAG, Zeichnungen lesen.", "被覆アーク溶接、半自動溶接、図面の読み取り。", "피복 아크 용접, 반자동 용접, 도면 읽기."),
                [CvStatements.Upbringing] = In("Saya tumbuh di desa.", "I grew up in a village.", "Ich bin auf dem Dorf aufgewachsen.", "村で育ちました。", "저는 작은 마을에서 자라며 아버지의 작업장을 도왔습니다."),
                [CvStatements.Character] = In("Tekun, kadang terlalu pendiam.", "Persistent, sometimes too quiet.", "Ausdauernd, manchmal zu still.", "粘り強い性格ですが、口数が少ない面もあります。", "끈기가 있지만 말수가 적은 편입니다."),
                [CvStatements.Ambition] = In("Menjadi kepala regu dalam lima tahun.", "To lead a team in five years.", "In fünf Jahren eine Gruppe leiten.", "五年後には班長になりたいです。", "5년 안에 반장이 되고 싶습니다."),
                [CvStatements.Hobbies] = In("Bulu tangkis, karawitan", "Badminton, Javanese gamelan", "Badminton, javanisches Gamelan", "バドミントン、ガムラン", "배드민턴, 가믈란"),
                [CvStatements.Computer] = In("AutoCAD dasar, Microsoft Excel", "AutoCAD (basic), Microsoft Excel", "AutoCAD (Grundkenntnisse), Microsoft Excel", "AutoCAD（基礎）、Microsoft Excel", "AutoCAD(기초), Microsoft Excel"),
            },
        };
    }

    /// <summary>The full student with a portrait and pictures of all shapes.</summary>
    public static CvContent WithPictures(string language)
    {
        var content = Full(language);
        var pictures = TestPictures.All;
        return content with
        {
            Person = content.Person with { Photo = TestPicture.Jpeg, PhotoSha256 = new string('a', 64) },
            Entries = [.. content.Entries.Select((e, i) => e with { Pictures = [.. pictures.Take((i * 2) % (pictures.Count + 1))] })],
        };
    }

    /// <summary>People whom a layout must not break on, with what makes them so.</summary>
    public static IReadOnlyDictionary<string, Func<string, CvContent>> Edges { get; } = new Dictionary<string, Func<string, CvContent>>
    {
        ["an empty portfolio"] = language => Empty with { Verification = Full(language).Verification },
        ["a single-word name"] = language => Named(Full(language), "Suparni"),
        ["a name of 90 letters"] = language => Named(Full(language), "Raden Ajeng Kusumaningratdewi Wulandariputri Sekarkedhatonningrum Prameswaraningtyas Ayu L"),
        ["300 lines"] = language => ManyLines(Full(language), 300),
        ["20,000 characters in one line"] = language => Full(language) with { Entries = [Full(language).Entries[0] with { Description = [string.Join(' ', Enumerable.Range(0, 2500).Select(i => string.Create(CultureInfo.InvariantCulture, $"kata{i:0000}")))] }] },
        ["no dates"] = language => Full(language) with
        {
            Past = [.. Full(language).Past.Select(p => p with { From = null, Until = null })],
            Entries = [.. Full(language).Entries.Select(e => e with { From = null, Until = null, ConfirmedOn = null })],
        },
    };

    private static CvContent Named(CvContent content, string name) => content with { Person = content.Person with { Name = name, PassportName = name.ToUpperInvariant(), LocalName = null } };

    private static CvContent ManyLines(CvContent content, int count) =>
        content with { Entries = [.. Enumerable.Range(0, count).Select(i => content.Entries[i % content.Entries.Count] with { Title = string.Create(CultureInfo.InvariantCulture, $"L{i:000}") })] };

    private static CvPerson Person(Func<string, string, string, string, string, string> text) => new("Dyah Ayu Kusumaningrum")
    {
        Headline = text("Juru las SMAW dan GMAW, siap bekerja di bengkel fabrikasi", "SMAW and GMAW welder, ready for a fabrication shop", "Schweißerin (E-Hand, MAG) mit Praxis im Metallbau", "被覆アーク・半自動溶接工、製作工場で即戦力", "피복 아크·반자동 용접공"),
        Summary = text(
            "Saya menyukai pekerjaan yang hasilnya bisa dipegang. Dua tahun saya mengerjakan pesanan teralis, rak, dan kanopi, membaca gambar kerja, dan mencatat waktu setiap tahap.",
            "I like work whose result can be held in the hand. For two years I have made grilles, racks and canopies to order, read drawings and logged the time of every step.",
            "Ich mag Arbeit, deren Ergebnis man anfassen kann. Seit zwei Jahren fertige ich Gitter, Regale und Vordächer nach Auftrag, lese Zeichnungen und halte die Zeit jedes Arbeitsschritts fest.",
            "形に残る仕事が好きです。二年間、格子や棚、庇の注文製作に携わり、図面を読み取り、工程ごとの時間を記録してきました。",
            "결과물이 손에 남는 일을 좋아합니다. 2년 동안 방범창, 선반, 차양을 주문 제작하며 도면을 읽고 공정별 시간을 기록했습니다."),
        PassportName = "DYAH AYU KUSUMANINGRUM",
        LocalName = text("", "", "", "ディア・アユ・クスマニングルム", "디아 아유 쿠수마닝룸") is { Length: > 0 } local ? local : null,
        NameReading = "ディア アユ クスマニングルム",
        Gender = "female",
        Nationality = "ID",
        NationalityName = text("Indonesia", "Indonesian", "indonesisch", "インドネシア", "인도네시아"),
        PostalCode = "55514",
        AddressReading = "ジャラン・マゲラン",
        BirthPlace = "Kulon Progo",
        BirthDate = new DateOnly(2008, 5, 12),
        Address = "Jl. Magelang Km 9, Tridadi",
        City = "Sleman",
        Phone = "+62 812 0000 0000",
        Email = "dyah.ayu@siswa.example",
        Link = "https://folio.example/s/AbCdEf",
    };

    private static IReadOnlyList<CvEducation> Schools(Func<string, string, string, string, string, string> text) =>
    [
        new CvEducation("SMK Negeri Contoh", text("Teknik Pengelasan, XII TPL 1", "Welding technology, grade XII", "Schweißtechnik, Klasse XII", "溶接技術科 3年", "용접과 3학년"), new DateOnly(2023, 7, 17), null, "Sleman") { Level = "senior", Outcome = "expected", ExpectedOn = new DateOnly(2026, 6, 20) },
        new CvEducation("SMP Negeri 2 Contoh", "", new DateOnly(2020, 7, 13), new DateOnly(2023, 6, 17), "Sleman") { Level = "junior", Outcome = "graduated", OwnWord = true },
    ];

    private static IReadOnlyList<CvPastItem> Past(Func<string, string, string, string, string, string> text) =>
    [
        new CvPastItem("job", text("Pembantu bengkel las", "Helper in a welding shop", "Aushilfe in einer Schweißwerkstatt", "溶接工場の補助", "용접소 보조")) { Organisation = "Bengkel Las Pak Jono", Place = "Godean", From = new DateOnly(2024, 6, 10), Until = new DateOnly(2024, 7, 12), Detail = text("Menyiapkan bahan dan membersihkan hasil las.", "Prepared material and cleaned welds.", "Material vorbereitet und Schweißnähte gereinigt.", "材料の準備と溶接部の清掃。", "자재 준비와 용접부 청소.") },
        new CvPastItem("course", text("Pelatihan K3 dasar", "Basic safety course", "Grundkurs Arbeitsschutz", "安全衛生基礎講習", "기초 안전 교육")) { Organisation = "Balai Latihan Contoh", Place = "Yogyakarta", From = new DateOnly(2024, 11, 4), Until = new DateOnly(2024, 11, 6) },
        new CvPastItem("activity", text("Sekretaris OSIS", "Secretary of the student council", "Schriftführerin der Schülervertretung", "生徒会書記", "학생회 서기")) { Organisation = "SMK Negeri Contoh", From = new DateOnly(2024, 9, 1), Until = new DateOnly(2025, 8, 31) },
        new CvPastItem("award", text("Juara 2 LKS pengelasan tingkat kabupaten", "2nd place, district welding skills competition", "2. Platz, Kreiswettbewerb Schweißen", "県溶接技能競技会 第2位", "군 용접 기능대회 2위")) { Organisation = "Dinas Pendidikan Contoh", From = new DateOnly(2025, 4, 24) },
        new CvPastItem("licence", text("SIM C", "Driving licence, class C (motorcycle)", "Indonesischer Führerschein Klasse C (Motorrad)", "普通自動二輪免許（インドネシア）", "인도네시아 C종 면허(이륜)")) { From = new DateOnly(2025, 6, 2), Until = new DateOnly(2030, 6, 2) },
    ];

    private static IReadOnlyList<CvEntry> Lines(Func<string, string, string, string, string, string> text) =>
    [
        new CvEntry("internship", text("Operator las di lini fabrikasi", "Welding operator, fabrication line", "Schweißerin in der Fertigungslinie", "製作ラインの溶接作業", "제작 라인 용접 작업"), "company")
        {
            Organisation = "PT Baja Contoh Mandiri",
            Place = "Bantul",
            Role = text("Bagian rangka", "Frame section", "Abteilung Rahmenbau", "フレーム部門", "프레임 부서"),
            From = new DateOnly(2025, 7, 14),
            Until = new DateOnly(2025, 12, 19),
            Description =
            [
                text("Mengelas rangka meja dan rak gudang dengan GMAW, 6 jam sehari.", "Welded table frames and warehouse racks by GMAW, 6 hours a day.", "Tischrahmen und Lagerregale im MAG-Verfahren geschweißt, 6 Stunden täglich.", "半自動溶接で机の枠と倉庫棚を一日六時間溶接。", "반자동 용접으로 책상 프레임과 창고 선반을 하루 6시간 용접."),
                text("Memeriksa sambungan secara visual dan dengan penetrant, mencatat cacat pada lembar QC.", "Inspected joints visually and by penetrant testing, logged defects on the QC sheet.", "Nähte durch Sicht- und Eindringprüfung geprüft, Fehler im Prüfprotokoll erfasst.", "目視検査と浸透探傷検査を行い、欠陥を品質記録に記入。", "육안 및 침투 검사를 하고 결함을 QC 기록지에 기록."),
            ],
            Result = text("Cacat las turun dari 8 % menjadi 3 % dalam tiga bulan.", "Weld defects fell from 8 % to 3 % in three months.", "Schweißfehler in drei Monaten von 8 % auf 3 % gesenkt.", "溶接欠陥を三か月で8％から3％に削減。", "용접 결함을 석 달 만에 8%에서 3%로 줄임."),
            Facts = [new CvFact(text("Nilai", "Score", "Bewertung", "評価", "평가"), text("92 (Amat Baik)", "92 (very good)", "92 (sehr gut)", "92（優）", "92(매우 우수)")), new CvFact(text("Jam", "Hours", "Stunden", "時間", "시간"), "720")],
            Values = new Dictionary<string, string> { ["score"] = "92", ["predicate"] = text("Amat Baik", "very good", "sehr gut", "優", "매우 우수"), ["hours"] = "720", ["hoursPerDay"] = "6", ["department"] = text("Bagian rangka", "Frame section", "Rahmenbau", "フレーム部門", "프레임 부서"), ["mentor"] = "Bambang Setiawan" },
            Competencies = [new CvCompetency("C.24LAS01.007.1", text("Mengelas dengan proses GMAW", "Weld by the GMAW process", "MAG-Schweißen", "半自動溶接を行う", "반자동 용접하기")), new CvCompetency("", text("Kerja sama tim", "Teamwork", "Teamarbeit", "チームワーク", "협업"))],
            ConfirmedBy = ["Bambang Setiawan"],
            ConfirmedOn = new DateOnly(2026, 1, 9),
        },
        new CvEntry("project", text("Teralis jendela untuk posyandu dusun", "Window grilles for the village clinic", "Fenstergitter für die Dorfklinik", "村の診療所の窓格子", "마을 보건소 방범창"), "teacher")
        {
            Role = text("Ketua regu, 3 orang", "Team leader, 3 people", "Gruppenleitung, 3 Personen", "班長（3名）", "조장(3명)"),
            From = new DateOnly(2025, 2, 3),
            Until = new DateOnly(2025, 3, 7),
            Description = [text("Mengukur, menggambar, memotong, dan mengelas lima bidang teralis; memasang bersama warga.", "Measured, drew, cut and welded five grilles; fitted them with the villagers.", "Fünf Gitter aufgemessen, gezeichnet, zugeschnitten und geschweißt; gemeinsam mit den Anwohnern montiert.", "五枚の格子を採寸、作図、切断、溶接し、住民とともに取り付けた。", "방범창 다섯 개를 실측, 제도, 절단, 용접하고 주민과 함께 설치.")],
            Result = text("Selesai 4 hari lebih awal.", "Finished 4 days early.", "4 Tage früher fertig.", "予定より4日早く完成。", "예정보다 4일 일찍 완성."),
            Competencies = [new CvCompetency("C.24LAS01.001.1", text("Membaca gambar teknik", "Read technical drawings", "Technische Zeichnungen lesen", "図面を読む", "도면 읽기"))],
            ConfirmedBy = ["Sari Wulandari, S.Pd."],
            ConfirmedOn = new DateOnly(2025, 3, 12),
        },
        new CvEntry("certification", text("Pengelasan SMAW posisi 3G", "SMAW welding, position 3G", "E-Handschweißen, Position PF (3G)", "被覆アーク溶接 3G姿勢", "피복 아크 용접 3G 자세"), "certificate")
        {
            Organisation = "LSP P1 SMK Negeri Contoh",
            From = new DateOnly(2026, 3, 2),
            Until = new DateOnly(2029, 3, 1),
            Facts = [new CvFact(text("No.", "No.", "Nr.", "番号", "번호"), "24132 7212 2 0001234 2026", IsNumber: true)],
            Values = new Dictionary<string, string> { ["number"] = "24132 7212 2 0001234 2026", ["level"] = "KKNI II" },
            Competencies = [new CvCompetency("C.24LAS01.001.1", text("Membaca gambar teknik", "Read technical drawings", "Technische Zeichnungen lesen", "図面を読む", "도면 읽기"))],
            ConfirmedBy = ["Agus Prasetyo, S.T.", "Sari Wulandari, S.Pd."],
            ConfirmedOn = new DateOnly(2026, 3, 20),
        },
        new CvEntry("teaching-factory", text("Rak besi siku untuk koperasi", "Angle-iron racks for a cooperative", "Winkelstahlregale für eine Genossenschaft", "協同組合の山形鋼棚", "협동조합용 앵글 선반"), "company")
        {
            Organisation = "Koperasi Contoh Sejahtera",
            Role = text("Tukang las", "Welder", "Schweißerin", "溶接担当", "용접 담당"),
            From = new DateOnly(2025, 9, 1),
            Until = new DateOnly(2025, 9, 26),
            Description = [text("12 rak, toleransi 2 mm, dicat dua lapis.", "12 racks, tolerance 2 mm, two coats of paint.", "12 Regale, Toleranz 2 mm, zweimal lackiert.", "棚12台、公差2 mm、二度塗り。", "선반 12대, 공차 2 mm, 2회 도장.")],
            Facts = [new CvFact(text("Pesanan", "Order", "Auftrag", "注文", "주문"), "TF-2025-014", IsNumber: true), new CvFact(text("Lolos QC pertama", "Passed QC at once", "Prüfung im ersten Anlauf", "一回目の検査合格", "1차 검사 통과"), "11/12")],
            ConfirmedBy = ["Ibu Ratna"],
            ConfirmedOn = new DateOnly(2025, 10, 1),
        },
        new CvEntry("project", text("Kanopi carport ukuran 3 × 5 m", "Carport canopy, 3 × 5 m", "Carport-Vordach, 3 × 5 m", "カーポートの屋根 3 × 5 m", "차고 차양 3 × 5 m"), "self")
        {
            Organisation = text("Pesanan tetangga", "Order of a neighbour", "Auftrag eines Nachbarn", "近所からの注文", "이웃의 주문"),
            From = new DateOnly(2026, 1, 5),
            Until = new DateOnly(2026, 1, 18),
            Description = [text("Merancang rangka hollow dan memasang atap galvalum bersama paman.", "Designed the frame and fitted the roof with my uncle.", "Rahmen entworfen und das Dach mit meinem Onkel montiert.", "叔父とともに骨組みを設計し屋根を取り付けた。", "삼촌과 함께 골조를 설계하고 지붕을 설치.")],
            Competencies = [new CvCompetency("", text("Merancang rangka baja ringan", "Design light steel frames", "Leichte Stahlrahmen entwerfen", "軽量鉄骨の設計", "경량 철골 설계"))],
        },
        new CvEntry("certification", text("Pelatihan K3 dasar daring", "Online safety course", "Online-Kurs Arbeitsschutz", "オンライン安全講習", "온라인 안전 교육"), "self")
        {
            Organisation = "Balai Contoh",
            From = new DateOnly(2025, 11, 2),
            Facts = [new CvFact(text("No.", "No.", "Nr.", "番号", "번호"), "K3-RAHASIA-778", IsNumber: true)],
        },
    ];
}
