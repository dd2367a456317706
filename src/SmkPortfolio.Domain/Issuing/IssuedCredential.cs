using System.Security.Cryptography;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Issuing;

public enum CredentialKind
{
    OpenBadge,
    Endorsement,
    Portfolio,
}

public enum CredentialState
{
    Active,
    Replaced,
    Suspended,
    Withdrawn,
}

/// <summary>A signed credential as it was issued, byte for byte. What was signed never changes; its state may.</summary>
public sealed class IssuedCredential : ISchoolOwned
{
    private IssuedCredential()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public CredentialKind Kind { get; private set; }

    /// <summary>The id inside the document; versions of one credential share it.</summary>
    public string Uri { get; private set; } = "";

    /// <summary>The part of <see cref="Uri"/> that is looked up.</summary>
    public Guid PublicId { get; private set; }

    public int Number { get; private set; }
    public Guid IssuerId { get; private set; }

    /// <summary>The key that signed.</summary>
    public Guid KeyId { get; private set; }

    public Guid SubjectPersonId { get; private set; }
    public Guid? EntryId { get; private set; }
    public Guid? RevisionId { get; private set; }
    public Guid? CvDocumentId { get; private set; }
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>32 random bytes that blind the transparency log's commitment.</summary>
    public byte[] LogSalt { get; private set; } = [];

    public Guid StatusListId { get; private set; }
    public int StatusIndex { get; private set; }
    public DateTime IssuedAt { get; private set; }
    public DateOnly? ValidUntil { get; private set; }
    public CredentialState State { get; private set; }
    public DateTime StateSince { get; private set; }

    /// <summary>Public reason for the state.</summary>
    public Bilingual Reason { get; private set; } = Bilingual.Empty;

    /// <summary>Its key was stolen: nobody can believe it any more, though what it says may stand and be issued anew.</summary>
    public bool KeyStolen { get; private set; }

    public static IssuedCredential Of(Guid schoolId, Guid id, CredentialKind kind, string uri, Guid publicId, int number, Guid issuerId, Guid keyId, Guid subjectPersonId, byte[] bytes, byte[] logSalt, Guid statusListId, int statusIndex, DateTime at) => new()
    {
        SchoolId = schoolId,
        Id = id,
        Kind = kind,
        Uri = uri,
        PublicId = publicId,
        Number = number,
        IssuerId = issuerId,
        KeyId = keyId,
        SubjectPersonId = subjectPersonId,
        Bytes = bytes,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        LogSalt = logSalt,
        StatusListId = statusListId,
        StatusIndex = statusIndex,
        IssuedAt = at,
        StateSince = at,
    };

    public IssuedCredential For(Guid entryId, Guid revisionId, DateOnly? validUntil)
    {
        (EntryId, RevisionId, ValidUntil) = (entryId, revisionId, validUntil);
        return this;
    }

    public IssuedCredential ForCv(Guid cvDocumentId)
    {
        CvDocumentId = cvDocumentId;
        return this;
    }

    /// <summary>Withdraws for ever.</summary>
    public Error? Withdraw(Bilingual reason, DateTime at) => State == CredentialState.Withdrawn
        ? Error.Conflict("already-withdrawn")
        : Become(CredentialState.Withdrawn, reason, at);

    /// <summary>A later version takes its place.</summary>
    public Error? Replace(Bilingual reason, DateTime at) => State == CredentialState.Active
        ? Become(CredentialState.Replaced, reason, at)
        : Error.Conflict("not-active");

    /// <summary>Not to be relied on while a question is open; nothing is set in the status list, for that could never be taken back.</summary>
    public Error? Suspend(Bilingual reason, DateTime at) => State == CredentialState.Active
        ? Become(CredentialState.Suspended, reason, at)
        : Error.Conflict("not-active");

    /// <summary>The question is settled in its favour.</summary>
    public Error? Lift(Bilingual reason, DateTime at)
    {
        if (State != CredentialState.Suspended)
        {
            return Error.Conflict("not-suspended");
        }
        return KeyStolen ? Become(CredentialState.Withdrawn, StolenKey, at) : Become(CredentialState.Active, reason, at);
    }

    /// <summary>What a stolen key signed is withdrawn. What was withdrawn, replaced or suspended before keeps its own reason.</summary>
    public void Distrust(DateTime at)
    {
        KeyStolen = true;
        if (State == CredentialState.Active)
        {
            Become(CredentialState.Withdrawn, StolenKey, at);
        }
    }

    private static readonly Bilingual StolenKey = new(
        "Kunci yang menandatanganinya jatuh ke tangan orang lain. Mintalah terbitan ulang.",
        "The key that signed it fell into wrong hands. Ask for the re-issued document.");

    private Error? Become(CredentialState state, Bilingual reason, DateTime at)
    {
        (State, Reason, StateSince) = (state, reason, at);
        return null;
    }
}
