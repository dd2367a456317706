namespace SmkPortfolio.Cv.Formats;

internal sealed partial record CheckTexts
{
    private static readonly CheckTexts Japanese = new()
    {
        OwnWord = "本人の申告",
        OwnWordNote = "以下の項目は生徒本人が記載したもので、第三者の確認を受けていません。",
        OwnWordShort = "本人の申告",
        Summary = "全{1}項目のうち{0}項目が確認済み",
        Under18 = "本書類の名義人は18歳未満です",
        Check = "本書類の真正性の確認方法",
        CheckHow = "QRコードを読み取るか、次のページで確認コードを入力してください：",
        Code = "確認コード",
        IssuedAt = "発行日時",
        KeyFingerprint = "発行基盤の公開鍵の指紋",
        Seal = "学校の電子署名が示すのは、本書類が発行時点のポートフォリオの内容を表していること、および各項目が明記された者の確認に基づくことのみです。",
        Legend = "各項目を確認した者",
        Page = "{0} / {1} ページ",
        QrOf = "{0} へのQRコード",
        Statement = "この大きいQRコードには、氏名、日付および主な項目が学校の電子署名付きで収められています。上記サイトからダウンロードした確認ページを使えば、通信環境がなくても確認できます。",
        StatementQr = "学校の電子署名付きの内容（氏名、日付、主な項目）を含む {0} へのQRコード",
        Words = new Dictionary<string, string>
        {
            [CvWords.Self] = "本人の申告",
            [CvWords.Teacher] = "教員が確認",
            [CvWords.Company] = "企業が確認",
            [CvWords.Certificate] = "学校が証明書を確認",
        },
        Meanings = new Dictionary<string, string>
        {
            [CvWords.Self] = "生徒本人が記載したもので、確認を受けていません",
            [CvWords.Teacher] = "教員が作業を実際に見て確認しました",
            [CvWords.Company] = "企業または発注者が事実と認めています",
            [CvWords.Certificate] = "学校職員2名が番号、発行機関、有効期限を確認しました",
        },
    };
}
