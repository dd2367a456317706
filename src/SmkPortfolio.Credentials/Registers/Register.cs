namespace SmkPortfolio.Credentials;

/// <summary>One issuer of the register: a school or a person.</summary>
public sealed record RegisterEntry(string Did, IReadOnlyList<RegisterKey> Keys, DateTimeOffset From, DateTimeOffset? To)
{
    public RegisterSchool? School { get; init; }

    public RegisterPerson? Person { get; init; }

    /// <summary>The NPSN of the school, or of the school a person belongs to.</summary>
    public string? Npsn => School?.Npsn ?? Person?.Npsn;
}

/// <summary>A register whose signature was checked. Whether its platform key is the right one, only a pinned fingerprint tells.</summary>
public sealed class Register
{
    private readonly Dictionary<string, RegisterEntry> _entries;

    internal Register(RegisterContent content, string platformDid, string fingerprint, Dictionary<string, RegisterEntry> entries)
    {
        Content = content;
        PlatformDid = platformDid;
        Fingerprint = fingerprint;
        _entries = entries;
    }

    public RegisterContent Content { get; }

    public string PlatformDid { get; }

    /// <summary>SHA-256 of the platform's raw public key, in hex: what papers print and readers pin.</summary>
    public string Fingerprint { get; }

    /// <summary>The issuer of that DID, or null when it is not in the register.</summary>
    public RegisterEntry? Find(string did) => _entries.GetValueOrDefault(did);

    /// <summary>The open school that answers for a closed one, along the chain of successors; null when there is none.</summary>
    public RegisterSchool? AnswersFor(RegisterSchool closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        var school = closed;
        // A chain is never longer than the register; one that runs in a circle leads to nobody.
        for (var step = 0; step < Content.Schools.Count && school is { To: not null, SuccessorNpsn: { } next }; step++)
            school = Content.Schools.FirstOrDefault(s => s.Npsn == next);
        return school is { To: null } && school != closed ? school : null;
    }

    /// <summary>True when an address lies on the register's own origin, now or formerly.</summary>
    public bool IsOwnAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && Content.FormerOrigins.Append(Content.Origin).Any(o => string.Equals(parsed.GetLeftPart(UriPartial.Authority), o, StringComparison.Ordinal));
}
