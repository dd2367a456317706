namespace SmkPortfolio.Credentials;

/// <summary>A key with its history. Keys are never removed.</summary>
public sealed record RegisterKey(string Multikey, DateTimeOffset From)
{
    /// <summary>From when it no longer signs; what it signed before stays good.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Set when the key got into wrong hands: nothing it signed is believed, since a thief can write any date.</summary>
    public DateTimeOffset? CompromisedAt { get; init; }
}

/// <summary>A school whose word counts.</summary>
public sealed record RegisterSchool(
    string Npsn, string Name, string Did, IReadOnlyList<RegisterKey> Keys, IReadOnlyList<string> PdfCertificateSha256, DateTimeOffset From)
{
    /// <summary>Closed or merged.</summary>
    public DateTimeOffset? To { get; init; }

    public string? SuccessorNpsn { get; init; }

    /// <summary>Certificates that got into wrong hands: a thief can write any date, so nothing sealed with them is believed.</summary>
    public IReadOnlyList<string> CompromisedPdfCertificateSha256 { get; init; } = [];
}

/// <summary>A person whose endorsements count: no name, only key, role and place.</summary>
public sealed record RegisterPerson(
    string Did, string Role, string? Npsn, Guid? PartnerId, IReadOnlyList<RegisterKey> Keys, DateTimeOffset From)
{
    public DateTimeOffset? To { get; init; }

    /// <summary>Speaks for a company or client, not for a school.</summary>
    public bool IsPartner => PartnerId is not null && Role is "mentor" or "client";

    /// <summary>Belongs to the staff of a school.</summary>
    public bool IsStaff => Npsn is not null && Role is not ("mentor" or "client" or "student" or "guardian");
}

/// <summary>The platform's transparency log: what its checkpoints are called and who signs them.</summary>
/// <param name="Origin">First line of every checkpoint and name of its signer, <c>HOST/log/YEAR</c>.</param>
public sealed record RegisterLog(string Origin, IReadOnlyList<RegisterKey> Keys);

/// <summary>What the platform vouches for, and from when.</summary>
public sealed record RegisterContent(
    string Origin, DateTimeOffset IssuedAt, IReadOnlyList<RegisterKey> PlatformKeys, IReadOnlyList<RegisterSchool> Schools, IReadOnlyList<RegisterPerson> Persons)
{
    /// <summary>Origins the platform had before; their documents keep verifying.</summary>
    public IReadOnlyList<string> FormerOrigins { get; init; } = [];

    /// <summary>The transparency log; null in a register that is older than it.</summary>
    public RegisterLog? Log { get; init; }
}
