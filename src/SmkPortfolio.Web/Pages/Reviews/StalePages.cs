using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>Public pages that say something else after an endorsement or its withdrawal: the student's, and the checks of papers with this line.</summary>
public static class StalePages
{
    public static async Task EvictAsync(IOutputCacheStore cache, AppDb db, Entry entry, CancellationToken cancel)
    {
        await cache.EvictByTagAsync(CacheTags.Person(entry.PersonId), cancel);
        var papers = db.Set<CvLine>().Where(l => l.EntryId == entry.Id).Select(l => l.CvDocumentId);
        foreach (var code in await db.CvDocuments.Where(c => papers.Contains(c.Id)).Select(c => c.Code).ToListAsync(cancel))
        {
            await cache.EvictByTagAsync(CacheTags.Cv(code), cancel);
        }
    }
}
