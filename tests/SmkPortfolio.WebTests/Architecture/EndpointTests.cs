using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Architecture;

/// <summary>Everything is closed unless it stands on the public list.</summary>
public sealed partial class EndpointTests(WebApps apps)
{
    [Fact]
    public async Task Every_endpoint_demands_a_policy_or_stands_on_the_public_list()
    {
        var app = await apps.DemoAsync(Engine.Sqlite);
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        Assert.NotEmpty(endpoints);
        Assert.Empty(endpoints.SelectMany(Complaints));
    }

    [Fact]
    public void An_open_door_that_is_not_on_the_list_is_caught()
    {
        Assert.Single(Complaints(Door("/secret", new AllowAnonymousAttribute())));
        Assert.Single(Complaints(Door("/forgotten")));
        Assert.Empty(Complaints(Door("/secret", new AuthorizeAttribute("staff"))));
        Assert.Empty(Complaints(Door("/Verify/{code?}", new AllowAnonymousAttribute())));
    }

    private static IEnumerable<string> Complaints(RouteEndpoint endpoint)
    {
        var pattern = Normalise(endpoint.RoutePattern.RawText ?? "");
        var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var locked = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Count > 0 || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null;
        if (open && !PublicDoors.Patterns.Contains(pattern))
        {
            yield return $"{pattern} is open and not on the public list";
        }
        if (!open && !locked)
        {
            yield return $"{pattern} names no policy";
        }
    }

    private static string Normalise(string raw)
    {
        var pattern = "/" + Parameter().Replace(raw.Trim('/'), "{}").ToLowerInvariant();
        return pattern is "/index" ? "/" : pattern.EndsWith("/index", StringComparison.Ordinal) ? pattern[..^"/index".Length] : pattern;
    }

    private static RouteEndpoint Door(string pattern, params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0, new EndpointMetadataCollection(metadata), pattern);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
