using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>The real program, hosted in the test with its own folder, database and clock. Everything is on as in use, anti-forgery too.</summary>
public sealed class WebApp : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(3);

    private readonly Factory _factory;
    private readonly Home _home;
    private readonly bool _ownsHome;

    private WebApp(Factory factory, Home home, bool ownsHome)
    {
        _factory = factory;
        _home = home;
        _ownsHome = ownsHome;
    }

    public string Engine => _home.Engine;

    public TestClock Clock => _factory.Clock;

    public IServiceProvider Services => _factory.Services;

    /// <summary>Where the site keeps its files.</summary>
    public string StorageRoot => _home.Root;

    /// <summary>What the site logged as an error so far.</summary>
    public IReadOnlyCollection<string> Faults => _factory.Log.Faults;

    /// <summary>Where the site is reached: a loopback port when it listens on one.</summary>
    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>A person at a browser, without cookies.</summary>
    public Browser NewBrowser(string language = "id") => new(this, language);

    /// <summary>A person at a browser, signed in.</summary>
    public async Task<Browser> SignedInAsync(string account, string password = Browser.DemoPassword)
    {
        var browser = NewBrowser();
        await browser.SignInAsync(account, password);
        return browser;
    }

    /// <summary>A client that follows no redirect and keeps no cookie.</summary>
    public HttpClient NewClient() => new(NewHandler()) { BaseAddress = Address };

    /// <summary>A scope with the site's own services, for arranging and for looking at what was saved.</summary>
    public AsyncServiceScope NewScope() => Services.CreateAsyncScope();

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_ownsHome)
        {
            await _home.DisposeAsync();
        }
    }

    /// <summary>Starts on a folder that stays when the site is stopped.</summary>
    /// <param name="at">What its clock says; the real time where another program works on the same folder.</param>
    internal static Task<WebApp> StartOnAsync(Home home, IEnumerable<KeyValuePair<string, string>> settings, bool listen = false, DateTimeOffset? at = null) =>
        StartAsync(home, settings, listen, ownsHome: false, at: at);

    /// <summary>Starts on a folder that is removed with the site.</summary>
    internal static Task<WebApp> StartAndOwnAsync(Home home, IEnumerable<KeyValuePair<string, string>> settings, bool listen = false) =>
        StartAsync(home, settings, listen, ownsHome: true);

    internal HttpMessageHandler NewHandler() =>
        _factory.Listens ? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } : _factory.Server.CreateHandler();

    private static async Task<WebApp> StartAsync(Home home, IEnumerable<KeyValuePair<string, string>> settings, bool listen, bool ownsHome, bool waits = true, DateTimeOffset? at = null)
    {
        var factory = new Factory(home.Settings().Concat(settings), listen);
        factory.Clock.Advance((at ?? TestClock.Start) - TestClock.Start);
        var app = new WebApp(factory, home, ownsHome);
        try
        {
            if (listen)
            {
                factory.UseKestrel(0);
            }
            factory.StartServer();
            if (listen)
            {
                var port = new Uri(factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
                app.Address = new UriBuilder("http", "127.0.0.1", port).Uri;
            }
            if (waits)
            {
                await app.WaitUntilReadyAsync();
            }
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts and does not wait: storage may be away.</summary>
    internal static Task<WebApp> StartUnreadyAsync(Home home, IEnumerable<KeyValuePair<string, string>> settings) =>
        StartAsync(home, settings, listen: false, ownsHome: false, waits: false);

    /// <summary>Waits until the site says that it is ready, at its start or after storage was away.</summary>
    internal async Task WaitUntilReadyAsync()
    {
        using var client = NewClient();
        var since = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await client.GetAsync("/health/ready");
            if (answer.IsSuccessStatusCode)
            {
                return;
            }
            if (since.Elapsed > ReadyWithin)
            {
                throw new TimeoutException($"The site was not ready within {ReadyWithin}: {await answer.Content.ReadAsStringAsync()} {string.Join('\n', Faults)}");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private sealed class Factory(IEnumerable<KeyValuePair<string, string>> settings, bool listens) : WebApplicationFactory<Program>
    {
        public TestClock Clock { get; } = new();

        public FaultLog Log { get; } = new();

        public bool Listens => listens;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }
}
