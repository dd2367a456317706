using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// Issuers and their keys: made on first need, private halves under data protection. A copied database alone cannot sign when the ring is
/// protected by a certificate. New rows are added to the unit of work; the caller saves.
/// </summary>
public sealed class KeyRing(AppDb db, KeySafe safe, ISeals seals, IServiceScopeFactory scopes, AllSettings settings, TimeProvider clock)
{
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
        ?? await FirstOfSchoolAsync(school, cancel);

    /// <param name="role">Kebab-case role as the register shall list it.</param>
    public async Task<Issuer> StaffAsync(School school, Guid personId, string role, CancellationToken cancel)
    {
        if (Tracked(i => i.Kind == IssuerKind.Staff && i.SchoolId == school.Id && i.PersonId == personId && i.To is null)
            is { } tracked)
        {
            return tracked;
        }
        var opaque = Opaque();
        return await FirstAsync(i => i.Kind == IssuerKind.Staff && i.SchoolId == school.Id && i.PersonId == personId && i.To == null, cancel)
            ?? Add(Issuer.OfStaff(Guid.CreateVersion7(), DidWeb.ForStaff(settings.PublicUrl, school.Npsn, opaque), opaque, school.Id, personId, role, Now));
    }

    /// <param name="role">"mentor" or "client".</param>
    public async Task<Issuer> MentorAsync(Mentor mentor, string role, CancellationToken cancel)
    {
        if (Tracked(i => i.Kind == IssuerKind.Mentor && i.PersonId == mentor.Id && i.To is null)
            is { } tracked)
        {
            return tracked;
        }
        var opaque = Opaque();
        return await FirstAsync(i => i.Kind == IssuerKind.Mentor && i.PersonId == mentor.Id && i.To == null, cancel)
            ?? Add(Issuer.OfMentor(Guid.CreateVersion7(), DidWeb.ForMentor(settings.PublicUrl, mentor.PartnerId, opaque), opaque, mentor.SchoolId, mentor.PartnerId, mentor.Id, role, Now));
    }

    /// <summary>The key with which this issuer signs now.</summary>
    public async Task<SigningKey> SigningKeyAsync(Issuer issuer, CancellationToken cancel) => Opened(issuer, await CurrentAsync(issuer, cancel));

    /// <summary>The row of the key with which this issuer signs now. Every issuer has one for ever: its status lists are signed anew to the end.</summary>
    public async Task<IssuerKey> CurrentAsync(Issuer issuer, CancellationToken cancel) =>
        db.IssuerKeys.Local.Where(k => k.IssuerId == issuer.Id && k.Use == KeyUse.Proof && k.Signs).OrderByDescending(k => k.From).FirstOrDefault()
        ?? await db.IssuerKeys.Where(k => k.IssuerId == issuer.Id && k.Use == KeyUse.Proof && k.RetiredAt == null && k.CompromisedAt == null).OrderByDescending(k => k.From).FirstAsync(cancel);

    /// <summary>
    /// The key with which this issuer signs JWTs now. Made on first need in a unit of work of its own, since whoever asks only reads; null when the
    /// issuer has ended, for then nothing new is signed in that name.
    /// </summary>
    public async Task<JwtKey?> JwtKeyAsync(Issuer issuer, CancellationToken cancel)
    {
        if (issuer.To is not null)
        {
            return null;
        }
        if (await NewestJwtKeyAsync(issuer, cancel) is null)
        {
            var made = P256Key.Generate();
            var (added, entry) = Enter(issuer, KeyUse.Jwt, made.Multikey, made.Scalar());
            await scopes.AddApartAsync(added, entry);
        }
        // Two who make the first one at once make two: both are published, and both sign.
        return await NewestJwtKeyAsync(issuer, cancel) is { } key ? new JwtKey(issuer.Did, P256Key.FromScalar(safe.OpenSeed(key.ProtectedSeed))) : null;
    }

