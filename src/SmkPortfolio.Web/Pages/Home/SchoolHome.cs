using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Home;

/// <summary>A principal's figures: students, entries by state, how much is endorsed, how long the oldest has waited.</summary>
public sealed record SchoolHome(int Students, int StudentsWithWork, IReadOnlyDictionary<EntryState, int> ByState, int EndorsedEntries, int Papers, DateTime? OldestWaiting)
{
    public int Entries => ByState.Values.Sum();

    /// <summary>Whole percent, rounded down: 100 means all.</summary>
    public int EndorsedPercent => Entries == 0 ? 0 : EndorsedEntries * 100 / Entries;

    public static async Task<SchoolHome> LoadAsync(AppDb db, Actor actor, CancellationToken cancel)
    {
        var school = await db.Schools.SingleAsync(s => s.Id == actor.SchoolId, cancel);
        var today = school.Today(actor.Now);
        var students = db.Memberships.Where(m => m.Role == Role.Student && m.From <= today && (m.To == null || m.To >= today)).Select(m => m.PersonId).Distinct();
        var entries = db.Entries.Where(e => e.BinnedAt == null);
        return new SchoolHome(
            await students.CountAsync(cancel),
            await students.CountAsync(s => entries.Any(e => e.PersonId == s), cancel),
            await entries.GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel),
            await entries.CountAsync(e => e.EndorsedRevisionId != null, cancel),
            await db.CvDocuments.CountAsync(c => c.WithdrawnAt == null, cancel),
            await entries.Where(e => e.State == EntryState.Submitted).MinAsync(e => e.SubmittedAt, cancel));
    }
}
