namespace SmkPortfolio.Web.Startup;

/// <summary>
/// An address that nothing serves is not found by anybody: a sign-in page would promise something behind it. Every door that exists stays
/// closed unless it stands on the public list.
/// </summary>
public sealed class UnknownAddresses(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        switch (context.GetEndpoint())
        {
            case RouteEndpoint:
                return next(context);
            // The router's own refusal: a wrong method or content type.
            case { RequestDelegate: { } refuse }:
                return refuse(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
