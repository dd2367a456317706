namespace SmkPortfolio.Data;

/// <summary>A fact about this installation that must outlive a restart, such as the public address of the first start.</summary>
public sealed class SiteFact
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}

/// <summary>The text fields of a form whose session had ended, encrypted, waiting for the same person to sign in again.</summary>
public sealed class KeptForm
{
    public required Guid Id { get; init; }
    public required byte[] Protected { get; init; }
    public required DateTime ExpiresAt { get; init; }
}
