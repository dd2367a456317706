using Microsoft.Playwright;

namespace SmkPortfolio.BrowserTests.Browsing;

/// <summary>One real Chromium for all journeys of a run; each journey opens its own visitor in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = ExecutablePath(), Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
    }

    /// <summary>A new visitor without cookies, on a cheap phone unless told otherwise.</summary>
    public async Task<Visitor> VisitAsync(string origin, Device device = Device.Phone, bool script = true, string language = "id-ID")
    {
        var browser = _browser ?? throw new InvalidOperationException("Chromium was not started.");
        var phone = device == Device.Phone;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = origin,
            ViewportSize = phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 800 },
            DeviceScaleFactor = phone ? 2 : 1,
            IsMobile = phone,
            HasTouch = phone,
            JavaScriptEnabled = script,
            Locale = language,
            TimezoneId = "Asia/Jakarta",
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(15_000);
        return await Visitor.OpenAsync(context);
    }

    private static string ExecutablePath() =>
        Environment.GetEnvironmentVariable("SMK_TEST_CHROMIUM") is { Length: > 0 } path
            ? path
            : throw new InvalidOperationException("SMK_TEST_CHROMIUM is not set: it must hold the path of Chromium (tests/run.sh sets it).");
}
