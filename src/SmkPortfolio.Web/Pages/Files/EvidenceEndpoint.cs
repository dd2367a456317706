using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Files;

/// <summary>Evidence and portraits, streamed from the store to those who may see them, with ranges and headers under which nothing can run.</summary>
internal static class EvidenceEndpoint
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Shown = ["image/jpeg", "image/png", "image/webp"];

    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/evidence/{id:guid}", Reading, FileAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapSharedPaper();
        routes.MapMethods("/portfolio/photo/{personId:guid}", Reading, PhotoAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> FileAsync(Guid id, AppDb db, Disclosure disclosure, IBlobStore blobs, HttpContext http, CancellationToken cancel)
    {
        var file = await db.Evidence.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);
        if (file is null)
        {
            return NotFound();
        }
        var entry = await db.Entries.IgnoreQueryFilters().AsNoTracking().SingleAsync(e => e.SchoolId == file.SchoolId && e.Id == file.EntryId, cancel);
        return await disclosure.ShowsFileAsync(entry, id, http.Request, cancel)
            ? await StreamAsync(file.SchoolId, file.Sha256, file.MediaType, file.FileName, blobs, http, cancel)
            : NotFound();
    }

    private static async Task<IResult> PhotoAsync(Guid personId, AppDb db, Disclosure disclosure, IBlobStore blobs, HttpContext http, CancellationToken cancel)
    {
        var photo = await db.Portfolios.IgnoreQueryFilters().Where(p => p.PersonId == personId && p.PhotoSha256 != null)
            .OrderByDescending(p => p.UpdatedAt).Select(p => new { p.SchoolId, p.PhotoSha256, p.PhotoMediaType }).FirstOrDefaultAsync(cancel);
        if (photo is null || !await disclosure.ShowsPhotoAsync(photo.SchoolId, personId, http.Request, cancel))
        {
            return NotFound();
        }
        var answer = await StreamAsync(photo.SchoolId, photo.PhotoSha256!, photo.PhotoMediaType ?? "", "portrait", blobs, http, cancel);
        // The address stays when the portrait is replaced, so it is asked for again each time.
        http.Response.Headers.CacheControl = "private, no-cache";
        return answer;
    }

    private static async Task<IResult> StreamAsync(Guid schoolId, string sha256, string mediaType, string name, IBlobStore blobs, HttpContext http, CancellationToken cancel)
    {
        if (await blobs.OpenReadAsync(schoolId, sha256, cancel) is not { } content)
        {
            return NotFound();
        }
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'";
        headers.CacheControl = "private, max-age=31536000, immutable";
        var inline = Shown.Contains(mediaType);
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
        return Results.Stream(content, inline || mediaType == "application/pdf" ? mediaType : "application/octet-stream", entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }

    private static IResult NotFound() => Results.Problem(statusCode: StatusCodes.Status404NotFound);
}
