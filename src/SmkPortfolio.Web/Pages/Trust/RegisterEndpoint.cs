using System.Text;
using SmkPortfolio.Web.Checking;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>The signed register and signed states, for whoever checks without us.</summary>
internal static class RegisterEndpoint
{
    public static void MapRegister(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen("/register.jws", async (RegisterCache register, HttpContext http, CancellationToken cancel) =>
            OpenFile.Public(http, await register.CurrentAsync(cancel) is { } published ? Encoding.ASCII.GetBytes(published.Jws) : null, "application/jose", 60));
        routes.MapOpen("/schools/{npsn}/credentials/{id:guid}/state", async (string npsn, Guid id, SignedRecords records, StateRecords states, HttpContext http, CancellationToken cancel) =>
            OpenFile.Public(http, await records.UriAsync(npsn, id, cancel) is { } uri && await states.SignedAsync(uri, cancel) is { } jws ? Encoding.ASCII.GetBytes(jws) : null, "application/jose", 0));
    }
}
