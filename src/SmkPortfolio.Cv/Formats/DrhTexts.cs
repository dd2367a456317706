namespace SmkPortfolio.Cv.Formats;

/// <summary>The printed words of the Daftar Riwayat Hidup in one language.</summary>
internal sealed record DrhTexts
{
    public required string Title { get; init; }
    public required string PersonalData { get; init; }
    public required string Name { get; init; }
    public required string PassportName { get; init; }
    public required string Birth { get; init; }
    public required string Gender { get; init; }
    public required string Male { get; init; }
    public required string Female { get; init; }
    public required string Nationality { get; init; }
    public required string Address { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required string Link { get; init; }
    public required string Profile { get; init; }
    public required string Education { get; init; }
    public required string Courses { get; init; }
    public required string Internships { get; init; }
    public required string Projects { get; init; }
    public required string TeachingFactory { get; init; }
    public required string Certificates { get; init; }
    public required string Skills { get; init; }
    public required string Languages { get; init; }
    public required string Organisations { get; init; }
    public required string Awards { get; init; }
    public required string Licences { get; init; }
    public required string Closing { get; init; }

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
        PassportName = "Nama di paspor",
        Birth = "Tempat, tanggal lahir",
        Gender = "Jenis kelamin",
        Male = "laki-laki",
        Female = "perempuan",
        Nationality = "Kewarganegaraan",
        Address = "Alamat",
        Phone = "Telepon",
        Email = "E-mail",
        Link = "Portofolio",
        Profile = "Profil",
        Education = "Pendidikan Formal",
        Courses = "Pendidikan Nonformal dan Pelatihan",
        Internships = "Pengalaman PKL dan Kerja",
        Projects = "Proyek dan Karya",
        TeachingFactory = "Teaching Factory",
        Certificates = "Sertifikat Kompetensi",
        Skills = "Keahlian",
        Languages = "Bahasa",
        Organisations = "Pengalaman Organisasi",
        Awards = "Prestasi",
        Licences = "Surat Izin",
        Closing = "Daftar riwayat hidup ini saya buat dengan sebenarnya.",
    };

    private static readonly DrhTexts English = new()
    {
        Title = "Curriculum Vitae",
        PersonalData = "Personal data",
        Name = "Name",
        PassportName = "Name in the passport",
        Birth = "Place, date of birth",
        Gender = "Gender",
        Male = "male",
        Female = "female",
        Nationality = "Nationality",
        Address = "Address",
        Phone = "Telephone",
        Email = "E-mail",
        Link = "Portfolio",
        Profile = "Profile",
        Education = "Education",
        Courses = "Courses and training",
        Internships = "Internship and work",
        Projects = "Projects and works",
        TeachingFactory = "Teaching factory",
        Certificates = "Certificates of competence",
        Skills = "Skills",
        Languages = "Languages",
        Organisations = "Organisations",
        Awards = "Awards",
        Licences = "Licences",
        Closing = "I have written this curriculum vitae truthfully.",
    };
}
