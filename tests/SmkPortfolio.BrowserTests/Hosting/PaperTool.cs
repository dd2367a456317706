using System.Diagnostics;

namespace SmkPortfolio.BrowserTests.Hosting;

/// <summary>Somebody else's programs, asked about a paper of ours.</summary>
internal static class PaperTool
{
    /// <summary>What the program prints; anything but success is a failure with what it said.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output} {await error}");
        return await output;
    }

    /// <summary>The address in the small QR code, read from the last page as it is printed.</summary>
    public static async Task<string> ReadQrAsync(string pdf)
    {
        var picture = Path.ChangeExtension(pdf, null) + "-page";
        var pages = (await RunAsync("pdfinfo", pdf)).Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal))["Pages:".Length..].Trim();
        await RunAsync("pdftoppm", "-r", "150", "-png", "-f", pages, "-l", pages, "-singlefile", pdf, picture);
        var read = await RunAsync("zbarimg", "--raw", "-q", picture + ".png");
        return Assert.Single(read.Split('\n', StringSplitOptions.RemoveEmptyEntries), text => !text.Contains('#', StringComparison.Ordinal)).Trim();
    }
}
