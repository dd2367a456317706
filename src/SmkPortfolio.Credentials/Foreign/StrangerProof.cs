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
    public static (StrangerOutcome Outcome, string? Key) Judge(CredentialDocument document)
    {
        if (document.Jwt is { } jwt) return OfJwt(document, jwt);
        // One canonical form for all proofs of a set; a document that refuses it refuses it once.
        var hash = new Lazy<byte[]>(() => DataIntegrityProof.DocumentHash(document.Json));
        return document.Proofs.Select(proof => OfProof(document, proof, () => hash.Value)).MinBy(found => found.Outcome);
    }

    private static (StrangerOutcome, string?) OfJwt(CredentialDocument document, JwtEnvelope jwt)
    {
        if (!jwt.IsPlain) return (StrangerOutcome.NotSupported, null);
        var (outcome, address, key) = Find(document, jwt.KeyId);
        return key is null ? (outcome, null) : (jwt.IsSignedBy(key) ? StrangerOutcome.Sound : StrangerOutcome.Broken, address!.Fragment);
    }

    private static (StrangerOutcome Outcome, string? Key) OfProof(CredentialDocument document, JsonElement proof, Func<byte[]> hash)
    {
        // A proof with a vocabulary of its own may mean anything by its words.
        if (!DataIntegrityProof.IsOfSuite(proof) || proof.Member("@context") is not null) return (StrangerOutcome.NotSupported, null);
        var (outcome, address, found) = Find(document, KeyAddress.Read(proof.SingleText("verificationMethod")));
        if (found is null) return (outcome, null);
        if (found.Ed25519 is not { } key) return (StrangerOutcome.NotSupported, null);
        try
        {
            return (DataIntegrityProof.Verify(document.Json, proof, key, hash) ? StrangerOutcome.Sound : StrangerOutcome.Broken, address!.Fragment);
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
