using System.Diagnostics;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Startup;

/// <summary>The built program, started as an operator starts it and expected to stop by itself; <see cref="RunningProgram"/> goes on.</summary>
internal static class BuiltProgram
{
    /// <param name="settings">As they stand in the settings file: <c>Database:Provider</c>.</param>
    public static async Task<(int Code, string Error)> RunAsync(string environment, IEnumerable<KeyValuePair<string, string>> settings, params string[] words)
    {
        var (code, _, error) = await SpeakAsync(environment, settings, words);
        return (code, error);
    }

    /// <summary>The same with what it said.</summary>
    public static async Task<(int Code, string Output, string Error)> SpeakAsync(string environment, IEnumerable<KeyValuePair<string, string>> settings, params string[] words)
    {
        using var process = Process.Start(Command(environment, settings, words))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        return (process.ExitCode, await output, await error);
    }

    /// <summary>How it is started, at a port of its own choice.</summary>
    public static ProcessStartInfo Command(string environment, IEnumerable<KeyValuePair<string, string>> settings, params string[] words)
    {
        var project = Repository.PathOf("src", "SmkPortfolio.Web");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, "bin", "Debug", "net10.0", "SmkPortfolio.Web.dll"), .. words])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        return start;
    }
}
