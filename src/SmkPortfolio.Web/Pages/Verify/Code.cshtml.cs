using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Checking;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Pages.Verify;

/// <summary>A paper by the code on it: the issued file is checked like any file that somebody hands in.</summary>
[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class Code(AppDb db, IBlobStore blobs, DocumentCheck check, PlainReports plain, IStringLocalizer<Code> texts) : PageModel
{
    /// <summary>The code as written, or as typed when it cannot be one.</summary>
    public string Shown { get; private set; } = "";

    public bool Mistyped { get; private set; }

    public CheckedDocument? Result { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var (reading, found) = CvCode.Read(code);
        if (reading != CodeReading.Sound)
        {
            return Mistake(code);
        }
        Shown = CvCode.Written(found);
        if (await CheckedDocument.FindAsync(db, found, cancel) is not { } issued)
        {
            return Answer(new CheckedDocument(plain.NotIssuedHere(), null, null), StatusCodes.Status404NotFound);
        }
        var (paper, school) = issued;
        var file = await ReadAsync(paper, cancel);
        var report = file is null ? plain.FileUnavailable() : await check.RunAsync(paper, file, cancel);
        Keep(report, found);
        return Answer(await new CheckedDocument(report, paper, school).WithSuccessorAsync(db, cancel), StatusCodes.Status200OK);
    }

    private IActionResult Mistake(string code)
    {
        var sentence = texts["This code looks mistyped. Compare it with the paper: five characters, a hyphen, six characters."];
        if (Doors.IsForMachines(Request))
        {
            return new ObjectResult(new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = sentence }) { StatusCode = StatusCodes.Status400BadRequest, ContentTypes = { "application/problem+json" } };
        }
        (Shown, Mistyped) = (code, true);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private IActionResult Answer(CheckedDocument result, int status)
    {
        Response.StatusCode = status;
        if (Doors.IsForMachines(Request))
        {
            return File(result.Report.ToJson(), "application/json");
        }
        Result = result;
        return Page();
    }

    /// <summary>Kept until the paper or one of its lines is withdrawn, a few seconds at most; what could not be checked is tried anew each time.</summary>
    private void Keep(VerificationReport report, string code)
    {
        if (HttpContext.Features.Get<IOutputCacheFeature>()?.Context is { } kept)
        {
            kept.Tags.Add(CacheTags.Cv(code));
            kept.AllowCacheStorage &= report.Verdict != Verdict.NotCheckable;
        }
    }

    private async Task<byte[]?> ReadAsync(CvDocument paper, CancellationToken cancel)
    {
        try
        {
            await using var stored = await blobs.OpenReadAsync(paper.SchoolId, paper.PdfSha256, cancel);
            if (stored is null)
            {
                return null;
            }
            // A file of another length than was issued is read as far as it goes, and the check finds it altered.
            var bytes = new byte[paper.PdfSize];
            var length = await stored.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
            return length == bytes.Length ? bytes : bytes[..length];
        }
        catch (Exception e) when (Faults.IsStorage(e))
        {
            return null;
        }
    }
}
