using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SmkPortfolio.Web.Accounts;

namespace SmkPortfolio.Web.Startup;

/// <summary>What happens at a closed door: machines get 401 or 404, people the sign-in page with what they had typed kept.</summary>
public static class SessionEnds
{
    public static async Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (Doors.IsForMachines(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await Results.Problem(statusCode: 401, title: "Sign in first").ExecuteAsync(context.HttpContext);
            return;
        }
        var kept = await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.HttpContext);
        context.Response.Redirect(kept is null ? context.RedirectUri : $"/account/login?returnUrl={Uri.EscapeDataString(kept.ReturnUrl)}&kept={kept.Id:N}");
    }

    /// <summary>A door for another role does not exist for this person.</summary>
    public static Task ForbidAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
