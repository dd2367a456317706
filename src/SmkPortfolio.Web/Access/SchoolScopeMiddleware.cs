using System.Security.Claims;
using SmkPortfolio.Data;

namespace SmkPortfolio.Web.Access;

/// <summary>Opens the rows of the signed-in person's school, and no others, for this request.</summary>
public sealed class SchoolScopeMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, SchoolScope scope)
    {
        if (Guid.TryParse(context.User.FindFirstValue(ActorClaims.School), out var school))
        {
            scope.Enter(school);
        }
        return next(context);
    }
}
