using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>Finds signed credentials by the parts of their address.</summary>
public sealed class SignedRecords(AppDb db)
{
    /// <summary>Versions of a credential or endorsement, newest first.</summary>
    public async Task<IReadOnlyList<IssuedCredential>> VersionsAsync(string npsn, Guid publicId, bool endorsement, CancellationToken cancel) =>
        await Of(npsn, publicId, endorsement).AsNoTracking().OrderByDescending(c => c.Number).ToListAsync(cancel);

    /// <summary>The id inside the school's credential of that address.</summary>
    public Task<string?> UriAsync(string npsn, Guid publicId, CancellationToken cancel) =>
        Of(npsn, publicId, false).Select(c => c.Uri).FirstOrDefaultAsync(cancel);

    private IQueryable<IssuedCredential> Of(string npsn, Guid publicId, bool endorsement) => db.Credentials.IgnoreQueryFilters()
        .Where(c => c.PublicId == publicId && (c.Kind == CredentialKind.Endorsement) == endorsement && db.Schools.Any(s => s.Id == c.SchoolId && s.Npsn == npsn));
}
