namespace SmkPortfolio.Credentials;

/// <summary>A key together with the DID whose word it gives.</summary>
public sealed record SigningKey(string Controller, Ed25519Key Key)
{
    /// <summary>The key's address in its DID document; the fragment is the key itself.</summary>
    public string VerificationMethod => $"{Controller}#{Key.Multikey}";
}
