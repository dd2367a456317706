using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Pictures;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Derived;

/// <summary>
/// Hands out a stored file, or a smaller picture of it, to somebody who may see it: under headers with which nothing can run, in ranges, or by a
/// short-lived address of the store.
/// </summary>
public sealed class FileSending(AppDb db, IBlobStore blobs, AllSettings settings)
{
    private const string Forever = "private, max-age=31536000, immutable";

    /// <summary>Steps that may be asked for.</summary>
    public static bool IsSize(string? size) => Derivatives.Steps.Any(step => size == step.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public async Task<IResult> WholeAsync(Guid schoolId, string sha256, string mediaType, string name, HttpContext http, CancellationToken cancel) =>
        await SendAsync(schoolId, sha256, mediaType, name, Forever, http, cancel) ?? NotFound();

    /// <summary>
    /// The picture whose longer side is at most <paramref name="size"/>. While none is made, the file itself when it is a picture, to be asked for again; else nothing.
    /// </summary>
    public async Task<IResult> SmallerAsync(Guid schoolId, string sha256, string mediaType, string name, int size, HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var type = TakesWebp(http.Request) ? DerivedForms.Webp : DerivedForms.Jpeg;
        var made = await db.Derivatives.IgnoreQueryFilters().AsNoTracking().Where(d => d.SchoolId == schoolId && d.SourceSha256 == sha256).Select(d => new { d.Form, d.Sha256 }).ToListAsync(cancel);
        // A picture that is smaller than the step has no form of that name: its largest is all there is to see.
        if (made.Where(d => DerivedForms.Step(d.Form, type) <= size).MaxBy(d => DerivedForms.Step(d.Form, type)) is { } chosen
            && await SendAsync(schoolId, chosen.Sha256, type, Path.ChangeExtension(name, DerivedForms.Ending(type)), Forever, http, cancel) is { } smaller)
        {
            return smaller;
        }
        return DerivedForms.Shown.Contains(mediaType) ? await SendAsync(schoolId, sha256, mediaType, name, "private, no-cache", http, cancel) ?? NotFound() : NotFound();
    }

    /// <summary>Null when it is not in the store: smaller pictures are written down before they are stored.</summary>
    private async Task<IResult?> SendAsync(Guid schoolId, string sha256, string mediaType, string name, string caching, HttpContext http, CancellationToken cancel)
    {
        var inline = DerivedForms.Shown.Contains(mediaType);
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        // Some players go by the type alone, and ours forbids them to guess.
        var type = inline || mediaType == DerivedForms.Pdf || IsPlayed(mediaType) ? mediaType : "application/octet-stream";
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
            return null;
        }
        headers.CacheControl = caching;
        headers.ContentDisposition = disposition.ToString();
        return Results.Stream(content, type, entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }

    private static bool IsPlayed(string mediaType) => mediaType.StartsWith("video/", StringComparison.Ordinal) || mediaType.StartsWith("audio/", StringComparison.Ordinal);

    private static bool TakesWebp(HttpRequest request) => request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals(DerivedForms.Webp, StringComparison.OrdinalIgnoreCase) && a.Quality != 0);

    private static IResult NotFound() => Results.Problem(statusCode: StatusCodes.Status404NotFound);
}
