using SmkPortfolio.Data;
using SmkPortfolio.Web.Checker;
using SmkPortfolio.Web.Checking;

namespace SmkPortfolio.Web.Pages.Trust;

/// <summary>The checking page as a file to keep.</summary>
internal static class CheckerEndpoint
{
    public static void MapChecker(this IEndpointRouteBuilder routes) =>
        routes.MapOpen("/verify/checker.html", async (RegisterCache register, CheckerPage page, AppDb db, HttpContext http, CancellationToken cancel) =>
        {
            var published = await register.CurrentAsync(db, cancel);
            if (published is not null)
            {
                http.Response.Headers.ContentDisposition = "attachment; filename=\"smk-checker.html\"";
            }
            return OpenFile.Public(http, published is null ? null : page.With(published), "text/html; charset=utf-8", 60);
        });
}
