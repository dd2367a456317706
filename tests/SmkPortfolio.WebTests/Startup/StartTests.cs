using System.Diagnostics;
using SmkPortfolio.WebTests.Architecture;

namespace SmkPortfolio.WebTests.Startup;

/// <summary>The built program, started as an operator starts it.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence_and_code_two()
    {
        var (code, error) = await RunAsync(("ASPNETCORE_ENVIRONMENT", "Development"), ("Database__Provider", "mysql"));

        Assert.Equal(2, code);
        Assert.Equal("Database:Provider must be sqlite or postgres; it is 'mysql'.", error.Trim());
    }

    [Fact]
    public async Task The_demo_never_starts_outside_development()
    {
        var (code, error) = await RunAsync(("ASPNETCORE_ENVIRONMENT", "Production"), ("Site__PublicUrl", "https://folio.example"), ("Demo__Seed", "true"));

        Assert.Equal(2, code);
        Assert.StartsWith("Demo:Seed ", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> RunAsync(params (string Name, string Value)[] environment)
    {
        var project = Repository.PathOf("src", "SmkPortfolio.Web");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, "bin", "Debug", "net10.0", "SmkPortfolio.Web.dll")])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
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
        await output;
        return (process.ExitCode, await error);
    }
}
