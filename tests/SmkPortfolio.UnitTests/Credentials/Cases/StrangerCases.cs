using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Tests;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>Embedded proofs and pictures of issuers that no register names: sound is not yet known, and broken is altered.</summary>
internal static class StrangerCases
{
    public static IEnumerable<CheckCase> All()
    {
        var badge = Forge.StrangersBadge();
        yield return Case("sound-in-our-schools-name", badge, Verdict.IssuerUnknown, "issuer-not-in-register");
        yield return Case("altered", Forge.Changed(badge, Rename), Verdict.Altered, "proof-broken");
        yield return Case("signature-2020", Forge.Signature2020(badge), Verdict.IssuerUnknown, "issuer-not-in-register");
        yield return Case("signature-2020-altered", Forge.Changed(Forge.Signature2020(badge), Rename), Verdict.Altered, "proof-broken");
        yield return Case("set-with-a-sound-one", Forge.Changed(badge, json => json["proof"] = new JsonArray(Other(json), json["proof"]!.DeepClone())), Verdict.IssuerUnknown, "issuer-not-in-register");
        yield return Case("set-all-broken", Forge.Changed(badge, json => { Rename(json); json["proof"] = new JsonArray(Other(json), json["proof"]!.DeepClone()); }), Verdict.Altered, "proof-broken");
        yield return Case("set-too-many", Forge.Changed(badge, json => json["proof"] = new JsonArray([.. Enumerable.Range(0, 9).Select(_ => json["proof"]!.DeepClone())])), Verdict.Altered, "not-a-credential");
        yield return Case("wrong-purpose", Forge.Changed(badge, json => json["proof"]!["proofPurpose"] = "authentication"), Verdict.Altered, "proof-broken");
        yield return Case("other-suite", Forge.Changed(badge, json => json["proof"]!["cryptosuite"] = "ecdsa-rdfc-2019"), Verdict.NotCheckable, "method-not-supported");
        yield return Case("context-not-carried", Forge.Changed(badge, json => json["@context"]!.AsArray().Add("https://example.org/context")), Verdict.NotCheckable, "method-not-supported");
        yield return Case("did-web", Forge.Changed(badge, json => { json["issuer"]!["id"] = "did:web:other.example"; json["proof"]!["verificationMethod"] = "did:web:other.example#key-0"; }), Verdict.NotCheckable, "did-document-needed");
        yield return Case("key-of-another", Forge.Changed(badge, json => json["issuer"]!["id"] = "did:key:" + Samples.School.Key.Multikey), Verdict.Altered, "key-of-another");
        yield return Case("posing-as-our-school", Forge.Changed(badge, json => json["issuer"]!["id"] = Samples.School.Controller), Verdict.Altered, "key-of-another");
        yield return Case("issuer-is-an-address", Forge.Changed(badge, json => json["issuer"]!["id"] = "https://evil.example"), Verdict.NotCheckable, "method-not-supported");
        yield return Case("presentation", """{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiablePresentation"],"verifiableCredential":[]}"""u8.ToArray(), Verdict.NotCheckable, "kind-not-supported");
        yield return Case("without-id", Forge.StrangersBadge(json => json.Remove("id")), Verdict.IssuerUnknown, "issuer-not-in-register");
        yield return Case("without-id-altered", Forge.Changed(Forge.StrangersBadge(json => json.Remove("id")), Rename), Verdict.Altered, "proof-broken");
        yield return Case("two-subjects", Forge.StrangersBadge(Second), Verdict.IssuerUnknown, "issuer-not-in-register");
        yield return Case("no-subject", Forge.Changed(badge, json => json.Remove("credentialSubject")), Verdict.Altered, "not-a-credential");
        yield return Case("in-lists", Forge.Changed(badge, Forge.InLists), Verdict.IssuerUnknown, "issuer-not-in-register");
        yield return Case("proof-with-context", Forge.Changed(badge, json => json["proof"]!["@context"] = json["@context"]!.DeepClone()), Verdict.NotCheckable, "method-not-supported");
        yield return Case("signature-too-short", Forge.Changed(badge, json => json["proof"]!["proofValue"] = "z3yMApqCuCjXDWPrbjfR5mjCPTHqFG8Pux1TxQrEM35jj"), Verdict.Altered, "proof-broken");
        foreach (var (name, did) in new[] { ("blank", "did:web:dinas pendidikan"), ("unseen", "did:web:dinas\u200b.example"), ("letters", "did:web:din\u00e1s.example"), ("no-method", "did::x"), ("no-name", "did:web:"), ("percent", "did:web:a%2"), ("words", "Dinas Pendidikan"), ("urn", "urn:uuid:0f6b7e52-6a53-4d0e-9a9e-2b1f5c7d9e11") })
            yield return Case("issuer-" + name, Forge.Changed(badge, json => json["issuer"]!["id"] = did), Verdict.Altered, "issuer-not-a-did");

        var ours = Samples.SignedBadge();
        yield return Picture("good", Forge.Png("openbadgecredential", ours), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Picture("good-compressed", Forge.Png("openbadgecredential", ours, isCompressed: true), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Picture("with-jwt", Forge.Png("openbadgecredential", Forge.SchoolJwt()), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Picture("altered-inside", Forge.Png("openbadgecredential", Forge.Changed(ours, Rename)), Verdict.Altered, "proof-broken");
        yield return Picture("version-2", Forge.Png("openbadges", ours), Verdict.NotCheckable, "kind-not-supported");
        yield return Picture("without-badge", Forge.Png("Comment", ours), Verdict.NotCheckable, "picture-empty");
        yield return Picture("two-badges", Doubled(ours), Verdict.NotCheckable, "picture-empty");
        yield return Picture("many-badges", Many(300), Verdict.NotCheckable, "picture-empty");
        yield return Picture("cut-off", Forge.Png("openbadgecredential", ours)[..^20], Verdict.Altered, "picture-unreadable");
        yield return Picture("wrong-checksum", Flipped(Forge.Png("openbadgecredential", ours)), Verdict.Altered, "picture-unreadable");
        yield return Picture("inflates-to-much", Forge.Png("openbadgecredential", new byte[20 * 1024 * 1024], isCompressed: true), Verdict.Altered, "picture-unreadable");
        yield return Picture("wants-dictionary", Forge.PackedPng("openbadgecredential", [.. PackedData.WantDictionary, .. new byte[40]]), Verdict.Altered, "picture-unreadable");
        yield return Picture("with-nonsense", Forge.Png("openbadgecredential", [1, 2, 3]), Verdict.Altered, "malformed");
    }

    private static CheckCase Case(string name, byte[] file, Verdict verdict, string code) => new("stranger-" + name, "credential.json", file, verdict, code);

    private static CheckCase Picture(string name, byte[] file, Verdict verdict, string code) => new("picture-" + name, "badge.png", file, verdict, code);

    private static void Rename(JsonObject json) => json["credentialSubject"]!["name"] = "Orang Lain";

    private static void Second(JsonObject json) => json["credentialSubject"] = new JsonArray(json["credentialSubject"]!.DeepClone(), new JsonObject
    {
        ["id"] = "urn:uuid:0f6b7e52-6a53-4d0e-9a9e-2b1f5c7d9e12",
        ["type"] = new JsonArray("AchievementSubject"),
    });

    private static JsonNode Other(JsonObject json)
    {
        var proof = json["proof"]!.DeepClone();
        proof["created"] = "2020-01-01T00:00:00Z";
        return proof;
    }

    private static byte[] Doubled(byte[] badge)
    {
        var one = Forge.Png("openbadgecredential", badge);
        return [.. one[..^12], .. one[8..]];
    }

    // Each of them unpacks to five megabytes.
    private static byte[] Many(int count)
    {
        var one = Forge.Png("openbadgecredential", new byte[5 * 1024 * 1024], isCompressed: true);
        var chunk = one[8..^12];
        return [.. one[..8], .. Enumerable.Repeat(chunk, count).SelectMany(c => c), .. one[^12..]];
    }

    private static byte[] Flipped(byte[] png)
    {
        png[100] ^= 1;
        return png;
    }
}
