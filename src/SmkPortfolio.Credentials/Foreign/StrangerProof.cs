using System.Text.Json;
using SmkPortfolio.Credentials.Integrity;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.JsonLd;
using SmkPortfolio.Credentials.Rdf;
using SmkPortfolio.Credentials.Verification;

namespace SmkPortfolio.Credentials.Foreign;

/// <summary>How a stranger's signature stands, in the order in which one proof of a set outweighs another.</summary>
internal enum StrangerOutcome
{
    Sound,
    Broken,
    NeedsDocument,
    NotSupported,
    OfAnother,
}

/// <summary>The signature of an issuer that no register names, judged by the key in its own identifier.</summary>
internal static class StrangerProof
{
    /// <summary>The outcome, and the name of the key.</summary>
    public static (StrangerOutcome Outcome, string? Key) Judge(CredentialDocument document) =>
        document.Jwt is { } jwt ? OfJwt(document, jwt) : document.Proofs.Select(proof => OfProof(document, proof)).MinBy(found => found.Outcome);

    private static (StrangerOutcome, string?) OfJwt(CredentialDocument document, JwtEnvelope jwt)
    {
        if (!jwt.IsPlain) return (StrangerOutcome.NotSupported, null);
        var (outcome, address, key) = Find(document, jwt.KeyId);
        return key is null ? (outcome, null) : (jwt.IsSignedBy(key) ? StrangerOutcome.Sound : StrangerOutcome.Broken, address!.Fragment);
    }

    private static (StrangerOutcome Outcome, string? Key) OfProof(CredentialDocument document, JsonElement proof)
    {
        var isOlder = proof.Text("type") == DataIntegrityProof.Signature2020;
        if (!isOlder && (proof.Text("type") != DataIntegrityProof.Type || proof.Text("cryptosuite") != DataIntegrityProof.Cryptosuite))
            return (StrangerOutcome.NotSupported, null);
        var (outcome, address, found) = Find(document, KeyAddress.Read(proof.Text("verificationMethod")));
        if (found is null) return (outcome, null);
        if (found.Ed25519 is not { } key) return (StrangerOutcome.NotSupported, null);
        try
        {
            var isSound = isOlder
                ? DataIntegrityProof.VerifySignature2020(document.Json, proof, key)
                : DataIntegrityProof.Verify(document.Json, proof, key);
            return (isSound ? StrangerOutcome.Sound : StrangerOutcome.Broken, address!.Fragment);
        }
        catch (Exception e) when (e is JsonLdException or CanonicalizationException)
        {
            // Our processor reads less than all of JSON-LD: what it refuses need not be altered.
            return (StrangerOutcome.NotSupported, null);
        }
    }

    private static (StrangerOutcome Outcome, KeyAddress? Address, PublicKey? Key) Find(CredentialDocument document, KeyAddress? address)
    {
        if (address is null || !document.IssuerDid.StartsWith("did:", StringComparison.Ordinal)) return (StrangerOutcome.NotSupported, null, null);
        if (address.Did != document.IssuerDid) return (StrangerOutcome.OfAnother, null, null);
        return address.Key is { } key ? (StrangerOutcome.Sound, address, key) : (address.NeedsDocument ? StrangerOutcome.NeedsDocument : StrangerOutcome.NotSupported, null, null);
    }
}
