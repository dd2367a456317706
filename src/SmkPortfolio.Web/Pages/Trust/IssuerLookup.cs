using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>Finds who signs by the address of their document.</summary>
public sealed class IssuerLookup(AppDb db)
{
    public Task<Issuer?> PlatformAsync(CancellationToken cancel) => db.Issuers.AsNoTracking().FirstOrDefaultAsync(i => i.Kind == IssuerKind.Platform, cancel);

    public Task<Issuer?> SchoolAsync(string npsn, CancellationToken cancel) =>
        db.Issuers.AsNoTracking().FirstOrDefaultAsync(i => i.Kind == IssuerKind.School && db.Schools.Any(s => s.Id == i.SchoolId && s.Npsn == npsn), cancel);

    public Task<Issuer?> StaffAsync(string npsn, string opaque, CancellationToken cancel) =>
        db.Issuers.AsNoTracking().FirstOrDefaultAsync(i => i.Kind == IssuerKind.Staff && i.Opaque == opaque && db.Schools.Any(s => s.Id == i.SchoolId && s.Npsn == npsn), cancel);

    public Task<Issuer?> MentorAsync(Guid partnerId, string opaque, CancellationToken cancel) =>
        db.Issuers.AsNoTracking().FirstOrDefaultAsync(i => i.Kind == IssuerKind.Mentor && i.Opaque == opaque && i.PartnerId == partnerId, cancel);
}
