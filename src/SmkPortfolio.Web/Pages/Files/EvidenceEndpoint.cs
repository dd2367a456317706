using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Files;

/// <summary>
/// Evidence and portraits for those who may see them, streamed from the store with ranges and headers under which nothing can run, or by a short-lived
/// address of the store. A file that was erased answers 410 with the date and the reason.
/// </summary>
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

    private static async Task<IResult> FileAsync(Guid id, AppDb db, Disclosure disclosure, IBlobStore blobs, AllSettings settings, IStringLocalizer<ErasedWords> words, HttpContext http, CancellationToken cancel)
    {
        var file = await db.Evidence.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);
        if (file is null)
        {
            return NotFound();
        }
        var entry = await db.Entries.IgnoreQueryFilters().AsNoTracking().SingleAsync(e => e.SchoolId == file.SchoolId && e.Id == file.EntryId, cancel);
        if (!await disclosure.ShowsFileAsync(entry, id, http.Request, cancel))
        {
            return NotFound();
        }
        if (file.ErasedAt is { } erased)
        {
            return Results.Problem(statusCode: StatusCodes.Status410Gone, title: words["This file was erased."], detail: ErasedWords.Say(erased, file.ErasedWhy, words), extensions: new Dictionary<string, object?> { ["sha256"] = file.Sha256 });
        }
        return await SendAsync(file.SchoolId, file.Sha256, file.MediaType, file.FileName, blobs, settings, http, cancel);
    }

    private static async Task<IResult> PhotoAsync(Guid personId, AppDb db, Disclosure disclosure, IBlobStore blobs, AllSettings settings, HttpContext http, CancellationToken cancel)
    {
        var photo = await db.Portfolios.IgnoreQueryFilters().Where(p => p.PersonId == personId && p.PhotoSha256 != null)
            .OrderByDescending(p => p.UpdatedAt).Select(p => new { p.SchoolId, p.PhotoSha256, p.PhotoMediaType }).FirstOrDefaultAsync(cancel);
        if (photo is null || !await disclosure.ShowsPhotoAsync(photo.SchoolId, personId, http.Request, cancel))
        {
            return NotFound();
        }
        var answer = await SendAsync(photo.SchoolId, photo.PhotoSha256!, photo.PhotoMediaType ?? "", "portrait", blobs, settings, http, cancel);
        // The address stays when the portrait is replaced, so it is asked for again each time.
        http.Response.Headers.CacheControl = "private, no-cache";
        return answer;
    }

    private static async Task<IResult> SendAsync(Guid schoolId, string sha256, string mediaType, string name, IBlobStore blobs, AllSettings settings, HttpContext http, CancellationToken cancel)
    {
        var inline = Shown.Contains(mediaType);
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        var type = inline || mediaType == "application/pdf" ? mediaType : "application/octet-stream";
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'";
        if (settings.Evidence.RedirectSeconds is > 0 and var seconds && await blobs.ReadAddressAsync(schoolId, sha256, type, disposition.ToString(), TimeSpan.FromSeconds(seconds), cancel) is { } address)
        {
            // Asked for again each time: who may see it today may not tomorrow, and the address ends.
            headers.CacheControl = "private, no-store";
            return Results.Redirect(address.AbsoluteUri);
        }
        if (await blobs.OpenReadAsync(schoolId, sha256, cancel) is not { } content)
        {
            return NotFound();
        }
        headers.CacheControl = "private, max-age=31536000, immutable";
        headers.ContentDisposition = disposition.ToString();
        return Results.Stream(content, type, entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }

    private static IResult NotFound() => Results.Problem(statusCode: StatusCodes.Status404NotFound);
}
