using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>
/// Files as pages show them, in the reader's language: the cover first, then the student's order; an erased one as a sentence. Caption and order of a revision
/// are what was handed in; alternative text, cover and pair are how the student shows it now.
/// </summary>
public sealed class FileParts(AppDb db, HeldFiles held, IStringLocalizer<SharedTexts> S, IStringLocalizer<ErasedWords> W, IStringLocalizer<ScanWords> scan)
{

    /// <summary>What stands on the entry now, with what was erased at the end.</summary>
    public async Task<IReadOnlyList<FilePart>> OfAsync(Entry entry, string title, CancellationToken cancel) =>
        Of(entry, title, "", await FactsAsync(entry.SchoolId, entry.Evidence.Select(f => f.Sha256), cancel));

    /// <summary>What a revision holds.</summary>
    public async Task<IReadOnlyList<FilePart>> OfAsync(Entry entry, RevisionContent content, string title, CancellationToken cancel) =>
        Of(entry, content, title, "", await FactsAsync(entry.SchoolId, content.Files.Select(f => f.Sha256), cancel));

    /// <param name="entry">With its files.</param>
    /// <param name="title">In the reader's language.</param>
    /// <param name="query">As <see cref="FilePart.Query"/>; whoever needs one is a stranger, and of files that are held back learns nothing.</param>
    /// <param name="facts">As <see cref="FactsAsync"/> found them.</param>
    public IReadOnlyList<FilePart> Of(Entry entry, string title, string query, FileFacts facts) =>
        Arrange(entry, [.. entry.Evidence.Where(f => Shows(query, facts, f.Sha256)), .. entry.ErasedFiles()], title, f => Part(entry, f, f.Id, f.FileName, f.MediaType, f.Size, f.Caption, query, f.Sha256, facts));

    /// <inheritdoc cref="Of(Entry, string, string, FileFacts)"/>
    public IReadOnlyList<FilePart> Of(Entry entry, RevisionContent content, string title, string query, FileFacts facts) =>
        Arrange(entry, [.. content.Files.Where(f => Shows(query, facts, f.Sha256) || entry.FileOf(f.Id)?.ErasedAt is not null)], title, f => Part(entry, entry.FileOf(f.Id), f.Id, f.Name, f.MediaType, f.Size, f.Caption, query, f.Sha256, facts));

    /// <summary>What the store knows of these contents, in one question.</summary>
    public async Task<FileFacts> FactsAsync(Guid schoolId, IEnumerable<string> digests, CancellationToken cancel)
    {
        var asked = digests.Distinct(StringComparer.Ordinal).ToList();
        var known = asked.Count == 0
            ? []
            : await db.StoredFiles.IgnoreQueryFilters().AsNoTracking().Where(f => f.SchoolId == schoolId && asked.Contains(f.Sha256))
                .Select(f => new { f.Sha256, f.Scan, Made = db.Derivatives.IgnoreQueryFilters().Any(d => d.SchoolId == f.SchoolId && d.SourceSha256 == f.Sha256) }).ToListAsync(cancel);
        var scans = known.ToDictionary(f => f.Sha256, f => f.Scan, StringComparer.Ordinal);
        return new FileFacts(
            known.Where(f => f.Made).Select(f => f.Sha256).ToHashSet(StringComparer.Ordinal),
            asked.ToDictionary(digest => digest, digest => held.Judge(scans.TryGetValue(digest, out var scan) ? scan : null), StringComparer.Ordinal));
    }

    /// <summary>Contents on these entries of which another form was made, as <see cref="Evidence.IsShown"/> asks for them; no question when none could be.</summary>
    public async Task<IReadOnlySet<string>> ConvertedAsync(IEnumerable<Entry> entries, CancellationToken cancel)
    {
        var asked = entries.SelectMany(e => e.Evidence).Where(f => f is { IsPhoto: true, IsPicture: false }).Select(f => f.Sha256).Distinct(StringComparer.Ordinal).ToList();
        return asked.Count == 0
            ? new HashSet<string>()
            : (await db.Derivatives.AsNoTracking().Where(d => asked.Contains(d.SourceSha256)).Select(d => d.SourceSha256).Distinct().ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The small picture that stands for an entry in lists.</summary>
    /// <param name="entry">With its files.</param>
    /// <param name="converted">As <see cref="ConvertedAsync"/> found them.</param>
    public static string? Cover(Entry entry, IReadOnlySet<string> converted) => entry.CoverPicture(converted) is { } picture ? $"/evidence/{picture.Id}?size=320" : null;

    private static bool Shows(string query, FileFacts facts, string sha256) => query.Length == 0 || facts.HoldOf(sha256) == FileHold.None;

    private FilePart Part(Entry entry, Evidence? row, Guid id, string name, string mediaType, long size, string caption, string query, string sha256, FileFacts facts)
    {
        var hold = facts.HoldOf(sha256);
        return new FilePart(
            id, name, mediaType, size, query, caption.Length > 0 ? caption : null, row?.AlternativeText is { Length: > 0 } seen ? seen : caption, row?.Width, row?.Height,
            id == entry.BeforeId ? PairSide.Before : id == entry.AfterId ? PairSide.After : PairSide.None,
            row?.ErasedAt is { } erased ? ErasedWords.Say(erased, row.ErasedWhy, W) : hold == FileHold.Flagged ? ScanWords.Say(scan) : null,
            facts.Pictured.Contains(sha256) && mediaType is "application/pdf" or "image/heic",
            hold == FileHold.Unscanned ? scan["Not yet scanned for viruses: only the owner and reviewers see it."].Value : null);
    }

    private IReadOnlyList<FilePart> Arrange<T>(Entry entry, IReadOnlyList<T> files, string title, Func<T, FilePart> part)
    {
        var parts = files.Select(part).OrderByDescending(f => f.Id == entry.CoverId && f.IsPicture).ToList();
        var pictures = parts.Count(f => f.IsPicture);
        var number = 0;
        return [.. parts.Select(f => !f.IsPicture ? f : ++number is var at && f.Alternative.Length > 0 ? f : f with { Alternative = S["Picture {0} of {1} of “{2}”", at, pictures, title] })];
    }
}

/// <summary>What the store knows of the contents on a page.</summary>
/// <param name="Pictured">Those from which smaller pictures were made.</param>
/// <param name="Holds">Which are held back.</param>
public sealed record FileFacts(IReadOnlySet<string> Pictured, IReadOnlyDictionary<string, FileHold> Holds)
{
    public FileHold HoldOf(string sha256) => Holds.GetValueOrDefault(sha256);
}
