using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SmkPortfolio.UnitTests.Credentials;

namespace SmkPortfolio.UnitTests.Verifier;

/// <summary>A site on the loopback address that answers for lists, states and the register, and remembers what it was asked.</summary>
internal sealed class StatusSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeSources _sources;
    private readonly string _register;
    private readonly Task _loop;

    public StatusSite(FakeSources sources, string register)
    {
        _sources = sources;
        _register = register;
        _listener.Start();
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _loop = Task.Run(LoopAsync);
    }

    public string Address { get; }

    public List<string> Asked { get; } = [];

    /// <summary>For a path: whether to answer otherwise, and with what status line and headers; null hangs up.</summary>
    public Func<string, (bool Is, string? Status)> Instead { get; init; } = _ => (false, null);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(caller.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The site is closed.
        }
    }

    /// <summary>One question on each connection.</summary>
    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        // The query names the version; here each state has one.
        var path = ((await reader.ReadLineAsync(_stop.Token) ?? "").Split(' ').ElementAtOrDefault(1) ?? "").Split('?')[0];
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
        {
        }
        Asked.Add(path);
        if (Instead(path) is { Is: true } instead)
        {
            if (instead.Status is not null) await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {instead.Status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), _stop.Token);
            return;
        }
        var body = Answer("https://folio.example" + path, path);
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(body is null ? "404 Not Found" : "200 OK")}\r\nContent-Length: {body?.Length ?? 0}\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
        await stream.WriteAsync(body ?? [], _stop.Token);
    }

    private byte[]? Answer(string url, string path)
    {
        if (path == "/register.jws") return Encoding.ASCII.GetBytes(_register);
        if (_sources.Lists.TryGetValue(url, out var list)) return list;
        return path.EndsWith("/state", StringComparison.Ordinal) && _sources.States.TryGetValue(url[..^"/state".Length], out var state) ? Encoding.ASCII.GetBytes(state) : null;
    }
}
