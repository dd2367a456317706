using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Credentials;
using SmkPortfolio.UnitTests.Credentials;
using SmkPortfolio.UnitTests.Credentials.Cases;
using SmkPortfolio.Verifier.Checking;

namespace SmkPortfolio.BrowserTests.Checker;

/// <summary>Tokens spelt oddly, keys that are none and claims at the edge: the page from the disk and the core say the same of each.</summary>
public sealed class TokenTests(Chromium chromium, Site site)
{
    private static readonly DateTimeOffset Now = Samples.Now.AddDays(1);

    [Fact]
    public async Task Every_spelling_of_a_token_gets_the_answer_of_the_core()
    {
        var good = Encoding.ASCII.GetString(Forge.SchoolJwt());
        var parts = good.Split('.');
        string With(int part, Func<string, string> change) => string.Join('.', parts.Select((p, i) => i == part ? change(p) : p));
        var der = Forge.Jwt(Forge.Claims(), "ES256", Forge.SchoolKid, input => Forge.SchoolEc.SignData(input, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        await AgreeAsync(7,
        [
            ("as it is", good), ("blanks around", " \t\r\n" + good + "\n\n"), ("a mark in front", "\uFEFF" + good), ("two marks", "\uFEFF\uFEFF" + good), ("a mark behind", good + "\uFEFF"),
            ("padded signature", good + "=="), ("padded too much", good + "==="), ("percent signs for padding", good + "%%"), ("padded header", With(0, p => p + "=")), ("padding inside", With(2, p => p[..4] + "=" + p[4..])),
            ("signature over two lines", With(2, p => p[..40] + "\n" + p[40..])), ("content over two lines", With(1, p => p[..40] + "\r\n" + p[40..])), ("a stop more", good + "."), ("a part less", parts[0] + "." + parts[1]),
            ("stray bits at the end", good[..^1] + (char)(good[^1] + 1)), ("plain base64", With(2, p => p[..^2] + "+/")), ("empty content", With(1, _ => "")), ("empty signature", With(2, _ => "")), ("an accent", With(1, p => p + "\u00e9")),
            ("header in brackets", With(0, _ => Coded("[]"))), ("blank before the brace", With(0, _ => Coded(" {\"alg\":\"ES256\"}"))), ("algorithm no text", With(0, _ => Coded("{\"alg\":1}"))), ("no algorithm", With(0, _ => Coded("{\"x\":\"y\"}"))),
            ("type no text", Text(Forge.SchoolJwt(header: h => h["typ"] = 1))), ("type of a credential", Text(Forge.SchoolJwt(header: h => h["typ"] = "vc+jwt"))), ("no type", Text(Forge.SchoolJwt(header: h => h.Remove("typ")))), ("type null", Text(Forge.SchoolJwt(header: h => h["typ"] = null))),
            ("crit null", Text(Forge.SchoolJwt(header: h => h["crit"] = null))), ("long key name", Text(Forge.SchoolJwt(kid: Samples.School.Controller + "#" + new string('x', 4097)))), ("key name of three", Text(Forge.SchoolJwt(kid: Forge.SchoolKid + "#x"))), ("signature in DER", Text(der)),
            ("signature of one byte more", With(2, p => Base64Url.EncodeToString([.. Base64Url.DecodeFromChars(p), 0]))), ("signature of one byte less", With(2, p => Base64Url.EncodeToString(Base64Url.DecodeFromChars(p).AsSpan()[..^1]))),
            ("too long", good + new string('\n', 1024 * 1024)), ("too long by itself", new string('e', 600_000) + "." + new string('A', 600_000) + ".A"),
        ]);
    }

    [Fact]
    public async Task Every_claim_at_the_edge_gets_the_answer_of_the_core()
    {
        string Claiming(Action<JsonObject> change)
        {
            var claims = Forge.Claims();
            change(claims);
            return Text(Forge.SchoolJwt(claims));
        }
        string Wrapping(Action<JsonObject, JsonObject> change)
        {
            var inner = Forge.Claims();
            var outer = new JsonObject();
            foreach (var name in new[] { "iss", "jti", "sub", "nbf" })
            {
                outer[name] = inner[name]!.DeepClone();
                inner.Remove(name);
            }
            outer["vc"] = inner;
            change(outer, inner);
            return Text(Forge.SchoolJwt(outer));
        }
        await AgreeAsync(7,
        [
            ("fraction of a second", Claiming(c => c["nbf"] = Samples.Now.ToUnixTimeSeconds() + 0.9)), ("a second more", Claiming(c => c["nbf"] = Samples.Now.ToUnixTimeSeconds() + 1)), ("text for a time", Claiming(c => c["nbf"] = "2025-11-20T03:15:00Z")),
            ("null for a time", Claiming(c => c["nbf"] = null)), ("nought", Claiming(c => c["iat"] = 0)), ("before the beginning", Claiming(c => c["iat"] = -5)), ("after the end", Claiming(c => c["iat"] = 1e300)),
            ("issued before the key", Claiming(c => c["iat"] = 1_000_000_000)), ("issued tomorrow", Claiming(c => c["iat"] = Now.AddDays(1).ToUnixTimeSeconds())), ("no times", Claiming(c => c.Remove("nbf"))),
            ("end that agrees", Claiming(c => { c["validUntil"] = "2025-11-20T12:00:00+07:00"; c["exp"] = new DateTimeOffset(2025, 11, 20, 5, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(); })), ("end that does not", Claiming(c => { c["validUntil"] = "2025-11-20T12:00:00+07:00"; c["exp"] = 1; })),
            ("end by claim alone", Claiming(c => c["exp"] = Now.AddYears(1).ToUnixTimeSeconds())), ("issuer null", Claiming(c => c["iss"] = null)), ("issuer as text", Claiming(c => c["issuer"] = Samples.School.Controller)), ("wrapped null", Claiming(c => c["vc"] = null)), ("wrapped list", Claiming(c => c["vc"] = new JsonArray())),
            ("wrapped whole", Wrapping((_, _) => { })), ("wrapped without times", Wrapping((o, i) => { o.Remove("nbf"); i.Remove("validFrom"); })), ("wrapped, begin by claim", Wrapping((o, i) => { o["nbf"] = Samples.Now.ToUnixTimeSeconds() + 0.5; i.Remove("validFrom"); })),
            ("wrapped, begin null", Wrapping((_, i) => i["validFrom"] = null)), ("wrapped, end by claim", Wrapping((o, _) => o["exp"] = Samples.Now.AddHours(1).ToUnixTimeSeconds())), ("wrapped, end later", Wrapping((o, _) => o["exp"] = Now.AddYears(1).ToUnixTimeSeconds())),
            ("wrapped without issuer", Wrapping((_, i) => i.Remove("issuer"))), ("wrapped without id", Wrapping((_, i) => i["id"] = null)), ("wrapped without all", Wrapping((o, i) => { i.Remove("id"); o.Remove("jti"); })), ("an old date", Wrapping((_, i) => { i["issuanceDate"] = i["validFrom"]!.DeepClone(); i.Remove("validFrom"); })),
        ]);
    }

    [Fact]
    public async Task Every_key_of_a_stranger_gets_the_answer_of_the_core()
    {
        using var small = RSA.Create(1024);
        var q = Forge.StrangerEc.ExportParameters(false).Q;
        var rsa = Forge.StrangerRsa.ExportParameters(false);
        string ByJwk(JsonObject jwk, string alg = "ES256", string fragment = "0") => By(Forge.DidJwk(jwk), alg, fragment);
        string ByKey(params byte[] multikey) => By("did:key:z" + Base58.Encode(multikey), "ES256", "z" + Base58.Encode(multikey));
        JsonObject Ec(byte[] x, byte[] y) => new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(x), ["y"] = Base64Url.EncodeToString(y) };
        JsonObject Rsa(byte[] n, byte[] e) => new() { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(n), ["e"] = Base64Url.EncodeToString(e) };
        JsonObject And(JsonObject jwk, string name, JsonNode? value)
        {
            jwk[name] = value;
            return jwk;
        }
        byte parity = (byte)(2 + (q.Y![^1] & 1));
        await AgreeAsync(4,
        [
            ("a good point", ByJwk(Forge.Jwk(Forge.StrangerEc))), ("a good modulus", ByJwk(Forge.Jwk(Forge.StrangerRsa), "RS256")), ("a good Edwards point", ByJwk(new JsonObject { ["kty"] = "OKP", ["crv"] = "Ed25519", ["x"] = Base64Url.EncodeToString(Forge.StrangerKey.PublicKey.Span) }, "EdDSA")),
            ("a private part", ByJwk(And(Forge.Jwk(Forge.StrangerEc), "d", "AA"))), ("a private part that is null", ByJwk(And(Forge.Jwk(Forge.StrangerEc), "d", null))), ("no point of the curve", ByJwk(Ec(q.X!, q.X!))), ("nought", ByJwk(Ec(new byte[32], new byte[32]))),
            ("a short number", ByJwk(Ec(q.X![1..], q.Y))), ("another curve", ByJwk(And(Forge.Jwk(Forge.StrangerEc), "crv", "P-384"))), ("a modulus with a curve", ByJwk(And(Forge.Jwk(Forge.StrangerRsa), "crv", "undefined"), "RS256")), ("padded coordinate", ByJwk(And(Forge.Jwk(Forge.StrangerEc), "x", Base64Url.EncodeToString(q.X) + "="))),
            ("a small modulus", ByJwk(Forge.Jwk(small), "RS256")), ("a nought before the modulus", ByJwk(Rsa([0, .. rsa.Modulus!], rsa.Exponent!), "RS256")), ("noughts before the exponent", ByJwk(Rsa(rsa.Modulus!, [0, .. rsa.Exponent!]), "RS256")), ("a long exponent", ByJwk(Rsa(rsa.Modulus!, [1, 0, 0, 0, 1]), "RS256")),
            ("a huge modulus", ByJwk(Rsa([1, .. new byte[1024]], rsa.Exponent!), "RS256")), ("another algorithm", ByJwk(Forge.Jwk(Forge.StrangerEc), "RS256")), ("another fragment", ByJwk(Forge.Jwk(Forge.StrangerEc), fragment: "1")), ("no JSON", By("did:jwk:AAAA", "ES256", "0")), ("no base64", By("did:jwk:A", "ES256", "0")),
            ("compressed", ByKey([0x80, 0x24, parity, .. q.X!])), ("the other half", ByKey([0x80, 0x24, (byte)(parity ^ 1), .. q.X!])), ("of no parity", ByKey([0x80, 0x24, 4, .. q.X!])), ("beyond the field", ByKey([0x80, 0x24, 2, .. Enumerable.Repeat((byte)255, 32)])), ("x of no point", ByKey([0x80, 0x24, 2, .. new byte[31], 1])),
            ("one byte short", ByKey([0x80, 0x24, parity, .. q.X![1..]])), ("another prefix", ByKey([0x80, 0x25, parity, .. q.X!])), ("not compressed", ByKey([0x80, 0x24, 4, .. q.X!, .. q.Y])),
            ("on the web, key in the address", By("did:web:evil.example", "ES256", Forge.Multikey(Forge.StrangerEc))), ("on the web", By("did:web:evil.example", "ES256", "key-1")), ("another method", By("did:ion:abc", "ES256", "0")), ("another key than named", By("did:key:" + Forge.Multikey(Forge.StrangerEc), "ES256", Forge.Multikey(Forge.SchoolEc))),
        ]);
    }

    private static string By(string did, string alg, string fragment) => Text(Forge.Jwt(Forge.Claims(issuer: did), alg, did + "#" + fragment, input => alg switch
    {
        "RS256" => Forge.StrangerRsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "EdDSA" => Forge.StrangerKey.Sign(input),
        _ => Forge.StrangerEc.SignData(input, HashAlgorithmName.SHA256),
    }));

    private static string Text(byte[] jwt) => Encoding.ASCII.GetString(jwt);

    private static string Coded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <param name="kinds">So many different answers must be among them, or nothing was compared.</param>
    private async Task AgreeAsync(int kinds, (string What, string Text)[] tokens)
    {
        var jws = RegisterFile.Sign(Forge.Register, Samples.Platform);
        var register = RegisterFile.Read(jws);
        await using var page = await SavedChecker.OpenAsync(chromium, site, jws, register.Fingerprint, Now);
        var lists = Forge.Lists.Values.Select((list, i) => new CheckedFile($"{i}.json", list)).ToList();

        await page.HandInAsync([.. tokens.Select(t => new CheckedFile("x.jwt", Encoding.UTF8.GetBytes(t.Text))), .. lists]);

        var told = await page.ToldAsync();
        Assert.Equal(tokens.Length + lists.Count, told.Count);
        var differences = new List<string>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (await CoreAsync(tokens[i].Text, register) is var core && core != told[i])
            {
                differences.Add($"{tokens[i].What}: the core says {core}, the page {told[i]}");
            }
        }
        Visitor.Expect(differences);
        Assert.Equal(kinds, told.Take(tokens.Length).Distinct().Count());
        Visitor.Expect(page.Visitor.Complaints);
    }

    private static async Task<Told> CoreAsync(string text, Register register)
    {
        try
        {
            var report = await DocumentVerifier.VerifyAsync(
                Encoding.UTF8.GetBytes(text), new VerificationContext(register, new OfflineSources(), Now, "en") { Stapled = [.. Forge.Lists.Values.Select(l => (ReadOnlyMemory<byte>)l)] }, default);
            return new Told(WireNames.Of(report.Verdict), report.ReasonCode);
        }
        catch (UnknownKindException)
        {
            return new Told("not-checkable", "unknown-kind");
        }
    }
}
