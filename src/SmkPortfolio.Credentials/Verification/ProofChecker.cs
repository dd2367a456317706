using SmkPortfolio.Credentials.Foreign;
using SmkPortfolio.Credentials.JsonLd;
using SmkPortfolio.Credentials.Rdf;

namespace SmkPortfolio.Credentials.Verification;

/// <summary>Whether the issuer's key signed a document. Of an issuer in the register more is demanded than of a stranger, who cannot become green.</summary>
internal sealed class ProofChecker(VerificationContext context)
{
    /// <summary>The key that signed, as its multikey or its name; null when that is not proved, with the reason noted.</summary>
    public string? Check(CredentialFinding finding, CredentialDocument document, RegisterEntry? entry)
    {
        var key = (entry, document.Jwt) switch
        {
            (null, _) => OfStranger(finding, document),
            ({ }, { } jwt) => OfOurs(finding, document, entry, jwt),
            _ => OfOurs(finding, document),
        };
        if (key is not null) finding.Checks.Set(CheckName.Proof, CheckState.Passed);
        return key;
    }

    private string? OfOurs(CredentialFinding finding, CredentialDocument document)
    {
        if (!ContextsAreOurs(finding, document)) return null;
        if (document.IsProofSet) return Fail(finding, CheckName.Proof, "proof-count");
        if (document.Method is not { } method || method.Did != document.IssuerDid || !Ed25519Key.TryReadMultikey(method.Multikey, out var key))
            return Fail(finding, CheckName.IssuerKey, "key-of-another");
        try
        {
            if (document.DatesAreReadable && context.IsSound(document, key)) return method.Multikey;
        }
        catch (Exception e) when (e is JsonLdException or CanonicalizationException)
        {
            // What cannot be converted was not issued here.
        }
        return Fail(finding, CheckName.Proof, "proof-broken");
    }

    // The register knows keys, not what a DID document calls them: the key whose signature it is, is the one that was meant.
    private static string? OfOurs(CredentialFinding finding, CredentialDocument document, RegisterEntry entry, JwtEnvelope jwt)
    {
        if (!ContextsAreOurs(finding, document)) return null;
        if (jwt.KeyId is not { } address || address.Did != document.IssuerDid) return Fail(finding, CheckName.IssuerKey, "key-of-another");
        if (!jwt.IsPlain || !document.DatesAreReadable) return Fail(finding, CheckName.Proof, "proof-broken");
        var names = address.Key is null ? entry.Keys.Select(k => k.Multikey) : [address.Fragment];
        var keys = names.Select(name => (Name: name, Key: PublicKey.FromMultikey(name))).Where(k => k.Key?.Algorithm == jwt.Algorithm).ToList();
        if (keys.FirstOrDefault(k => jwt.IsSignedBy(k.Key!)).Name is { } signer) return signer;
        if (keys.Count > 0 || address.Key is not null) return Fail(finding, CheckName.Proof, "proof-broken");
        finding.Leave(CheckName.IssuerKey, Verdict.NotCheckable, "key-unknown");
        return null;
    }

    private static bool ContextsAreOurs(CredentialFinding finding, CredentialDocument document)
    {
        if (!document.ContextsAreOurs) Fail(finding, CheckName.Contexts, "contexts-foreign");
        else finding.Checks.Set(CheckName.Contexts, CheckState.Passed);
        return document.ContextsAreOurs;
    }

    private static string? OfStranger(CredentialFinding finding, CredentialDocument document)
    {
        if (document.ContextsAreKnown) finding.Checks.Set(CheckName.Contexts, CheckState.Passed);
        else if (document.Jwt is null)
        {
            finding.Leave(CheckName.Contexts, Verdict.NotCheckable, "method-not-supported");
            return null;
        }
        var (outcome, name) = StrangerProof.Judge(document);
        switch (outcome)
        {
            case StrangerOutcome.Sound:
                return name;
            case StrangerOutcome.Broken:
                return Fail(finding, CheckName.Proof, "proof-broken");
            case StrangerOutcome.OfAnother:
                return Fail(finding, CheckName.IssuerKey, "key-of-another");
            default:
                finding.Leave(CheckName.IssuerKey, Verdict.NotCheckable, outcome == StrangerOutcome.NeedsDocument ? "did-document-needed" : "method-not-supported");
                return null;
        }
    }

    private static string? Fail(CredentialFinding finding, string check, string code)
    {
        finding.Fail(check, Verdict.Altered, code);
        return null;
    }
}
