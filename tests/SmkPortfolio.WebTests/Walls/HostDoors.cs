using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Walls;

/// <summary>Every door of the running host: method, pattern and, on pages, the handler behind a button.</summary>
internal static class HostDoors
{
    public static async Task<IReadOnlySet<string>> AllAsync(WebApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var doors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                doors.Add($"GET {pattern}");
                doors.UnionWith((await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Select(h => $"{h.HttpMethod.ToUpperInvariant()} {pattern} {h.Name}".TrimEnd()));
            }
            else
            {
                doors.UnionWith((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Where(m => m != "HEAD").Select(m => $"{m} {pattern}"));
            }
        }
        return doors;
    }
}
