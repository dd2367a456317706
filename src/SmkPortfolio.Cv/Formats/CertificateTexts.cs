namespace SmkPortfolio.Cv.Formats;

/// <summary>The printed words of the internship certificate in one language.</summary>
internal sealed record CertificateTexts
{
    public required string Title { get; init; }

    /// <summary>Of a sheet that nobody but the student stands for.</summary>
    public required string OwnTitle { get; init; }

    public required string Number { get; init; }
    public required string GivenTo { get; init; }
    public required string Born { get; init; }
    public required string Student { get; init; }

    /// <summary><c>{0}</c> is the company with its place.</summary>
    public required string Did { get; init; }

    public required string OwnDid { get; init; }
    public required string Role { get; init; }
    public required string Department { get; init; }
    public required string Period { get; init; }
    public required string Until { get; init; }
    public required string Hours { get; init; }
    public required string PerDay { get; init; }
    public required string Score { get; init; }
    public required string Predicate { get; init; }
    public required string Mentor { get; init; }
    public required string Done { get; init; }
    public required string Code { get; init; }
    public required string Principal { get; init; }
    public required string CompanyMentor { get; init; }
    public required string Stands { get; init; }

    public static CertificateTexts For(string language) => language == "en" ? English : Indonesian;

    private static readonly CertificateTexts Indonesian = new()
    {
        Title = "Sertifikat Praktik Kerja Lapangan",
        OwnTitle = "Catatan Praktik Kerja Lapangan",
        Number = "Nomor",
        GivenTo = "Diberikan kepada",
        Born = "lahir di {0}",
        Student = "murid {0}, {1}",
        Did = "telah menyelesaikan praktik kerja lapangan di {0}",
        OwnDid = "menyatakan telah menjalani praktik kerja lapangan di {0}",
        Role = "Pekerjaan",
        Department = "Bagian",
        Period = "Waktu",
        Until = "{0} sampai dengan {1}",
        Hours = "Jumlah jam",
        PerDay = "{0} ({1} jam sehari)",
        Score = "Nilai",
        Predicate = "Predikat",
        Mentor = "Instruktur",
        Done = "Kompetensi dan pekerjaan",
        Code = "Kode",
        Principal = "Kepala sekolah",
        CompanyMentor = "Instruktur dunia kerja",
        Stands = "Atas keterangan",
    };

    private static readonly CertificateTexts English = new()
    {
        Title = "Certificate of Internship",
        OwnTitle = "Record of Internship",
        Number = "Number",
        GivenTo = "Awarded to",
        Born = "born in {0}",
        Student = "student of {0}, {1}",
        Did = "has completed an internship at {0}",
        OwnDid = "states to have done an internship at {0}",
        Role = "Work",
        Department = "Section",
        Period = "Period",
        Until = "{0} to {1}",
        Hours = "Hours",
        PerDay = "{0} ({1} hours a day)",
        Score = "Score",
        Predicate = "Grade",
        Mentor = "Mentor",
        Done = "Competencies and tasks",
        Code = "Code",
        Principal = "Principal",
        CompanyMentor = "Workplace mentor",
        Stands = "On the word of",
    };
}
