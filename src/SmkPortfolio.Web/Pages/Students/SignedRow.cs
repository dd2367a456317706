using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Pages.Shared;

namespace SmkPortfolio.Web.Pages.Students;

/// <summary>What the school has signed for a student, in its newest version.</summary>
/// <param name="Code">A paper's code as written; null for a credential.</param>
public sealed record SignedRow(Guid Id, string Title, string? Code, DateTime IssuedAt, string State)
{
    /// <summary>All of one student, newest first.</summary>
    public static async Task<IReadOnlyList<SignedRow>> OfAsync(AppDb db, Guid personId, CancellationToken cancel)
    {
        var rows = await (
            from credential in db.Credentials
            where credential.SubjectPersonId == personId && credential.Kind != CredentialKind.Endorsement
                && !db.Credentials.Any(later => later.PublicId == credential.PublicId && later.Number > credential.Number)
            join entry in db.Entries on credential.EntryId equals (Guid?)entry.Id into entries
            from entry in entries.DefaultIfEmpty()
            join paper in db.CvDocuments on credential.CvDocumentId equals (Guid?)paper.Id into papers
            from paper in papers.DefaultIfEmpty()
            orderby credential.IssuedAt descending, credential.Id
            select new { credential.Id, Title = entry == null ? null : entry.Title, Code = paper == null ? null : paper.Code, credential.IssuedAt, credential.State }).AsNoTracking().ToListAsync(cancel);
        return [.. rows.Select(r => new SignedRow(r.Id, r.Title ?? "", r.Code is null ? null : CvCode.Written(r.Code), r.IssuedAt, Words.StateOf(r.State)))];
    }
}
