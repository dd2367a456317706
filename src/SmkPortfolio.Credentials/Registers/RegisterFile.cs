using System.Security.Cryptography;
using SmkPortfolio.Credentials.Json;
using SmkPortfolio.Credentials.Registers;

namespace SmkPortfolio.Credentials;

/// <summary>The issuer register as a file: a compact JWS by the platform's key.</summary>
public static class RegisterFile
{
    internal const string Type = "smk-register+jwt";

    // A whole country of schools and their staff.
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The signed file.</summary>
    public static string Sign(RegisterContent content, SigningKey platform)
    {
        var origin = new Uri(content.Origin);
        if (origin.GetLeftPart(UriPartial.Authority) != content.Origin) throw new ArgumentException("An origin has no path and no slash at its end.", nameof(content));
        if (platform.Controller != DidWeb.ForPlatform(origin)) throw new ArgumentException("The register is signed by its own origin.", nameof(platform));
        return CompactJws.Sign(RegisterJson.Write(content, platform.Controller), Type, platform);
    }

    /// <summary>SHA-256 in lower-case hex of what a register says besides its date: equal when nothing else changed.</summary>
    public static string ContentSha256(RegisterContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonWrite.Bytes(RegisterJson.Undated(content, DidWeb.ForPlatform(new Uri(content.Origin))))));

    /// <summary>Reads a register and checks its signature and that it agrees with itself.</summary>
    /// <exception cref="RegisterException">It is malformed, altered or signed by a key it does not list.</exception>
    public static Register Read(string jws)
    {
        var read = CompactJws.Read(jws.Trim(), Type, MaxBytes) ?? throw new RegisterException("register-malformed");
        if (!read.SignatureIsSound) throw new RegisterException("register-altered");
        var content = RegisterJson.Read(read.Payload) ?? throw new RegisterException("register-malformed");
        if (!Uri.TryCreate(content.Origin, UriKind.Absolute, out var origin) || origin.GetLeftPart(UriPartial.Authority) != content.Origin
            || origin.HostNameType != UriHostNameType.Dns || read.Did != DidWeb.ForPlatform(origin)) throw new RegisterException("register-origin");
        if (!content.PlatformKeys.Any(k => k.Multikey == read.Multikey && k.CompromisedAt is null)) throw new RegisterException("register-key");
        return new Register(content, read.Did, Convert.ToHexStringLower(SHA256.HashData(read.PublicKey)), Entries(content));
    }

    private static Dictionary<string, RegisterEntry> Entries(RegisterContent content)
    {
        var schools = content.Schools.Select(s => new RegisterEntry(s.Did, s.Keys, s.From, s.To) { School = s });
        var persons = content.Persons.Select(p => new RegisterEntry(p.Did, p.Keys, p.From, p.To) { Person = p });
        var entries = new Dictionary<string, RegisterEntry>(StringComparer.Ordinal);
        foreach (var entry in schools.Concat(persons))
            if (!DidWeb.IsValid(entry.Did) || !entries.TryAdd(entry.Did, entry)) throw new RegisterException("register-did");
        return entries;
    }
}
