using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SmkPortfolio.Web.Issuing;

/// <summary>A key is there but cannot be used: another certificate, rows of another installation, or the private half of another key. Nothing was signed.</summary>
public sealed class KeysClosedException : Exception
{
    public KeysClosedException(Exception cause) : base("A signing key cannot be opened.", cause)
    {
    }

    public KeysClosedException(string why) : base(why)
    {
    }
}

/// <summary>Private halves under data protection, each kind for its own purpose, so that one never opens as the other.</summary>
public sealed class KeySafe(IDataProtectionProvider protection)
{
    private readonly IDataProtector seeds = protection.CreateProtector("SmkPortfolio.IssuerSeed");
    private readonly IDataProtector seals = protection.CreateProtector("SmkPortfolio.SchoolSeal");

    public byte[] ProtectSeed(byte[] seed) => seeds.Protect(seed);

    public byte[] ProtectSeal(byte[] pfx) => seals.Protect(pfx);

    /// <exception cref="KeysClosedException">It cannot be opened here; no other is made in its place.</exception>
    public byte[] OpenSeed(byte[] kept) => Open(seeds, kept);

    /// <exception cref="KeysClosedException">It cannot be opened here; no other is made in its place.</exception>
    public byte[] OpenSeal(byte[] kept) => Open(seals, kept);

    private static byte[] Open(IDataProtector protector, byte[] kept)
    {
        try
        {
            return protector.Unprotect(kept);
        }
        catch (CryptographicException e)
        {
            throw new KeysClosedException(e);
        }
    }
}
