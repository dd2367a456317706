using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Domain.Issuing;

public enum IssuerKind
{
    Platform,
    School,
    Staff,
    Mentor,
    Log,
}

/// <summary>Somebody who signs: the platform, its log, a school, a staff member or a mentor, each under an own DID.</summary>
public sealed class Issuer
{
    private Issuer()
    {
    }

    public Guid Id { get; private set; }
    public IssuerKind Kind { get; private set; }

    /// <summary>did:web, made once from the public address of that day.</summary>
    public string Did { get; private set; } = "";

    /// <summary>The random part of a person's DID; never a name or number.</summary>
    public string Opaque { get; private set; } = "";

    public Guid? SchoolId { get; private set; }
    public Guid? PersonId { get; private set; }
    public Guid? PartnerId { get; private set; }

    /// <summary>Kebab-case role as the register lists it.</summary>
    public string Role { get; private set; } = "";

    public DateTime From { get; private set; }
    public DateTime? To { get; private set; }

    /// <summary>Longest reason for what happens to a key.</summary>
    public const int ReasonMax = 300;

    /// <summary>Issues no more from that moment; the platform goes on, and a school until it closes.</summary>
    public Error? End(DateTime at)
    {
        if (Kind is not (IssuerKind.Staff or IssuerKind.Mentor))
        {
            return Error.NotAllowed("issuer-goes-on");
        }
        if (To is not null)
        {
            return Error.Conflict("issuer-ended");
        }
        To = at;
        return null;
    }

    /// <summary>Ends with the school that closed: the school itself, and everybody who signed in its circle.</summary>
    public Error? EndWith(School closed)
    {
        if (closed.ClosedAt is not { } at || SchoolId != closed.Id)
        {
            return Error.NotAllowed("issuer-goes-on");
        }
        if (To is not null)
        {
            return Error.Conflict("issuer-ended");
        }
        To = at;
        return null;
    }

    public static Issuer Platform(Guid id, string did, DateTime from) => new() { Id = id, Kind = IssuerKind.Platform, Did = did, Role = "platform", From = from };

    /// <summary>The transparency log; it signs checkpoints and nothing else, so it stands in no DID document.</summary>
    public static Issuer Log(Guid id, string did, DateTime from) => new() { Id = id, Kind = IssuerKind.Log, Did = did, Role = "log", From = from };

    public static Issuer OfSchool(Guid id, string did, Guid schoolId, DateTime from) => new() { Id = id, Kind = IssuerKind.School, Did = did, SchoolId = schoolId, Role = "school", From = from };

    public static Issuer OfStaff(Guid id, string did, string opaque, Guid schoolId, Guid personId, string role, DateTime from) =>
        new() { Id = id, Kind = IssuerKind.Staff, Did = did, Opaque = opaque, SchoolId = schoolId, PersonId = personId, Role = role, From = from };

    public static Issuer OfMentor(Guid id, string did, string opaque, Guid schoolId, Guid partnerId, Guid mentorId, string role, DateTime from) =>
        new() { Id = id, Kind = IssuerKind.Mentor, Did = did, Opaque = opaque, SchoolId = schoolId, PartnerId = partnerId, PersonId = mentorId, Role = role, From = from };
}

/// <summary>What a key signs. Each use has keys of its own, so that none can be made to sign for the other.</summary>
public enum KeyUse
{
    /// <summary>Embedded proofs, registers and records, by Ed25519.</summary>
    Proof,

    /// <summary>Credentials as JWT, by ECDSA on P-256 (ES256).</summary>
    Jwt,
}

/// <summary>A signing key. The private half is kept encrypted and leaves the database only to sign. Keys are never deleted, and a date once set stays.</summary>
public sealed class IssuerKey
{
    private IssuerKey()
    {
    }

    public Guid Id { get; private set; }
    public Guid IssuerId { get; private set; }

    public KeyUse Use { get; private set; }

    /// <summary>Public key as Multikey: Ed25519 <c>z6Mk…</c>, P-256 <c>zDn…</c>.</summary>
    public string Multikey { get; private set; } = "";

    /// <summary>The seed (for P-256 the private scalar), 32 bytes, under data protection.</summary>
    public byte[] ProtectedSeed { get; private set; } = [];

    /// <summary>32 random bytes that blind the transparency log's commitments to what happens to this key; empty for one older than that.</summary>
    public byte[] LogSalt { get; private set; } = [];

    public DateTime From { get; private set; }
    public DateTime? RetiredAt { get; private set; }
    public DateTime? CompromisedAt { get; private set; }

    public bool Signs => RetiredAt is null && CompromisedAt is null;

    public static IssuerKey Of(Guid id, Guid issuerId, KeyUse use, string multikey, byte[] protectedSeed, byte[] logSalt, DateTime from) =>
        new() { Id = id, IssuerId = issuerId, Use = use, Multikey = multikey, ProtectedSeed = protectedSeed, LogSalt = logSalt, From = from };

    /// <summary>Signs no more; what it signed before stays good.</summary>
    public Error? Retire(DateTime at)
    {
        if (!Signs)
        {
            return Error.Conflict(CompromisedAt is null ? "key-retired" : "key-compromised");
        }
        RetiredAt = at;
        return null;
    }

    /// <summary>In wrong hands, even long after it was retired: nothing that it signed is believed.</summary>
    public Error? ReportCompromised(DateTime at)
    {
        if (CompromisedAt is not null)
        {
            return Error.Conflict("key-compromised");
        }
        CompromisedAt = at;
        return null;
    }

    /// <summary>The same private half under another protection.</summary>
    public void Rewrap(byte[] protectedSeed) => ProtectedSeed = protectedSeed;
}

/// <summary>The certificate and key with which a school seals its papers.</summary>
public sealed class SchoolSeal : ISchoolOwned
{
    private SchoolSeal()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }

    /// <summary>PKCS #12 under data protection; empty when the key lies in a file of the school's own.</summary>
    public byte[] ProtectedPfx { get; private set; } = [];

    /// <summary>SHA-256 of the certificate, lower-case hex; listed in the register.</summary>
    public string CertificateSha256 { get; private set; } = "";

    public DateTime From { get; private set; }
    public DateTime? RetiredAt { get; private set; }

    /// <summary>Another seal takes its place; papers that it sealed stay good.</summary>
    public void Retire(DateTime at) => RetiredAt ??= at;

    /// <summary>The same private half under another protection.</summary>
    public void Rewrap(byte[] protectedPfx) => ProtectedPfx = protectedPfx;

    public static SchoolSeal Of(Guid schoolId, Guid id, byte[] protectedPfx, string certificateSha256, DateTime from) =>
        new() { SchoolId = schoolId, Id = id, ProtectedPfx = protectedPfx, CertificateSha256 = certificateSha256, From = from };
}
