using System.Net;
using System.Net.Sockets;
using System.Text;
using SmkPortfolio.UnitTests.Credentials;

namespace SmkPortfolio.UnitTests.Verifier;

/// <summary>A site on the loopback address that answers for lists, states and the register, and remembers what it was asked.</summary>
internal sealed class StatusSite : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly FakeSources _sources;
    private readonly string _register;
    private readonly Task _loop;

    public StatusSite(FakeSources sources, string register)
    {
        _sources = sources;
        _register = register;
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _loop = Task.Run(LoopAsync);
    }

    public string Address { get; }

    public List<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _loop;
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            var path = call.Request.Url!.AbsolutePath;
            Asked.Add(path);
            var body = Answer("https://folio.example" + path, path);
            call.Response.StatusCode = body is null ? 404 : 200;
            call.Response.Close(body ?? [], willBlock: true);
        }
    }

    private byte[]? Answer(string url, string path)
    {
        if (path == "/register.jws") return Encoding.ASCII.GetBytes(_register);
        if (_sources.Lists.TryGetValue(url, out var list)) return list;
        return path.EndsWith("/state", StringComparison.Ordinal) && _sources.States.TryGetValue(url[..^"/state".Length], out var state) ? Encoding.ASCII.GetBytes(state) : null;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