    private Task<IssuerKey?> NewestJwtKeyAsync(Issuer issuer, CancellationToken cancel) =>
        db.IssuerKeys.AsNoTracking().Where(k => k.IssuerId == issuer.Id && k.Use == KeyUse.Jwt && k.RetiredAt == null && k.CompromisedAt == null).OrderByDescending(k => k.From).FirstOrDefaultAsync(cancel);

    /// <summary>A new key for an issuer; the caller saves.</summary>
    public IssuerKey AddKey(Issuer issuer)
    {
        var (key, entry) = MakeKey(issuer);
        db.IssuerKeys.Add(key);
        db.LogEntries.Add(entry);
        return key;
    }

    /// <summary>A key whose row was read already.</summary>
    public SigningKey Opened(Issuer issuer, IssuerKey row) => Opened(issuer, row.Multikey, row.ProtectedSeed);

    /// <inheritdoc cref="Opened(Issuer, IssuerKey)"/>
    /// <param name="multikey">The public half as register and DID document publish it.</param>
    /// <exception cref="KeysClosedException">The private half cannot be opened, or is that of another key: what it signs nobody could verify.</exception>
    public SigningKey Opened(Issuer issuer, string multikey, byte[] protectedSeed)
    {
        var key = new SigningKey(issuer.Did, Ed25519Key.FromSeed(safe.OpenSeed(protectedSeed))) { Published = multikey };
        return key.IsPublished ? key : throw new KeysClosedException($"The private half kept for {issuer.Did} is not that of {multikey}.");
    }

    /// <summary>What seals this school's papers; made on first need.</summary>
    public async Task<PdfSealer> SealerAsync(School school, CancellationToken cancel) => new(await seals.CurrentAsync(school, cancel));

    // Two first endorsements at once, perhaps on two nodes, may make a person two issuers: both are in the register, the first one goes on.
    private Task<Issuer?> FirstAsync(Expression<Func<Issuer, bool>> isIt, CancellationToken cancel) =>
        db.Issuers.Where(isIt).OrderBy(i => i.From).ThenBy(i => i.Id).FirstOrDefaultAsync(cancel);

    private Issuer? Tracked(Func<Issuer, bool> isIt) => db.Issuers.Local.FirstOrDefault(isIt);

    private Issuer Add(Issuer issuer)
    {
        db.Issuers.Add(issuer);
        AddKey(issuer);
        return issuer;
    }

    private (IssuerKey Key, LogEntry Entry) MakeKey(Issuer issuer)
    {
        var made = Ed25519Key.Generate();
        return Enter(issuer, KeyUse.Proof, made.Multikey, made.Seed());
    }

    private (IssuerKey Key, LogEntry Entry) Enter(Issuer issuer, KeyUse use, string multikey, byte[] secret)
    {
        var key = IssuerKey.Of(Guid.CreateVersion7(), issuer.Id, use, multikey, safe.ProtectSeed(secret), RandomNumberGenerator.GetBytes(32), Now);
        return (key, LogEntry.OfKey(issuer.Did, key, KeyHappening.Added, clock.GetUtcNow()));
    }

    /// <summary>
    /// Two first issues of a school at once, perhaps on two nodes: the name is taken apart from what is going on, so that the slower one
    /// goes on with the faster one's instead of failing with all it had done.
    /// </summary>
    private async Task<Issuer> FirstOfSchoolAsync(School school, CancellationToken cancel)
    {
        var made = Issuer.OfSchool(Guid.CreateVersion7(), DidWeb.ForSchool(settings.PublicUrl, school.Npsn), school.Id, Now);
        if (db.Database.CurrentTransaction is not null || db.Entry(school).State == EntityState.Added)
        {
            return Add(made);
        }
        var (key, entry) = MakeKey(made);
        await scopes.AddApartAsync(made, key, entry);
        return await db.Issuers.SingleAsync(i => i.Kind == IssuerKind.School && i.SchoolId == school.Id, cancel);
    }

    private static string Opaque() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12)).Replace('_', 'x').Replace('-', 'y').ToLower(CultureInfo.InvariantCulture);
}
