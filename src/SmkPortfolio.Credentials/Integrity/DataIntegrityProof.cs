using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.JsonLd;
using SmkPortfolio.Credentials.Rdf;

namespace SmkPortfolio.Credentials.Integrity;

/// <summary>W3C Data Integrity with <c>eddsa-rdfc-2022</c>: hash of the proof options, then hash of the document, then Ed25519.</summary>
internal static class DataIntegrityProof
{
    public const string Type = "DataIntegrityProof";
    public const string Cryptosuite = "eddsa-rdfc-2022";
    public const string Signature2020 = "Ed25519Signature2020";
    public const string Purpose = "assertionMethod";

    /// <summary>SHA-256 of the canonical document without its proof.</summary>
    public static byte[] DocumentHash(JsonElement document) => Hash(Convert(document, Context(document), "proof"));

    /// <summary>The statements that a proof covers.</summary>
    public static IReadOnlyList<Quad> DocumentQuads(JsonElement document) => Convert(document, Context(document), "proof");

    /// <summary>A proof over a document whose hash is known.</summary>
    public static JsonObject Sign(JsonElement document, byte[] documentHash, SigningKey key, DateTimeOffset created)
    {
        var proof = new JsonObject
        {
            ["type"] = Type,
            ["cryptosuite"] = Cryptosuite,
            ["created"] = Timestamp.Utc(created),
            ["verificationMethod"] = key.VerificationMethod,
            ["proofPurpose"] = Purpose,
        };
        var options = StrictJson.ParseObject(JsonWrite.Bytes(proof));
        byte[] message = [.. Hash(Convert(options, Context(document), "proofValue")), .. documentHash];
        proof["proofValue"] = "z" + Base58.Encode(key.Key.Sign(message));
        return proof;
    }

    /// <summary>True when the document's one proof was made by the key. Throws only what conversion throws.</summary>
    public static bool Verify(JsonElement document, JsonElement proof, ReadOnlySpan<byte> publicKey)
    {
        return proof.SingleText("type") == Type && proof.SingleText("cryptosuite") == Cryptosuite && IsSigned(document, proof, publicKey, () => DocumentHash(document));
    }

    /// <summary>True when a proof of this or of the older suite was made by the key; a stranger's document may carry several.</summary>
    /// <param name="documentHash">The hash of the document, which all proofs of a set share; asked for only when a signature could be one.</param>
    public static bool Verify(JsonElement document, JsonElement proof, ReadOnlySpan<byte> publicKey, Func<byte[]> documentHash) =>
        IsOfSuite(proof) && IsSigned(document, proof, publicKey, documentHash);

    /// <summary>The suite that we issue with, or the older one that hashes in the same way.</summary>
    public static bool IsOfSuite(JsonElement proof) =>
        proof.SingleText("type") == Signature2020 || (proof.SingleText("type") == Type && proof.SingleText("cryptosuite") == Cryptosuite);

    // What costs nothing comes first: canonical form is computed only for what could be a signature.
    private static bool IsSigned(JsonElement document, JsonElement proof, ReadOnlySpan<byte> publicKey, Func<byte[]> documentHash)
    {
        if (proof.TryGetProperty("@context", out _) || proof.SingleText("proofPurpose") != Purpose) return false;
        if (proof.SingleText("proofValue") is not ['z', ..] value || !Base58.TryDecode(value[1..], out var signature)) return false;
        if (signature.Length != Ed25519Key.SignatureLength || publicKey.Length != Ed25519Key.PublicLength) return false;
        byte[] message = [.. Hash(Convert(proof, Context(document), "proofValue")), .. documentHash()];
        return Ed25519Key.Verify(publicKey, message, signature);
    }

    private static JsonElement Context(JsonElement document) =>
        document.TryGetProperty("@context", out var context) ? context : throw new JsonLdException("context-missing", "@context");

    private static IReadOnlyList<Quad> Convert(JsonElement node, JsonElement context, string skip) => RdfConverter.Convert(node, context, skip);

    private static byte[] Hash(IEnumerable<Quad> quads) => SHA256.HashData(Encoding.UTF8.GetBytes(Rdfc10.Canonicalize(quads)));
}
