using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Home;

/// <summary>What a student sees first: what came back, what is unfinished, what is missing, what was done last.</summary>
/// <param name="Stop">The membership for which the school has stopped issuing, with its reason.</param>
public sealed record StudentHome(
    IReadOnlyList<Entry> Returned, IReadOnlyList<Entry> Ready, IReadOnlyList<Entry> Unfinished, IReadOnlyList<Entry> Last, int Waiting, int Endorsed, bool LacksHeadline, bool LacksPhoto, bool LacksPaper, Membership? Stop, string Zone)
{
    private const int Few = 3;

    public bool HasEntries => Last.Count > 0;

    public static async Task<StudentHome> LoadAsync(AppDb db, Actor actor, string zone, CancellationToken cancel)
    {
        var entries = await db.Entries.AsNoTracking().Where(e => e.PersonId == actor.PersonId && e.BinnedAt == null).OrderByDescending(e => e.UpdatedAt).ToListAsync(cancel);
        var portfolio = await db.Portfolios.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == actor.PersonId, cancel);
        var drafts = entries.Where(e => e.State == EntryState.Draft).ToLookup(e => EntrySchema.Missing(e.Detail, FieldNeed.Required).Count == 0);
        return new StudentHome(
            [.. entries.Where(e => e.State == EntryState.Returned)],
            [.. drafts[true].Take(Few)],
            [.. drafts[false].Take(Few)],
            [.. entries.Take(Few)],
            entries.Count(e => e.State == EntryState.Submitted),
            entries.Count(e => e.EndorsedRevisionId is not null),
            portfolio is null || portfolio.Headline.IsEmpty,
            portfolio?.PhotoSha256 is null,
            !await db.CvDocuments.AnyAsync(c => c.PersonId == actor.PersonId, cancel),
            await db.Memberships.AsNoTracking().Where(m => m.PersonId == actor.PersonId && m.Role == Role.Student && m.IssuingStopped).OrderByDescending(m => m.From).FirstOrDefaultAsync(cancel),
            zone);
    }
}
