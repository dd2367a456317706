using System.Net;
using System.Net.Sockets;

namespace SmkPortfolio.WebTests.Outages;

/// <summary>A wire between the site and an engine that a test can cut and mend.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _target;
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _open = [];
    private readonly TaskCompletionSource _knocked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;
    private bool _cut;

    public Relay(IPEndPoint target, bool cut = false)
    {
        (_target, _cut) = (target, cut);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Somebody tried while the wire was cut.</summary>
    public Task Knocked => _knocked.Task;

    public void Cut()
    {
        lock (_gate)
        {
            _cut = true;
            _open.ForEach(client => client.Dispose());
            _open.Clear();
        }
    }

    public void Mend()
    {
        lock (_gate)
        {
            _cut = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = CarryAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        var engine = new TcpClient();
        lock (_gate)
        {
            if (_cut)
            {
                client.Dispose();
                engine.Dispose();
                _knocked.TrySetResult();
                return;
            }
            _open.AddRange([client, engine]);
        }
        try
        {
            await engine.ConnectAsync(_target);
            await Task.WhenAny(client.GetStream().CopyToAsync(engine.GetStream()), engine.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or closed by one of the two ends.
        }
        client.Dispose();
        engine.Dispose();
    }
}
