using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Org.BouncyCastle.Asn1.Nist;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.Credentials.Foreign;

/// <summary>A public key with the one algorithm it may be used with: what a file calls its algorithm never chooses how a key is read.</summary>
internal sealed class PublicKey
{
    private const int CompressedLength = 33;
    private const int CoordinateLength = 32;
    private const int MinRsaBytes = 256;
    private const int MaxRsaBytes = 1024;

    private readonly byte[]? _ed25519;
    private readonly ECParameters _point;
    private readonly RSAParameters _rsa;

    private PublicKey(byte[] ed25519) => (Algorithm, _ed25519) = ("EdDSA", ed25519);

    private PublicKey(ECParameters point) => (Algorithm, _point) = ("ES256", point);

    private PublicKey(RSAParameters rsa) => (Algorithm, _rsa) = ("RS256", rsa);

    /// <summary>Name of the algorithm, as a JWT calls it.</summary>
    public string Algorithm { get; }

    /// <summary>The 32 bytes of an Ed25519 key; null for another kind.</summary>
    public byte[]? Ed25519 => _ed25519;

    /// <summary>The key behind <c>z6Mk…</c> or <c>zDn…</c>; null for anything else.</summary>
    public static PublicKey? FromMultikey(string? multikey)
    {
        if (Ed25519Key.TryReadMultikey(multikey, out var raw)) return new PublicKey(raw);
        if (multikey is not ['z', ..] || !Base58.TryDecode(multikey[1..], out var bytes)) return null;
        return bytes is [0x80, 0x24, ..] && bytes.Length == CompressedLength + 2 ? FromCompressedPoint(bytes[2..]) : null;
    }

    /// <summary>The key of a public JWK; null when it is of a kind we do not check, or carries a private part.</summary>
    public static PublicKey? FromJwk(JsonElement jwk)
    {
        if (jwk.Member("d") is not null) return null;
        return (jwk.Text("kty"), jwk.Text("crv")) switch
        {
            ("OKP", "Ed25519") when Bytes(jwk, "x") is { Length: CoordinateLength } x => new PublicKey(x),
            ("EC", "P-256") when Bytes(jwk, "x") is { Length: CoordinateLength } x && Bytes(jwk, "y") is { Length: CoordinateLength } y => FromPoint(x, y),
            ("RSA", null) when Bytes(jwk, "n") is { Length: >= MinRsaBytes and <= MaxRsaBytes } n && Bytes(jwk, "e") is { Length: >= 1 and <= 4 } e =>
                new PublicKey(new RSAParameters { Modulus = n, Exponent = e }),
            _ => null,
        };
    }

    /// <summary>The coordinates of a P-256 key; null for another kind.</summary>
    public ECPoint? Point => _point.Q.X is null ? null : _point.Q;

    /// <summary>True when the key made the signature over the message; false for anything else, never an exception.</summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (_ed25519 is not null) return Ed25519Key.Verify(_ed25519, message, signature);
        try
        {
            if (_point.Q.X is not null)
            {
                using var ec = ECDsa.Create(_point);
                return ec.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
            }
            using var rsa = RSA.Create(_rsa);
            return rsa.VerifyData(message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Bytes of a base64url member; null when it is missing or none.</summary>
    internal static byte[]? Bytes(JsonElement json, string name)
    {
        try
        {
            return json.Text(name) is { } text ? Base64Url.DecodeFromUtf8(Encoding.UTF8.GetBytes(text)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static PublicKey? FromCompressedPoint(byte[] compressed)
    {
        try
        {
            var point = NistNamedCurves.GetByName("P-256").Curve.DecodePoint(compressed).Normalize();
            return point.IsInfinity ? null : FromPoint(point.AffineXCoord.GetEncoded(), point.AffineYCoord.GetEncoded());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static PublicKey FromPoint(byte[] x, byte[] y) =>
        new(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } });
}
