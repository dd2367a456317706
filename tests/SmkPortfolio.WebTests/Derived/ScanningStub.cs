using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>Speaks clamd's INSTREAM, and says on demand what clamd says seldom.</summary>
internal sealed class ScanningStub : IScanner
{
    /// <summary>What it finds: a text of ours that no scanner knows.</summary>
    public static readonly byte[] Signature = "SMKPORTFOLIO-TEST-SIGNATURE"u8.ToArray();

    /// <summary>What it is called.</summary>
    public const string Signed = "Smk.Test.Signature";

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopped = new();
    private readonly Task _serving;
    private int _asked;

    private ScanningStub(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Finding => Signed;

    public KeyValuePair<string, string> Setting => new("VirusScan:Address", $"127.0.0.1:{Port}");

    /// <summary>Files that came whole.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>What it takes at most; more is answered as clamd does.</summary>
    public long Most { get; set; } = long.MaxValue;

    /// <summary>What it looks at; of longer files it says that it did not, as clamd does when it is told to (AlertExceedsMax).</summary>
    public long MostOfFile { get; set; } = long.MaxValue;

    /// <summary>What it says instead of its verdict.</summary>
    public string? Instead { get; set; }

    /// <summary>Each byte of its answer travels alone.</summary>
    public bool InPieces { get; set; }

    /// <summary>It takes the file and says nothing for as long as somebody listens.</summary>
    public bool IsSilent { get; set; }

    public static ScanningStub Start(int port = 0) => new(port);

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _listener.Stop();
        await _serving;
        _stopped.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stopped.Token);
                client.NoDelay = true;
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (_stopped.IsCancellationRequested && e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream line)
    {
        var command = new byte[10];
        await line.ReadExactlyAsync(command);
        Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
        using var file = new MemoryStream();
        var head = new byte[4];
        while (true)
        {
            await line.ReadExactlyAsync(head);
            var length = BinaryPrimitives.ReadInt32BigEndian(head);
            if (length == 0)
            {
                break;
            }
            var piece = new byte[length];
            await line.ReadExactlyAsync(piece);
            file.Write(piece);
            if (file.Length > Most)
            {
                await line.WriteAsync("INSTREAM size limit exceeded. ERROR\0"u8.ToArray());
                return;
            }
        }
        Interlocked.Increment(ref _asked);
        if (IsSilent)
        {
            Assert.Equal(0, await line.ReadAsync(head));
            return;
        }
        var verdict = file.Length > MostOfFile ? "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0"
            : file.ToArray().AsSpan().IndexOf(Signature) >= 0 ? $"stream: {Finding} FOUND\0" : "stream: OK\0";
        foreach (var piece in Encoding.ASCII.GetBytes(Instead ?? verdict).Chunk(InPieces ? 1 : int.MaxValue))
        {
            await line.WriteAsync(piece);
        }
    }
}
