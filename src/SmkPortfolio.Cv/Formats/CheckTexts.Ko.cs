namespace SmkPortfolio.Cv.Formats;

internal sealed partial record CheckTexts
{
    private static readonly CheckTexts Korean = new()
    {
        OwnWord = "본인 진술",
        OwnWordNote = "아래 항목은 학생 본인이 작성한 것으로, 아직 누구의 확인도 받지 않았습니다.",
        OwnWordShort = "본인 진술",
        Summary = "전체 {1}개 항목 중 {0}개 항목 확인됨",
        Under18 = "이 문서의 명의인은 만 18세 미만입니다",
        Check = "이 문서의 진위 확인 방법",
        CheckHow = "QR 코드를 스캔하거나 다음 페이지에서 확인 코드를 입력하십시오:",
        Code = "확인 코드",
        IssuedAt = "발급 일시",
        KeyFingerprint = "발급 플랫폼 키 지문",
        Seal = "학교의 전자서명은 이 문서가 발급 시점의 포트폴리오 내용을 나타내며, 각 항목이 명시된 사람의 확인에 근거한다는 사실만을 보증합니다.",
        Legend = "각 항목을 확인한 주체",
        Page = "{0} / {1}쪽",
        QrOf = "{0}(으)로 연결되는 QR 코드",
        Statement = "이 큰 QR 코드에는 성명, 날짜, 주요 항목이 학교의 전자서명과 함께 들어 있습니다. 위 사이트에서 내려받은 확인 페이지를 이용하면 인터넷 연결 없이도 확인할 수 있습니다.",
        StatementQr = "학교가 전자서명한 내용(성명, 날짜, 주요 항목)이 담긴 {0} QR 코드",
        Words = new Dictionary<string, string>
        {
            [CvWords.Self] = "본인 진술",
            [CvWords.Teacher] = "교사 확인",
            [CvWords.Company] = "기업 확인",
            [CvWords.Certificate] = "학교에서 자격증 확인",
        },
        Meanings = new Dictionary<string, string>
        {
            [CvWords.Self] = "학생이 작성하였으며 확인되지 않음",
            [CvWords.Teacher] = "교사가 작업을 직접 보고 확인함",
            [CvWords.Company] = "기업 또는 의뢰인이 사실임을 인정함",
            [CvWords.Certificate] = "학교 교직원 2명이 번호, 발급 기관, 유효 기간을 확인함",
        },
    };
}
