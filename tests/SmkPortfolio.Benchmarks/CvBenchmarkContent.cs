using System.Globalization;
using SmkPortfolio.Cv;

namespace SmkPortfolio.Benchmarks;

/// <summary>Papers of two pages or a little more, each of another person: names, numbers and words differ.</summary>
internal static class CvBenchmarkContent
{
    private static readonly string[] GivenNames = ["Dyah", "Bagas", "Ni Luh", "Teuku", "Maria", "Agus", "Siti", "Yohanes", "Rahmat", "Putri", "Wayan", "Fitri", "Joko", "Lestari", "Daniel"];
    private static readonly string[] OtherNames = ["Kusumaningrum", "Prasetyo", "Handayani", "Simanjuntak", "Wulandari", "Nugroho", "Rahmawati", "Lumban Gaol", "Saputra", "Anggraini", "Setiawan"];
    private static readonly string[] Works = ["rangka meja", "teralis jendela", "rak gudang", "panel listrik", "jaringan kantor", "menu prasmanan", "seragam kerja", "gambar rumah", "poster kegiatan", "mesin bubut", "kolam lele"];
    private static readonly string[] Deeds = ["Mengukur", "Memotong", "Menyusun", "Memeriksa", "Memasang", "Mencatat", "Menghitung", "Merakit", "Menguji", "Menyerahkan"];
    private static readonly string[] Kinds = [CvKinds.Internship, CvKinds.Project, CvKinds.Project, CvKinds.TeachingFactory, CvKinds.Certification, CvKinds.Project];
    private static readonly string[] Words = [CvWords.Company, CvWords.Teacher, CvWords.Self, CvWords.Company, CvWords.Certificate, CvWords.Teacher];

    public static CvContent Person(int number)
    {
        var random = new Random(number);
        var code = Code(random);
        return new CvContent(
            new CvPerson($"{Pick(random, GivenNames)} {Pick(random, OtherNames)} {Pick(random, OtherNames)}")
            {
                Headline = $"Siap mengerjakan {Pick(random, Works)} dan {Pick(random, Works)}",
                Summary = string.Join(' ', Enumerable.Range(0, 4).Select(_ => Sentence(random))),
                BirthPlace = "Sleman",
                BirthDate = new DateOnly(2008, 1 + random.Next(12), 1 + random.Next(28)),
                Address = string.Create(CultureInfo.InvariantCulture, $"Jl. Contoh {random.Next(200)}"),
                City = "Sleman",
                Phone = string.Create(CultureInfo.InvariantCulture, $"+62 812 {random.Next(1000, 9999)} {random.Next(1000, 9999)}"),
                Email = string.Create(CultureInfo.InvariantCulture, $"siswa{number}@siswa.example"),
            },
            new CvSchool("99900001", "SMK Negeri Contoh", "Sleman", "DI Yogyakarta"),
            [new CvEducation("SMK Negeri Contoh", "Teknik Pengelasan, XII", new DateOnly(2023, 7, 1), null, "Sleman"), new CvEducation("SMP Negeri 2 Contoh", "", new DateOnly(2020, 7, 1), new DateOnly(2023, 6, 1), "Sleman")],
            [.. Works.Take(5)],
            [new CvLanguage("Jawa", "native"), new CvLanguage("Inggris", "B1", "TOEIC", random.Next(550, 780).ToString(CultureInfo.InvariantCulture), new DateOnly(2026, 2, 14))],
            [.. Enumerable.Range(0, Kinds.Length).Select(i => Entry(random, i))],
            new CvVerification(code, "https://folio.example/verify/" + code, "5f3c 91ab 07de 44c8 a1b2 c3d4 e5f6 0718", new DateOnly(2026, 5, 12), "12 Mei 2026, 10.04 WIB"));
    }

    private static CvEntry Entry(Random random, int index) => new(Kinds[index], $"{Pick(random, Deeds)} {Pick(random, Works)}", Words[index])
    {
        Organisation = "CV " + Pick(random, OtherNames),
        From = new DateOnly(2025, 1 + random.Next(6), 1 + random.Next(28)),
        Until = new DateOnly(2025, 7 + random.Next(6), 1 + random.Next(28)),
        Description = [Sentence(random), Sentence(random)],
        Result = Sentence(random),
        Facts = [new CvFact("Jam", random.Next(20, 700).ToString(CultureInfo.InvariantCulture))],
        ConfirmedBy = [$"{Pick(random, GivenNames)} {Pick(random, OtherNames)}, S.Pd."],
        ConfirmedOn = new DateOnly(2026, 1, 1 + random.Next(28)),
    };

    private static string Sentence(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"{Pick(random, Deeds)} {random.Next(2, 40)} {Pick(random, Works)}, lalu {Pick(random, Deeds).ToLowerInvariant()} {Pick(random, Works)} bersama regu dalam {random.Next(2, 30)} hari.");

    private static string Code(Random random)
    {
        var letters = random.GetItems("0123456789ABCDEFGHJKMNPQRSTVWXYZ".AsSpan(), 11);
        return new string(letters, 0, 5) + "-" + new string(letters, 5, 6);
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
