using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Files;

/// <summary>
/// Evidence and portraits for those who may see them, evidence also smaller (<c>?size=320|960|1920</c>). A file that was erased answers 410 with the date
/// and the reason; one in which the virus scanner found something 409, to those few who may know of it.
/// </summary>
internal static class EvidenceEndpoint
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/evidence/{id:guid}", Reading, FileAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapSharedPaper();
        routes.MapMethods("/portfolio/photo/{personId:guid}", Reading, PhotoAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> FileAsync(Guid id, AppDb db, Disclosure disclosure, HeldFiles held, FileSending sending, IStringLocalizer<ErasedWords> words, IStringLocalizer<ScanWords> scan, HttpContext http, CancellationToken cancel)
    {
        var file = await db.Evidence.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);
        if (file is null)
        {
            return NotFound();
        }
        var entry = await db.Entries.IgnoreQueryFilters().AsNoTracking().SingleAsync(e => e.SchoolId == file.SchoolId && e.Id == file.EntryId, cancel);
        var hold = file.ErasedAt is null ? await held.OfAsync(file.SchoolId, file.Sha256, cancel) : FileHold.None;
        if (!(hold == FileHold.None ? await disclosure.ShowsFileAsync(entry, id, http.Request, cancel) : await disclosure.ShowsHeldFileAsync(entry, cancel)))
        {
            return NotFound();
        }
        if (file.ErasedAt is { } erased)
        {
            return Results.Problem(statusCode: StatusCodes.Status410Gone, title: words["This file was erased."], detail: ErasedWords.Say(erased, file.ErasedWhy, words), extensions: new Dictionary<string, object?> { ["sha256"] = file.Sha256 });
        }
        if (hold == FileHold.Flagged)
        {
            return Results.Problem(statusCode: StatusCodes.Status409Conflict, title: scan["This file is held back."], detail: ScanWords.Say(scan));
        }
        if (!http.Request.Query.TryGetValue("size", out var size))
        {
            return await sending.WholeAsync(file.SchoolId, file.Sha256, file.MediaType, file.FileName, http, cancel);
        }
        return FileSending.IsSize(size)
            ? await sending.SmallerAsync(file.SchoolId, file.Sha256, file.MediaType, file.FileName, int.Parse(size.ToString(), CultureInfo.InvariantCulture), http, cancel)
            : Results.Problem(statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> PhotoAsync(Guid personId, AppDb db, Disclosure disclosure, HeldFiles held, FileSending sending, IStringLocalizer<ScanWords> scan, HttpContext http, CancellationToken cancel)
    {
        var photo = await db.Portfolios.IgnoreQueryFilters().Where(p => p.PersonId == personId && p.PhotoSha256 != null)
            .OrderByDescending(p => p.UpdatedAt).Select(p => new { p.SchoolId, p.PhotoSha256, p.PhotoMediaType }).FirstOrDefaultAsync(cancel);
        if (photo is null || !await disclosure.ShowsPhotoAsync(photo.SchoolId, personId, http.Request, cancel))
        {
            return NotFound();
        }
        var hold = await held.OfAsync(photo.SchoolId, photo.PhotoSha256!, cancel);
        if (hold != FileHold.None && !disclosure.ShowsHeldPhoto(personId))
        {
            return NotFound();
        }
        if (hold == FileHold.Flagged)
        {
            return Results.Problem(statusCode: StatusCodes.Status409Conflict, title: scan["This file is held back."], detail: scan["The virus scanner found something in it, so nobody can see it. Put another picture in its place."]);
        }
        var answer = await sending.WholeAsync(photo.SchoolId, photo.PhotoSha256!, photo.PhotoMediaType ?? "", "portrait", http, cancel);
        // The address stays when the portrait is replaced, so it is asked for again each time.
        http.Response.Headers.CacheControl = "private, no-cache";
        return answer;
    }

    private static IResult NotFound() => Results.Problem(statusCode: StatusCodes.Status404NotFound);
}
