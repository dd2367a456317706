using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Pages.Cvs;

/// <summary>That the school made a paper for its holder, unasked.</summary>
/// <param name="Office">Who ordered it; null when that is not known any more.</param>
/// <param name="At">When it was ordered.</param>
public sealed record SchoolMade(Role? Office, DateTime At)
{
    /// <summary>The batches that these papers came with, by their id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SchoolMade>> OfAsync(AppDb db, Guid schoolId, IEnumerable<CvDocument> papers, CancellationToken cancel)
    {
        var ids = papers.Select(p => p.BatchId).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, SchoolMade>();
        }
        var batches = await db.PaperBatches.AsNoTracking().Where(b => b.SchoolId == schoolId && ids.Contains(b.Id)).Select(b => new { b.Id, b.OrderedBy, b.CreatedAt }).ToListAsync(cancel);
        var people = batches.Select(b => b.OrderedBy).Distinct().ToList();
        var offices = (await db.Memberships.AsNoTracking().Where(m => m.SchoolId == schoolId && people.Contains(m.PersonId) && (m.Role == Role.Bkk || m.Role == Role.Operator)).Select(m => new { m.PersonId, m.Role }).ToListAsync(cancel)).ToLookup(m => m.PersonId, m => m.Role);
        return batches.ToDictionary(b => b.Id, b => new SchoolMade(offices[b.OrderedBy].Contains(Role.Bkk) ? Role.Bkk : offices[b.OrderedBy].Any() ? Role.Operator : null, b.CreatedAt));
    }
}
