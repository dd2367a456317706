using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>Credentials, endorsements and revisions as they were signed, byte for byte, to those who may see them.</summary>
internal static class CredentialEndpoint
{
    private static readonly string[] CredentialTypes = ["application/vc+ld+json", "application/vc"];

    public static void MapCredentials(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen("/schools/{npsn}/credentials/{id:guid}", (string npsn, Guid id, SignedRecords records, Disclosure disclosure, HttpContext http, CancellationToken cancel) =>
            ServeAsync(npsn, id, false, records, disclosure, http, cancel));
        routes.MapOpen("/schools/{npsn}/endorsements/{id:guid}", (string npsn, Guid id, SignedRecords records, Disclosure disclosure, HttpContext http, CancellationToken cancel) =>
            ServeAsync(npsn, id, true, records, disclosure, http, cancel));
        routes.MapOpen("/revisions/{id:guid}", async (Guid id, AppDb db, Disclosure disclosure, HttpContext http, CancellationToken cancel) =>
            await db.Revisions.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is { } revision && await disclosure.ShowsRevisionAsync(revision, http.Request, cancel)
                ? OpenFile.Private(http, revision.Bytes, "application/json")
                : OpenFile.NotFound());
    }

    private static async Task<IResult> ServeAsync(string npsn, Guid id, bool endorsement, SignedRecords records, Disclosure disclosure, HttpContext http, CancellationToken cancel)
    {
        var versions = await records.VersionsAsync(npsn, id, endorsement, cancel);
        if (await disclosure.ChooseAsync(versions, http.Request, cancel) is not { } chosen)
        {
            return OpenFile.NotFound();
        }
        http.Response.Headers.Vary = "Accept";
        return OpenFile.Private(http, chosen.Bytes, TypeFor(http.Request));
    }

    private static string TypeFor(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().Accept.Select(a => a.MediaType.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return CredentialTypes.FirstOrDefault(wanted.Contains) ?? "application/json";
    }
}
