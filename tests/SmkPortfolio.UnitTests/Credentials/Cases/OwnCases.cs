using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>Credentials of a school in the register: issued, altered, and signed by the wrong hand.</summary>
internal static class OwnCases
{
    public static IEnumerable<CheckCase> All()
    {
        var badge = Samples.SignedBadge();
        yield return Case("badge-good", badge, Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("endorsement-good", Samples.SignedEndorsement(Samples.Teacher), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("no-register", badge, Verdict.IssuerUnknown, "no-register") with { Register = null };
        yield return Altered("name", json => json["credentialSubject"]!["name"] = "Orang Lain");
        yield return Altered("evidence-digest", json => json["evidence"]![0]!["digestSRI"] = "sha256-" + Convert.ToBase64String(new byte[32]));
        yield return Altered("date", json => json["validFrom"] = "2020-01-01T00:00:00Z");
        yield return Altered("awarded", json => json["awardedDate"] = "2020-01-01T00:00:00Z");
        yield return Altered("level", json => json["credentialSubject"]!["achievement"]!["alignment"]![0]!["targetName"] = "Ahli utama");
        yield return Altered("issuer-name", json => json["issuer"]!["name"] = "Universitas Contoh");
        yield return Altered("status-index", json => json["credentialStatus"]!["statusListIndex"] = "1");
        yield return Altered("status-gone", json => json.Remove("credentialStatus"));
        yield return Altered("proof-date", json => json["proof"]!["created"] = "2020-01-01T00:00:00Z");
        yield return Altered("purpose", json => json["proof"]!["proofPurpose"] = "authentication");
        yield return Altered("suite", json => json["proof"]!["cryptosuite"] = "eddsa-jcs-2022");
        yield return Altered("proof-type", json => json["proof"]!["type"] = "Ed25519Signature2020");
        yield return Altered("embedded-endorsement", json => json["endorsement"]![0]!["credentialSubject"]!["endorsementComment"] = "Luar biasa");
        yield return Altered("relative-iri", json => json["evidence"]![0]!["id"] = "revisions/1");
        yield return Altered("unknown-member", json => json["favouriteColour"] = "blue");
        yield return Altered("issuer-of-another-school", json => json["issuer"]!["id"] = Samples.OtherSchool.Controller, "key-of-another");
        yield return Altered("proof-gone", json => json.Remove("proof"), "not-a-credential");
        yield return Altered("proof-moved", json => Move(json), "not-a-credential");
        yield return Altered("proof-doubled", json => json["proof"] = new JsonArray(json["proof"]!.DeepClone(), json["proof"]!.DeepClone()), "proof-count");
        yield return Altered("proof-in-array", json => json["proof"] = new JsonArray(json["proof"]!.DeepClone()), "proof-count");
        yield return Altered("context-foreign", json => json["@context"]!.AsArray().Add("https://evil.example/context"), "contexts-foreign");
        yield return Altered("context-of-old-suite", json => json["@context"]!.AsArray().Add("https://w3id.org/security/suites/ed25519-2020/v1"), "contexts-foreign");
        yield return Altered("context-inline", json => json["@context"]!.AsArray().Add(new JsonObject { ["name"] = "https://evil.example/name" }), "contexts-foreign");
        yield return Altered("context-order", json => json["@context"] = new JsonArray("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://www.w3.org/ns/credentials/v2"), "contexts-foreign");
        var accented = Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher)) with { SubjectName = "Andr\u00e9 Wijaya" });
        yield return Case("name-other-normal-form", Forge.Changed(accented, json => json["credentialSubject"]!["name"] = "Andre\u0301 Wijaya"), Verdict.Altered, "proof-broken");

        yield return Case("two-signers", Forge.Changed(badge, json => json["proof"] = new JsonArray(json["proof"]!.DeepClone(), Proof(Forge.StrangersBadge()))), Verdict.Altered, "proof-count");
        yield return Case("key-unlisted", badge, Verdict.IssuerUnknown, "key-not-in-register") with { Register = Forge.WithKeys(Samples.Entry(Samples.OtherSchool)) };
        yield return Case("key-leaked", badge, Verdict.Altered, "key-compromised") with { Register = Forge.WithKeys(Samples.Entry(Samples.School) with { CompromisedAt = Samples.Now.AddDays(1) }) };
        yield return Case("key-retired-later", badge, Verdict.GenuineCurrent, "genuine-as-of") with { Register = Forge.WithKeys(Samples.Entry(Samples.School) with { RetiredAt = Samples.Now.AddHours(1) }) };
        yield return Case("key-retired-before", badge, Verdict.Altered, "key-retired") with { Register = Forge.WithKeys(Samples.Entry(Samples.School) with { RetiredAt = Samples.Now.AddDays(-1) }) };
        yield return Case("key-of-teacher", Forge.Resigned(badge, Samples.Teacher, _ => { }), Verdict.Altered, "key-of-another");
        yield return Case("teacher-makes-badge", Forge.Resigned(badge, Samples.Teacher, json => json["issuer"]!["id"] = Samples.Teacher.Controller), Verdict.IssuerUnknown, "issuer-not-in-register");
        yield return Case("school-closed", badge, Verdict.IssuerUnknown, "issuer-not-active") with { Register = Closed() };
        yield return Case("endorser-stranger", badge, Verdict.IssuerUnknown, "endorser-not-in-register") with { Register = Forge.Register with { Persons = [] } };
        yield return Case("endorses-other-bytes", Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher, bytes: [9]))), Verdict.Altered, "endorsement-broken");
        var broken = Forge.Changed(Samples.SignedEndorsement(Samples.Teacher), json => json["credentialSubject"]!["endorsementComment"] = "Luar biasa");
        yield return Case("endorsement-altered-inside", Forge.Resigned(badge, Samples.School, json => json["endorsement"]![0] = JsonNode.Parse(broken)), Verdict.Altered, "endorsement-broken");
        yield return Case("status-list-as-credential", Samples.StatusList(Samples.School), Verdict.NotCheckable, "kind-not-supported");
    }

    private static CheckCase Case(string name, byte[] file, Verdict verdict, string code) => new(name, "credential.json", file, verdict, code);

    private static CheckCase Altered(string name, Action<JsonObject> change, string code = "proof-broken") =>
        Case("altered-" + name, Forge.Changed(Samples.SignedBadge(), change), Verdict.Altered, code);

    private static JsonNode Proof(byte[] file) => JsonNode.Parse(file)!["proof"]!.DeepClone();

    private static void Move(JsonObject json)
    {
        var proof = json["proof"]!.DeepClone();
        json.Remove("proof");
        json["credentialSubject"]!["proof"] = proof;
    }

    private static RegisterContent Closed() =>
        Forge.Register with { Schools = [Forge.Register.Schools[0] with { To = Samples.Now.AddDays(-1) }, Forge.Register.Schools[1]] };
}
