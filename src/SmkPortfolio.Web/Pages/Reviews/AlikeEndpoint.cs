using SmkPortfolio.Data;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.Web.Pictures;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>
/// One picture of somebody else's work, for whoever reviews a work that it is like: only this picture, of a moderate size, and also when the other
/// student is not in their reach.
/// </summary>
internal static class AlikeEndpoint
{
    private static readonly int Size = Derivatives.Steps[1];

    public static void MapAlike(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/reviews/{id:guid}/alike/{evidenceId:guid}", PictureAsync).RequireAuthorization(Policies.Reviewer).ExcludeFromDescription();

    private static async Task<IResult> PictureAsync(Guid id, Guid evidenceId, AppDb db, EntryReach reach, Actor actor, AlikeWorks alike, FileSending sending, HttpContext http, CancellationToken cancel)
    {
        if (await ReviewSheet.LoadAsync(db, reach, actor, id, cancel) is not { } sheet || (await alike.OfAsync(sheet.Entry, sheet.Content, cancel)).FirstOrDefault(f => f.Theirs.Id == evidenceId) is not { } found)
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        }
        return await sending.SmallerAsync(sheet.Entry.SchoolId, found.Theirs.Sha256, found.Theirs.MediaType, "picture", Size, http, cancel);
    }
}
