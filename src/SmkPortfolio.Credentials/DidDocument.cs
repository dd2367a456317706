using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials;

/// <summary>A key as it stands in a DID document: retired keys still assert, compromised ones no longer do.</summary>
public sealed record PublishedKey(string Multikey, bool Asserts);

/// <summary>Writes did:web documents in the one form that all readers we know take.</summary>
public static class DidDocument
{
    /// <summary>The exact bytes to serve as <c>application/json</c>. Keys are never left out: who removes one kills what it signed.</summary>
    public static byte[] Build(string did, IEnumerable<PublishedKey> keys)
    {
        if (!DidWeb.IsValid(did)) throw new ArgumentException("not a did:web", nameof(did));
        var all = keys.ToList();
        foreach (var key in all)
            if (!Ed25519Key.TryReadMultikey(key.Multikey, out _)) throw new ArgumentException("not an Ed25519 multikey", nameof(keys));
        var methods = all.Select(key => (JsonNode)new JsonObject
        {
            ["id"] = $"{did}#{key.Multikey}",
            ["type"] = "Multikey",
            ["controller"] = did,
            ["publicKeyMultibase"] = key.Multikey,
        });
        return JsonWrite.Bytes(new JsonObject
        {
            ["@context"] = JsonWrite.Strings("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"),
            ["id"] = did,
            ["verificationMethod"] = JsonWrite.Array(methods),
            ["assertionMethod"] = JsonWrite.Strings(all.Where(k => k.Asserts).Select(k => $"{did}#{k.Multikey}")),
        });
    }
}
