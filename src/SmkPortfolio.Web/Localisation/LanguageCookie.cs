using Microsoft.AspNetCore.Localization;

namespace SmkPortfolio.Web.Localisation;

/// <summary>The language a reader chose, kept as a bare code; an unknown code counts as no choice.</summary>
public sealed class LanguageCookie : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var code = httpContext.Request.Cookies[Languages.CookieName];
        return Task.FromResult(Languages.Has(code) ? new ProviderCultureResult(code) : null);
    }

    /// <summary>Answers <c>/language/{code}?back=PATH</c>: remembers the language and returns to a page of this site only.</summary>
    public static IResult Choose(string code, string? back, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!Languages.Has(code))
            return Results.NotFound();
        http.Response.Cookies.Append(Languages.CookieName, code, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });
        http.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(IsOwnPage(back) ? back! : "/");
    }

    private static bool IsOwnPage(string? back) =>
        back is ['/', ..] and not ['/', '/' or '\\', ..] && !back.Any(char.IsControl);
}
