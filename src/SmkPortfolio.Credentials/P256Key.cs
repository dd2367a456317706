using System.Security.Cryptography;

namespace SmkPortfolio.Credentials;

/// <summary>A key on the curve P-256 for JWTs (ES256), and what strangers need of it.</summary>
public sealed class P256Key
{
    private const int CoordinateLength = 32;

    private readonly ECParameters _key;

    private P256Key(ECParameters key)
    {
        _key = key;
        Multikey = "z" + Base58.Encode([0x80, 0x24, (byte)(2 + (key.Q.Y![^1] & 1)), .. key.Q.X!]);
    }

    /// <summary>The public key as <c>zDn…</c>, as the register writes it.</summary>
    public string Multikey { get; }

    /// <summary>A new key from the system's random numbers.</summary>
    public static P256Key Generate()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new P256Key(made.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>The key of a stored private scalar.</summary>
    /// <exception cref="ArgumentException">It has not 32 bytes, or belongs to no key of the curve.</exception>
    public static P256Key FromScalar(ReadOnlySpan<byte> scalar32)
    {
        if (scalar32.Length != CoordinateLength) throw new ArgumentException("A scalar of P-256 has 32 bytes.", nameof(scalar32));
        try
        {
            using var read = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar32.ToArray() });
            return new P256Key(read.ExportParameters(includePrivateParameters: true));
        }
        catch (CryptographicException e)
        {
            throw new ArgumentException("Not a scalar of P-256.", nameof(scalar32), e);
        }
    }

    /// <summary>The secret scalar, to be stored encrypted and nowhere else.</summary>
    public byte[] Scalar() => [.. _key.D!];

    /// <summary>The 64-byte signature of a message, as JWTs carry it (RFC 7518 section 3.4).</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        using var signer = ECDsa.Create(_key);
        return signer.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}

/// <summary>A key for JWTs together with the DID whose word it gives.</summary>
public sealed record JwtKey(string Controller, P256Key Key)
{
    /// <summary>The key's address in its DID document.</summary>
    public string VerificationMethod => $"{Controller}#{NameOf(Key.Multikey)}";

    /// <summary>
    /// What a DID document calls a key for JWTs: not the key itself, since readers that take a key from its address expect an Ed25519 one there.
    /// </summary>
    internal static string NameOf(string multikey) => "jwt-" + multikey[^8..];
}
