namespace SmkPortfolio.Cv.Formats;

/// <summary>The words of the check that every paper carries, in one language: how to check it, on whose word a line stands.</summary>
internal sealed partial record CheckTexts
{
    public required string OwnWord { get; init; }
    public required string OwnWordNote { get; init; }
    public required string OwnWordShort { get; init; }
    public required string Summary { get; init; }
    public required string Under18 { get; init; }
    public required string Check { get; init; }
    public required string CheckHow { get; init; }
    public required string Code { get; init; }
    public required string IssuedAt { get; init; }
    public required string KeyFingerprint { get; init; }
    public required string Seal { get; init; }
    public required string Legend { get; init; }
    public required string Page { get; init; }
    public required string QrOf { get; init; }
    public required string Statement { get; init; }
    public required string StatementQr { get; init; }

    /// <summary>What each step of the ladder is called on a line.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>What each step means, for the legend.</summary>
    public required IReadOnlyDictionary<string, string> Meanings { get; init; }

    /// <exception cref="ArgumentException">There are no texts in that language.</exception>
    public static CheckTexts For(string language) => language switch
    {
        "id" => Indonesian,
        "en" => English,
        "de" => German,
        "ja" => Japanese,
        "ko" => Korean,
        _ => throw new ArgumentException($"The check has no texts in '{language}'.", nameof(language)),
    };

    private static readonly CheckTexts Indonesian = new()
    {
        OwnWord = "Pernyataan siswa sendiri",
        OwnWordNote = "Baris berikut ditulis oleh siswa dan belum dikonfirmasi oleh siapa pun.",
        OwnWordShort = "menurut siswa sendiri",
        Summary = "{0} dari {1} baris terkonfirmasi",
        Under18 = "Pemegang berusia di bawah 18 tahun",
        Check = "Periksa keaslian dokumen ini",
        CheckHow = "Pindai kode QR, atau ketik kode di",
        Code = "Kode",
        IssuedAt = "Diterbitkan",
        KeyFingerprint = "Sidik jari kunci platform",
        Seal = "Segel sekolah hanya menyatakan: dokumen ini menampilkan isi portofolio pada saat diterbitkan, setiap baris menurut pihak yang disebut.",
        Legend = "Siapa yang mengonfirmasi sebuah baris",
        Page = "halaman {0} dari {1}",
        QrOf = "Kode QR menuju {0}",
        Statement = "Kode besar ini juga memuat nama, tanggal, dan baris terkuat dengan tanda tangan sekolah. Isinya dapat diperiksa tanpa jaringan dengan halaman pemeriksa yang diunduh dari situs di atas.",
        StatementQr = "Kode QR menuju {0} dengan pernyataan bertanda tangan sekolah: nama, tanggal, dan baris terkuat",
        Words = new Dictionary<string, string>
        {
            [CvWords.Self] = "Pernyataan siswa",
            [CvWords.Teacher] = "Dikonfirmasi guru",
            [CvWords.Company] = "Dikonfirmasi perusahaan",
            [CvWords.Certificate] = "Sertifikat diperiksa sekolah",
        },
        Meanings = new Dictionary<string, string>
        {
            [CvWords.Self] = "ditulis siswa, belum dikonfirmasi",
            [CvWords.Teacher] = "guru melihat pekerjaannya",
            [CvWords.Company] = "perusahaan atau pemesan membenarkan",
            [CvWords.Certificate] = "nomor, lembaga, masa berlaku diperiksa dua petugas",
        },
    };

    private static readonly CheckTexts English = new()
    {
        OwnWord = "Student's own statement",
        OwnWordNote = "The following lines were written by the student and have not been confirmed by anyone.",
        OwnWordShort = "in the student's own words",
        Summary = "{0} of {1} lines confirmed",
        Under18 = "The holder is under 18 years old",
        Check = "Check that this paper is genuine",
        CheckHow = "Scan the QR code, or type the code at",
        Code = "Code",
        IssuedAt = "Issued",
        KeyFingerprint = "Fingerprint of the platform key",
        Seal = "The school's seal says only this: the paper shows what the portfolio held when it was issued, each line on the word named.",
        Legend = "On whose word a line stands",
        Page = "page {0} of {1}",
        QrOf = "QR code leading to {0}",
        Statement = "This large code also holds the name, the date and the strongest lines, signed by the school. It can be checked without a network with the checking page downloaded from the site above.",
        StatementQr = "QR code leading to {0} with a statement signed by the school: name, date and strongest lines",
        Words = new Dictionary<string, string>
        {
            [CvWords.Self] = "Student's statement",
            [CvWords.Teacher] = "Confirmed by a teacher",
            [CvWords.Company] = "Confirmed by the company",
            [CvWords.Certificate] = "Certificate checked by the school",
        },
        Meanings = new Dictionary<string, string>
        {
            [CvWords.Self] = "written by the student, not confirmed",
            [CvWords.Teacher] = "a teacher saw the work",
            [CvWords.Company] = "the company or client vouches for it",
            [CvWords.Certificate] = "two staff of the school checked number, body and expiry",
        },
    };
}
