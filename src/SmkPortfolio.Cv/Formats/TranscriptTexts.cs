namespace SmkPortfolio.Cv.Formats;

/// <summary>The printed words of the skills transcript in one language.</summary>
internal sealed record TranscriptTexts(
    string Title, string Name, string PassportName, string Birth, string School, string Field, string Confirmed, string Competency, string Proofs, string Certificates, string Others, string Summary, string None)
{
    public static TranscriptTexts For(string language) => language switch
    {
        "id" => new(
            "Transkrip Keterampilan", "Nama", "Nama di paspor", "Tempat, tanggal lahir", "Sekolah", "Konsentrasi keahlian", "Kompetensi dengan bukti terkonfirmasi", "Kompetensi", "Bukti", "Sertifikat", "Karya lainnya",
            "{1} kompetensi, {0} dengan bukti terkonfirmasi", "Belum ada kompetensi yang dicatat pada baris portofolio yang dipilih."),
        "de" => new(
            "Kompetenznachweis", "Name", "Name laut Reisepass", "Geburtsdatum, -ort", "Schule", "Fachrichtung", "Kompetenzen mit bestätigtem Nachweis", "Kompetenz", "Nachweise", "Zertifikate", "Weitere Arbeiten",
            "{1} Kompetenzen, davon {0} mit bestätigtem Nachweis", "Die gewählten Einträge nennen noch keine Kompetenzen."),
        "ja" => new(
            "技能実績一覧", "氏名", "旅券上の氏名", "生年月日・出生地", "学校", "学科", "確認済みの根拠がある技能", "技能", "根拠", "資格・認定", "その他の実績",
            "技能{1}件のうち{0}件に確認済みの根拠あり", "選択された項目に技能の記載はありません。"),
        "ko" => new(
            "직무역량 기록표", "성명", "여권상 성명", "생년월일, 출생지", "학교", "학과", "확인된 근거가 있는 역량", "역량", "근거", "자격·인증", "그 밖의 실적",
            "역량 {1}건 중 {0}건에 확인된 근거 있음", "선택한 항목에 기재된 역량이 없습니다."),
        _ => new(
            "Skills Transcript", "Name", "Name in passport", "Place, date of birth", "School", "Specialisation", "Competencies with confirmed proof", "Competency", "Proofs", "Certificates", "Other works",
            "{1} competencies, {0} with confirmed proof", "The chosen lines do not name any competency yet."),
    };
}
