using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials.Foreign;

/// <summary>A compact JWT around a credential, taken apart. Nothing in it is believed before its signature is checked.</summary>
internal sealed class JwtEnvelope
{
    /// <summary>Longest JWT that is read.</summary>
    public const int MaxBytes = 1024 * 1024;

    // A register, a state record or an access token is signed too, and is no credential.
    private static readonly string[] Types = ["jwt", "vc+jwt", "vc+ld+jwt", "vc-ld+jwt"];
    private static readonly string[] PresentationTypes = ["vp+jwt", "vp+ld+jwt", "vp-ld+jwt"];
    private static readonly string[] Algorithms = ["ES256", "RS256", "EdDSA"];

    private readonly JsonElement _header;
    private readonly byte[] _input;
    private readonly byte[] _signature;

    private JwtEnvelope(JsonElement header, JsonElement claims, byte[] input, byte[] signature)
    {
        _header = header;
        Claims = claims;
        _input = input;
        _signature = signature;
    }

    public JsonElement Claims { get; }

    public string? Algorithm => _header.Text("alg");

    public KeyAddress? KeyId => KeyAddress.Read(_header.Text("kid"));

    /// <summary>Calls itself a credential and not something else that is signed in the same way.</summary>
    public bool IsOfCredential => _header.Member("typ") is null || IsOf(Types);

    /// <summary>Calls itself what a wallet hands over.</summary>
    public bool IsOfPresentation => IsOf(PresentationTypes);

    /// <summary>It says itself that nobody signed it.</summary>
    public bool IsUnsigned => Algorithm is null || string.Equals(Algorithm, "none", StringComparison.OrdinalIgnoreCase) || _signature.Length == 0;

    /// <summary>Signed in a way we check; whatever asks to be treated otherwise is not.</summary>
    public bool IsPlain => Algorithms.Contains(Algorithm) && _header.Member("crit") is null && _header.Member("b64") is null;

    public DateTimeOffset? IssuedAt => JwtClaims.Instant(Claims, "iat") ?? JwtClaims.Instant(Claims, "nbf");

    /// <summary>True when that key, by its own algorithm and no other, made the signature.</summary>
    public bool IsSignedBy(PublicKey key) => IsPlain && key.Algorithm == Algorithm && key.Verify(_input, _signature);

    /// <summary>The parts.</summary>
    /// <exception cref="StrictJsonException">It is no JWT, or a part is no plain JSON.</exception>
    public static JwtEnvelope Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MaxBytes) throw new StrictJsonException("json-too-large");
        var parts = Encoding.UTF8.GetString(file.Span).Trim('\uFEFF', ' ', '\t', '\r', '\n').Split('.');
        if (parts.Length != 3) throw new StrictJsonException("jwt-malformed");
        return new JwtEnvelope(
            StrictJson.ParseObject(Decode(parts[0])), StrictJson.ParseObject(Decode(parts[1])), Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Decode(parts[2]));
    }

    // A media type, whose first half may be left out (RFC 7515, section 4.1.9).
    private bool IsOf(string[] types)
    {
        const string Family = "application/";
        if (_header.Text("typ") is not { } type) return false;
        return types.Contains(type.StartsWith(Family, StringComparison.OrdinalIgnoreCase) ? type[Family.Length..] : type, StringComparer.OrdinalIgnoreCase);
    }

    private static byte[] Decode(string part)
    {
        try
        {
            return Base64Url.DecodeFromUtf8(Encoding.UTF8.GetBytes(part));
        }
        catch (FormatException e)
        {
            throw new StrictJsonException("jwt-malformed", e);
        }
    }
}
