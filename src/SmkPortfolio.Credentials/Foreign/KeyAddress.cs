using System.Buffers.Text;
using System.Text;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials.Foreign;

/// <summary>A key's address, <c>did#fragment</c>, and the key itself when the address holds it. Nothing is ever fetched.</summary>
internal sealed record KeyAddress(string Did, string Fragment)
{
    private const int MaxLength = 4096;

    /// <summary>Only a DID document, which lies elsewhere, would tell the key.</summary>
    public bool NeedsDocument => Did.StartsWith("did:web:", StringComparison.Ordinal) && Key is null;

    /// <summary>The key; null when the address does not hold it.</summary>
    public PublicKey? Key
    {
        get
        {
            if (Did.StartsWith("did:key:", StringComparison.Ordinal))
                return Did["did:key:".Length..] == Fragment ? PublicKey.FromMultikey(Fragment) : null;
            if (Did.StartsWith("did:jwk:", StringComparison.Ordinal)) return Fragment == "0" ? FromDidJwk(Did["did:jwk:".Length..]) : null;
            return Did.StartsWith("did:web:", StringComparison.Ordinal) ? PublicKey.FromMultikey(Fragment) : null;
        }
    }

    /// <summary>The address, or null when the text is none.</summary>
    public static KeyAddress? Read(string? text) =>
        text is { Length: <= MaxLength } && text.Split('#') is [{ Length: > 0 } did, { Length: > 0 } fragment] ? new KeyAddress(did, fragment) : null;

    private static PublicKey? FromDidJwk(string encoded)
    {
        try
        {
            return PublicKey.FromJwk(StrictJson.ParseObject(Base64Url.DecodeFromUtf8(Encoding.UTF8.GetBytes(encoded))));
        }
        catch (Exception e) when (e is FormatException or StrictJsonException)
        {
            return null;
        }
    }
}
