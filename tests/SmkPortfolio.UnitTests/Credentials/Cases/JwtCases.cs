using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>Credentials as JWT: of our school, of strangers, and with every known trick in the header.</summary>
internal static class JwtCases
{
    public static IEnumerable<CheckCase> All()
    {
        yield return Case("good", Forge.SchoolJwt(), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("good-under-vc", Forge.SchoolJwt(Wrapped(Forge.Claims())), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("own-jwk-beside-a-good-kid", Forge.SchoolJwt(header: h => h["jwk"] = Forge.Jwk(Forge.StrangerEc)), Verdict.GenuineCurrent, "genuine-as-of");
        yield return Case("withdrawn", Forge.SchoolJwt(), Verdict.GenuineWithdrawn, "withdrawn-by-list") with { Lists = Forge.ListsWith([48213]) };
        yield return Case("no-register", Forge.SchoolJwt(), Verdict.NotCheckable, "did-document-needed") with { Register = null };
        yield return Case("key-leaked", Forge.SchoolJwt(), Verdict.Altered, "key-compromised") with { Register = With(k => k with { CompromisedAt = Samples.Now.AddDays(1) }) };
        yield return Case("key-retired-before", Forge.SchoolJwt(), Verdict.Altered, "key-retired") with { Register = With(k => k with { RetiredAt = Samples.Now.AddDays(-1) }) };
        yield return Case("key-not-listed", Forge.SchoolJwt(), Verdict.NotCheckable, "key-unknown") with { Register = Forge.WithKeys(Samples.Entry(Samples.School)) };
        yield return Case("named-key-not-listed", Forge.SchoolJwt(kid: Samples.School.Controller + "#" + Forge.Multikey(Forge.StrangerEc), key: Forge.StrangerEc), Verdict.IssuerUnknown, "key-not-in-register");
        yield return Case("content-altered", Tampered(Forge.SchoolJwt()), Verdict.Altered, "proof-broken");
        yield return Case("wrong-key", Forge.SchoolJwt(key: Forge.StrangerEc), Verdict.Altered, "proof-broken");
        yield return Case("own-jwk-and-no-kid", Forge.Jwt(Forge.Claims(), "ES256", null, Ec(Forge.StrangerEc), h => h["jwk"] = Forge.Jwk(Forge.StrangerEc)), Verdict.Altered, "key-of-another");
        yield return Case("own-jwk-decides", Forge.SchoolJwt(header: h => h["jwk"] = Forge.Jwk(Forge.StrangerEc), key: Forge.StrangerEc), Verdict.Altered, "proof-broken");
        yield return Case("kid-of-another", Forge.SchoolJwt(kid: Samples.OtherSchool.Controller + "#jwt-2026"), Verdict.Altered, "key-of-another");
        yield return Case("kid-bare-fragment", Forge.SchoolJwt(kid: "#jwt-2026"), Verdict.Altered, "key-of-another");
        yield return Case("alg-none", Forge.Jwt(Forge.Claims(), "none", Forge.SchoolKid, _ => []), Verdict.Altered, "jwt-unsigned");
        yield return Case("alg-none-in-capitals", Forge.Jwt(Forge.Claims(), "NoNe", Forge.SchoolKid, _ => [1]), Verdict.Altered, "jwt-unsigned");
        yield return Case("signature-cut-off", Forge.Jwt(Forge.Claims(), "ES256", Forge.SchoolKid, _ => []), Verdict.Altered, "jwt-unsigned");
        yield return Case("signature-all-zero", Forge.Jwt(Forge.Claims(), "ES256", Forge.SchoolKid, _ => new byte[64]), Verdict.Altered, "proof-broken");
        yield return Case("public-key-as-secret", Forge.Jwt(Forge.Claims(), "HS256", Forge.SchoolKid, input => HMACSHA256.HashData(Forge.SchoolEc.ExportSubjectPublicKeyInfo(), input)), Verdict.Altered, "proof-broken");
        yield return Case("rsa-for-ec", Forge.Jwt(Forge.Claims(), "RS256", Samples.School.Controller + "#" + Forge.Multikey(Forge.SchoolEc), Rsa), Verdict.Altered, "proof-broken");
        yield return Case("crit", Forge.SchoolJwt(header: h => h["crit"] = new JsonArray("exp")), Verdict.Altered, "proof-broken");
        yield return Case("b64", Forge.SchoolJwt(header: h => h["b64"] = false), Verdict.Altered, "proof-broken");
        yield return Case("type-of-a-register", Forge.SchoolJwt(header: h => h["typ"] = "smk-register+jwt"), Verdict.Altered, "not-a-credential");
        yield return Case("a-real-register", Encoding.ASCII.GetBytes(RegisterFile.Sign(Forge.Register, Samples.Platform)), Verdict.Altered, "not-a-credential");
        foreach (var (claim, value) in new (string, JsonNode)[] { ("iss", Samples.OtherSchool.Controller), ("jti", "https://folio.example/other"), ("sub", "urn:uuid:other"), ("nbf", 1), ("exp", 4102444800), ("iat", "soon") })
        {
            var claims = Forge.Claims();
            claims[claim] = value;
            yield return Case("claim-" + claim, Forge.SchoolJwt(claims), Verdict.Altered, "jwt-claims");
        }
        var claimsOfPerson = Forge.Claims();
        claimsOfPerson.Remove("credentialStatus");
        yield return Case("without-status", Forge.SchoolJwt(claimsOfPerson), Verdict.NotCheckable, "status-unavailable");
        // Other checkers answer "not withdrawn" to a kind of status that they never look up.
        foreach (var type in new[] { "StatusList2021Entry", "RevocationList2020Status", "1EdTechRevocationList" })
        {
            var older = Forge.Claims();
            older["credentialStatus"]!["type"] = type;
            yield return Case("older-status-" + type, Forge.SchoolJwt(older), Verdict.NotCheckable, "status-unavailable");
        }
        yield return Case("foreign-context", Forge.SchoolJwt(Context(Forge.Claims())), Verdict.Altered, "contexts-foreign");

        var ed = Forge.Stranger.Controller;
        yield return Case("stranger-ed25519", Forge.Jwt(Forge.Claims(issuer: ed), "EdDSA", Forge.Stranger.VerificationMethod, Ed), Verdict.IssuerUnknown, "issuer-not-in-register");
        yield return Case("stranger-ed25519-altered", Tampered(Forge.Jwt(Forge.Claims(issuer: ed), "EdDSA", Forge.Stranger.VerificationMethod, Ed)), Verdict.Altered, "proof-broken");
        var p256 = Forge.Multikey(Forge.StrangerEc);
        yield return Case("stranger-p256", Forge.Jwt(Forge.Claims(issuer: "did:key:" + p256), "ES256", $"did:key:{p256}#{p256}", Ec(Forge.StrangerEc)), Verdict.IssuerUnknown, "issuer-not-in-register");
        var rsa = Forge.DidJwk(Forge.Jwk(Forge.StrangerRsa));
        yield return Case("stranger-did-jwk-rsa", Forge.Jwt(Forge.Claims(issuer: rsa), "RS256", rsa + "#0", Rsa), Verdict.IssuerUnknown, "issuer-not-in-register");
        var ec = Forge.DidJwk(Forge.Jwk(Forge.StrangerEc));
        yield return Case("stranger-did-jwk-ec", Forge.Jwt(Forge.Claims(issuer: ec), "ES256", ec + "#0", Ec(Forge.StrangerEc)), Verdict.IssuerUnknown, "issuer-not-in-register");
        foreach (var type in new[] { "application/vc+jwt", "application/vc+ld+jwt", "vc+jwt", "VC+JWT", "application/jwt" })
            yield return Case("stranger-type-" + type.Replace('/', '-').Replace('+', '-'), Forge.Jwt(Forge.Claims(issuer: ec), "ES256", ec + "#0", Ec(Forge.StrangerEc), h => h["typ"] = type), Verdict.IssuerUnknown, "issuer-not-in-register");
        yield return Case("presentation", Forge.Jwt(new JsonObject { ["iss"] = ec, ["type"] = new JsonArray("VerifiablePresentation") }, "ES256", ec + "#0", Ec(Forge.StrangerEc)), Verdict.NotCheckable, "kind-not-supported");
        yield return Case("presentation-of-old-form", Forge.Jwt(new JsonObject { ["iss"] = ec, ["vp"] = new JsonObject() }, "ES256", ec + "#0", Ec(Forge.StrangerEc)), Verdict.NotCheckable, "kind-not-supported");
        yield return Case("presentation-by-type", Forge.Jwt(new JsonObject { ["iss"] = ec }, "ES256", ec + "#0", Ec(Forge.StrangerEc), h => h["typ"] = "vp+jwt"), Verdict.NotCheckable, "kind-not-supported");
        var words = "did:web:Kementerian Pendidikan";
        yield return Case("stranger-issuer-of-words", Forge.Jwt(Forge.Claims(issuer: words), "ES256", words + "#" + p256, Ec(Forge.StrangerEc)), Verdict.Altered, "issuer-not-a-did");
        var twoSubjects = Forge.Claims(issuer: ec);
        twoSubjects.Remove("sub");
        twoSubjects["credentialSubject"] = new JsonArray(twoSubjects["credentialSubject"]!.DeepClone(), new JsonObject { ["id"] = "urn:uuid:other" });
        yield return Case("stranger-two-subjects", Forge.Jwt(twoSubjects, "ES256", ec + "#0", Ec(Forge.StrangerEc)), Verdict.IssuerUnknown, "issuer-not-in-register");
        var nameless = Forge.Claims(issuer: ec);
        nameless.Remove("id");
        nameless.Remove("jti");
        yield return Case("stranger-without-id", Forge.Jwt(nameless, "ES256", ec + "#0", Ec(Forge.StrangerEc)), Verdict.IssuerUnknown, "issuer-not-in-register");
        // A key that the file brings along decides nothing, in whatever member.
        foreach (var member in new[] { "jku", "x5u", "x5c", "x5t" })
        {
            JsonNode Brought() => member == "x5c" ? new JsonArray("MIIB") : "https://evil.example/keys";
            yield return Case(member + "-beside-a-good-kid", Forge.SchoolJwt(header: h => h[member] = Brought()), Verdict.GenuineCurrent, "genuine-as-of");
            yield return Case(member + "-decides", Forge.SchoolJwt(header: h => h[member] = Brought(), key: Forge.StrangerEc), Verdict.Altered, "proof-broken");
        }
        var listed = Forge.Claims();
        listed["credentialStatus"] = new JsonArray(listed["credentialStatus"]!.DeepClone());
        yield return Case("status-in-list", Forge.SchoolJwt(listed), Verdict.NotCheckable, "status-unavailable");
        yield return Case("stranger-crit", Forge.Jwt(Forge.Claims(issuer: ec), "ES256", ec + "#0", Ec(Forge.StrangerEc), h => h["crit"] = new JsonArray("x")), Verdict.NotCheckable, "method-not-supported");
        yield return Case("stranger-did-web", Forge.Jwt(Forge.Claims(issuer: "did:web:evil.example"), "ES256", "did:web:evil.example#key-1", Ec(Forge.StrangerEc)), Verdict.NotCheckable, "did-document-needed");
        yield return Case("stranger-own-jwk", Forge.Jwt(Forge.Claims(issuer: "https://evil.example"), "ES256", null, Ec(Forge.StrangerEc), h => h["jwk"] = Forge.Jwk(Forge.StrangerEc)), Verdict.NotCheckable, "method-not-supported");
        yield return Case("stranger-vcdm-1.1", Forge.Jwt(Old(ed), "EdDSA", Forge.Stranger.VerificationMethod, Ed), Verdict.IssuerUnknown, "issuer-not-in-register");
        yield return Case("not-json-inside", Encoding.ASCII.GetBytes("eyJhbGciOiJFUzI1NiJ9.AAAA.c2ln"), Verdict.Altered, "malformed");
    }

    private static CheckCase Case(string name, byte[] file, Verdict verdict, string code) => new("jwt-" + name, "credential.jwt", file, verdict, code);

    private static Func<byte[], byte[]> Ec(ECDsa key) => input => key.SignData(input, HashAlgorithmName.SHA256);

    private static byte[] Rsa(byte[] input) => Forge.StrangerRsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static byte[] Ed(byte[] input) => Forge.StrangerKey.Sign(input);

    private static RegisterContent With(Func<RegisterKey, RegisterKey> change) => Forge.WithKeys(Samples.Entry(Samples.School), change(Forge.Register.Schools[0].Keys[1]));

    private static byte[] Tampered(byte[] jwt)
    {
        var parts = Encoding.ASCII.GetString(jwt).Split('.');
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!;
        claims["credentialSubject"]!["name"] = "Orang Lain";
        parts[1] = System.Buffers.Text.Base64Url.EncodeToString(JsonWrite.Bytes(claims));
        return Encoding.ASCII.GetBytes(string.Join('.', parts));
    }

    private static JsonObject Wrapped(JsonObject claims)
    {
        var outer = new JsonObject();
        foreach (var name in new[] { "iss", "jti", "sub", "nbf" })
        {
            outer[name] = claims[name]!.DeepClone();
            claims.Remove(name);
        }
        claims.Remove("id");
        claims.Remove("validFrom");
        outer["vc"] = claims;
        return outer;
    }

    private static JsonObject Context(JsonObject claims)
    {
        claims["@context"]!.AsArray().Add("https://evil.example/context");
        return claims;
    }

    private static JsonObject Old(string issuer)
    {
        var old = Wrapped(Forge.Claims(issuer: issuer));
        old["vc"]!["@context"] = new JsonArray("https://www.w3.org/2018/credentials/v1");
        old["vc"]!["type"] = new JsonArray("VerifiableCredential", "ClrCredential");
        old["vc"]!["issuanceDate"] = "2025-11-20T03:15:00Z";
        return old;
    }
}
