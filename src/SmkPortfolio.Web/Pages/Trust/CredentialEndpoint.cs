using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>Credentials, endorsements and revisions as they were signed, byte for byte, to those who may see them.</summary>
internal static class CredentialEndpoint
{
    private const string Jwt = "application/vc+jwt";
    private static readonly string[] CredentialTypes = ["application/vc+ld+json", "application/vc"];

    public static void MapCredentials(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen("/schools/{npsn}/credentials/{id:guid}", (string npsn, Guid id, SignedRecords records, Disclosure disclosure, CredentialCopies copies, IStringLocalizer<ErrorWords> refusals, HttpContext http, CancellationToken cancel) =>
            ServeAsync(npsn, id, false, records, disclosure, copies, refusals, http, cancel));
        routes.MapOpen("/schools/{npsn}/endorsements/{id:guid}", (string npsn, Guid id, SignedRecords records, Disclosure disclosure, CredentialCopies copies, IStringLocalizer<ErrorWords> refusals, HttpContext http, CancellationToken cancel) =>
            ServeAsync(npsn, id, true, records, disclosure, copies, refusals, http, cancel));
        routes.MapOpen("/schools/{npsn}/credentials/{id:guid}/jwt", (string npsn, Guid id, SignedRecords records, Disclosure disclosure, CredentialCopies copies, IStringLocalizer<ErrorWords> refusals, HttpContext http, CancellationToken cancel) =>
            JwtAsync(npsn, id, false, records, disclosure, copies, refusals, http, cancel));
        routes.MapOpen("/schools/{npsn}/endorsements/{id:guid}/jwt", (string npsn, Guid id, SignedRecords records, Disclosure disclosure, CredentialCopies copies, IStringLocalizer<ErrorWords> refusals, HttpContext http, CancellationToken cancel) =>
            JwtAsync(npsn, id, true, records, disclosure, copies, refusals, http, cancel));
        routes.MapOpen("/schools/{npsn}/credentials/{id:guid}/badge.png", async (string npsn, Guid id, SignedRecords records, Disclosure disclosure, HttpContext http, CancellationToken cancel) =>
            await disclosure.ChooseAsync(await records.VersionsAsync(npsn, id, false, cancel), http.Request, cancel) is { } chosen && CredentialCopies.Picture(chosen) is { } picture
                ? OpenFile.Private(http, picture, "image/png")
                : OpenFile.NotFound());
        routes.MapOpen("/revisions/{id:guid}", async (Guid id, AppDb db, Disclosure disclosure, HttpContext http, CancellationToken cancel) =>
            await db.Revisions.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is { } revision && await disclosure.ShowsRevisionAsync(revision, http.Request, cancel)
                ? OpenFile.Private(http, revision.Bytes, "application/json")
                : OpenFile.NotFound());
    }

    private static async Task<IResult> ServeAsync(
        string npsn, Guid id, bool endorsement, SignedRecords records, Disclosure disclosure, CredentialCopies copies, IStringLocalizer<ErrorWords> refusals, HttpContext http, CancellationToken cancel)
    {
        var versions = await records.VersionsAsync(npsn, id, endorsement, cancel);
        if (await disclosure.ChooseAsync(versions, http.Request, cancel) is not { } chosen)
        {
            return OpenFile.NotFound();
        }
        http.Response.Headers.Vary = "Accept";
        var wanted = http.Request.GetTypedHeaders().Accept.Select(a => a.MediaType.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return wanted.Contains(Jwt)
            ? Copy(http, await copies.JwtAsync(chosen, cancel), refusals, Jwt)
            : OpenFile.Private(http, chosen.Bytes, CredentialTypes.FirstOrDefault(wanted.Contains) ?? "application/json");
    }

    private static async Task<IResult> JwtAsync(
        string npsn, Guid id, bool endorsement, SignedRecords records, Disclosure disclosure, CredentialCopies copies, IStringLocalizer<ErrorWords> refusals, HttpContext http, CancellationToken cancel)
    {
        if (await disclosure.ChooseAsync(await records.VersionsAsync(npsn, id, endorsement, cancel), http.Request, cancel) is not { } chosen)
        {
            return OpenFile.NotFound();
        }
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{id}.jwt\"";
        return Copy(http, await copies.JwtAsync(chosen, cancel), refusals, "text/plain");
    }

    /// <summary>Nothing new is signed of what was withdrawn or replaced, or in the name of one who has ended.</summary>
    private static IResult Copy(HttpContext http, string? jwt, IStringLocalizer<ErrorWords> refusals, string contentType) => jwt is null
        ? Results.Problem(statusCode: StatusCodes.Status409Conflict, title: ErrorWords.Say("copy-not-signed", null, refusals))
        : OpenFile.Private(http, Encoding.ASCII.GetBytes(jwt), contentType);
}
