using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace SmkPortfolio.Credentials;

/// <summary>An Ed25519 key pair, and what strangers need of it.</summary>
public sealed class Ed25519Key
{
    private const int SeedLength = 32;
    internal const int PublicLength = 32;
    internal const int SignatureLength = 64;

    private readonly byte[] _seed;

    private Ed25519Key(byte[] seed)
    {
        _seed = seed;
        PublicKey = new Ed25519PrivateKeyParameters(seed).GeneratePublicKey().GetEncoded();
        Multikey = MultikeyOf(PublicKey.Span);
    }

    /// <summary>The 32 bytes of the public key.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>The public key as <c>z6Mk…</c>, as DID documents and the register write it.</summary>
    public string Multikey { get; }

    /// <summary>A new key from the system's random numbers.</summary>
    public static Ed25519Key Generate() => new(RandomNumberGenerator.GetBytes(SeedLength));

    /// <summary>The key of a stored 32-byte seed.</summary>
    public static Ed25519Key FromSeed(ReadOnlySpan<byte> seed32) =>
        seed32.Length == SeedLength ? new Ed25519Key(seed32.ToArray()) : throw new ArgumentException("An Ed25519 seed has 32 bytes.", nameof(seed32));

    /// <summary>The secret seed, to be stored encrypted and nowhere else.</summary>
    public byte[] Seed() => [.. _seed];

    /// <summary>The 64-byte signature of a message.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[SignatureLength];
        var bytes = message.ToArray();
        Ed25519.Sign(_seed, 0, bytes, 0, bytes.Length, signature, 0);
        return signature;
    }

    /// <summary>True when the signature over the message was made by the public key; false for anything else, never an exception.</summary>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != PublicLength || signature.Length != SignatureLength) return false;
        var bytes = message.ToArray();
        return Ed25519.Verify(signature.ToArray(), 0, publicKey.ToArray(), 0, bytes, 0, bytes.Length);
    }

    /// <summary>The public key behind <c>z6Mk…</c>; false when it is not an Ed25519 multikey.</summary>
    public static bool TryReadMultikey(string? multikey, out byte[] publicKey)
    {
        publicKey = [];
        if (multikey is not ['z', ..] || !Base58.TryDecode(multikey[1..], out var bytes)) return false;
        if (bytes is not [0xed, 0x01, ..] || bytes.Length != PublicLength + 2) return false;
        publicKey = bytes[2..];
        return true;
    }

    private static string MultikeyOf(ReadOnlySpan<byte> publicKey) => "z" + Base58.Encode([0xed, 0x01, .. publicKey]);
}
