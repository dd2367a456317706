using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Issuing;

/// <summary>A key is there but cannot be opened: another certificate, or rows of another installation. Nothing was signed.</summary>
public sealed class KeysClosedException(Exception cause) : Exception("A signing key cannot be opened.", cause);

/// <summary>
/// Issuers and their keys: made on first need, private halves under data protection. A copied database alone cannot sign when the ring is
/// protected by a certificate. New rows are added to the unit of work; the caller saves.
/// </summary>
public sealed class KeyRing(AppDb db, IDataProtectionProvider protection, AllSettings settings, TimeProvider clock)
{
    private readonly IDataProtector seeds = protection.CreateProtector("SmkPortfolio.IssuerSeed");
    private readonly IDataProtector seals = protection.CreateProtector("SmkPortfolio.SchoolSeal");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Issuer> PlatformAsync(CancellationToken cancel)
    {
        if (await db.Issuers.SingleOrDefaultAsync(i => i.Kind == IssuerKind.Platform, cancel) is { } known)
        {
            return known;
        }
        var platform = Add(Issuer.Platform(Guid.CreateVersion7(), DidWeb.ForPlatform(settings.PublicUrl), Now));
        await db.SaveChangesAsync(cancel);
        return platform;
    }

    /// <summary>Who signs the transparency log's checkpoints; made on first need.</summary>
    public async Task<Issuer> LogAsync(CancellationToken cancel) =>
        await db.Issuers.SingleOrDefaultAsync(i => i.Kind == IssuerKind.Log, cancel)
        ?? Add(Issuer.Log(Guid.CreateVersion7(), DidWeb.ForPlatform(settings.PublicUrl) + "#log", Now));

    public async Task<Issuer> SchoolAsync(School school, CancellationToken cancel) =>
        Tracked(i => i.Kind == IssuerKind.School && i.SchoolId == school.Id)
        ?? await db.Issuers.SingleOrDefaultAsync(i => i.Kind == IssuerKind.School && i.SchoolId == school.Id, cancel)
        ?? Add(Issuer.OfSchool(Guid.CreateVersion7(), DidWeb.ForSchool(settings.PublicUrl, school.Npsn), school.Id, Now));

    /// <param name="role">Kebab-case role as the register shall list it.</param>
    public async Task<Issuer> StaffAsync(School school, Guid personId, string role, CancellationToken cancel)
    {
        if (Tracked(i => i.Kind == IssuerKind.Staff && i.SchoolId == school.Id && i.PersonId == personId)
            is { } tracked)
        {
            return tracked;
        }
        var opaque = Opaque();
        return await FirstAsync(i => i.Kind == IssuerKind.Staff && i.SchoolId == school.Id && i.PersonId == personId, cancel)
            ?? Add(Issuer.OfStaff(Guid.CreateVersion7(), DidWeb.ForStaff(settings.PublicUrl, school.Npsn, opaque), opaque, school.Id, personId, role, Now));
    }

    /// <param name="role">"mentor" or "client".</param>
    public async Task<Issuer> MentorAsync(Mentor mentor, string role, CancellationToken cancel)
    {
        if (Tracked(i => i.Kind == IssuerKind.Mentor && i.PersonId == mentor.Id)
            is { } tracked)
        {
            return tracked;
        }
        var opaque = Opaque();
        return await FirstAsync(i => i.Kind == IssuerKind.Mentor && i.PersonId == mentor.Id, cancel)
            ?? Add(Issuer.OfMentor(Guid.CreateVersion7(), DidWeb.ForMentor(settings.PublicUrl, mentor.PartnerId, opaque), opaque, mentor.SchoolId, mentor.PartnerId, mentor.Id, role, Now));
    }

    /// <summary>The key with which this issuer signs now.</summary>
    public async Task<SigningKey> SigningKeyAsync(Issuer issuer, CancellationToken cancel)
    {
        var key = db.IssuerKeys.Local.Where(k => k.IssuerId == issuer.Id && k.Signs).OrderByDescending(k => k.From).FirstOrDefault()
            ?? await db.IssuerKeys.Where(k => k.IssuerId == issuer.Id && k.RetiredAt == null && k.CompromisedAt == null).OrderByDescending(k => k.From).FirstAsync(cancel);
        return Opened(issuer, key.ProtectedSeed);
    }

    /// <summary>A key whose row was read already.</summary>
    public SigningKey Opened(Issuer issuer, byte[] protectedSeed) => new(issuer.Did, Ed25519Key.FromSeed(Open(seeds, protectedSeed)));

    /// <summary>What seals this school's papers; made on first need.</summary>
    public async Task<PdfSealer> SealerAsync(School school, CancellationToken cancel)
    {
        var seal = db.SchoolSeals.Local.FirstOrDefault(s => s.SchoolId == school.Id && s.RetiredAt is null)
            ?? await db.SchoolSeals.IgnoreQueryFilters().FirstOrDefaultAsync(s => s.SchoolId == school.Id && s.RetiredAt == null, cancel);
        if (seal is null)
        {
            using var made = PdfSealer.CreateCertificate($"{school.Name} ({school.Npsn})", school.Name, new DateTimeOffset(Now, TimeSpan.Zero).AddMinutes(-5), new DateTimeOffset(Now, TimeSpan.Zero).AddYears(5));
            seal = SchoolSeal.Of(school.Id, Guid.CreateVersion7(), seals.Protect(made.Export(X509ContentType.Pkcs12)), Convert.ToHexStringLower(SHA256.HashData(made.RawData)), Now);
            db.SchoolSeals.Add(seal);
        }
        return new PdfSealer(X509CertificateLoader.LoadPkcs12(Open(seals, seal.ProtectedPfx), null, X509KeyStorageFlags.EphemeralKeySet));
    }

    // Two first endorsements at once, perhaps on two nodes, may make a person two issuers: both are in the register, the first one goes on.
    private Task<Issuer?> FirstAsync(Expression<Func<Issuer, bool>> isIt, CancellationToken cancel) =>
        db.Issuers.Where(isIt).OrderBy(i => i.From).ThenBy(i => i.Id).FirstOrDefaultAsync(cancel);

    /// <exception cref="KeysClosedException">The private half cannot be opened here; no other is made in its place.</exception>
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

    private Issuer? Tracked(Func<Issuer, bool> isIt) => db.Issuers.Local.FirstOrDefault(isIt);

    private Issuer Add(Issuer issuer)
    {
        var pair = Ed25519Key.Generate();
        var now = clock.GetUtcNow();
        var key = IssuerKey.Of(Guid.CreateVersion7(), issuer.Id, pair.Multikey, seeds.Protect(pair.Seed()), RandomNumberGenerator.GetBytes(32), now.UtcDateTime);
        db.Issuers.Add(issuer);
        db.IssuerKeys.Add(key);
        db.LogEntries.Add(LogEntry.OfKey(issuer.Did, key, KeyHappening.Added, now));
        return issuer;
    }

    private static string Opaque() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12)).Replace('_', 'x').Replace('-', 'y').ToLower(CultureInfo.InvariantCulture);
}
