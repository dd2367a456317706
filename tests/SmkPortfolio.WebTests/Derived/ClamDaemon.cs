using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>
/// ClamAV's daemon with a database of one signature, our own: nothing is fetched. Where it is not installed the stub takes its place. tests/run.sh
/// installs it, and prints which of the two has answered.
/// </summary>
internal sealed class ClamDaemon : IScanner
{
    // The last that it says before it takes questions; it listens by then.
    private const string Ready = "Self checking";

    private static readonly string? Program = new[] { "/usr/sbin/clamd", "/usr/local/sbin/clamd", "/usr/bin/clamd" }.FirstOrDefault(File.Exists);

    private readonly string _folder;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ClamDaemon(string folder, int port)
    {
        (_folder, Setting) = (folder, new("VirusScan:Address", $"127.0.0.1:{port}"));
        var start = new ProcessStartInfo(Program!, ["--config-file", Path.Combine(folder, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"clamd has ended: {string.Join('\n', _said)}"));
    }

    // What it says of a signature that its makers have not signed.
    public string Finding => ScanningStub.Signed + ".UNOFFICIAL";

    public KeyValuePair<string, string> Setting { get; }

    /// <summary>The daemon where it is installed, else the stub.</summary>
    /// <param name="port">Where it listens.</param>
    /// <param name="mostOfStream">More it does not take.</param>
    /// <param name="mostOfFile">Longer files it does not look at.</param>
    public static async Task<IScanner> StartAsync(int port, long mostOfStream = 100_000_000, long mostOfFile = 100_000_000)
    {
        TestTables.Write("virus-scanner", "Virus scanner of the tests", [["program"], [Program ?? "a stub: clamd is not installed (Debian: clamav-daemon)"]]);
        if (Program is null)
        {
            var stub = ScanningStub.Start(port);
            (stub.Most, stub.MostOfFile) = (mostOfStream, mostOfFile);
            return stub;
        }
        var folder = Directory.CreateTempSubdirectory("smk-clamd-").FullName;
        var database = Directory.CreateDirectory(Path.Combine(folder, "database")).FullName;
        // In any kind of file, anywhere in it, these bytes.
        await File.WriteAllTextAsync(Path.Combine(database, "smk.ndb"), $"{ScanningStub.Signed}:0:*:{Convert.ToHexStringLower(ScanningStub.Signature)}\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "clamd.conf"), $"""
            Foreground yes
            DatabaseDirectory {database}
            TemporaryDirectory {folder}
            TCPAddr 127.0.0.1
            TCPSocket {port}
            StreamMaxLength {mostOfStream}
            MaxFileSize {mostOfFile}
            MaxScanSize {mostOfFile}
            AlertExceedsMax yes
            SelfCheck 0
            Bytecode no

            """);
        var daemon = new ClamDaemon(folder, port);
        try
        {
            daemon._process.Start();
            daemon._process.BeginOutputReadLine();
            daemon._process.BeginErrorReadLine();
            await daemon._ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
            return daemon;
        }
        catch
        {
            await daemon.DisposeAsync();
            throw;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }
        _said.Enqueue(line);
        if (line.StartsWith(Ready, StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
