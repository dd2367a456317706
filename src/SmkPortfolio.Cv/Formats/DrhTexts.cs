namespace SmkPortfolio.Cv.Formats;

/// <summary>The printed words of the Daftar Riwayat Hidup in one language.</summary>
internal sealed record DrhTexts
{
    public required string Title { get; init; }
    public required string PersonalData { get; init; }
    public required string Name { get; init; }
    public required string Birth { get; init; }
    public required string Address { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required string Profile { get; init; }
    public required string Education { get; init; }
    public required string Now { get; init; }
    public required string Internships { get; init; }
    public required string Projects { get; init; }
    public required string TeachingFactory { get; init; }
    public required string Certificates { get; init; }
    public required string Skills { get; init; }
    public required string Languages { get; init; }
    public required string Language { get; init; }
    public required string Level { get; init; }
    public required string Tests { get; init; }
    public required string Result { get; init; }
    public required string ValidUntil { get; init; }
    public required string Closing { get; init; }
    public required string PhotoOf { get; init; }
    public required string Native { get; init; }

    /// <exception cref="ArgumentException">There are no texts in that language.</exception>
    public static DrhTexts For(string language) => language switch
    {
        "id" => Indonesian,
        "en" => English,
        _ => throw new ArgumentException($"The Daftar Riwayat Hidup has no texts in '{language}'.", nameof(language)),
    };

    private static readonly DrhTexts Indonesian = new()
    {
        Title = "Daftar Riwayat Hidup",
        PersonalData = "Data Pribadi",
        Name = "Nama",
        Birth = "Tempat, tanggal lahir",
        Address = "Alamat",
        Phone = "Telepon",
        Email = "E-mail",
        Profile = "Profil",
        Education = "Pendidikan",
        Now = "sekarang",
        Internships = "Pengalaman PKL dan Kerja",
        Projects = "Proyek dan Karya",
        TeachingFactory = "Teaching Factory",
        Certificates = "Sertifikat Kompetensi",
        Skills = "Keahlian",
        Languages = "Bahasa",
        Language = "Bahasa",
        Level = "Tingkat",
        Tests = "Hasil uji",
        Result = "Hasil",
        ValidUntil = "berlaku s.d.",
        Closing = "Daftar riwayat hidup ini saya buat dengan sebenarnya.",
        PhotoOf = "Pasfoto {0}",
        Native = "bahasa ibu",
    };

    private static readonly DrhTexts English = new()
    {
        Title = "Curriculum Vitae",
        PersonalData = "Personal data",
        Name = "Name",
        Birth = "Place, date of birth",
        Address = "Address",
        Phone = "Telephone",
        Email = "E-mail",
        Profile = "Profile",
        Education = "Education",
        Now = "now",
        Internships = "Internship and work",
        Projects = "Projects and works",
        TeachingFactory = "Teaching factory",
        Certificates = "Certificates of competence",
        Skills = "Skills",
        Languages = "Languages",
        Language = "Language",
        Level = "Level",
        Tests = "Test results",
        Result = "Result",
        ValidUntil = "valid until",
        Closing = "I have written this curriculum vitae truthfully.",
        PhotoOf = "Portrait of {0}",
        Native = "mother tongue",
    };
}
