using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Pages.Verify;

/// <summary>What a page shows of a check: the report, and of a paper of ours what was printed and what its holder switched on.</summary>
public sealed record CheckedDocument(VerificationReport Report, CvDocument? Paper, School? School)
{
    public string Zone => School?.TimeZoneId ?? "Asia/Jakarta";

    /// <summary>The name as printed; null when the document may not speak for itself.</summary>
    public string? Name => Report.SubjectName is null ? null : Paper?.NameAsPrinted ?? Report.SubjectName;

    public string? PhotoHref => Name is not null && Paper is { ShowsPhoto: true, Stands: true } ? $"/portfolio/photo/{Paper.PersonId}?code={Paper.Code}" : null;

    /// <summary>Adds what we know of a paper, found by the code that its sound content names.</summary>
    public static async Task<CheckedDocument> OfAsync(VerificationReport report, AppDb db, CancellationToken cancel)
    {
        var (reading, code) = CvCode.Read(report.Code);
        var paper = reading == CodeReading.Sound ? await FindAsync(db, code, cancel) : null;
        return await OfAsync(report, paper, db, cancel);
    }

    /// <summary>The same for a paper that is at hand.</summary>
    public static async Task<CheckedDocument> OfAsync(VerificationReport report, CvDocument? paper, AppDb db, CancellationToken cancel)
    {
        var npsn = report.Issuer.Npsn;
        var school = paper is not null ? await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == paper.SchoolId, cancel)
            : npsn is not null ? await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Npsn == npsn, cancel)
            : null;
        return new CheckedDocument(report, paper, school);
    }

    /// <summary>A paper by its code, whatever school it is of.</summary>
    public static Task<CvDocument?> FindAsync(AppDb db, string code, CancellationToken cancel) =>
        db.CvDocuments.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, cancel);
}
