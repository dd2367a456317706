using System.Text;
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
        yield return Case("proof-in-array", Forge.Changed(badge, json => json["proof"] = new JsonArray(json["proof"]!.DeepClone())), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("everything-in-lists", Forge.Changed(badge, Forge.InLists), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("endorsement-in-lists", Forge.Changed(badge, json => Forge.InLists(json["endorsement"]![0]!.AsObject())), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("one-evidence-without-list", Forge.Changed(OneEvidence(), json => json["evidence"] = json["evidence"]![0]!.DeepClone()), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Altered("in-lists", json => { Forge.InLists(json); json["credentialSubject"]![0]!["name"] = "Orang Lain"; });
        yield return Altered("type-of-another-kind", json => json["type"]![1] = "ClrCredential");
        yield return Altered("type-taken-away", json => json["type"] = new JsonArray("VerifiableCredential"));
        yield return Altered("type-of-a-list", json => json["type"]![1] = "BitstringStatusListCredential");
        yield return Altered("proof-of-another-badge", json => json["proof"] = Proof(Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher)) with { SubjectName = "Orang Lain" })));
        yield return Altered("issuer-with-blank", json => json["issuer"]!["id"] = "did:web:folio example", "issuer-not-a-did");
        yield return Altered("issuer-turned-around", json => json["issuer"]!["id"] = "did:web:folio.example\u202e", "issuer-not-a-did");
        yield return Altered("id-gone", json => json.Remove("id"), "not-a-credential");
        yield return Altered("second-subject", json => json["credentialSubject"] = new JsonArray(json["credentialSubject"]!.DeepClone(), new JsonObject { ["id"] = "urn:uuid:other" }), "not-a-credential");
        yield return Altered("iri-with-blank", json => json["evidence"]![0]!["id"] = "https://folio.example/revisions/a b");
        var expiring = Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher)) with { ValidUntil = Samples.Now.AddHours(2) });
        yield return Case("altered-end-moved", Forge.Changed(expiring, json => json["validUntil"] = "2035-11-20T10:15:00+07:00"), Verdict.Altered, "proof-broken");
        yield return Case("altered-end-taken-away", Forge.Changed(expiring, json => json.Remove("validUntil")), Verdict.Altered, "proof-broken");
        yield return Altered("end-added", json => json["validUntil"] = "2035-11-20T10:15:00+07:00");
        yield return Case("date-of-seven-digits", Forge.Resigned(badge, Samples.School, json => json["validFrom"] = "2025-11-20T10:15:00.1234567+07:00"), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("date-without-zone", Forge.Resigned(badge, Samples.School, json => json["validFrom"] = "2025-11-20T10:15:00"), Verdict.Altered, "proof-broken");
        yield return Case("signed-in-year-one", Forge.Resigned(badge, Samples.School, _ => { }, DateTimeOffset.MinValue), Verdict.IssuerUnknown, "key-not-in-register");
        yield return Case("signed-in-year-9999", Forge.Resigned(badge, Samples.School, _ => { }, DateTimeOffset.MaxValue), Verdict.NotCheckable, "not-yet-valid");
        yield return Key("five-minutes-old", k => k with { From = Samples.Now.AddMinutes(5) }, Verdict.GenuineCurrent, "genuine-as-of");
        yield return Key("younger", k => k with { From = Samples.Now.AddMinutes(5).AddSeconds(1) }, Verdict.IssuerUnknown, "key-not-in-register");
        yield return Key("laid-down-five-minutes-before", k => k with { RetiredAt = Samples.Now.AddMinutes(-5) }, Verdict.NotCheckable, "status-unavailable") with { Lists = Forge.ListsWithout(Samples.School) };
        yield return Key("laid-down-longer-before", k => k with { RetiredAt = Samples.Now.AddMinutes(-5).AddSeconds(-1) }, Verdict.Altered, "key-retired") with { Lists = Forge.ListsWithout(Samples.School) };
        yield return Altered("context-foreign", json => json["@context"]!.AsArray().Add("https://evil.example/context"), "contexts-foreign");
        yield return Altered("context-of-old-suite", json => json["@context"]!.AsArray().Add("https://w3id.org/security/suites/ed25519-2020/v1"), "contexts-foreign");
        yield return Altered("context-inline", json => json["@context"]!.AsArray().Add(new JsonObject { ["name"] = "https://evil.example/name" }), "contexts-foreign");
        yield return Altered("context-order", json => json["@context"] = new JsonArray("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://www.w3.org/ns/credentials/v2"), "contexts-foreign");
        var accented = Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher)) with { SubjectName = "Andr\u00e9 Wijaya" });
        yield return Case("name-other-normal-form", Forge.Changed(accented, json => json["credentialSubject"]!["name"] = "Andre\u0301 Wijaya"), Verdict.Altered, "proof-broken");
        var escaped = Encoding.UTF8.GetString(accented).Replace("\u00e9", "\\u00e9", StringComparison.Ordinal);
        yield return Case("name-written-with-escapes", Encoding.UTF8.GetBytes(escaped), Verdict.GenuineCurrent, "genuine-as-of");

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
        yield return Endorsed("by-did-key", by => by["issuer"]!["id"] = Forge.Stranger.Controller, Forge.Stranger, Verdict.IssuerUnknown, "endorser-not-in-register");
        var foreign = new SigningKey("did:web:other.example:staff:a", Forge.StrangerKey);
        yield return Endorsed("by-foreign-site", by => by["issuer"]!["id"] = foreign.Controller, foreign, Verdict.IssuerUnknown, "endorser-not-in-register");
        yield return Endorsed("in-anothers-name", by => by["issuer"]!["id"] = Samples.SecondTeacher.Controller, Samples.Teacher, Verdict.Altered, "endorsement-broken");
        yield return Endorsed("by-a-school", by => by["issuer"]!["id"] = Samples.OtherSchool.Controller, Samples.OtherSchool, Verdict.IssuerUnknown, "endorser-not-in-register");
        yield return Case("status-list-as-credential", Samples.StatusList(Samples.School), Verdict.NotCheckable, "kind-not-supported");
    }

    private static CheckCase Case(string name, byte[] file, Verdict verdict, string code) => new(name, "credential.json", file, verdict, code);

    private static CheckCase Key(string name, Func<RegisterKey, RegisterKey> change, Verdict verdict, string code) =>
        Case("key-" + name, Samples.SignedBadge(), verdict, code) with { Register = Forge.WithKeys(change(Samples.Entry(Samples.School))) };

    // The school's own signature holds; whose word it carries is another question.
    private static CheckCase Endorsed(string name, Action<JsonObject> change, SigningKey by, Verdict verdict, string code)
    {
        var word = Forge.Resigned(Samples.SignedEndorsement(Samples.Teacher), by, change);
        return Case("endorsed-" + name, Forge.Resigned(Samples.SignedBadge(), Samples.School, json => json["endorsement"]![0] = JsonNode.Parse(word)), verdict, code);
    }

    private static byte[] OneEvidence() => Samples.SignedBadge(Samples.Badge(Samples.SignedEndorsement(Samples.Teacher)) with { Evidence = [Samples.Badge().Evidence[0]] });

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
