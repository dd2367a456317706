using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmkPortfolio.Benchmarks;

/// <summary>The usual other way to a paper: one headless Chromium page, used again and again, that sets the same content as HTML and prints it.</summary>
internal sealed class ChromiumPeer : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Process browser;
    private readonly string profile;
    private readonly ClientWebSocket socket = new();
    private string frame = "";
    private int last;

    private ChromiumPeer(Process browser, string profile) => (this.browser, this.profile) = (browser, profile);

    /// <summary>A page that is ready, or why there is none.</summary>
    public static async Task<(ChromiumPeer? Peer, string? Reason)> OpenAsync()
    {
        if (Find() is not { } program)
        {
            return (null, "chromium is not installed; tests/run.sh peers installs it");
        }
        var profile = Directory.CreateTempSubdirectory("smk-peer-").FullName;
        var start = new ProcessStartInfo(program, ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var peer = new ChromiumPeer(Process.Start(start)!, profile);
        try
        {
            await peer.ConnectAsync().WaitAsync(TimeSpan.FromSeconds(30));
            return (peer, null);
        }
        catch (Exception e) when (e is TimeoutException or IOException or WebSocketException or HttpRequestException or JsonException)
        {
            await peer.DisposeAsync();
            return (null, $"chromium did not start: {e.Message}");
        }
    }

    /// <summary>Content to PDF; gives its size.</summary>
    public async Task<int> PrintAsync(CvBenchmarkContent content)
    {
        await AskAsync("Page.setDocumentContent", new JsonObject { ["frameId"] = frame, ["html"] = CvBenchmarkHtml.Of(content) });
        var printed = await AskAsync("Page.printToPDF", new JsonObject { ["preferCSSPageSize"] = true, ["printBackground"] = true, ["generateTaggedPDF"] = true });
        return Convert.FromBase64String((string)printed["data"]!).Length;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        if (!browser.HasExited)
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
        }
        browser.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private async Task ConnectAsync()
    {
        // The browser names its port on standard error.
        const string mark = "DevTools listening on ";
        string? line;
        do
        {
            line = await browser.StandardError.ReadLineAsync() ?? throw new IOException("it ended at once");
        }
        while (!line.StartsWith(mark, StringComparison.Ordinal));
        _ = browser.StandardError.ReadToEndAsync();
        _ = browser.StandardOutput.ReadToEndAsync();
        var port = new Uri(line[mark.Length..].Trim()).Port;
        using var http = new HttpClient();
        var pages = JsonNode.Parse(await http.GetStringAsync(new UriBuilder("http", IPAddress.Loopback.ToString(), port, "json/list").Uri))!.AsArray();
        await socket.ConnectAsync(new Uri((string)pages.First(p => (string?)p!["type"] == "page")!["webSocketDebuggerUrl"]!), CancellationToken.None);
        await AskAsync("Page.enable", []);
        frame = (string)(await AskAsync("Page.getFrameTree", []))["frameTree"]!["frame"]!["id"]!;
    }

    private async Task<JsonNode> AskAsync(string method, JsonObject parameters)
    {
        var id = ++last;
        var question = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(Encoding.UTF8.GetBytes(question.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            var answer = JsonNode.Parse(await ReceiveAsync())!;
            if ((int?)answer["id"] == id)
            {
                return answer["result"] ?? throw new IOException($"{method}: {answer["error"]}");
            }
        }
    }

    private async Task<byte[]> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        var part = new byte[1 << 16];
        ValueWebSocketReceiveResult got;
        do
        {
            got = await socket.ReceiveAsync(part.AsMemory(), CancellationToken.None);
            whole.Write(part, 0, got.Count);
        }
        while (!got.EndOfMessage);
        return whole.ToArray();
    }
}
