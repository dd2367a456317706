using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>Keys (did:web documents) and signed status lists of the platform, schools, staff and mentors.</summary>
internal static class IssuerEndpoint
{
    private const string Json = "application/json";
    private const string Document = "/did.json";
    private const string List = "/status/rev-{number:int}.json";
    private const string Platform = "/.well-known";
    private const string School = "/schools/{npsn}";
    private const string Staff = School + "/staff/{opaque}";
    private const string Mentor = "/partners/{partnerId:guid}/mentors/{opaque}";

    public static void MapIssuers(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen(Platform + Document, async (IssuerLookup who, AppDb db, HttpContext http, CancellationToken cancel) =>
            await KeysAsync(await who.PlatformAsync(cancel), db, http, cancel));
        routes.MapOpen(School + Document, async (string npsn, IssuerLookup who, AppDb db, HttpContext http, CancellationToken cancel) =>
            await KeysAsync(await who.SchoolAsync(npsn, cancel), db, http, cancel));
        routes.MapOpen(Staff + Document, async (string npsn, string opaque, IssuerLookup who, AppDb db, HttpContext http, CancellationToken cancel) =>
            await KeysAsync(await who.StaffAsync(npsn, opaque, cancel), db, http, cancel));
        routes.MapOpen(Mentor + Document, async (Guid partnerId, string opaque, IssuerLookup who, AppDb db, HttpContext http, CancellationToken cancel) =>
            await KeysAsync(await who.MentorAsync(partnerId, opaque, cancel), db, http, cancel));
        routes.MapOpen(Platform + List, async (int number, IssuerLookup who, StatusLists lists, HttpContext http, CancellationToken cancel) =>
            await ListAsync(await who.PlatformAsync(cancel), number, lists, http, cancel));
        routes.MapOpen(School + List, async (string npsn, int number, IssuerLookup who, StatusLists lists, HttpContext http, CancellationToken cancel) =>
            await ListAsync(await who.SchoolAsync(npsn, cancel), number, lists, http, cancel));
        routes.MapOpen(Staff + List, async (string npsn, string opaque, int number, IssuerLookup who, StatusLists lists, HttpContext http, CancellationToken cancel) =>
            await ListAsync(await who.StaffAsync(npsn, opaque, cancel), number, lists, http, cancel));
        routes.MapOpen(Mentor + List, async (Guid partnerId, string opaque, int number, IssuerLookup who, StatusLists lists, HttpContext http, CancellationToken cancel) =>
            await ListAsync(await who.MentorAsync(partnerId, opaque, cancel), number, lists, http, cancel));
    }

    private static async Task<IResult> KeysAsync(Issuer? issuer, AppDb db, HttpContext http, CancellationToken cancel)
    {
        if (issuer is null)
        {
            return OpenFile.Public(http, null, Json, 0);
        }
        var keys = await db.IssuerKeys.AsNoTracking().Where(k => k.IssuerId == issuer.Id).OrderBy(k => k.From).ToListAsync(cancel);
        return OpenFile.Public(http, DidDocument.Build(issuer.Did, keys.Select(k => new PublishedKey(k.Multikey, k.CompromisedAt is null))), Json, 300);
    }

    private static async Task<IResult> ListAsync(Issuer? issuer, int number, StatusLists lists, HttpContext http, CancellationToken cancel) =>
        OpenFile.Public(http, issuer is null ? null : await lists.PublishedAsync(issuer, number, cancel), Json, 60);
}
