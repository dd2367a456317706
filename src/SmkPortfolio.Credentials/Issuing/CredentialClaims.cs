namespace SmkPortfolio.Credentials;

/// <summary>What every credential says, whatever its kind.</summary>
public abstract record CredentialClaims
{
    /// <summary>The credential's own address (https, or http on localhost) or <c>urn:uuid:</c>. A new version keeps it.</summary>
    public required string Id { get; init; }

    /// <summary>The title that wallets show.</summary>
    public required string Name { get; init; }

    /// <summary>Who gives the word.</summary>
    public required IssuerProfile Issuer { get; init; }

    /// <summary>From when it holds; a later version has a later instant.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Its place in the issuer's status list. Issuing refuses a credential without one.</summary>
    public StatusPointer? Status { get; init; }
}

/// <summary>The issuer as the credential names it.</summary>
public sealed record IssuerProfile(string Did, string Name)
{
    /// <summary>Home page.</summary>
    public string? Url { get; init; }

    /// <summary>A school's national number.</summary>
    public string? Npsn { get; init; }

    /// <summary>For a person: the DID of the school or company. A claim only; the register proves it.</summary>
    public string? ParentDid { get; init; }

    /// <summary>For a person: the name of the school or company.</summary>
    public string? ParentName { get; init; }
}

/// <summary>A place in a signed status list.</summary>
public sealed record StatusPointer(string ListUrl, int Index);

/// <summary>A file that a credential pins by its digest.</summary>
public sealed record EvidencePin(string Id, string? Name, string MediaType, string Sha256Hex)
{
    /// <summary>What kind of file it is, in words.</summary>
    public string? Genre { get; init; }
}

/// <summary>A competency or unit that an achievement answers to.</summary>
public sealed record AlignmentClaim(string Id, string Name, string Code, string Framework, string Url);

/// <summary>A school's OpenBadgeCredential; also the portfolio credential of a printed paper.</summary>
public sealed record OpenBadgeClaims : CredentialClaims
{
    /// <summary>The achievement type that marks a printed paper.</summary>
    public const string PortfolioType = "ext:CareerWorkPortfolio";

    public required string Description { get; init; }

    /// <summary><c>urn:uuid:…</c> of the holder; never a number of the person.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The name as printed.</summary>
    public required string SubjectName { get; init; }

    public required string AchievementId { get; init; }

    public required string AchievementType { get; init; }

    public required string AchievementName { get; init; }

    public required string AchievementDescription { get; init; }

    public required string CriteriaNarrative { get; init; }

    /// <summary>The one language of the texts.</summary>
    public required string Language { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When it was earned; kept by later versions.</summary>
    public DateTimeOffset? AwardedDate { get; init; }

    /// <summary>The pinned revision (or snapshot) first, then its files.</summary>
    public IReadOnlyList<EvidencePin> Evidence { get; init; } = [];

    public IReadOnlyList<AlignmentClaim> Alignments { get; init; } = [];

    /// <summary>Whole signed EndorsementCredentials that caused this one.</summary>
    public IReadOnlyList<byte[]> Endorsements { get; init; } = [];
}

/// <summary>A person's EndorsementCredential over the exact bytes of one revision.</summary>
public sealed record EndorsementClaims : CredentialClaims
{
    /// <summary>The revision's address.</summary>
    public required string SubjectId { get; init; }

    /// <summary>SHA-256 of the revision's bytes.</summary>
    public required string SubjectSha256Hex { get; init; }

    public required string Comment { get; init; }

    /// <summary>The endorser gave this word to several works at once and had not opened this one.</summary>
    public bool Batch { get; init; }

    /// <summary>How a batch stands in the signed document: one fixed description, which people can read and checkers recognise.</summary>
    public const string BatchDescription = "batch: diberikan sekaligus untuk beberapa karya, tanpa membuka karya ini / given to several works at once, without opening this one";
}

/// <summary>A signed status list of one issuer.</summary>
public sealed record StatusListClaims
{
    public required string ListUrl { get; init; }

    public required string IssuerDid { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public int Length { get; init; } = Status.BitstringStatusList.MinLength;

    /// <summary>Indexes of withdrawn credentials; a set bit is never unset.</summary>
    public required IEnumerable<int> SetBits { get; init; }
}
