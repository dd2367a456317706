using System.Collections.Concurrent;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

[assembly: AssemblyFixture(typeof(PageSites))]

namespace SmkPortfolio.WebTests.Pages;

/// <summary>One site without demo per set of engines, shared by the page tests: each test opens its own school there.</summary>
public sealed class PageSites : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<WebApp>>> sites = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<TestSchool> SchoolAsync(string engine) =>
        await TestSchool.OpenAsync(await sites.GetOrAdd(engine, name => new Lazy<Task<WebApp>>(() => WebApps.EmptyAsync(name))).Value);

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites.Values)
        {
            await (await site.Value).DisposeAsync();
        }
    }
}
