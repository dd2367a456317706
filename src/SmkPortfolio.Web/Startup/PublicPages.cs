using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;

namespace SmkPortfolio.Web.Startup;

/// <summary>
/// Caches public pages by address and language, compressed, for whoever is not signed in. Withdrawal and revocation evict by tag on the node
/// where they happen. Other nodes, and what only time changes, lag by the life of a page: so it is short, and "checked at" is never older.
/// An address with a query is rendered anew and not kept, or strangers could fill the cache.
/// </summary>
public sealed class PublicPages : IOutputCachePolicy
{
    public const string Policy = "public";

    /// <summary>The most that a page may be old.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(5);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var open = HttpMethods.IsGet(http.Request.Method) && !http.Request.QueryString.HasValue && http.User.Identity?.IsAuthenticated != true;
        context.EnableOutputCaching = true;
        context.Tags.Add(CacheTags.Public);
        context.AllowCacheLookup = open;
        context.AllowCacheStorage = open;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Life;
        // What the answer depends on, and not the headers as each browser writes them: there are few variants then, and most are warm.
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.VaryByValues["form"] = Doors.IsForMachines(http.Request) ? "json" : "html";
        context.CacheVaryByRules.VaryByValues["encoding"] = http.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(http)?.EncodingName ?? "";
        http.Response.Headers.CacheControl = "no-cache";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(context.HttpContext.Response.Headers.SetCookie))
        {
            context.AllowCacheStorage = false;
        }
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tags by which cached public pages are evicted.</summary>
public static class CacheTags
{
    /// <summary>Every cached public page.</summary>
    public const string Public = "public";

    public static string Cv(string code) => "cv:" + code;

    public static string Person(Guid personId) => "person:" + personId.ToString("N", CultureInfo.InvariantCulture);
}
