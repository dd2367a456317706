using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>Who opened which revision: endorsing several at once is an ordinary word only on what was opened.</summary>
public static class Openings
{
    public static async Task RememberAsync(AppDb db, Revision revision, Change by, CancellationToken cancel)
    {
        if (await db.ReviewOpenings.AnyAsync(o => o.RevisionId == revision.Id && o.ByPersonId == by.By, cancel))
        {
            return;
        }
        var opening = db.ReviewOpenings.Add(ReviewOpening.Of(revision, by));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (!Faults.IsStorage(e))
        {
            // Opened in two windows at the same time: the other one has written it.
            opening.State = EntityState.Detached;
        }
    }

    /// <summary>Those of these revisions that this person has opened.</summary>
    public static async Task<HashSet<Guid>> OfAsync(AppDb db, Guid person, IReadOnlyCollection<Guid> revisions, CancellationToken cancel) =>
        [.. await db.ReviewOpenings.Where(o => o.ByPersonId == person && revisions.Contains(o.RevisionId)).Select(o => o.RevisionId).ToListAsync(cancel)];
}
