using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.Web.Keeping;

/// <summary>
/// Takes a person's file away for good, from every entry of theirs that shows it. The rows keep digest, date and reason; the bytes go with all that was
/// made from them, unless somebody else in the school keeps the same content.
/// </summary>
public sealed class Erasing(AppDb db, StoreTidying tidying)
{
    public const string Erased = "evidence-erased";

    // Between writing a file down and saving the row that shows it lie seconds, on clocks that differ a little.
    private static readonly TimeSpan Arriving = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Own = TimeSpan.FromMinutes(2);

    /// <summary>Who may ask for it is for the caller to judge.</summary>
    /// <param name="entry">Tracked.</param>
    /// <param name="file">One of its files, taken off or not.</param>
    /// <param name="change">With the reason.</param>
    /// <param name="cancel">Ends it before anything is saved.</param>
    public async Task<Error?> EraseAsync(Entry entry, Evidence file, Change change, CancellationToken cancel)
    {
        var same = await db.Evidence.AsNoTracking()
            .Where(f => f.SchoolId == entry.SchoolId && f.Sha256 == file.Sha256 && f.ErasedAt == null && db.Entries.Any(e => e.SchoolId == f.SchoolId && e.Id == f.EntryId && e.PersonId == entry.PersonId))
            .Select(f => new { f.EntryId, f.Id, f.AddedAt }).ToListAsync(cancel);
        var entries = same.Select(f => f.EntryId).Distinct().ToList();
        var shown = await db.Entries.Where(e => e.SchoolId == entry.SchoolId && entries.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        List<(string, Guid)> events = [];
        foreach (var one in same)
        {
            if (shown[one.EntryId].EraseEvidence(one.Id, change) is { } refusal)
            {
                return refusal;
            }
            events.Add((Erased, one.Id));
        }
        if (events.Count == 0)
        {
            return Error.NotFound("file-unknown");
        }
        await db.SaveAsync(entry.SchoolId, events, change, cancel);
        // What was written down after these came, and just now, somebody else is bringing: if no row follows, the daily tidying takes it.
        var (lastOwn, arriving) = (same.Max(f => f.AddedAt) + Own, change.At - Arriving);
        // Not to be broken off: the rows say already that it is gone.
        await tidying.RemoveAsync(entry.SchoolId, file.Sha256, lastOwn > arriving ? lastOwn : arriving, CancellationToken.None);
        return null;
    }
}
