using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Integrity;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.JsonLd;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>Makes good and forged files; keys in here are those of the samples and of strangers.</summary>
internal static class Forge
{
    public static readonly ECDsa SchoolEc = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly ECDsa StrangerEc = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly RSA StrangerRsa = RSA.Create(2048);
    public static readonly Ed25519Key StrangerKey = Ed25519Key.FromSeed(Enumerable.Repeat((byte)77, 32).ToArray());
    public static readonly SigningKey Stranger = new("did:key:" + StrangerKey.Multikey, StrangerKey);

    public static string SchoolKid => Samples.School.Controller + "#jwt-2026";

    public static RegisterContent Register { get; } = WithKeys(Samples.Entry(Samples.School), new RegisterKey(Multikey(SchoolEc), Samples.Now.AddYears(-1)));

    public static IReadOnlyDictionary<string, byte[]> Lists { get; } = ListsWith([]);

    public static RegisterContent WithKeys(params RegisterKey[] keys)
    {
        var content = Samples.RegisterContent(PaperSample.Sealer.CertificateSha256);
        return content with { Schools = [content.Schools[0] with { Keys = keys }, content.Schools[1]] };
    }

    public static IReadOnlyDictionary<string, byte[]> ListsWith(int[] schoolBits, params int[] teacherBits) => new Dictionary<string, byte[]>
    {
        [Samples.ListOf(Samples.School)] = Samples.StatusList(Samples.School, schoolBits),
        [Samples.ListOf(Samples.Teacher)] = Samples.StatusList(Samples.Teacher, teacherBits),
    };

    public static IReadOnlyDictionary<string, byte[]> ListsWithout(SigningKey issuer, byte[]? instead = null)
    {
        var lists = new Dictionary<string, byte[]>(Lists);
        if (instead is null) lists.Remove(Samples.ListOf(issuer));
        else lists[Samples.ListOf(issuer)] = instead;
        return lists;
    }

    /// <summary>The school's list as it was signed at some time.</summary>
    public static byte[] ListAt(DateTimeOffset at, params int[] bits) => ListAt(at, Samples.School, bits);

    public static byte[] ListAt(DateTimeOffset at, SigningKey issuer, params int[] bits) => Issuance.Issue(
        Issuance.PrepareStatusList(new StatusListClaims { ListUrl = Samples.ListOf(issuer), IssuerDid = issuer.Controller, ValidFrom = at, SetBits = bits }), issuer, at);

    /// <summary>Every member that may be a list becomes a list of one; by JSON-LD it means the same.</summary>
    public static void InLists(JsonObject json)
    {
        foreach (var (name, value) in json.ToList())
        {
            if (name is "@context" or "id" or "endorsement") continue;
            if (value is JsonObject inner) InLists(inner);
            foreach (var item in (value as JsonArray ?? []).OfType<JsonObject>()) InLists(item);
            if (value is not JsonArray) json[name] = new JsonArray(value!.DeepClone());
        }
    }

    public static byte[] Changed(byte[] file, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(file)!.AsObject();
        change(json);
        return JsonWrite.Bytes(json);
    }

    /// <summary>Changed and then signed anew: what a key can be made to sign, whatever the issuing code would refuse.</summary>
    public static byte[] Resigned(byte[] file, SigningKey key, Action<JsonObject> change, DateTimeOffset? created = null) => Changed(file, json =>
    {
        json.Remove("proof");
        change(json);
        var document = StrictJson.ParseObject(JsonWrite.Bytes(json));
        json["proof"] = DataIntegrityProof.Sign(document, DataIntegrityProof.DocumentHash(document), key, created ?? Samples.Now);
    });

    /// <summary>A badge made elsewhere, by a did:key.</summary>
    public static byte[] StrangersBadge(Action<JsonObject>? change = null) => Resigned(Samples.SignedBadge(), Stranger, json =>
    {
        json["issuer"]!["id"] = Stranger.Controller;
        json["issuer"]!["name"] = "SMK Negeri Contoh 1";
        json.Remove("endorsement");
        json.Remove("credentialStatus");
        change?.Invoke(json);
    });

