using System.Security.Claims;

namespace SmkPortfolio.Web.Sharing;

/// <summary>Stands before the output cache, so that pages answered from it count too.</summary>
public sealed class VisitCounting(RequestDelegate next, VisitCounter counter)
{
    private const string Prefix = "/s/";

    /// <summary>Puts it around the whole pipeline; who is signed in is known by the time the answer comes back.</summary>
    public sealed class First : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseMiddleware<VisitCounting>();
            next(app);
        };
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var token = HttpMethods.IsGet(context.Request.Method) && context.Request.Path.Value is { } path && path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? path[Prefix.Length..].TrimEnd('/') : null;
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status200OK && ShareTokens.HashOf(token) is { } hash)
        {
            counter.Count(hash, Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var visitor) ? visitor : null);
        }
    }
}
