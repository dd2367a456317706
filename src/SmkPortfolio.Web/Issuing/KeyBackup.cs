using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// The only way in which private keys leave the program: one file, AES-256-GCM under a key derived from a passphrase (PBKDF2, SHA-256).
/// It opens again on a site with the same issuers, whatever protects that site's database.
/// </summary>
public sealed class KeyBackup(AppDb db, KeySafe safe)
{
    /// <summary>Shorter passphrases are refused: the file may lie about for years.</summary>
    public const int ShortestPassphrase = 12;

    private const int Rounds = 600_000;
    private const int SaltBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly byte[] Mark = "SMKKEYS1"u8.ToArray();

    private sealed record Content(IReadOnlyList<Kept> Keys, IReadOnlyList<Kept> Seals);

    /// <param name="Name">A key's multikey, or a seal's fingerprint.</param>
    private sealed record Kept(string Name, byte[] Secret);

    /// <summary>The encrypted file.</summary>
    public async Task<byte[]> WriteAsync(string passphrase, CancellationToken cancel)
    {
        var keys = await db.IssuerKeys.AsNoTracking().OrderBy(k => k.Multikey).ToListAsync(cancel);
        var seals = await db.SchoolSeals.IgnoreQueryFilters().AsNoTracking().OrderBy(s => s.CertificateSha256).ToListAsync(cancel);
        var content = JsonSerializer.SerializeToUtf8Bytes(new Content(
            [.. keys.Select(k => new Kept(k.Multikey, safe.OpenSeed(k.ProtectedSeed)))],
            [.. seals.Where(s => s.ProtectedPfx.Length > 0).Select(s => new Kept(s.CertificateSha256, safe.OpenSeal(s.ProtectedPfx)))]));
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var sealedContent = new byte[content.Length];
        var tag = new byte[TagBytes];
        using var cipher = new AesGcm(KeyOf(passphrase, salt), TagBytes);
        cipher.Encrypt(nonce, content, sealedContent, tag, Mark);
        CryptographicOperations.ZeroMemory(content);
        return [.. Mark, .. salt, .. nonce, .. tag, .. sealedContent];
    }

    /// <summary>Puts the private halves back under this site's protection. Dates and keys that this site does not know stay as they are.</summary>
    /// <returns>How many were put back, and how many of the file belong to no row here; null when file and passphrase do not fit.</returns>
    public async Task<(int Restored, int Unknown)?> ReadAsync(byte[] file, string passphrase, CancellationToken cancel)
    {
        if (Open(file, passphrase) is not { } content)
        {
            return null;
        }
        var restored = 0;
        var keys = await db.IssuerKeys.ToDictionaryAsync(k => k.Multikey, StringComparer.Ordinal, cancel);
        foreach (var kept in content.Keys)
        {
            // The name is not believed: a seed that does not give this public key would sign what nobody can verify.
            if (keys.TryGetValue(kept.Name, out var key) && Belongs(kept, key.Use))
            {
                key.Rewrap(safe.ProtectSeed(kept.Secret));
                restored++;
            }
        }
        var seals = (await db.SchoolSeals.IgnoreQueryFilters().ToListAsync(cancel)).ToLookup(s => s.CertificateSha256, StringComparer.Ordinal);
        foreach (var kept in content.Seals.Where(k => seals.Contains(k.Name)))
        {
            foreach (var seal in seals[kept.Name])
            {
                seal.Rewrap(safe.ProtectSeal(kept.Secret));
            }
            restored++;
        }
        await db.SaveChangesAsync(cancel);
        return (restored, content.Keys.Count + content.Seals.Count - restored);
    }

    private static bool Belongs(Kept kept, KeyUse use)
    {
        try
        {
            return kept.Name == (use == KeyUse.Jwt ? P256Key.FromScalar(kept.Secret).Multikey : Ed25519Key.FromSeed(kept.Secret).Multikey);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Content? Open(byte[] file, string passphrase)
    {
        var head = Mark.Length + SaltBytes + NonceBytes + TagBytes;
        if (file.Length < head || !file.AsSpan(0, Mark.Length).SequenceEqual(Mark))
        {
            return null;
        }
        var salt = file.AsSpan(Mark.Length, SaltBytes);
        var content = new byte[file.Length - head];
        using var cipher = new AesGcm(KeyOf(passphrase, salt.ToArray()), TagBytes);
        try
        {
            cipher.Decrypt(file.AsSpan(Mark.Length + SaltBytes, NonceBytes), file.AsSpan(head), file.AsSpan(head - TagBytes, TagBytes), content, Mark);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return JsonSerializer.Deserialize<Content>(content);
    }

    private static byte[] KeyOf(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), salt, Rounds, HashAlgorithmName.SHA256, 32);
}
