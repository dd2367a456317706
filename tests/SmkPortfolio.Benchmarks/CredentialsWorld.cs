using System.Security.Cryptography;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.Benchmarks;

/// <summary>One school and one teacher with their lists and register, and the credential of one work.</summary>
internal sealed class CredentialsWorld : IStatusSources
{
    private static readonly Uri Site = new("https://folio.example");
    private static readonly byte[] Revision = RandomNumberGenerator.GetBytes(2_000);
    private readonly SigningKey platform = new(DidWeb.ForPlatform(Site), Ed25519Key.Generate());
    private readonly SigningKey school = new(DidWeb.ForSchool(Site, "99900001"), Ed25519Key.Generate());
    private readonly SigningKey teacher = new(DidWeb.ForStaff(Site, "99900001", "k3v9"), Ed25519Key.Generate());
    private readonly Dictionary<string, byte[]> lists;
    private readonly string state;

    public CredentialsWorld()
    {
        lists = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [ListOf(school)] = List(school), [ListOf(teacher)] = List(teacher) };
        state = StateRecord.Sign(new StateContent(Id, 1, CredentialState.Active, Now, null, null, null), school);
        RegisterKey Key(SigningKey key) => new(key.Key.Multikey, Now.AddYears(-1));
        Register = RegisterFile.Read(RegisterFile.Sign(
            new RegisterContent(
                "https://folio.example", Now, [Key(platform)],
                [new RegisterSchool("99900001", "SMK Negeri Contoh", school.Controller, [Key(school)], [], Now.AddYears(-1))],
                [new RegisterPerson(teacher.Controller, "teacher", "99900001", null, [Key(teacher)], Now.AddYears(-1))]),
            platform));
    }

    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    public Register Register { get; }

    public bool Online => true;

    private static string Id => "https://folio.example/schools/99900001/credentials/5f0c2d1e";

    /// <summary>What happens when a teacher endorses: two signed credentials, one within the other.</summary>
    public byte[] Issue()
    {
        var endorsement = Issuance.Issue(Issuance.Prepare(Endorsement()), teacher, Now);
        return Issuance.Issue(Issuance.Prepare(Badge(endorsement)), school, Now);
    }

    public ValueTask<byte[]?> StatusListAsync(string url, CancellationToken ct) => ValueTask.FromResult(lists.GetValueOrDefault(url));

    public ValueTask<string?> StateAsync(CredentialVersion version, CancellationToken ct) => ValueTask.FromResult<string?>(state);

    public ValueTask<string?> IssuedFileSha256Async(string cvCode, CancellationToken ct) => ValueTask.FromResult<string?>(null);

    private static string ListOf(SigningKey key) => DidWeb.BaseUrl(key.Controller) + "status/rev-1.json";

    private static byte[] List(SigningKey key) =>
        Issuance.Issue(Issuance.PrepareStatusList(new StatusListClaims { ListUrl = ListOf(key), IssuerDid = key.Controller, ValidFrom = Now, SetBits = [3, 700] }), key, Now);

    private EndorsementClaims Endorsement() => new()
    {
        Id = "https://folio.example/schools/99900001/endorsements/0199aa10",
        Name = "Dukungan: Rak sepatu besi siku",
        Issuer = new IssuerProfile(teacher.Controller, "Ratna Wulandari, S.Pd.") { ParentDid = school.Controller, ParentName = "SMK Negeri Contoh" },
        ValidFrom = Now,
        Status = new StatusPointer(ListOf(teacher), 7),
        SubjectId = "https://folio.example/revisions/0199aa10-7c1e-7d55-9b1e-0d6a0c3b7f22",
        SubjectSha256Hex = Convert.ToHexStringLower(SHA256.HashData(Revision)),
        Comment = "Saya melihat pengelasannya di bengkel, dari memotong sampai mengecat.",
    };

    private OpenBadgeClaims Badge(byte[] endorsement) => new()
    {
        Id = Id,
        Name = "Rak sepatu besi siku",
        Issuer = new IssuerProfile(school.Controller, "SMK Negeri Contoh") { Npsn = "99900001" },
        ValidFrom = Now,
        AwardedDate = Now.AddDays(-1),
        Status = new StatusPointer(ListOf(school), 48213),
        Description = "Memotong, merakit, dan mengelas rak tiga susun.",
        SubjectId = "urn:uuid:0f6b7e52-6a53-4d0e-9a9e-2b1f5c7d9e11",
        SubjectName = "Dewi Lestari",
        AchievementId = "https://folio.example/schools/99900001/achievements/rak",
        AchievementType = "Assessment",
        AchievementName = "Rak sepatu besi siku",
        AchievementDescription = "Rak tiga susun dari besi siku.",
        CriteriaNarrative = "Siku, rata, dan dilas penuh.",
        Language = "id",
        Evidence =
        [
            new EvidencePin("https://folio.example/revisions/0199aa10-7c1e-7d55-9b1e-0d6a0c3b7f22", "Revisi 1", "application/json", Convert.ToHexStringLower(SHA256.HashData(Revision))),
            new EvidencePin("https://folio.example/evidence/0199aa10-7c1e-7d55-9b1e-0d6a0c3b7f23", "Foto", "image/jpeg", Convert.ToHexStringLower(SHA256.HashData([1, 2, 3]))),
        ],
        Endorsements = [endorsement],
    };
}
