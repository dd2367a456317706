using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Derived;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>A file of another student's handed-in work that is the same as one of this work, or looks nearly the same.</summary>
/// <param name="Mine">The file of the work that is reviewed.</param>
/// <param name="Theirs">The file of the other work.</param>
/// <param name="IsSame">Byte for byte.</param>
/// <param name="HasPicture">There is something to be seen of it.</param>
/// <param name="Content">What the other student has handed in.</param>
/// <param name="Student">Whose it is.</param>
/// <param name="HandedInAt">UTC.</param>
public sealed record AlikeFile(RevisionFile Mine, RevisionFile Theirs, bool IsSame, bool HasPicture, RevisionContent Content, StudentLine Student, DateTime HandedInAt)
{
    public bool IsPicture => DerivedForms.Shown.Contains(Theirs.MediaType) || Theirs.MediaType == DerivedForms.Heic;
}

/// <summary>
/// What in the school, of any year, is like the files of a work: a question for whoever reviews it. Only what was handed in is looked at, never a
/// draft, and nothing that the virus scanner holds back.
/// </summary>
public sealed class AlikeWorks(AppDb db, HeldFiles held)
{
    /// <summary>So many are asked about at most.</summary>
    public const int Most = 10;

    private const int MostCandidates = 50;

    public async Task<IReadOnlyList<AlikeFile>> OfAsync(Entry entry, RevisionContent content, CancellationToken cancel)
    {
        var mine = content.Files.DistinctBy(f => f.Sha256).ToDictionary(f => f.Sha256, StringComparer.Ordinal);
        var own = mine.Keys.ToList();
        if (own.Count == 0)
        {
            return [];
        }
        var near = await db.Resemblances.AsNoTracking().Where(r => r.SchoolId == entry.SchoolId && (own.Contains(r.Sha256) || own.Contains(r.OtherSha256)))
            .OrderBy(r => r.Distance).Take(MostCandidates).Select(r => new { r.Sha256, r.OtherSha256 }).ToListAsync(cancel);
        // Theirs by mine, the same ones first.
        Dictionary<string, string> pairs = own.ToDictionary(sha256 => sha256, StringComparer.Ordinal);
        foreach (var pair in near)
        {
            pairs.TryAdd(mine.ContainsKey(pair.Sha256) ? pair.OtherSha256 : pair.Sha256, mine.ContainsKey(pair.Sha256) ? pair.Sha256 : pair.OtherSha256);
        }
        var theirs = pairs.Keys.Except(await held.AmongAsync(entry.SchoolId, pairs.Keys, cancel)).ToList();
        var files = await (
            from f in db.Evidence.AsNoTracking()
            where f.SchoolId == entry.SchoolId && theirs.Contains(f.Sha256) && f.ErasedAt == null
            join e in db.Entries.AsNoTracking() on f.EntryId equals e.Id
            where e.SchoolId == entry.SchoolId && e.PersonId != entry.PersonId && e.BinnedAt == null && e.LastRevisionNumber > 0
            orderby f.AddedAt
            select new { f.Id, f.EntryId, f.Sha256, e.PersonId }).Take(MostCandidates).ToListAsync(cancel);
        return files.Count == 0 ? [] : await HandedInAsync(entry.SchoolId, [.. files.Select(f => (f.Id, f.EntryId, f.Sha256, f.PersonId)).OrderBy(f => f.Sha256 != pairs[f.Sha256])], f => mine[pairs[f]], cancel);
    }

    private async Task<IReadOnlyList<AlikeFile>> HandedInAsync(
        Guid schoolId, IReadOnlyList<(Guid Id, Guid EntryId, string Sha256, Guid PersonId)> files, Func<string, RevisionFile> mine, CancellationToken cancel)
    {
        var entries = files.Select(f => f.EntryId).Distinct().ToList();
        var revisions = (await db.Revisions.AsNoTracking().Where(r => r.SchoolId == schoolId && entries.Contains(r.EntryId)).OrderByDescending(r => r.Number).ToListAsync(cancel))
            .Select(r => (r.EntryId, r.FrozenAt, Content: r.Read())).ToLookup(r => r.EntryId);
        var students = await Students.LinesAsync(db, files.Select(f => f.PersonId), cancel);
        var contents = files.Select(f => f.Sha256).Distinct().ToList();
        var derived = await db.Derivatives.Where(d => d.SchoolId == schoolId && contents.Contains(d.SourceSha256)).Select(d => d.SourceSha256).Distinct().ToListAsync(cancel);
        List<AlikeFile> found = [];
        foreach (var file in files)
        {
            // What was added after handing in is still a draft.
            var (_, at, content) = revisions[file.EntryId].FirstOrDefault(r => r.Content.Files.Any(f => f.Id == file.Id));
            if (content?.Files.Single(f => f.Id == file.Id) is { } theirs)
            {
                var own = mine(file.Sha256);
                found.Add(new AlikeFile(own, theirs, own.Sha256 == file.Sha256, DerivedForms.Shown.Contains(theirs.MediaType) || derived.Contains(file.Sha256), content, students[file.PersonId], at));
            }
        }
        return [.. found.Take(Most)];
    }
}
