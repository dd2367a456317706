using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>Headers on every answer. No inline script or style exists, so the policy needs no nonces and pages can be cached as they are.</summary>
public sealed class SecurityHeaders(RequestDelegate next, AllSettings settings, IBlobStore blobs)
{
    private readonly string policy = Policy(settings.Evidence.RedirectSeconds > 0 && blobs.ReadOrigin is { } origin ? " " + origin.GetLeftPart(UriPartial.Authority) : "");

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }

    /// <param name="store">Where pictures and clips come from beside ourselves.</param>
    private static string Policy(string store) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:{store}; media-src 'self'{store}; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
}
