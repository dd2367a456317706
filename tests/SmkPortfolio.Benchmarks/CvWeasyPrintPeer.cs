using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SmkPortfolio.Benchmarks;

/// <summary>Another usual way to a paper: WeasyPrint, one process that sets the same pages one after the other.</summary>
internal static class CvWeasyPrintPeer
{
    private const string Program = "import sys,time\nfrom weasyprint import HTML\nfor path in sys.argv[1:]:\n start=time.perf_counter()\n HTML(filename=path).write_pdf()\n print(time.perf_counter()-start)\n";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Papers in a second, without its start and first paper; or why there are none.</summary>
    public static async Task<(double? PerSecond, string? Reason)> MeasureAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("smk-weasy-");
        try
        {
            var files = Enumerable.Range(0, count + 1).Select(i => Path.Combine(folder.FullName, i.ToString(CultureInfo.InvariantCulture) + ".html")).ToArray();
            for (var i = 0; i < files.Length; i++)
            {
                await File.WriteAllTextAsync(files[i], CvBenchmarkHtml.Of(CvBenchmarkContent.Person(i)));
            }

            var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Program, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Longest);
            await process.WaitForExitAsync();
            var times = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture)).ToList();
            return process.ExitCode == 0 && times.Count > 1
                ? ((times.Count - 1) / times.Skip(1).Sum(), null)
                : (null, (await errors).Contains("weasyprint", StringComparison.Ordinal) ? "weasyprint is not installed" : "weasyprint failed");
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException)
        {
            return (null, "weasyprint did not run: " + e.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
