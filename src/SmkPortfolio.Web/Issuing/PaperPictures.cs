using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Derived;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// Reads the pictures of papers. Of what no paper can embed, such as a phone's HEIC, the largest JPEG that was made of it stands in; the paper
/// still names the content itself.
/// </summary>
public sealed class PaperPictures(AppDb db, IBlobStore blobs)
{
    private static readonly string[] Embedded = [DerivedForms.Jpeg, "image/png"];

    /// <summary>A file of this type stands on the paper itself.</summary>
    public static bool IsEmbedded(string? mediaType) => Embedded.Contains(mediaType);

    /// <summary>What stands in for these contents, by their digest; those that need nothing, or of which nothing was made, are not among them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StandInsAsync(Guid schoolId, IReadOnlyCollection<string> digests, CancellationToken cancel)
    {
        var made = digests.Count == 0 ? [] : await (
            from file in db.StoredFiles.AsNoTracking()
            where file.SchoolId == schoolId && digests.Contains(file.Sha256) && !Embedded.Contains(file.MediaType)
            join form in db.Derivatives.AsNoTracking() on new { file.SchoolId, file.Sha256 } equals new { form.SchoolId, Sha256 = form.SourceSha256 }
            select new { Source = file.Sha256, form.Form, form.Sha256 }).ToListAsync(cancel);
        return made.Where(m => DerivedForms.Step(m.Form, DerivedForms.Jpeg) is not null).GroupBy(m => m.Source, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MaxBy(m => DerivedForms.Step(m.Form, DerivedForms.Jpeg))!.Sha256, StringComparer.Ordinal);
    }

    /// <summary>The bytes, or null when they are gone.</summary>
    public async Task<byte[]?> ReadAsync(Guid schoolId, string sha256, CancellationToken cancel)
    {
        await using var stream = await blobs.OpenReadAsync(schoolId, sha256, cancel);
        if (stream is null)
        {
            return null;
        }
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, cancel);
        return copy.ToArray();
    }
}
