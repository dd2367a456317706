using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>Answers of the doors that other people's programs read: exact bytes, an entity tag, any origin, no redirect, no cookie.</summary>
internal static class OpenFile
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Opens a door for reading, to everybody.</summary>
    public static RouteHandlerBuilder MapOpen(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Reading, handler).AllowAnonymous().ExcludeFromDescription();

    public static IResult Public(HttpContext http, byte[]? bytes, string contentType, int seconds)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        if (bytes is null)
        {
            return NotFound();
        }
        http.Response.Headers.CacheControl = FormattableString.Invariant($"public, max-age={seconds}");
        return Results.Bytes(bytes, contentType, entityTag: Tag(bytes));
    }

    /// <summary>For what only some may see: the same bytes, kept by nobody in between.</summary>
    public static IResult Private(HttpContext http, byte[] bytes, string contentType)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(bytes, contentType, entityTag: Tag(bytes));
    }

    public static IResult NotFound() => Results.Problem(statusCode: StatusCodes.Status404NotFound);

    private static EntityTagHeaderValue Tag(byte[] bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
}
