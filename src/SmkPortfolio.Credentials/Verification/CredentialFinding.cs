namespace SmkPortfolio.Credentials.Verification;

/// <summary>Whether a person's embedded word counts.</summary>
internal enum EndorsementStanding
{
    Unchecked,
    Counts,
    Withdrawn,
    Unknown,
    Broken,
}

internal sealed record EndorsementFinding(string Did, RegisterPerson? Person, EndorsementStanding Standing, bool IsBatch);

/// <summary>Everything found out about one credential.</summary>
internal sealed class CredentialFinding
{
    public CheckSheet Checks { get; } = new();

    public List<Ground> Grounds { get; } = [];

    public CredentialDocument? Document { get; set; }

    /// <summary>The issuer's entry; null unless the proof is by a key the register lists for it.</summary>
    public RegisterEntry? Issuer { get; set; }

    public DateTimeOffset? StatusAsOf { get; set; }

    /// <summary>The bit is set.</summary>
    public bool Revoked { get; set; }

    public StateContent? State { get; set; }

    /// <summary>How many files it pins.</summary>
    public int EvidencePinned { get; set; }

    /// <summary>How many of them were at hand.</summary>
    public int EvidenceCompared { get; set; }

    public List<EndorsementFinding> Endorsements { get; } = [];

    public Ground? Heaviest => Ground.Heaviest(Grounds);

    public bool Has(Verdict verdict) => Grounds.Any(g => g.Verdict == verdict);

    public void Fail(string check, Verdict verdict, string code, params IReadOnlyList<object?> arguments) =>
        Note(check, CheckState.Failed, verdict, code, arguments);

    public void Leave(string check, Verdict verdict, string code, params IReadOnlyList<object?> arguments) =>
        Note(check, CheckState.Unchecked, verdict, code, arguments);

    private void Note(string check, CheckState state, Verdict verdict, string code, IReadOnlyList<object?> arguments)
    {
        Checks.Set(check, state, code, arguments);
        Grounds.Add(new Ground(verdict, code, arguments));
    }
}
