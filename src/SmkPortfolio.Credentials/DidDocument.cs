using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Foreign;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials;

/// <summary>A key as it stands in a DID document: retired keys still assert, compromised ones no longer do.</summary>
public sealed record PublishedKey(string Multikey, bool Asserts);

/// <summary>Writes did:web documents in the one form that all readers we know take.</summary>
public static class DidDocument
{
    /// <summary>The exact bytes to serve as <c>application/json</c>. Keys are never left out: who removes one kills what it signed.</summary>
    /// <param name="keys">Ed25519 keys, which stand under their own name, and P-256 keys for JWTs.</param>
    public static byte[] Build(string did, IEnumerable<PublishedKey> keys)
    {
        if (!DidWeb.IsValid(did)) throw new ArgumentException("not a did:web", nameof(did));
        var all = keys.Select(key => (key.Asserts, Method: Method(did, key.Multikey))).ToList();
        string[] contexts = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"];
        if (all.Any(key => key.Method["publicKeyJwk"] is not null)) contexts = [.. contexts, "https://w3id.org/security/jwk/v1"];
        return JsonWrite.Bytes(new JsonObject
        {
            ["@context"] = JsonWrite.Strings(contexts),
            ["id"] = did,
            ["verificationMethod"] = JsonWrite.Array(all.Select(key => (JsonNode)key.Method)),
            ["assertionMethod"] = JsonWrite.Strings(all.Where(key => key.Asserts).Select(key => key.Method["id"]!.GetValue<string>())),
        });
    }

    private static JsonObject Method(string did, string multikey) => PublicKey.FromMultikey(multikey) switch
    {
        { Ed25519: not null } => new JsonObject { ["id"] = $"{did}#{multikey}", ["type"] = "Multikey", ["controller"] = did, ["publicKeyMultibase"] = multikey },
        { Point: { } point } => new JsonObject { ["id"] = $"{did}#{JwtKey.NameOf(multikey)}", ["type"] = "JsonWebKey", ["controller"] = did, ["publicKeyJwk"] = Jwk(point) },
        _ => throw new ArgumentException("neither an Ed25519 nor a P-256 multikey", nameof(multikey)),
    };

    private static JsonObject Jwk(ECPoint point) => new()
    {
        ["kty"] = "EC",
        ["crv"] = "P-256",
        ["x"] = Base64Url.EncodeToString(point.X!),
        ["y"] = Base64Url.EncodeToString(point.Y!),
        ["alg"] = "ES256",
    };
}
