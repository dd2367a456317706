using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Sharing;

namespace SmkPortfolio.Web.Sharing;

/// <summary>A link that may be followed now, with whose it is.</summary>
/// <param name="ShowsPhoto">False for a minor without the guardian's consent to a public photo.</param>
public sealed record OpenShare(ShareLink Link, Person Person, School School, bool ShowsPhoto);

/// <summary>
/// Finds links by their token. Unknown, revoked and expired ones, and those of a minor whose guardian has not consented, are all the same: none.
/// </summary>
public sealed class OpenShares(AppDb db, TimeProvider clock)
{
    public async Task<OpenShare?> FindAsync(string? token, CancellationToken cancel)
    {
        if (ShareTokens.HashOf(token) is not { } hash)
        {
            return null;
        }
        // A stranger belongs to no school; the token alone opens this one row and what hangs on it.
        var found = await (
            from link in db.ShareLinks
            where link.TokenHash == hash
            join person in db.People on link.PersonId equals person.Id
            join school in db.Schools on link.SchoolId equals school.Id
            select new
            {
                link,
                person,
                school,
                consents = db.Consents.Where(c => c.StudentId == link.PersonId && c.WithdrawnAt == null).Select(c => c.Purpose).ToList(),
            }).AsNoTracking().IgnoreQueryFilters().FirstOrDefaultAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (found is null || !found.link.IsOpen(now))
        {
            return null;
        }
        var minor = found.person.IsMinorOn(found.school.Today(now));
        return minor && !found.consents.Contains(ConsentPurpose.ShareLinks)
            ? null
            : new OpenShare(found.link, found.person, found.school, !minor || found.consents.Contains(ConsentPurpose.PublicPhoto));
    }

    /// <summary>What a shared paper is called when it is downloaded.</summary>
    public static string FileName(CvDocument paper) => $"CV-{CvCode.Written(paper.Code)}.pdf";

    /// <summary>True for entries that a shared portfolio shows: endorsed ones, and handed-in ones on the student's own word. Drafts stay private.</summary>
    public static bool Shows(Entry entry) =>
        !entry.InBin && (entry.EndorsedRevisionId is not null || (entry.LastRevisionNumber > 0 && entry.State != EntryState.Declined));
}
