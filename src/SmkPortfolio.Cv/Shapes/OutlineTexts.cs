namespace SmkPortfolio.Cv.Shapes;

/// <summary>Headings and labels of papers that are not set by us, in one language.</summary>
internal sealed record OutlineTexts
{
    public required string Title { get; init; }
    public required string Personal { get; init; }
    public required IReadOnlyDictionary<string, string> Labels { get; init; }
    public required IReadOnlyDictionary<string, string> Parts { get; init; }

    /// <summary>By the keys of <see cref="CvStatements"/>.</summary>
    public required IReadOnlyDictionary<string, string> Statements { get; init; }

    /// <summary><c>{0}</c> is the address, <c>{1}</c> the code.</summary>
    public required string NotSealed { get; init; }

    public static OutlineTexts For(string language) => language switch
    {
        "id" => Indonesian,
        "en" => English,
        "de" => German,
        "ja" => Japanese,
        "ko" => Korean,
        _ => throw new ArgumentException($"There are no headings in '{language}'.", nameof(language)),
    };

    private static readonly OutlineTexts Indonesian = new()
    {
        Title = "Daftar Riwayat Hidup",
        Personal = "Data Pribadi",
        Labels = LabelsOf("Nama", "Nama di paspor", "Tempat, tanggal lahir", "Jenis kelamin", "laki-laki", "perempuan", "Kewarganegaraan", "Alamat", "Telepon", "E-mail", "Portofolio"),
        Parts = PartsOf("Profil", "Pendidikan Formal", "Pendidikan Nonformal dan Pelatihan", "Pengalaman PKL dan Kerja", "Proyek dan Karya", "Teaching Factory", "Sertifikat Kompetensi", "Keahlian", "Bahasa", "Pengalaman Organisasi", "Prestasi", "Surat Izin"),
        Statements = StatementsOf("Motivasi", "Keinginan", "Promosi diri", "Kekuatan", "Latar belakang", "Kepribadian", "Cita-cita", "Minat", "Keterampilan komputer"),
        NotSealed = "Berkas ini tidak disegel dan dapat diubah siapa pun. Dokumen aslinya dapat diperiksa di {0} dengan kode {1}.",
    };

    private static readonly OutlineTexts English = new()
    {
        Title = "Curriculum Vitae",
        Personal = "Personal data",
        Labels = LabelsOf("Name", "Name in the passport", "Place, date of birth", "Gender", "male", "female", "Nationality", "Address", "Telephone", "E-mail", "Portfolio"),
        Parts = PartsOf("Profile", "Education", "Courses", "Experience", "Projects", "Teaching factory", "Certifications", "Key skills", "Languages", "Activities", "Awards", "Licences"),
        Statements = StatementsOf("Motivation", "Wishes", "What speaks for me", "Strengths", "Background", "Character", "Ambition", "Interests", "Computer skills"),
        NotSealed = "This file is not sealed and can be changed by anyone. The original can be checked at {0} with the code {1}.",
    };

    private static readonly OutlineTexts German = new()
    {
        Title = "Lebenslauf",
        Personal = "Persönliche Daten",
        Labels = LabelsOf("Name", "Name laut Reisepass", "Geburtsdatum, -ort", "Geschlecht", "männlich", "weiblich", "Staatsangehörigkeit", "Anschrift", "Telefon", "E-Mail", "Portfolio"),
        Parts = PartsOf("Kurzprofil", "Schulbildung", "Weiterbildungen", "Praktika und Berufserfahrung", "Projekte", "Arbeiten in der Produktionsschule (Teaching Factory)", "Zertifikate", "Fachkenntnisse", "Sprachkenntnisse", "Ehrenamt", "Auszeichnungen", "Führerschein"),
        Statements = StatementsOf("Berufsziel", "Wünsche", "Was für mich spricht", "Stärken", "Werdegang", "Persönlichkeit", "Ziele", "Interessen", "EDV-Kenntnisse"),
        NotSealed = "Diese Datei ist nicht versiegelt und kann von jedem verändert werden. Das Original lässt sich unter {0} mit dem Code {1} prüfen.",
    };

    private static readonly OutlineTexts Japanese = new()
    {
        Title = "履歴書",
        Personal = "個人情報",
        Labels = LabelsOf("氏名", "旅券上の氏名", "出生地・生年月日", "性別", "男", "女", "国籍", "住所", "電話", "E-mail", "ポートフォリオ"),
        Parts = PartsOf("自己紹介", "学歴", "研修・講習", "企業実習・職歴", "プロジェクト", "校内生産実習", "資格", "技能", "語学", "課外活動", "受賞歴", "免許"),
        Statements = StatementsOf("志望の動機", "本人希望", "自己PR", "活かせる経験・知識・技術", "生い立ち", "性格", "抱負", "趣味", "コンピューター技能"),
        NotSealed = "このファイルには電子署名がなく、誰でも変更できます。原本は {0} で確認コード {1} を入力して確認できます。",
    };

    private static readonly OutlineTexts Korean = new()
    {
        Title = "이력서",
        Personal = "인적사항",
        Labels = LabelsOf("성명", "여권상 성명", "출생지, 생년월일", "성별", "남", "여", "국적", "주소", "전화", "이메일", "포트폴리오"),
        Parts = PartsOf("자기소개", "학력사항", "교육·연수", "현장실습·경력", "프로젝트", "교내 생산실습", "자격사항", "보유 기술", "외국어능력", "활동", "수상", "면허"),
        Statements = StatementsOf("지원동기", "희망 사항", "자기 PR", "강점", "성장과정", "성격의 장단점", "입사 후 포부", "취미", "컴퓨터활용"),
        NotSealed = "이 파일은 봉인되지 않아 누구나 고칠 수 있습니다. 원본은 {0}에서 확인 코드 {1}(으)로 확인할 수 있습니다.",
    };

    private static Dictionary<string, string> LabelsOf(params ReadOnlySpan<string> words) =>
        Named(["name", "passportName", "birth", "gender", "male", "female", "nationality", "address", "phone", "email", "link"], words);

    private static Dictionary<string, string> PartsOf(params ReadOnlySpan<string> words) => Named(
        [OutlinePart.Profile, OutlinePart.Education, OutlinePart.Courses, OutlinePart.Experience, OutlinePart.Projects, OutlinePart.TeachingFactory, OutlinePart.Certificates, OutlinePart.Skills, OutlinePart.Languages, OutlinePart.Activities, OutlinePart.Awards, OutlinePart.Licences],
        words);

    private static Dictionary<string, string> StatementsOf(params ReadOnlySpan<string> words) => Named([.. CvStatements.All], words);

    private static Dictionary<string, string> Named(string[] keys, ReadOnlySpan<string> words)
    {
        var named = new Dictionary<string, string>();
        for (var i = 0; i < keys.Length; i++)
        {
            named.Add(keys[i], words[i]);
        }

        return named;
    }
}
