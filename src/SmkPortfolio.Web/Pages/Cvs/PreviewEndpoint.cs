using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Pages.Cvs;

/// <summary>A page of a paper that is not issued yet, for the one whose it is.</summary>
internal static class PreviewEndpoint
{
    public static void MapPreviews(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/cvs/preview/{ticket}/{page:int}.svg", PageAsync).RequireAuthorization(Policies.Student).ExcludeFromDescription();

    private static async Task<IResult> PageAsync(string ticket, int page, AppDb db, Actor actor, PaperPreviews previews, HttpContext http, CancellationToken cancel)
    {
        var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == actor.SchoolId, cancel);
        if (await previews.PageAsync(school, actor.PersonId, ticket, page, cancel) is not { } picture)
        {
            // Whoever opened the picture in a window of its own is led back to the form, which says what happened; an <img> is not.
            return previews.IsOver(actor.PersonId, ticket) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) ? Results.Redirect("/cvs/new?over=1") : Results.Problem(statusCode: StatusCodes.Status404NotFound);
        }
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";
        http.Response.Headers.CacheControl = "private, max-age=600";
        return Results.Bytes(picture, "image/svg+xml; charset=utf-8");
    }
}
