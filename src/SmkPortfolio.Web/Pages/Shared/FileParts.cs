using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Shared;

/// <summary>
/// Files as pages show them, in the reader's language: the cover first, then the student's order; an erased one as a sentence. Caption and order of a revision
/// are what was handed in; alternative text, cover and pair are how the student shows it now.
/// </summary>
public sealed class FileParts(AppDb db, IStringLocalizer<SharedTexts> S, IStringLocalizer<ErasedWords> W)
{
    private const string Pdf = "application/pdf";

    /// <summary>What stands on the entry now, with what was erased at the end.</summary>
    public async Task<IReadOnlyList<FilePart>> OfAsync(Entry entry, string title, CancellationToken cancel) =>
        Of(entry, title, "", await PreviewsAsync(entry.SchoolId, entry.Evidence.Select(f => (f.MediaType, f.Sha256)), cancel));

    /// <summary>What a revision holds.</summary>
    public async Task<IReadOnlyList<FilePart>> OfAsync(Entry entry, RevisionContent content, string title, CancellationToken cancel) =>
        Of(entry, content, title, "", await PreviewsAsync(entry.SchoolId, content.Files.Select(f => (f.MediaType, f.Sha256)), cancel));

    /// <param name="entry">With its files.</param>
    /// <param name="title">In the reader's language.</param>
    /// <param name="query">As <see cref="FilePart.Query"/>.</param>
    /// <param name="previews">As <see cref="PreviewsAsync"/> found them.</param>
    public IReadOnlyList<FilePart> Of(Entry entry, string title, string query, IReadOnlySet<string> previews) =>
        Arrange(entry, [.. entry.Evidence, .. entry.ErasedFiles()], title, f => Part(entry, f, f.Id, f.FileName, f.MediaType, f.Size, f.Caption, query, previews.Contains(f.Sha256)));

    /// <inheritdoc cref="Of(Entry, string, string, IReadOnlySet{string})"/>
    public IReadOnlyList<FilePart> Of(Entry entry, RevisionContent content, string title, string query, IReadOnlySet<string> previews) =>
        Arrange(entry, content.Files, title, f => Part(entry, entry.FileOf(f.Id), f.Id, f.Name, f.MediaType, f.Size, f.Caption, query, previews.Contains(f.Sha256)));

    /// <summary>The digests among these whose first page has a picture.</summary>
    public async Task<IReadOnlySet<string>> PreviewsAsync(Guid schoolId, IEnumerable<(string MediaType, string Sha256)> files, CancellationToken cancel)
    {
        var documents = files.Where(f => f.MediaType == Pdf).Select(f => f.Sha256).Distinct().ToList();
        return documents.Count == 0
            ? new HashSet<string>()
            : (await db.Derivatives.AsNoTracking().Where(d => d.SchoolId == schoolId && documents.Contains(d.SourceSha256)).Select(d => d.SourceSha256).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The small picture that stands for an entry in lists.</summary>
    public static string? Cover(Entry entry) => entry.CoverPicture() is { } picture ? $"/evidence/{picture.Id}?size=320" : null;

    private FilePart Part(Entry entry, Evidence? row, Guid id, string name, string mediaType, long size, string caption, string query, bool preview) => new(
        id, name, mediaType, size, query, caption.Length > 0 ? caption : null, row?.AlternativeText is { Length: > 0 } seen ? seen : caption, row?.Width, row?.Height,
        id == entry.BeforeId ? PairSide.Before : id == entry.AfterId ? PairSide.After : PairSide.None,
        row?.ErasedAt is { } erased ? ErasedWords.Say(erased, row.ErasedWhy, W) : null, preview);

    private IReadOnlyList<FilePart> Arrange<T>(Entry entry, IReadOnlyList<T> files, string title, Func<T, FilePart> part)
    {
        var parts = files.Select(part).OrderByDescending(f => f.Id == entry.CoverId && f.IsPicture).ToList();
        var pictures = parts.Count(f => f.IsPicture);
        var number = 0;
        return [.. parts.Select(f => !f.IsPicture ? f : ++number is var at && f.Alternative.Length > 0 ? f : f with { Alternative = S["Picture {0} of {1} of “{2}”", at, pictures, title] })];
    }
}
