namespace SmkPortfolio.Cv.Formats;

/// <summary>The printed words of the Europass CV in one language.</summary>
internal sealed record EuropassTexts
{
    public required string Title { get; init; }
    public required string Personal { get; init; }
    public required string Name { get; init; }
    public required string PassportName { get; init; }
    public required string Birth { get; init; }
    public required string Nationality { get; init; }
    public required string Gender { get; init; }
    public required string Male { get; init; }
    public required string Female { get; init; }
    public required string Address { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required string Website { get; init; }
    public required string About { get; init; }
    public required string Work { get; init; }
    public required string Placements { get; init; }
    public required string Education { get; init; }
    public required string Training { get; init; }
    public required string Certificates { get; init; }
    public required string Languages { get; init; }
    public required string MotherTongues { get; init; }
    public required string OtherLanguages { get; init; }
    public required string Understanding { get; init; }
    public required string Listening { get; init; }
    public required string Reading { get; init; }
    public required string Speaking { get; init; }
    public required string Interaction { get; init; }
    public required string Production { get; init; }
    public required string Writing { get; init; }
    public required string Overall { get; init; }
    public required string Levels { get; init; }
    public required string Digital { get; init; }
    public required string Projects { get; init; }
    public required string JobRelated { get; init; }
    public required string Volunteering { get; init; }
    public required string Awards { get; init; }
    public required string Hobbies { get; init; }
    public required string Driving { get; init; }

    public static EuropassTexts For(string language) => language switch
    {
        "de" => German,
        "id" => Indonesian,
        _ => English,
    };

    private static readonly EuropassTexts English = new()
    {
        Title = "Europass curriculum vitae",
        Personal = "Personal information",
        Name = "Name",
        PassportName = "Name in passport",
        Birth = "Date of birth",
        Nationality = "Nationality",
        Gender = "Gender",
        Male = "male",
        Female = "female",
        Address = "Address",
        Phone = "Phone",
        Email = "E-mail",
        Website = "Website",
        About = "About me",
        Work = "Work experience",
        Placements = "Work placements",
        Education = "Education and training",
        Training = "Courses",
        Certificates = "Certificates",
        Languages = "Language skills",
        MotherTongues = "Mother tongue(s)",
        OtherLanguages = "Other language(s)",
        Understanding = "Understanding",
        Listening = "Listening",
        Reading = "Reading",
        Speaking = "Speaking",
        Interaction = "Spoken interaction",
        Production = "Spoken production",
        Writing = "Writing",
        Overall = "overall",
        Levels = "Levels: A1 and A2: basic user · B1 and B2: independent user · C1 and C2: proficient user (Common European Framework of Reference for Languages)",
        Digital = "Digital skills",
        Projects = "Projects",
        JobRelated = "Job-related skills",
        Volunteering = "Volunteering and organisations",
        Awards = "Honours and awards",
        Hobbies = "Hobbies and interests",
        Driving = "Driving licence",
    };

    private static readonly EuropassTexts German = new()
    {
        Title = "Europass-Lebenslauf",
        Personal = "Angaben zur Person",
        Name = "Name",
        PassportName = "Name laut Reisepass",
        Birth = "Geburtsdatum",
        Nationality = "Staatsangehörigkeit",
        Gender = "Geschlecht",
        Male = "männlich",
        Female = "weiblich",
        Address = "Adresse",
        Phone = "Telefon",
        Email = "E-Mail",
        Website = "Website",
        About = "Über mich",
        Work = "Berufserfahrung",
        Placements = "Praktika",
        Education = "Schul- und Berufsbildung",
        Training = "Kurse",
        Certificates = "Zertifikate",
        Languages = "Sprachkenntnisse",
        MotherTongues = "Muttersprache(n)",
        OtherLanguages = "Weitere Sprache(n)",
        Understanding = "Verstehen",
        Listening = "Hören",
        Reading = "Lesen",
        Speaking = "Sprechen",
        Interaction = "An Gesprächen teilnehmen",
        Production = "Zusammenhängendes Sprechen",
        Writing = "Schreiben",
        Overall = "insgesamt",
        Levels = "Niveaus: A1 und A2: elementare Sprachverwendung · B1 und B2: selbstständige Sprachverwendung · C1 und C2: kompetente Sprachverwendung (Gemeinsamer Europäischer Referenzrahmen für Sprachen)",
        Digital = "Digitale Kompetenzen",
        Projects = "Projekte",
        JobRelated = "Berufliche Fertigkeiten",
        Volunteering = "Ehrenamt und Organisationen",
        Awards = "Auszeichnungen",
        Hobbies = "Hobbys und Interessen",
        Driving = "Führerschein",
    };

    private static readonly EuropassTexts Indonesian = new()
    {
        Title = "Daftar riwayat hidup Europass",
        Personal = "Informasi pribadi",
        Name = "Nama",
        PassportName = "Nama di paspor",
        Birth = "Tanggal lahir",
        Nationality = "Kewarganegaraan",
        Gender = "Jenis kelamin",
        Male = "laki-laki",
        Female = "perempuan",
        Address = "Alamat",
        Phone = "Telepon",
        Email = "E-mail",
        Website = "Situs web",
        About = "Tentang saya",
        Work = "Pengalaman kerja",
        Placements = "Praktik kerja lapangan",
        Education = "Pendidikan dan pelatihan",
        Training = "Kursus",
        Certificates = "Sertifikat",
        Languages = "Kemampuan bahasa",
        MotherTongues = "Bahasa ibu",
        OtherLanguages = "Bahasa lain",
        Understanding = "Memahami",
        Listening = "Mendengarkan",
        Reading = "Membaca",
        Speaking = "Berbicara",
        Interaction = "Percakapan",
        Production = "Berbicara mandiri",
        Writing = "Menulis",
        Overall = "keseluruhan",
        Levels = "Tingkat: A1 dan A2: pengguna dasar · B1 dan B2: pengguna mandiri · C1 dan C2: pengguna mahir (Kerangka Acuan Umum Eropa untuk Bahasa)",
        Digital = "Keterampilan digital",
        Projects = "Proyek",
        JobRelated = "Keterampilan kerja",
        Volunteering = "Kegiatan sukarela dan organisasi",
        Awards = "Penghargaan",
        Hobbies = "Hobi dan minat",
        Driving = "Surat izin mengemudi",
    };
}
