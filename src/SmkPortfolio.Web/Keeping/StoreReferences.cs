using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;

namespace SmkPortfolio.Web.Keeping;

/// <summary>For what a content of the store is needed.</summary>
public enum NeedKind
{
    Evidence,
    Portrait,
    Paper,

    /// <summary>A smaller picture; it can be made anew.</summary>
    Derivative,
}

/// <summary>A row that rests on a stored content.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Of the evidence, the portfolio or the paper; empty for a derivative.</param>
/// <param name="Size">Bytes that the row names; null when it names none.</param>
/// <param name="Source">For a derivative: of what.</param>
public sealed record Need(NeedKind Kind, Guid Id, long? Size, string? Source);

/// <summary>Which rows need which contents: the same content is stored once for a whole school, and goes only when nothing needs it.</summary>
public sealed class StoreReferences(AppDb db)
{
    public async Task<bool> IsNeededAsync(Guid schoolId, string sha256, CancellationToken cancel) =>
        await db.Evidence.AnyAsync(f => f.SchoolId == schoolId && f.Sha256 == sha256 && f.ErasedAt == null, cancel)
        || await db.Derivatives.AnyAsync(d => d.SchoolId == schoolId && d.Sha256 == sha256, cancel)
        || await db.Portfolios.AnyAsync(p => p.SchoolId == schoolId && p.PhotoSha256 == sha256, cancel)
        || await db.CvDocuments.AnyAsync(c => c.SchoolId == schoolId && c.PdfSha256 == sha256, cancel);

    /// <summary>All that one school needs, by hash; of several rows the one that is hardest to do without.</summary>
    public async Task<IReadOnlyDictionary<string, Need>> OfSchoolAsync(Guid schoolId, CancellationToken cancel)
    {
        var needs = new Dictionary<string, Need>(StringComparer.Ordinal);
        await foreach (var file in db.Evidence.Where(f => f.SchoolId == schoolId && f.ErasedAt == null).Select(f => new { f.Sha256, f.Id, f.Size }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            needs.TryAdd(file.Sha256, new Need(NeedKind.Evidence, file.Id, file.Size, null));
        }
        await foreach (var paper in db.CvDocuments.Where(c => c.SchoolId == schoolId && c.PdfSha256 != "").Select(c => new { c.PdfSha256, c.Id, c.PdfSize }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            needs.TryAdd(paper.PdfSha256, new Need(NeedKind.Paper, paper.Id, paper.PdfSize, null));
        }
        await foreach (var portrait in db.Portfolios.Where(p => p.SchoolId == schoolId && p.PhotoSha256 != null).Select(p => new { p.PhotoSha256, p.Id }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            needs.TryAdd(portrait.PhotoSha256!, new Need(NeedKind.Portrait, portrait.Id, null, null));
        }
        await foreach (var made in db.Derivatives.Where(d => d.SchoolId == schoolId).Select(d => new { d.Sha256, d.Size, d.SourceSha256 }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            needs.TryAdd(made.Sha256, new Need(NeedKind.Derivative, Guid.Empty, made.Size, made.SourceSha256));
        }
        return needs;
    }
}
