using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Tests;

[assembly: AssemblyFixture(typeof(Site))]

namespace SmkPortfolio.BrowserTests.Hosting;

/// <summary>The built program as its own process: demo school, free loopback port, throw-away folder, this machine's clock.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Password = "Demo-2026-smk";

    private const string Announcement = "Now listening on: ";
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _storage = Directory.CreateTempSubdirectory("smk-journey-");
    private readonly ConcurrentQueue<string> _output = new();
    private TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    /// <summary>Where the site is reached, as <c>http://localhost:PORT</c>.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>The address of something on this site, whatever origin was printed on paper.</summary>
    public string Here(string printed) => Origin + new Uri(printed).PathAndQuery;

    public async ValueTask InitializeAsync() => await StartAsync(port: 0);

    /// <summary>Dies as in a power cut.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts again where it was, with all that it had stored.</summary>
    public Task StartAgainAsync()
    {
        _port = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        return StartAsync(new Uri(Origin).Port);
    }

    private async Task StartAsync(int port)
    {
        var project = Path.Combine(Repository.Root, "src", "SmkPortfolio.Web");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, "bin", "Debug", "net10.0", "SmkPortfolio.Web.dll")])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = FormattableString.Invariant($"http://127.0.0.1:{port}");
        start.Environment["Storage__Root"] = _storage.FullName;
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _port.TrySetException(new InvalidOperationException($"The site ended before it listened:\n{Said()}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Origin = $"http://localhost:{await _port.Task.WaitAsync(ReadyWithin)}";
        await WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync();
            }
            _process.Dispose();
        }
        _storage.Delete(recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }
        _output.Enqueue(line);
        var at = line.IndexOf(Announcement, StringComparison.Ordinal);
        if (at >= 0)
        {
            _port.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()).Port);
        }
    }

    private string Said() => string.Join('\n', _output.TakeLast(40));

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Origin) };
        var since = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await client.GetAsync("/health/ready");
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return;
            }
            if (since.Elapsed > ReadyWithin)
            {
                throw new TimeoutException($"The site was not ready within {ReadyWithin}: {await answer.Content.ReadAsStringAsync()}\n{Said()}");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }
}
