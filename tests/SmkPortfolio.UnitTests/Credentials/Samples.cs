using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials;

/// <summary>A small world with fixed keys and times: one site, two schools, two teachers, one mentor.</summary>
internal static class Samples
{
    public static readonly Uri Site = new("https://folio.example");
    public static readonly DateTimeOffset Now = new(2025, 11, 20, 10, 15, 0, TimeSpan.FromHours(7));
    public static readonly Guid Partner = Guid.Parse("0199aa10-7c1e-7d55-9b1e-0d6a0c3b7f21");

    public static readonly SigningKey Platform = Key(DidWeb.ForPlatform(Site), 1);
    public static readonly SigningKey School = Key(DidWeb.ForSchool(Site, "99900001"), 2);
    public static readonly SigningKey OtherSchool = Key(DidWeb.ForSchool(Site, "99900002"), 3);
    public static readonly SigningKey Teacher = Key(DidWeb.ForStaff(Site, "99900001", "k3v9"), 4);
    public static readonly SigningKey SecondTeacher = Key(DidWeb.ForStaff(Site, "99900001", "p7q2"), 5);
    public static readonly SigningKey Mentor = Key(DidWeb.ForMentor(Site, Partner, "m4x1"), 6);

    public static readonly byte[] Revision = Encoding.UTF8.GetBytes("""{"entry":"1","schema":"smk-revision-1"}""");
    public const string RevisionUrl = "https://folio.example/revisions/0199aa10-7c1e-7d55-9b1e-0d6a0c3b7f22";

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string ListOf(SigningKey key) => DidWeb.BaseUrl(key.Controller) + "status/rev-1.json";

    public static EndorsementClaims Endorsement(SigningKey by, int index = 7, string subject = RevisionUrl, byte[]? bytes = null) => new()
    {
        Id = $"https://folio.example/schools/99900001/endorsements/{by.Controller.Split(':')[^1]}-{index}",
        Name = "Dukungan: Perakitan Panel Listrik 3 Fasa",
        Issuer = new IssuerProfile(by.Controller, "Sari Wulandari, S.Pd.") { ParentDid = School.Controller, ParentName = "SMK Negeri Contoh 1" },
        ValidFrom = Now,
        Status = new StatusPointer(ListOf(by), index),
        SubjectId = subject,
        SubjectSha256Hex = Sha256(bytes ?? Revision),
        Comment = "Saya menyaksikan uji akhir panel ini.\nTerminasi \"rapi\" & diberi label.",
    };

    public static byte[] SignedEndorsement(SigningKey by, int index = 7, string subject = RevisionUrl, byte[]? bytes = null) =>
        Issuance.Issue(Issuance.Prepare(Endorsement(by, index, subject, bytes)), by, Now);

    public static byte[] SignedBatch(SigningKey by) => Issuance.Issue(Issuance.Prepare(Endorsement(by) with { Batch = true }), by, Now);

    public static OpenBadgeClaims Badge(params byte[][] endorsements) => new()
    {
        Id = "https://folio.example/schools/99900001/credentials/5f0c2d1e",
        Name = "Perakitan Panel Listrik 3 Fasa",
        Issuer = new IssuerProfile(School.Controller, "SMK Negeri Contoh 1") { Url = "https://smkcontoh.example/", Npsn = "99900001" },
        ValidFrom = Now,
        AwardedDate = Now.AddDays(-1),
        Status = new StatusPointer(ListOf(School), 48213),
        Description = "Merakit, menguji, dan mendokumentasikan panel listrik 3 fasa.",
        SubjectId = "urn:uuid:0f6b7e52-6a53-4d0e-9a9e-2b1f5c7d9e11",
        SubjectName = "Ni Kadek Ayu Lestari",
        AchievementId = "https://folio.example/schools/99900001/achievements/panel-3-fasa",
        AchievementType = "Assessment",
        AchievementName = "Perakitan Panel Listrik 3 Fasa",
        AchievementDescription = "Merakit, menguji, dan mendokumentasikan panel.",
        CriteriaNarrative = "Panel lolos uji isolasi; semua terminasi diberi label.",
        Language = "id",
        Evidence =
        [
            new EvidencePin(RevisionUrl, "Revisi 1", "application/json", Sha256(Revision)),
            new EvidencePin("https://folio.example/evidence/0199aa10-7c1e-7d55-9b1e-0d6a0c3b7f23", "Foto", "image/jpeg", Sha256([1, 2, 3])) { Genre = "Foto" },
        ],
        Alignments =
        [
            new AlignmentClaim("https://folio.example/competencies/X.01#a", "Merakit panel", "X.01", "SKKNI", "https://folio.example/competencies/X.01"),
        ],
        Endorsements = endorsements,
    };

    public static OpenBadgeClaims Portfolio() => Badge() with
    {
        Id = "https://folio.example/schools/99900001/credentials/cv-0",
        AchievementType = OpenBadgeClaims.PortfolioType,
        Alignments = [],
        Evidence = [new EvidencePin("https://folio.example/schools/99900001/credentials/cv-0#snapshot", null, "application/json", Sha256(Revision))],
    };

    public static byte[] SignedBadge(OpenBadgeClaims? claims = null, SigningKey? key = null) =>
        Issuance.Issue(Issuance.Prepare(claims ?? Badge(SignedEndorsement(Teacher))), key ?? School, Now);

    public static byte[] StatusList(SigningKey issuer, params int[] set) => Issuance.Issue(
        Issuance.PrepareStatusList(new StatusListClaims { ListUrl = ListOf(issuer), IssuerDid = issuer.Controller, ValidFrom = Now, SetBits = set }), issuer, Now);

    public static RegisterContent RegisterContent(params string[] certificates) => new(
        "https://folio.example",
        Now,
        [Entry(Platform)],
        [
            new RegisterSchool("99900001", "SMK Negeri Contoh 1", School.Controller, [Entry(School)], certificates, Now.AddYears(-1)),
            new RegisterSchool("99900002", "SMK Negeri Contoh 2", OtherSchool.Controller, [Entry(OtherSchool)], [], Now.AddYears(-1)),
        ],
        [
            new RegisterPerson(Teacher.Controller, "teacher", "99900001", null, [Entry(Teacher)], Now.AddYears(-1)),
            new RegisterPerson(SecondTeacher.Controller, "teacher", "99900001", null, [Entry(SecondTeacher)], Now.AddYears(-1)),
            new RegisterPerson(Mentor.Controller, "mentor", null, Partner, [Entry(Mentor)], Now.AddYears(-1)),
        ]);

    public static Register Register(params string[] certificates) => RegisterFile.Read(RegisterFile.Sign(RegisterContent(certificates), Platform));

    public static RegisterKey Entry(SigningKey key) => new(key.Key.Multikey, Now.AddYears(-1));

    private static SigningKey Key(string did, byte seed) => new(did, Ed25519Key.FromSeed(Enumerable.Repeat(seed, 32).ToArray()));
}
