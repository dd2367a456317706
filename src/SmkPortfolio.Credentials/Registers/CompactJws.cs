using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials.Registers;

/// <summary>A compact JWS by an Ed25519 key, with the type fixed so that one kind of record never passes for another.</summary>
internal sealed class CompactJws
{
    private readonly byte[] _input;
    private readonly byte[] _signature;

    private CompactJws(string did, byte[] publicKey, string multikey, JsonElement payload, byte[] input, byte[] signature)
    {
        Did = did;
        PublicKey = publicKey;
        Multikey = multikey;
        Payload = payload;
        _input = input;
        _signature = signature;
    }

    public string Did { get; }

    public byte[] PublicKey { get; }

    public string Multikey { get; }

    public JsonElement Payload { get; }

    public bool SignatureIsSound => Ed25519Key.Verify(PublicKey, _input, _signature);

    public static string Sign(JsonObject payload, string type, SigningKey key)
    {
        var header = new JsonObject { ["alg"] = "EdDSA", ["typ"] = type, ["kid"] = key.VerificationMethod };
        var input = Base64Url.EncodeToString(JsonWrite.Bytes(header)) + "." + Base64Url.EncodeToString(JsonWrite.Bytes(payload));
        return input + "." + Base64Url.EncodeToString(key.Key.Sign(Encoding.ASCII.GetBytes(input)));
    }

    /// <summary>The parts of a record of the given type; null when it is anything else. The signature is not yet checked.</summary>
    public static CompactJws? Read(string jws, string type, int maxBytes)
    {
        var parts = jws.Length <= maxBytes ? jws.Split('.') : [];
        if (parts.Length != 3) return null;
        try
        {
            var header = StrictJson.ParseObject(Decode(parts[0]));
            var kid = header.Text("kid")?.Split('#') ?? [];
            if (header.Text("alg") != "EdDSA" || header.Text("typ") != type || header.EnumerateObject().Count() != 3) return null;
            if (kid.Length != 2 || !DidWeb.IsValid(kid[0]) || !Ed25519Key.TryReadMultikey(kid[1], out var publicKey)) return null;
            var payload = StrictJson.ParseObject(Decode(parts[1]), maxBytes);
            return new CompactJws(kid[0], publicKey, kid[1], payload, Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Decode(parts[2]));
        }
        catch (Exception e) when (e is FormatException or StrictJsonException)
        {
            return null;
        }
    }

    private static byte[] Decode(string part) => Base64Url.DecodeFromUtf8(Encoding.UTF8.GetBytes(part));
}
