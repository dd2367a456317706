using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace SmkPortfolio.Web.Startup;

/// <summary>
/// Caches public pages by address and language, for whoever is not signed in. Withdrawal, revocation and expiry evict by tag; a minute is the
/// most that anything else may lag.
/// </summary>
public sealed class PublicPages : IOutputCachePolicy
{
    public const string Policy = "public";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var open = HttpMethods.IsGet(context.HttpContext.Request.Method) && context.HttpContext.User.Identity?.IsAuthenticated != true;
        context.EnableOutputCaching = true;
        context.Tags.Add(CacheTags.Public);
        context.AllowCacheLookup = open;
        context.AllowCacheStorage = open;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(60);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.HeaderNames = new StringValues(["Accept", "Accept-Encoding"]);
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
