using System.Globalization;
using SmkPortfolio.Cv;

namespace SmkPortfolio.UnitTests.Cv;

/// <summary>People who do not exist, with lines of every kind and word.</summary>
internal static partial class CvSamples
{
    public static readonly CvOptions Indonesian = new("id", new DateTimeOffset(2026, 5, 12, 3, 4, 5, TimeSpan.Zero));
    public static readonly CvOptions English = Indonesian with { Language = "en" };

    public static readonly CvVerification Verification = new(
        "7K2QX-9M4TBC",
        "https://folio.example/verify/7K2QX-9M4TBC",
        "5f3c 91ab 07de 44c8 a1b2 c3d4 e5f6 0718 293a 4b5c 6d7e 8f90 a1b2 c3d4 e5f6 0718",
        new DateOnly(2026, 5, 12),
        "12 Mei 2026, 10.04 WIB");

    public static CvContent Empty => new(
        new CvPerson("Suparni"),
        new CvSchool("99900001", "SMK Negeri Contoh", "Sleman", "DI Yogyakarta"),
        [],
        [],
        [],
        [],
        Verification);

    public static CvContent WithEntries(int count, byte[]? photo = null) => Empty with
    {
        Person = new CvPerson("Dyah Ayu Kusumaningrum")
        {
            Headline = "Juru las SMAW dan GMAW, siap bekerja di bengkel fabrikasi",
            Summary = "Saya menyukai pekerjaan yang hasilnya bisa dipegang. Selama dua tahun terakhir saya mengerjakan pesanan teralis, rak, dan kanopi untuk warga sekitar sekolah, membaca gambar kerja, dan mencatat waktu setiap tahap agar pekerjaan berikutnya lebih cepat.",
            BirthPlace = "Kulon Progo",
            BirthDate = new DateOnly(2008, 5, 12),
            Address = "Jl. Magelang Km 9, Tridadi",
            City = "Sleman",
            Phone = "+62 812 0000 0000",
            Email = "dyah.ayu@siswa.example",
            Photo = photo,
            Under18 = count == 1,
        },
        Education =
        [
            new CvEducation("SMK Negeri Contoh", "Teknik Pengelasan, XII TPL 1", new DateOnly(2023, 7, 1), null, "Sleman"),
            new CvEducation("SMP Negeri 2 Contoh", "", new DateOnly(2020, 7, 1), new DateOnly(2023, 6, 1), "Sleman"),
        ],
        Skills = ["Pengelasan SMAW 3G", "Membaca gambar teknik", "Gerinda dan finishing", "K3 bengkel", "AutoCAD dasar"],
        Languages = [new CvLanguage("Jawa", "native"), new CvLanguage("Indonesia", "native"), new CvLanguage("Inggris", "B1", "TOEIC Listening & Reading", "560", new DateOnly(2026, 2, 14))],
        Entries = [.. Enumerable.Range(0, count).Select(Entry)],
    };

    private static CvEntry Entry(int index) => (index % 8) switch
    {
        0 => new CvEntry("internship", "Operator las di lini fabrikasi", "company")
        {
            Organisation = "PT Baja Contoh Mandiri",
            Place = "Bantul",
            Role = "Bagian rangka",
            From = new DateOnly(2025, 7, 14),
            Until = new DateOnly(2025, 12, 19),
            Description = ["Mengelas rangka meja dan rak gudang dengan GMAW, 6 jam sehari.", "Memeriksa sambungan secara visual dan dengan penetrant, mencatat cacat pada lembar QC.", "Menyusun ulang area kerja menurut 5R bersama dua rekan."],
            Result = "Cacat las turun dari 8 % menjadi 3 % dalam tiga bulan.",
            Facts = [new CvFact("Nilai", "92 (Amat Baik)"), new CvFact("Jam", "720")],
            ConfirmedBy = ["Bambang Setiawan, kepala produksi PT Baja Contoh Mandiri"],
            ConfirmedOn = new DateOnly(2026, 1, 9),
        },
        1 => new CvEntry("project", "Teralis jendela untuk posyandu dusun", "teacher")
        {
            Role = "Ketua regu, 3 orang",
            From = new DateOnly(2025, 2, 3),
            Until = new DateOnly(2025, 3, 7),
            Description = ["Mengukur, menggambar, memotong, dan mengelas lima bidang teralis; memasang bersama warga."],
            Result = "Selesai 4 hari lebih awal, biaya 12 % di bawah rencana.",
            ConfirmedBy = ["Sari Wulandari, S.Pd."],
            ConfirmedOn = new DateOnly(2025, 3, 12),
        },
        2 => new CvEntry("certification", "Pengelasan SMAW posisi 3G", "certificate")
        {
            Organisation = "LSP P1 SMK Negeri Contoh",
            From = new DateOnly(2026, 3, 2),
            Until = new DateOnly(2029, 3, 1),
            Facts = [new CvFact("No.", "24132 7212 2 0001234 2026", IsNumber: true), new CvFact("Unit", "C.24LAS01.001.1, C.24LAS01.007.1")],
            ConfirmedBy = ["Agus Prasetyo, S.T.", "Sari Wulandari, S.Pd."],
            ConfirmedOn = new DateOnly(2026, 3, 20),
        },
        3 => new CvEntry("teaching-factory", "Rak besi siku untuk koperasi", "company")
        {
            Organisation = "Koperasi Contoh Sejahtera",
            Role = "Tukang las",
            From = new DateOnly(2025, 9, 1),
            Until = new DateOnly(2025, 9, 26),
            Description = ["12 rak, toleransi 2 mm, dicat dua lapis."],
            Facts = [new CvFact("Pesanan", "TF-2025-014", IsNumber: true), new CvFact("Lolos QC pertama", "11 dari 12")],
            ConfirmedBy = ["Ibu Ratna, koperasi"],
            ConfirmedOn = new DateOnly(2025, 10, 1),
        },
        4 => new CvEntry("project", "Kanopi carport ukuran 3 × 5 m", "self")
        {
            Organisation = "Pesanan tetangga",
            From = new DateOnly(2026, 1, 5),
            Until = new DateOnly(2026, 1, 18),
            Description = ["Merancang rangka hollow 4 × 4 dan memasang atap galvalum bersama paman."],
        },
        5 => new CvEntry("certification", "Pelatihan K3 dasar daring", "self")
        {
            Organisation = "Balai Contoh",
            From = new DateOnly(2025, 11, 2),
            Facts = [new CvFact("No.", "K3-RAHASIA-778", IsNumber: true), new CvFact("Jam", "8")],
        },
        6 => new CvEntry("project", "Panggangan portabel dari tabung bekas", "teacher")
        {
            From = new DateOnly(2024, 10, 7),
            Description = ["Memotong dengan plasma, mengelas TIG, menguji kebocoran."],
            ConfirmedBy = ["Agus Prasetyo, S.T."],
            ConfirmedOn = new DateOnly(2024, 11, 1),
        },
        _ => new CvEntry("teaching-factory", string.Create(CultureInfo.InvariantCulture, $"Pagar taman sekolah tahap {index / 8 + 1}"), "self")
        {
            Description = ["Membantu memasang 20 m pagar; ikut menghitung kebutuhan bahan."],
        },
    };
}
