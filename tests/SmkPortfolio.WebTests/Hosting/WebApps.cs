using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.WebTests.Hosting;

[assembly: AssemblyFixture(typeof(WebApps))]

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>The sites of a run. The demo is seeded once per engine and copied from there.</summary>
public sealed class WebApps : IAsyncLifetime
{
    public const string PublicUrl = "http://localhost:5080";

    private static readonly KeyValuePair<string, string>[] WithoutDemo = [new("Demo:Seed", "false")];

    private readonly ConcurrentDictionary<string, Lazy<Task<WebApp>>> _shared = new();
    private readonly ConcurrentDictionary<(string Engine, string PublicUrl), Lazy<Task<Home>>> _templates = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The demo school, running, shared by all tests of the run: look at it, add to it, but leave what it holds and its clock alone.</summary>
    public Task<WebApp> DemoAsync(string engine) =>
        _shared.GetOrAdd(engine, name => new Lazy<Task<WebApp>>(() => OwnDemoAsync(name))).Value;

    /// <summary>A demo school for one test alone. The caller disposes it.</summary>
    /// <param name="listen">Listens on a loopback port, for browsers, verifiers and other programs.</param>
    public async Task<WebApp> OwnDemoAsync(string engine, string publicUrl = PublicUrl, bool listen = false, params KeyValuePair<string, string>[] settings)
    {
        var template = await _templates.GetOrAdd((engine, publicUrl), key => new Lazy<Task<Home>>(() => SeedAsync(key.Engine, key.PublicUrl))).Value;
        return await WebApp.StartAndOwnAsync(await template.CopyAsync(), [.. Public(publicUrl), .. WithoutDemo, .. settings], listen);
    }

    /// <summary>A site that has been migrated and holds nothing else, for one test alone. The caller disposes it.</summary>
    public static async Task<WebApp> EmptyAsync(string engine, bool listen = false, params KeyValuePair<string, string>[] settings) =>
        await WebApp.StartAndOwnAsync(await Home.CreateAsync(engine), [.. Public(PublicUrl), .. WithoutDemo, .. settings], listen);

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _shared.Values)
        {
            await (await app.Value).DisposeAsync();
        }
        foreach (var home in _templates.Values)
        {
            await (await home.Value).DisposeAsync();
        }
    }

    private static async Task<Home> SeedAsync(string engine, string publicUrl)
    {
        var home = await Home.CreateAsync(engine);
        try
        {
            await using var app = await WebApp.StartOnAsync(home, [.. Public(publicUrl), new("Demo:Seed", "true")]);
            // Once, for all its copies.
            await app.Services.GetRequiredService<FileWork>().RunAsync(CancellationToken.None);
            return home;
        }
        catch
        {
            await home.DisposeAsync();
            throw;
        }
    }

    private static KeyValuePair<string, string>[] Public(string url) => [new("Site:PublicUrl", url)];
}
