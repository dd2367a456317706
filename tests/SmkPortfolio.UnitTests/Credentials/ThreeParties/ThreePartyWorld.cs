using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.UnitTests.Credentials.Cases;

namespace SmkPortfolio.UnitTests.Credentials.ThreeParties;

/// <summary>
/// A site of its own for one case, under a host of its own (the tools remember DID documents). Strangers get its files; our core gets
/// the same status lists, and besides them the register and the state records.
/// </summary>
internal sealed class ThreePartyWorld : IStatusSources
{
    public const int Place = 48213;
    public const int EndorsementPlace = 7;

    private readonly SigningKey _platform;
    private readonly Dictionary<int, CredentialState> _states = [];
    private SigningKey _statesKey;

    public ThreePartyWorld(int number)
    {
        Site = new Uri($"https://case-{number}.folio.example");
        _platform = New(DidWeb.ForPlatform(Site));
        School = _statesKey = New(DidWeb.ForSchool(Site, "99900001"));
        OtherSchool = New(DidWeb.ForSchool(Site, "99900002"));
        Teacher = New(DidWeb.ForStaff(Site, "99900001", "k3v9"));
        Mentor = New(DidWeb.ForMentor(Site, Samples.Partner, "m4x1"));
        Stranger = New(DidWeb.ForStaff(Site, "99900009", "x0x0"));
        foreach (var key in new[] { School, OtherSchool, Teacher, Mentor, Stranger })
        {
            SetKeys(key.Controller, (key, Listed(key), Asserts: true));
            SetBits(key);
        }
    }

    /// <summary>The real time: the npm tools know no other.</summary>
    public static DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    public static DateTimeOffset Issued { get; } = Now.AddDays(-30);

    public Uri Site { get; }

    public SigningKey School { get; }

    public SigningKey OtherSchool { get; }

    public SigningKey Teacher { get; }

    public SigningKey Mentor { get; }

    /// <summary>Has a DID document and a status list on this site, and no line in the register.</summary>
    public SigningKey Stranger { get; }

    /// <summary>What the site serves, by address.</summary>
    public Dictionary<string, byte[]> Served { get; } = [];

    public Dictionary<string, IReadOnlyList<RegisterKey>> Keys { get; } = [];

    public bool Online => true;

    public static SigningKey New(string did) => new(did, Ed25519Key.Generate());

    public static RegisterKey Listed(SigningKey key) => new(key.Key.Multikey, Now.AddYears(-1));

    public Register Register() => RegisterFile.Read(RegisterFile.Sign(new RegisterContent(
        Site.GetLeftPart(UriPartial.Authority),
        Now,
        [Listed(_platform)],
        [
            new RegisterSchool("99900001", "SMK Negeri Contoh 1", School.Controller, Keys[School.Controller], [], Now.AddYears(-1)),
            new RegisterSchool("99900002", "SMK Negeri Contoh 2", OtherSchool.Controller, Keys[OtherSchool.Controller], [], Now.AddYears(-1)),
        ],
        [
            new RegisterPerson(Teacher.Controller, "teacher", "99900001", null, Keys[Teacher.Controller], Now.AddYears(-1)),
            new RegisterPerson(Mentor.Controller, "mentor", null, Samples.Partner, Keys[Mentor.Controller], Now.AddYears(-1)),
        ]), _platform));

    /// <summary>Lays down all keys of a DID: how the register lists each, and whether its DID document lets it assert.</summary>
    public void SetKeys(string did, params (SigningKey Key, RegisterKey Listed, bool Asserts)[] keys)
    {
        Keys[did] = [.. keys.Select(k => k.Listed)];
        Served[DidWeb.DocumentUrl(did).AbsoluteUri] = DidDocument.Build(did, keys.Select(k => new PublishedKey(k.Key.Key.Multikey, k.Asserts)));
    }

    /// <summary>The issuer's list anew, with these bits set and, if need be, laid out or signed as it should not be.</summary>
    public void SetBits(SigningKey issuer, params int[] bits) => Served[Samples.ListOf(issuer)] = List(issuer, bits);

    public static byte[] List(SigningKey issuer, params int[] bits) => Issuance.Issue(
        Issuance.PrepareStatusList(new StatusListClaims { ListUrl = Samples.ListOf(issuer), IssuerDid = issuer.Controller, ValidFrom = Now.AddHours(-1), SetBits = bits }), issuer, Now.AddHours(-1));

    /// <summary>The school's list changed in a way that issuing refuses, and signed.</summary>
    public void SpoilList(Action<JsonObject> change, SigningKey? by = null) =>
        Served[Samples.ListOf(School)] = Forge.Resigned(List(School), by ?? School, change, Now.AddHours(-1));

    public EndorsementClaims Endorsement(SigningKey by)
    {
        var claims = Samples.Endorsement(by, EndorsementPlace);
        return claims with { Issuer = claims.Issuer with { ParentDid = School.Controller }, ValidFrom = Issued };
    }

    public static byte[] Sign(CredentialClaims claims, SigningKey key, DateTimeOffset? created = null) => Issuance.Issue(Issuance.Prepare(claims), key, created ?? Issued);

    public byte[] SignedEndorsement(SigningKey by) => Sign(Endorsement(by), by);

    public OpenBadgeClaims Badge(params byte[][] endorsements) => Samples.Badge(endorsements) with
    {
        Issuer = new IssuerProfile(School.Controller, "SMK Negeri Contoh 1") { Url = "https://smkcontoh.example/", Npsn = "99900001" },
        ValidFrom = Issued,
        AwardedDate = Issued.AddDays(-1),
        Status = new StatusPointer(Samples.ListOf(School), Place),
    };

    /// <summary>A badge that the school signed, with its one endorsement inside.</summary>
    public byte[] SignedBadge() => Sign(Badge(SignedEndorsement(Teacher)), School);

    /// <summary>The same with something changed after signing.</summary>
    public byte[] Altered(Action<JsonObject> change) => Forge.Changed(SignedBadge(), change);

    /// <summary>The same changed first and then signed: what a key can be made to sign, whatever issuing refuses.</summary>
    public byte[] SignedAnyway(Action<JsonObject> change, SigningKey? by = null) => Forge.Resigned(SignedBadge(), by ?? School, change, Issued);

    /// <summary>What our state record says of the version at that place; active when nothing was said.</summary>
    public void SetState(CredentialState state, int place = Place) => _states[place] = state;

    /// <summary>State records are signed when they are asked for, by the key in force.</summary>
    public void SignStatesWith(SigningKey key) => _statesKey = key;

    /// <summary>Writes what strangers can fetch.</summary>
    public void Save(string folder)
    {
        foreach (var (address, bytes) in Served)
        {
            var file = Path.Combine(folder, new Uri(address).AbsolutePath.Trim('/'));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    public ValueTask<byte[]?> StatusListAsync(string url, CancellationToken ct) => ValueTask.FromResult(Served.GetValueOrDefault(url));

    public ValueTask<string?> StateAsync(CredentialVersion version, CancellationToken ct) => ValueTask.FromResult<string?>(StateRecord.Sign(
        new StateContent(version.Id, 1, _states.GetValueOrDefault(version.StatusIndex), Issued, null, null, null) { StatusList = version.StatusList, StatusIndex = version.StatusIndex }, _statesKey));

    public ValueTask<string?> IssuedFileSha256Async(string cvCode, CancellationToken ct) => ValueTask.FromResult<string?>(null);
}
