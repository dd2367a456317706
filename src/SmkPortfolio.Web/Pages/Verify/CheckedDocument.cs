using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Pages.Verify;

/// <summary>What a page shows of a check: the report, and of a paper of ours what was printed and what its holder switched on.</summary>
public sealed record CheckedDocument(VerificationReport Report, CvDocument? Paper, School? School)
{
    public string Zone => School?.TimeZoneId ?? "Asia/Jakarta";

    /// <summary>The name as printed; null when the document may not speak for itself.</summary>
    public string? Name => Report.SubjectName is null ? null : Paper?.NameAsPrinted ?? Report.SubjectName;

    public string? PhotoHref => Name is not null && Paper is { ShowsPhoto: true, Stands: true } ? $"/portfolio/photo/{Paper.PersonId}?code={Paper.Code}" : null;

    /// <summary>The open school that answers for the issuing one, when that has closed.</summary>
    public School? Successor { get; init; }

    /// <summary>What the register says of the school's closing, when it has closed.</summary>
    public string? Closing => School?.ClosedAt is null ? null : Report.Checks.FirstOrDefault(c => c is { Name: CheckName.Register, State: CheckState.Passed })?.Detail;

    /// <summary>The document is what it says it is; whether it belongs to the person who hands it in, only its reader can see.</summary>
    public bool AsksForHolder => Name is not null && Report.Verdict is Verdict.GenuineCurrent or Verdict.GenuineExpired;

    /// <summary>Year of birth, where the holder switched it on for this paper.</summary>
    public int? BirthYear => Name is null ? null : Paper?.ShownBirthYear;

    /// <summary>The result with the school's successor looked up.</summary>
    public async Task<CheckedDocument> WithSuccessorAsync(AppDb db, CancellationToken cancel) => this with { Successor = await SchoolLife.AnswersForAsync(db, School, cancel) };

    /// <summary>Adds what we know of a paper, found by the code that its sound content names.</summary>
    public static async Task<CheckedDocument> OfAsync(VerificationReport report, AppDb db, CancellationToken cancel)
    {
        var (reading, code) = CvCode.Read(report.Code);
        if (reading == CodeReading.Sound && await FindAsync(db, code, cancel) is { } issued)
        {
            return await new CheckedDocument(report, issued.Paper, issued.School).WithSuccessorAsync(db, cancel);
        }
        var npsn = report.Issuer.Npsn;
        return await new CheckedDocument(report, null, npsn is null ? null : await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Npsn == npsn, cancel)).WithSuccessorAsync(db, cancel);
    }

    /// <summary>A paper by its code, whatever school it is of, without its lines: the check reads them from the file.</summary>
    public static async Task<(CvDocument Paper, School School)?> FindAsync(AppDb db, string code, CancellationToken cancel)
    {
        var found = await (
            from paper in db.CvDocuments
            where paper.Code == code
            join school in db.Schools on paper.SchoolId equals school.Id
            select new { paper, school }).IgnoreQueryFilters().IgnoreAutoIncludes().AsNoTracking().SingleOrDefaultAsync(cancel);
        return found is null ? null : (found.paper, found.school);
    }
}
