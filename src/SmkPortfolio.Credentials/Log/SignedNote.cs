using System.Security.Cryptography;
using System.Text;

namespace SmkPortfolio.Credentials.Log;

/// <summary>A text with an Ed25519 signature below it, as C2SP signed-note lays down.</summary>
public static class SignedNote
{
    private const byte Ed25519Algorithm = 0x01;
    private const int KeyIdLength = 4;
    private const int MaxLength = 64 * 1024;

    /// <summary>The text, a blank line and one signature line.</summary>
    /// <param name="text">Ends with a line feed.</param>
    /// <param name="name">The signer's name; no blank, no plus sign.</param>
    public static string Sign(string text, string name, Ed25519Key key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(text.EndsWith('\n'), true, nameof(text));
        var signature = key.Sign(Encoding.UTF8.GetBytes(text));
        return $"{text}\n— {name} {Convert.ToBase64String([.. KeyId(name, key.PublicKey.Span), .. signature])}\n";
    }

    /// <summary>The text when the named key signed it, otherwise null. Signature lines of others are passed over, as the standard asks.</summary>
    public static string? Open(string note, string name, ReadOnlySpan<byte> publicKey)
    {
        if (note.Length > MaxLength || !note.EndsWith('\n')) return null;
        var gap = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (gap < 0) return null;
        var text = note[..(gap + 1)];
        var id = KeyId(name, publicKey);
        foreach (var line in note[(gap + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ') is not ["—", var signer, var encoded]) return null;
            if (StrictBase64.Read(encoded) is not { } bytes) return null;
            if (signer != name || bytes.Length <= KeyIdLength || !bytes.AsSpan(0, KeyIdLength).SequenceEqual(id)) continue;
            return Ed25519Key.Verify(publicKey, Encoding.UTF8.GetBytes(text), bytes.AsSpan(KeyIdLength)) ? text : null;
        }
        return null;
    }

    /// <summary>How a verifier's configuration writes the key: name, key id in hex, key.</summary>
    public static string VerifierKey(string name, ReadOnlySpan<byte> publicKey) =>
        $"{name}+{Convert.ToHexStringLower(KeyId(name, publicKey))}+{Convert.ToBase64String([Ed25519Algorithm, .. publicKey])}";

    private static byte[] KeyId(string name, ReadOnlySpan<byte> publicKey) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Algorithm, .. publicKey])[..KeyIdLength];
}
