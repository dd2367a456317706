using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Cv.Shapes;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Pages.Cvs;

/// <summary>
/// An issued paper in a shape for other programs, made of its frozen content, for the one whose it is. A withdrawn paper has none: such a file
/// cannot say that its paper no longer stands.
/// </summary>
internal static class ShapeEndpoint
{
    public static void MapShapes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/cvs/{id:guid}/shape/{shape}", DownloadAsync).RequireAuthorization(Policies.Student).ExcludeFromDescription();

    /// <summary>The shapes in which that paper can be had.</summary>
    public static IReadOnlyList<CvShape> Of(CvDocument paper, FrozenContent? frozen) => frozen is null || !paper.Stands ? [] : CvShape.Of(frozen.Format);

    private static async Task<IResult> DownloadAsync(Guid id, string shape, AppDb db, Actor actor, HttpContext http, CancellationToken cancel)
    {
        if (await db.CvDocuments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.PersonId == actor.PersonId, cancel) is not { } paper
            || FrozenContent.Of(paper) is not { } frozen
            || Of(paper, frozen).SingleOrDefault(s => s.Name == shape) is not { } wanted)
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        }
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(wanted.Write(frozen.Format, frozen.Content, frozen.Options), wanted.MediaType, $"cv-{CvCode.Written(paper.Code)}{wanted.Ending}");
    }
}
