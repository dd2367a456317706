namespace SmkPortfolio.Cv.Formats;

internal sealed partial record CheckTexts
{
    private static readonly CheckTexts German = new()
    {
        OwnWord = "Eigene Angaben",
        OwnWordNote = "Die folgenden Einträge sind eigene Angaben und wurden von niemandem bestätigt.",
        OwnWordShort = "nach eigenen Angaben",
        Summary = "{0} von {1} Einträgen bestätigt",
        Under18 = "Minderjährig (unter 18 Jahre)",
        Check = "Echtheit dieses Dokuments prüfen",
        CheckHow = "QR-Code scannen oder den Code eingeben unter",
        Code = "Code",
        IssuedAt = "Ausgestellt",
        KeyFingerprint = "Fingerabdruck des Plattformschlüssels",
        Seal = "Das Siegel der Schule besagt nur: Dieses Dokument zeigt, was das Portfolio bei der Ausstellung enthielt, jeder Eintrag nach Aussage der genannten Stelle.",
        Legend = "Auf wessen Wort ein Eintrag beruht",
        Page = "Seite {0} von {1}",
        QrOf = "QR-Code zu {0}",
        Statement = "Dieser große Code enthält außerdem Name, Datum und die am besten belegten Einträge, von der Schule signiert. Sein Inhalt lässt sich ohne Netz prüfen: mit der Prüfseite, die von der oben genannten Website heruntergeladen wurde.",
        StatementQr = "QR-Code zu {0} mit einer von der Schule signierten Aussage: Name, Datum und die am besten belegten Einträge",
        Words = new Dictionary<string, string>
        {
            [CvWords.Self] = "Eigene Angabe",
            [CvWords.Teacher] = "Von einer Lehrkraft bestätigt",
            [CvWords.Company] = "Vom Betrieb bestätigt",
            [CvWords.Certificate] = "Zertifikat von der Schule geprüft",
        },
        Meanings = new Dictionary<string, string>
        {
            [CvWords.Self] = "selbst geschrieben, nicht bestätigt",
            [CvWords.Teacher] = "eine Lehrkraft hat die Arbeit gesehen",
            [CvWords.Company] = "Betrieb oder Auftraggeber steht dafür ein",
            [CvWords.Certificate] = "zwei Beschäftigte der Schule haben Nummer, ausstellende Stelle und Gültigkeit geprüft",
        },
    };
}