    public static byte[] Signature2020(byte[] badge) => Changed(badge, json =>
    {
        json.Remove("proof");
        json["@context"]!.AsArray().Add(ContextStore.Ed25519Signature2020);
        var document = StrictJson.ParseObject(JsonWrite.Bytes(json));
        var proof = new JsonObject
        {
            ["type"] = DataIntegrityProof.Signature2020,
            ["created"] = "2025-11-20T03:15:00Z",
            ["verificationMethod"] = Stranger.VerificationMethod,
            ["proofPurpose"] = "assertionMethod",
        };
        byte[] message = [.. Hash(StrictJson.ParseObject(JsonWrite.Bytes(proof)), document), .. DataIntegrityProof.DocumentHash(document)];
        proof["proofValue"] = "z" + Base58.Encode(StrangerKey.Sign(message));
        json["proof"] = proof;
    });

    public static JsonObject Claims(byte[]? badge = null, string? issuer = null)
    {
        var json = JsonNode.Parse(badge ?? Samples.SignedBadge())!.AsObject();
        json.Remove("proof");
        if (issuer is not null) json["issuer"]!["id"] = issuer;
        json["iss"] = json["issuer"]!["id"]!.GetValue<string>();
        json["jti"] = json["id"]!.GetValue<string>();
        json["sub"] = json["credentialSubject"]!["id"]!.GetValue<string>();
        json["nbf"] = Samples.Now.ToUnixTimeSeconds();
        return json;
    }

    public static byte[] Jwt(JsonObject claims, string alg, string? kid, Func<byte[], byte[]> sign, Action<JsonObject>? header = null)
    {
        var head = new JsonObject { ["alg"] = alg, ["typ"] = "JWT" };
        if (kid is not null) head["kid"] = kid;
        header?.Invoke(head);
        var input = Base64Url.EncodeToString(JsonWrite.Bytes(head)) + "." + Base64Url.EncodeToString(JsonWrite.Bytes(claims));
        return Encoding.ASCII.GetBytes(input + "." + Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(input))));
    }

    public static byte[] SchoolJwt(JsonObject? claims = null, Action<JsonObject>? header = null, string? kid = null, ECDsa? key = null) =>
        Jwt(claims ?? Claims(), "ES256", kid ?? SchoolKid, input => (key ?? SchoolEc).SignData(input, HashAlgorithmName.SHA256), header);

    public static string Multikey(ECDsa key)
    {
        var q = key.ExportParameters(false).Q;
        return "z" + Base58.Encode([0x80, 0x24, (byte)(2 + (q.Y![^1] & 1)), .. q.X!]);
    }

    public static string DidJwk(JsonObject jwk) => "did:jwk:" + Base64Url.EncodeToString(JsonWrite.Bytes(jwk));

    public static JsonObject Jwk(RSA key)
    {
        var parameters = key.ExportParameters(false);
        return new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(parameters.Modulus), ["e"] = Base64Url.EncodeToString(parameters.Exponent) };
    }

    public static JsonObject Jwk(ECDsa key)
    {
        var q = key.ExportParameters(false).Q;
        return new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(q.X), ["y"] = Base64Url.EncodeToString(q.Y) };
    }

    /// <summary>A picture of no pixels with the text inside.</summary>
    public static byte[] Png(string keyword, byte[] text, bool isCompressed = false) => PackedPng(keyword, isCompressed ? Deflated(text) : text, isCompressed);

    /// <summary>A picture of no pixels with these bytes as its text, packed or said to be.</summary>
    public static byte[] PackedPng(string keyword, byte[] body, bool isCompressed = true) =>
    [
        0x89, .. "PNG\r\n\u001a\n"u8,
        .. Chunk("iTXt", [.. Encoding.ASCII.GetBytes(keyword), 0, (byte)(isCompressed ? 1 : 0), 0, 0, 0, .. body]),
        .. Chunk("IEND", []),
    ];

    private static byte[] Chunk(string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Checksum(named));
        return chunk;
    }

    private static uint Checksum(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : 0xedb88320 ^ (crc >> 1);
        }
        return ~crc;
    }

    private static byte[] Deflated(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(text);
        return packed.ToArray();
    }

    private static byte[] Hash(System.Text.Json.JsonElement proof, System.Text.Json.JsonElement document) => SHA256.HashData(Encoding.UTF8.GetBytes(
        SmkPortfolio.Credentials.Rdf.Rdfc10.Canonicalize(RdfConverter.Convert(proof, document.GetProperty("@context"), "proofValue"))));
}
