using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Foreign;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials;

/// <summary>
/// An issued credential once more as a compact JWT by ES256, for readers that know nothing else (Open Badges 3.0 section 8.2). The same words: only
/// the proof is another. The JSON with its embedded proof stays the record.
/// </summary>
public static class CredentialJwt
{
    /// <summary>Signs and verifies at once.</summary>
    /// <param name="issued">The exact file bytes of a credential of ours.</param>
    /// <param name="signedAt">When this copy is signed; the credential keeps its own dates.</param>
    /// <exception cref="CredentialLintException">It is no credential that this key may sign.</exception>
    public static string Sign(ReadOnlyMemory<byte> issued, JwtKey key, DateTimeOffset signedAt)
    {
        ArgumentNullException.ThrowIfNull(key);
        var claims = JsonWrite.Bytes(Claims(Read(issued), key.Controller, signedAt));
        // Nothing but these: "jwk" would be believed by some readers without asking whose key it is.
        var header = new JsonObject { ["alg"] = "ES256", ["typ"] = "JWT", ["kid"] = key.VerificationMethod };
        var input = Base64Url.EncodeToString(JsonWrite.Bytes(header)) + "." + Base64Url.EncodeToString(claims);
        var jwt = input + "." + Base64Url.EncodeToString(key.Key.Sign(Encoding.ASCII.GetBytes(input)));
        var envelope = JwtEnvelope.Read(Encoding.ASCII.GetBytes(jwt));
        if (PublicKey.FromMultikey(key.Key.Multikey) is not { } published || !envelope.IsSignedBy(published) || JwtClaims.Credential(envelope.Claims) is null)
            throw new InvalidOperationException("A credential did not verify right after signing.");
        return jwt;
    }

    private static JsonElement Read(ReadOnlyMemory<byte> issued)
    {
        try
        {
            return StrictJson.ParseObject(issued);
        }
        catch (StrictJsonException e)
        {
            throw new CredentialLintException(e.Message, "document", e);
        }
    }

    private static JsonObject Claims(JsonElement credential, string issuer, DateTimeOffset signedAt)
    {
        if (credential.Object("issuer")?.Text("id") != issuer) throw new CredentialLintException("issuer-of-another", "issuer");
        if (credential.Text("id") is not { } id || credential.Object("credentialSubject")?.Text("id") is not { } subject || credential.Instant("validFrom") is not { } from)
            throw new CredentialLintException("claim-missing", "document");
        var claims = JsonObject.Create(credential)!;
        claims.Remove("proof");
        claims["iss"] = issuer;
        claims["jti"] = id;
        claims["sub"] = subject;
        claims["nbf"] = from.ToUnixTimeSeconds();
        claims["iat"] = signedAt.ToUnixTimeSeconds();
        if (credential.Instant("validUntil") is { } until) claims["exp"] = until.ToUnixTimeSeconds();
        return claims;
    }
}
