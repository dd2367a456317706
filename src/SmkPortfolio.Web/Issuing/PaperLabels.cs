namespace SmkPortfolio.Web.Issuing;

/// <summary>Labels of an entry's facts in languages that papers are written in and pages are not; Indonesian and English come from the pages' own texts.</summary>
internal static class PaperLabels
{
    private static readonly Dictionary<string, (string Ja, string Ko, string De)> Labels = new(StringComparer.Ordinal)
    {
        ["context"] = ("区分", "구분", "Rahmen"),
        ["tools"] = ("使用機材・材料", "사용 도구 및 재료", "Werkzeuge und Material"),
        ["link"] = ("リンク", "링크", "Link"),
        ["number"] = ("証明書番号", "자격증 번호", "Zertifikatsnummer"),
        ["registration"] = ("登録番号", "등록번호", "Registriernummer"),
        ["level"] = ("級・点数", "급수·점수", "Stufe oder Punktzahl"),
        ["units"] = ("能力単位", "능력단위", "Kompetenzeinheiten"),
        ["score"] = ("評点", "평가 점수", "Punktzahl"),
        ["predicate"] = ("評価", "평가", "Bewertung"),
        ["hoursPerDay"] = ("1日の実習時間", "1일 실습 시간", "Stunden pro Tag"),
        ["quantity"] = ("数量", "수량", "Menge"),
        ["hours"] = ("作業時間", "작업 시간", "Arbeitsstunden"),
        ["orderNumber"] = ("受注番号", "작업지시 번호", "Auftragsnummer"),
    };

    private static readonly Dictionary<string, (string Ja, string Ko, string De)> Choices = new(StringComparer.Ordinal)
    {
        ["Subject"] = ("学校の授業", "학교 수업", "Schulfach"),
        ["Pkk"] = ("創作・起業プロジェクト (PKK)", "창작·창업 프로젝트(PKK)", "Kreativ- und Gründungsprojekt (PKK)"),
        ["ProjectBasedLearning"] = ("プロジェクト型学習", "프로젝트 기반 학습", "Projektunterricht"),
        ["Own"] = ("自主制作", "자체 기획", "Eigene Idee"),
        ["LspP1"] = ("LSP P1（学校の認証機関）", "LSP P1(학교 인증기관)", "LSP P1 (Stelle der Schule)"),
        ["LspP2"] = ("LSP P2（取引先の認証機関）", "LSP P2(협력사 인증기관)", "LSP P2 (Stelle der Lieferkette)"),
        ["LspP3"] = ("LSP P3（業界の認証機関）", "LSP P3(업계 인증기관)", "LSP P3 (Stelle der Branche)"),
        ["Bnsp"] = ("BNSP（国家職業認証庁）", "BNSP(국가직업인증청)", "BNSP (staatliche Berufszertifizierung)"),
        ["LanguageTest"] = ("語学試験", "어학 시험", "Sprachprüfung"),
        ["Vendor"] = ("メーカー・企業", "제조사·기업", "Hersteller oder Firma"),
    };

    public static string? Label(string field, string language) => In(Labels, field, language);

    public static string? Choice(string name, string language) => In(Choices, name, language);

    private static string? In(Dictionary<string, (string Ja, string Ko, string De)> list, string key, string language) => !list.TryGetValue(key, out var texts) ? null : language switch
    {
        "ja" => texts.Ja,
        "ko" => texts.Ko,
        "de" => texts.De,
        _ => null,
    };
}
