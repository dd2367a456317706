using System.Collections.Concurrent;
using System.Diagnostics;

namespace SmkPortfolio.WebTests.Startup;

/// <summary>The built program, serving at a port of its own choice until it is killed.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The program ended before it listened: {string.Join('\n', _said)}"));
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<RunningProgram> StartAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var program = new RunningProgram(new Process { StartInfo = BuiltProgram.Command("Development", settings), EnableRaisingEvents = true });
        try
        {
            program._process.Start();
            program._process.BeginOutputReadLine();
            program._process.BeginErrorReadLine();
            await program.WaitUntilReadyAsync();
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where it is reached; another one after each start.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>A client that follows no redirect and keeps no cookie.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>Ends it as a power cut would: SIGKILL, nothing of the program's own runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }
        _said.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }

    private async Task WaitUntilReadyAsync()
    {
        var since = Stopwatch.StartNew();
        await _address.Task.WaitAsync(ReadyWithin);
        using var client = NewClient();
        while (true)
        {
            using var answer = await client.GetAsync("/health/ready");
            if (answer.IsSuccessStatusCode)
            {
                return;
            }
            if (since.Elapsed > ReadyWithin)
            {
                throw new TimeoutException($"The program was not ready within {ReadyWithin}: {await answer.Content.ReadAsStringAsync()}");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
