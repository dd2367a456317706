using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Accounts;

/// <summary>
/// Whoever still has a password that somebody else chose is led to the page that changes it, and finds every other door closed until then:
/// what is signed or printed in a person's name must be that person's doing.
/// </summary>
public sealed class FirstPassword(RequestDelegate next)
{
    private const string Page = "/account/password";
    private static readonly string[] Open = [Page, "/account/login", "/account/logout", "/language", "/error", "/health"];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!context.User.HasClaim(c => c.Type == ActorClaims.MustChangePassword) || Open.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            return next(context);
        }
        if (Doors.IsForMachines(request))
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Choose a password of your own first").ExecuteAsync(context);
        }
        var wanted = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString.ToString() : "/";
        context.Response.Redirect(wanted == "/" ? Page : $"{Page}?returnUrl={Uri.EscapeDataString(wanted)}");
        return Task.CompletedTask;
    }
}
