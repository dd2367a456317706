using System.Text;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Checking;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>The signed register and signed states, for whoever checks without us.</summary>
internal static class RegisterEndpoint
{
    public static void MapRegister(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen("/register.jws", async (RegisterCache register, AppDb db, HttpContext http, CancellationToken cancel) =>
            OpenFile.Public(http, await register.CurrentAsync(db, cancel) is { } published ? Encoding.ASCII.GetBytes(published.Jws) : null, "application/jose", 60));
        routes.MapOpen("/schools/{npsn}/credentials/{id:guid}/state", async (string npsn, Guid id, string? list, int? index, SignedRecords records, StateRecords states, HttpContext http, CancellationToken cancel) =>
            OpenFile.Public(http, await records.UriAsync(npsn, id, cancel) is { } uri && await StateAsync(uri, list, index, states, cancel) is { } jws ? Encoding.ASCII.GetBytes(jws) : null, "application/jose", 0));
    }

    /// <summary>Of the version with that place in a status list; of the newest when no place is named.</summary>
    private static async Task<string?> StateAsync(string uri, string? list, int? index, StateRecords states, CancellationToken cancel)
    {
        if (list is null || index is null)
        {
            return await states.NewestAsync(uri, cancel);
        }
        var version = new CredentialVersion(uri, list, index.Value);
        return (await states.OfAsync([version], cancel)).GetValueOrDefault(version)?.State;
    }
}
