namespace SmkPortfolio.Cv.Formats;

/// <summary>The printed words of the portfolio booklet in one language.</summary>
internal sealed record BookletTexts(string Title, string Contents, string About, string Further, IReadOnlyDictionary<string, string> Kinds)
{
    public static BookletTexts For(string language) => language switch
    {
        "id" => new("Buku Portofolio", "Daftar Isi", "Tentang saya", "Karya lainnya", Of("Proyek", "Sertifikat", "Praktik kerja lapangan", "Teaching factory")),
        "de" => new("Portfolio", "Inhalt", "Über mich", "Weitere Arbeiten", Of("Projekt", "Zertifikat", "Praktikum", "Teaching Factory")),
        "ja" => new("ポートフォリオ", "目次", "自己紹介", "その他の実績", Of("プロジェクト", "資格", "企業実習", "校内生産実習")),
        "ko" => new("포트폴리오", "차례", "자기소개", "그 밖의 실적", Of("프로젝트", "자격", "현장실습", "교내 생산실습")),
        _ => new("Portfolio", "Contents", "About me", "Further work", Of("Project", "Certificate", "Internship", "Teaching factory")),
    };

    private static Dictionary<string, string> Of(string project, string certification, string internship, string teachingFactory) => new()
    {
        [CvKinds.Project] = project,
        [CvKinds.Certification] = certification,
        [CvKinds.Internship] = internship,
        [CvKinds.TeachingFactory] = teachingFactory,
    };
}
