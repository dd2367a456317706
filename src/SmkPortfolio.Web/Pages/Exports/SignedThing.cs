using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Pages.Exports;

/// <summary>Something that was signed about a student, in its newest version.</summary>
/// <param name="Title">Of the work; of a paper its code as written.</param>
/// <param name="By">Who gave the word; null for the school's own.</param>
public sealed record SignedThing(IssuedCredential Credential, string Title, string? By)
{
    private const int MostSlug = 40;

    /// <summary>It still says what it said.</summary>
    public bool Stands => Credential.State is CredentialState.Active or CredentialState.Suspended;

    /// <summary>Its address on this site, without the host: a site may be reached under another one.</summary>
    public string Href => new Uri(Credential.Uri).AbsolutePath;

    /// <summary>What its files are called: a plain word or two from the title, and what tells it from others of that title.</summary>
    public string FileName
    {
        get
        {
            var plain = new string([.. Title.Normalize(System.Text.NormalizationForm.FormD).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
            var words = string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries));
            var slug = words.Length > MostSlug ? words[..MostSlug].TrimEnd('-') : words;
            return $"{(slug.Length == 0 ? "kredensial" : slug)}-{Credential.PublicId.ToString("N")[^8..]}";
        }
    }

    /// <summary>All of one student: work in the order in which it was first signed, the school's word before the others'; papers last.</summary>
    public static async Task<IReadOnlyList<SignedThing>> OfAsync(AppDb db, Guid personId, CancellationToken cancel)
    {
        var rows = await (
            from credential in db.Credentials
            where credential.SubjectPersonId == personId && !db.Credentials.Any(later => later.PublicId == credential.PublicId && later.Number > credential.Number)
            join entry in db.Entries on credential.EntryId equals (Guid?)entry.Id into entries
            from entry in entries.DefaultIfEmpty()
            join paper in db.CvDocuments on credential.CvDocumentId equals (Guid?)paper.Id into papers
            from paper in papers.DefaultIfEmpty()
            join endorsement in db.Endorsements on credential.Id equals endorsement.CredentialId into endorsements
            from endorsement in endorsements.DefaultIfEmpty()
            select new { credential, Title = entry == null ? null : entry.Title, Code = paper == null ? null : paper.Code, By = endorsement == null ? null : endorsement.ByName })
            .AsNoTracking().ToListAsync(cancel);
        var things = rows.Select(r => new SignedThing(r.credential, r.Code is null ? r.Title ?? "" : CvCode.Written(r.Code), r.By)).ToList();
        var first = things.Where(t => t.Credential.EntryId is not null).GroupBy(t => t.Credential.EntryId).ToDictionary(g => g.Key!.Value, g => g.Min(t => t.Credential.IssuedAt));
        return [.. things
            .OrderBy(t => t.Credential.CvDocumentId is not null)
            .ThenBy(t => t.Credential.EntryId is { } entry ? first[entry] : t.Credential.IssuedAt).ThenBy(t => t.Credential.EntryId)
            .ThenBy(t => t.Credential.Kind).ThenBy(t => t.Credential.IssuedAt).ThenBy(t => t.Credential.Id)];
    }
}
