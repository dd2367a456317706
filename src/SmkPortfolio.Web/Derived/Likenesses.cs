using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Pictures;

namespace SmkPortfolio.Web.Derived;

/// <summary>
/// Finds, when a picture comes, those of other students of the school that look nearly the same, of whatever year. Looks through the bits of all
/// pictures of the school, one after another; only the near ones stay in memory.
/// </summary>
public sealed class Likenesses(AppDb db, TimeProvider clock)
{
    /// <summary>More would be no question but noise.</summary>
    public const int Most = 20;

    // Above all the many pictures that one student took of one thing.
    private const int MostNear = 500;

    /// <summary>Tracks what it finds; nothing of it is saved here. What two nodes do at the same time, one of them finds: both have saved their bits before.</summary>
    public async Task FindAsync(StoredFile file, CancellationToken cancel)
    {
        if (file.PictureHash is not { } hash)
        {
            return;
        }
        var near = await NearAsync(file, hash, cancel);
        var known = await db.Resemblances.Where(r => r.SchoolId == file.SchoolId && r.Sha256 == file.Sha256).Select(r => r.OtherSha256).ToListAsync(cancel);
        var others = near.Count == 0 ? [] : await OfOthersAsync(file, [.. near.Select(n => n.Sha256)], cancel);
        db.Resemblances.AddRange(near.Where(n => others.Contains(n.Sha256)).OrderBy(n => n.Distance).ThenBy(n => n.Sha256, StringComparer.Ordinal).Take(Most)
            .Where(n => !known.Contains(n.Sha256)).Select(n => Resemblance.Of(file.SchoolId, file.Sha256, n.Sha256, n.Distance, clock.GetUtcNow().UtcDateTime)));
    }

    private async Task<IReadOnlyList<(string Sha256, int Distance)>> NearAsync(StoredFile file, long hash, CancellationToken cancel)
    {
        // The farthest first, to be dropped when there are too many.
        PriorityQueue<(string Sha256, int Distance), int> near = new();
        var all = db.StoredFiles.AsNoTracking().Where(f => f.SchoolId == file.SchoolId && f.PictureHash != null && f.Sha256 != file.Sha256).Select(f => new { f.Sha256, Hash = f.PictureHash!.Value });
        await foreach (var other in all.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var distance = PerceptualHash.Distance(unchecked((ulong)hash), unchecked((ulong)other.Hash));
            if (distance <= PerceptualHash.Near)
            {
                near.Enqueue((other.Sha256, distance), -distance);
                if (near.Count > MostNear)
                {
                    near.Dequeue();
                }
            }
        }
        return [.. near.UnorderedItems.Select(n => n.Element)];
    }

    /// <summary>Those of these contents that somebody else's work shows too.</summary>
    private async Task<HashSet<string>> OfOthersAsync(StoredFile file, IReadOnlyList<string> contents, CancellationToken cancel)
    {
        var shown = from f in db.Evidence
                    where f.SchoolId == file.SchoolId && f.ErasedAt == null
                    join e in db.Entries on f.EntryId equals e.Id
                    where e.SchoolId == file.SchoolId
                    select new { f.Sha256, e.PersonId };
        var mine = await shown.Where(s => s.Sha256 == file.Sha256).Select(s => s.PersonId).Distinct().ToListAsync(cancel);
        // Of a content that two have handed in, each picture is somebody else's to one of them.
        var others = mine.Count == 1 ? shown.Where(s => s.PersonId != mine[0]) : shown;
        return [.. await others.Where(s => contents.Contains(s.Sha256)).Select(s => s.Sha256).Distinct().ToListAsync(cancel)];
    }
}
