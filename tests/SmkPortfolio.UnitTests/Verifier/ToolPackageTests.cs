using System.Diagnostics;
using SmkPortfolio.Tests;

namespace SmkPortfolio.UnitTests.Verifier;

/// <summary>The command as a .NET tool, packed and installed from a folder and from nowhere else.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smktool").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_tool_can_be_packed_installed_and_run()
    {
        var set = GoldenSet.Of(GoldenSet.Versions.Last());
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), $"""<configuration><packageSources><clear /><add key="here" value="{_folder}" /></packageSources></configuration>""");
        File.WriteAllBytes(Path.Combine(_folder, "paper.pdf"), set.Read("drh-id.pdf"));

        var packed = Run("dotnet", "pack", Path.Combine(Repository.Root, "src", "SmkPortfolio.Verifier"), "-c", Configuration, "--no-build", "-o", _folder);
        Assert.True(packed.Exit == 0, packed.Said);
        var installed = Run("dotnet", "tool", "install", "smkverify", "--tool-path", Path.Combine(_folder, "tools"), "--configfile", Path.Combine(_folder, "nuget.config"));
        Assert.True(installed.Exit == 0, installed.Said);
        var checkedPaper = Run(Path.Combine(_folder, "tools", "smkverify"), "paper.pdf", "--json");

        Assert.Equal(1, checkedPaper.Exit);
        Assert.Contains("\"verdict\":\"issuer-unknown\"", checkedPaper.Said, StringComparison.Ordinal);
    }

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    private (int Exit, string Said) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_HOME"] = _folder;
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "packages");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
