using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Sharing;

namespace SmkPortfolio.Web.Pages.Files;

/// <summary>The paper behind a link, as it was issued.</summary>
internal static class SharedPaperEndpoint
{
    public static void MapSharedPaper(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/s/{token}/{fileName}", DownloadAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(string token, string fileName, AppDb db, OpenShares shares, IBlobStore blobs, HttpContext http, CancellationToken cancel)
    {
        if (await shares.FindAsync(token, cancel) is not { Link: { CvDocumentId: { } paperId } link })
        {
            return Results.NotFound();
        }
        var paper = await db.CvDocuments.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(c => c.SchoolId == link.SchoolId && c.Id == paperId && c.WithdrawnAt == null, cancel);
        if (paper is null || fileName != OpenShares.FileName(paper) || await blobs.OpenReadAsync(paper.SchoolId, paper.PdfSha256, cancel) is not { } content)
        {
            return Results.NotFound();
        }
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Stream(content, "application/pdf", fileName, enableRangeProcessing: true);
    }
}
