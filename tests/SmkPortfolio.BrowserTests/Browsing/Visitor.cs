using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SmkPortfolio.BrowserTests.Browsing;

/// <summary>One person at one browser window, with own cookies. Remembers what a person would never see: errors of script and policy.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add($"{page.Url}: {message.Text}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Script errors and refusals of the content security policy so far.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    internal static async Task<Visitor> OpenAsync(IBrowserContext context) => new(context, await context.NewPageAsync());

    /// <summary>Opens an address and expects it to answer with the status.</summary>
    public async Task GoAsync(string path, int status = 200)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response?.Status == status, $"{path} answered {response?.Status}, not {status}");
    }

    /// <summary>Signs in through the form of /account/login, in the order that design promises.</summary>
    public async Task SignInAsync(string account, string password)
    {
        await GoAsync("/account/login");
        var form = Page.Locator("form:has(input[type=password])");
        await form.Locator("input:not([type=hidden]):not([type=password])").First.FillAsync(account);
        await form.Locator("input[type=password]").FillAsync(password);
        await form.Locator("button[type=submit], button:not([type])").First.ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
    }

    /// <summary>Presses the one button that a selector names.</summary>
    public Task PressAsync(string button) => Page.Locator(button).ClickAsync();

    /// <summary>Waits for the page that follows a posted form, and expects no refusal on it.</summary>
    public async Task AnsweredAsync()
    {
        await Page.WaitForLoadStateAsync();
        Assert.Equal(0, await Page.Locator("[aria-invalid=true]").CountAsync());
    }

    /// <summary>What axe finds wrong with the page as it stands; needs a visitor with script.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        var result = await Page.RunAxe();
        return [.. result.Violations.Select(Describe)];
    }

    /// <summary>Fails with every finding, for a list cut short hides what to mend.</summary>
    public static void Expect(IEnumerable<string> nothing)
    {
        var findings = nothing.ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    /// <summary>How far the page is wider than its window: on a phone nothing may be.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static string Describe(AxeResultItem item) =>
        $"{item.Id} ({item.Impact}): {item.Help}: {string.Join(" | ", item.Nodes.Take(3).Select(node => node.Html))}";
}
