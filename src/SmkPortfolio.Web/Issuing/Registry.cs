using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Issuing.Log;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Issuing;

/// <summary>The signed register: who may issue under which DID with which keys. Schools by name, persons only as DID, keys, role and dates.</summary>
public sealed class Registry(AppDb db, KeyRing keys, AllSettings settings, TimeProvider clock)
{
    /// <summary>The register as of now, a compact JWS by the platform's key.</summary>
    public async Task<string> SignedAsync(CancellationToken cancel) => await SignAsync(await ContentAsync(cancel), cancel);

    /// <summary>Signs what <see cref="ContentAsync"/> gave.</summary>
    public async Task<string> SignAsync(RegisterContent content, CancellationToken cancel) =>
        RegisterFile.Sign(content, await keys.SigningKeyAsync(await keys.PlatformAsync(cancel), cancel));

    /// <summary>What the register says as of now.</summary>
    public async Task<RegisterContent> ContentAsync(CancellationToken cancel)
    {
        var issuers = await db.Issuers.AsNoTracking().ToListAsync(cancel);
        var byIssuer = (await db.IssuerKeys.AsNoTracking().ToListAsync(cancel)).ToLookup(k => k.IssuerId);
        var schools = await db.Schools.AsNoTracking().ToDictionaryAsync(s => s.Id, cancel);
        var seals = (await db.SchoolSeals.IgnoreQueryFilters().AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.SchoolId);
        var platform = await keys.PlatformAsync(cancel);
        var origin = await LogName.OriginAsync(db, cancel);
        var log = issuers.SingleOrDefault(i => i.Kind == IssuerKind.Log);
        return new RegisterContent(
            settings.PublicUrl.GetLeftPart(UriPartial.Authority),
            clock.GetUtcNow(),
            Keys(byIssuer[platform.Id]),
            [.. issuers.Where(i => i.Kind == IssuerKind.School).OrderBy(i => i.Did, StringComparer.Ordinal).Select(i => new RegisterSchool(
                schools[i.SchoolId!.Value].Npsn, schools[i.SchoolId.Value].Name, i.Did, Keys(byIssuer[i.Id]), Certificates(seals[i.SchoolId.Value], stolen: false), At(i.From))
                {
                    To = End(i, schools),
                    CompromisedPdfCertificateSha256 = Certificates(seals[i.SchoolId.Value], stolen: true),
                    SuccessorNpsn = schools[i.SchoolId.Value].SuccessorId is { } successor ? schools[successor].Npsn : null,
                })],
            [.. issuers.Where(i => i.Kind is IssuerKind.Staff or IssuerKind.Mentor).OrderBy(i => i.Did, StringComparer.Ordinal).Select(i => new RegisterPerson(
                i.Did, i.Role, i.Kind == IssuerKind.Staff ? schools[i.SchoolId!.Value].Npsn : null, i.PartnerId, Keys(byIssuer[i.Id]), At(i.From)) { To = End(i, schools) })])
        {
            FormerOrigins = settings.Site.FormerUrls,
            Log = origin is null || log is null ? null : new RegisterLog(origin, Keys(byIssuer[log.Id])),
        };
    }

    /// <summary>Whoever signed for the first time in the very moment in which the school closed ends with it all the same.</summary>
    private static DateTimeOffset? End(Issuer issuer, Dictionary<Guid, School> schools) =>
        (issuer.To ?? schools[issuer.SchoolId!.Value].ClosedAt) is { } to ? At(to) : null;

    // One that was stolen stands among the stolen only: an older checker, which knows no such list, does not believe it either.
    private static List<string> Certificates(IEnumerable<SchoolSeal> seals, bool stolen) =>
        [.. seals.GroupBy(s => s.CertificateSha256, StringComparer.Ordinal).Where(same => same.Any(s => s.CompromisedAt is not null) == stolen).OrderBy(same => same.Min(s => s.From)).Select(same => same.Key)];

    private static DateTimeOffset At(DateTime utc) => new(utc, TimeSpan.Zero);

    // Two of the same instant stand in the order they were made in, whatever order the database gives them back in.
    private static List<RegisterKey> Keys(IEnumerable<IssuerKey> keys) =>
        [.. keys.OrderBy(k => k.From).ThenBy(k => k.Id).Select(k => new RegisterKey(k.Multikey, At(k.From)) { RetiredAt = k.RetiredAt is { } r ? At(r) : null, CompromisedAt = k.CompromisedAt is { } c ? At(c) : null })];
}
