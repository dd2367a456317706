namespace SmkPortfolio.Credentials;

/// <summary>A key together with the DID whose word it gives.</summary>
public sealed record SigningKey(string Controller, Ed25519Key Key)
{
    /// <summary>The public half as everybody else knows it, from the register and the DID document; what is signed is verified against it.</summary>
    public string Published { get; init; } = Key.Multikey;

    /// <summary>False when others would look for another key than the one that signs.</summary>
    public bool IsPublished => string.Equals(Key.Multikey, Published, StringComparison.Ordinal);

    /// <summary>The key's address in its DID document; the fragment is the key itself.</summary>
    public string VerificationMethod => $"{Controller}#{Published}";
}
