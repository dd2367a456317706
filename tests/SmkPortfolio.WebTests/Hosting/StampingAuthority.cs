using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>A real time stamp authority on a loopback port: OpenSSL answers, this only carries. It can also be told to answer something else.</summary>
internal sealed class StampingAuthority : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smk-tsa-").FullName;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopped = new();
    private Task _serving = Task.CompletedTask;

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary>What it answers instead of a stamp; null for a stamp.</summary>
    public byte[]? Instead { get; set; }

    /// <summary>Takes the answer to another question than it was asked.</summary>
    public bool Confuses { get; set; }

    public int Asked { get; private set; }

    public static async Task<StampingAuthority> StartAsync()
    {
        var authority = new StampingAuthority();
        await File.WriteAllTextAsync(authority.PathOf("tsa.cnf"), """
            [req]
            distinguished_name = dn
            x509_extensions = stamping
            prompt = no
            [dn]
            CN = Otoritas Cap Waktu Uji
            [stamping]
            extendedKeyUsage = critical,timeStamping
            keyUsage = critical,digitalSignature
            [tsa]
            default_tsa = authority
            [authority]
            serial = serial
            crypto_device = builtin
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            accuracy = secs:1
            ess_cert_id_chain = no
            ess_cert_id_alg = sha256
            """);
        await File.WriteAllTextAsync(authority.PathOf("serial"), "01\n");
        await authority.RunAsync("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "3650", "-config", "tsa.cnf");
        authority._listener.Start();
        authority._serving = authority.ServeAsync();
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _listener.Stop();
        await _serving;
        _stopped.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                // One at a time: the serial number lies in a file.
                using var client = await _listener.AcceptTcpClientAsync(_stopped.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (_stopped.IsCancellationRequested && e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var query = await BodyAsync(stream);
        Asked++;
        var answer = Instead ?? await StampAsync(Confuses && File.Exists(PathOf("first.tsq")) ? await File.ReadAllBytesAsync(PathOf("first.tsq")) : query);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(answer);
    }

    private async Task<byte[]> StampAsync(byte[] query)
    {
        await File.WriteAllBytesAsync(PathOf("query.tsq"), query);
        if (!File.Exists(PathOf("first.tsq")))
        {
            await File.WriteAllBytesAsync(PathOf("first.tsq"), query);
        }
        await RunAsync("ts", "-reply", "-queryfile", "query.tsq", "-inkey", "key.pem", "-signer", "cert.pem", "-out", "reply.tsr", "-config", "tsa.cnf");
        return await File.ReadAllBytesAsync(PathOf("reply.tsr"));
    }

    private static async Task<byte[]> BodyAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }
        var length = head.ToString().Split("\r\n").Single(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))["Content-Length:".Length..];
        var body = new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return body;
    }

    private async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await said);
    }
}
