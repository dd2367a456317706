using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using SmkPortfolio.Credentials;
using SmkPortfolio.Pdf;

namespace SmkPortfolio.Benchmarks;

/// <summary>From a person's content to a sealed, tagged paper: how many in a second on one core and on all, how long one takes, how large it is, what memory it needs.</summary>
internal static class CvBenchmark
{
    private const int WarmUp = 1000;
    private const int PeerWarmUp = 10;
    private const int MostPeerPapers = 100;
    private const int WeasyPapers = 5;
    private const int ColdStarts = 3;
    private const string FirstPaper = "SMK_CV_FIRST";

    private sealed record Peer(double? PerSecond, double? MedianMs, double? Kilobytes, double? OneThreadIsFaster, double? AllCoresAreFaster, string? Reason);

    private sealed record Row(string Name, double PerSecond, double MedianMs, double P95Ms, double Kilobytes, double AllocatedKilobytes);

    public static async Task RunAsync(int count)
    {
        var started = Stopwatch.GetTimestamp();
        using var certificate = PdfSealer.CreateCertificate("Benchmark", "SMK Negeri Contoh", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        using var sealer = new PdfSealer(certificate);
        var seal = new PdfSeal(sealer.MaxBytes, digest => sealer.Sign(digest.Span), "SMK Negeri Contoh", "Diterbitkan sekolah", "Sleman");
        if (Environment.GetEnvironmentVariable(FirstPaper) is not null)
        {
            Make(0, seal, CompressionLevel.Optimal);
            Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
            return;
        }

        var firsts = new List<double>();
        for (var i = 0; i < ColdStarts; i++)
        {
            firsts.Add(await MeasureFirstAsync() ?? double.NaN);
        }

        firsts.Sort();
        var firstPaper = firsts[ColdStarts / 2];
        for (var i = 0; i < WarmUp; i++)
        {
            Make(i, seal, CompressionLevel.Fastest);
        }

        var heap = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        var first = Process.GetCurrentProcess().WorkingSet64;
        var rows = new List<Row>
        {
            Measure("1 thread, fastest, sealed", count, 1, seal, CompressionLevel.Fastest),
        };
        // Only the words' shapes are kept from paper to paper, and of those a bounded number.
        var heapAfter = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        rows.AddRange(
        [
            Measure("1 thread, optimal, sealed", count / 4, 1, seal, CompressionLevel.Optimal),
            Measure("1 thread, fastest, not sealed", count / 4, 1, null, CompressionLevel.Fastest),
            Measure("all cores, fastest, sealed", count, Environment.ProcessorCount, seal, CompressionLevel.Fastest),
        ]);
        using var process = Process.GetCurrentProcess();
        var grown = (process.WorkingSet64 - first) / 1e6;

        var peer = await MeasurePeerAsync(Math.Min(count, MostPeerPapers), rows[0].PerSecond, rows[^1].PerSecond);

        var (weasy, weasyReason) = await CvWeasyPrintPeer.MeasureAsync(WeasyPapers);
        Console.WriteLine(FormattableString.Invariant($"{"",-32}{"docs/s",9}{"ratio",8}{"median ms",11}{"p95 ms",9}{"KB",8}{"KB alloc",10}"));
        foreach (var row in rows)
        {
            Console.WriteLine(FormattableString.Invariant($"{row.Name,-32}{row.PerSecond,9:F0}{row.PerSecond / rows[0].PerSecond,8:F2}{row.MedianMs,11:F2}{row.P95Ms,9:F2}{row.Kilobytes,8:F1}{row.AllocatedKilobytes,10:F0}"));
        }

        Console.WriteLine(peer.Reason is { } reason
            ? $"{"chromium, one page used again",-32}null ({reason})"
            : FormattableString.Invariant($"{"chromium, one page used again",-32}{peer.PerSecond,9:F0}{peer.PerSecond / rows[0].PerSecond,8:F3}{peer.MedianMs,11:F2}{"",9}{peer.Kilobytes,8:F1}   ours: {peer.OneThreadIsFaster:F0} times as fast on one thread, {peer.AllCoresAreFaster:F0} times on all cores"));
        Console.WriteLine(weasy is null
            ? $"{"weasyprint, one process",-32}null ({weasyReason})"
            : FormattableString.Invariant($"{"weasyprint, one process",-32}{weasy,9:F2}   ours: {rows[0].PerSecond / weasy:F0} times as fast on one thread"));
        Console.WriteLine(FormattableString.Invariant($"first paper of a new process: {firstPaper:F0} ms (median of {ColdStarts}); {count} papers on all cores: {count / rows[^1].PerSecond:F1} s"));
        Console.WriteLine(FormattableString.Invariant($"memory: {process.PeakWorkingSet64 / 1e6:F0} MB at most, {grown:F0} MB more than after the first {WarmUp}; live heap {heap:F1} MB before and {heapAfter:F1} MB after {count} on one thread"));
        var figures = new
        {
            benchmark = "cv",
            documents = count,
            cores = Environment.ProcessorCount,
            rows = rows.Select(r => new { r.Name, perSecond = Rounded(r.PerSecond), medianMs = Rounded(r.MedianMs), p95Ms = Rounded(r.P95Ms), kilobytes = Rounded(r.Kilobytes), allocatedKilobytes = Rounded(r.AllocatedKilobytes) }),
            chromium = peer,
            weasyPrintPerSecond = weasy is { } perSecond ? Rounded(perSecond) : (double?)null,
            weasyPrintReason = weasyReason,
            firstPaperMs = Rounded(firstPaper),
            secondsForAll = Rounded(count / rows[^1].PerSecond),
            peakMegabytes = Rounded(process.PeakWorkingSet64 / 1e6),
            heapBeforeMegabytes = Rounded(heap),
            heapAfterMegabytes = Rounded(heapAfter),
            grownMegabytes = Rounded(grown),
        };
        Console.WriteLine("figures: " + JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
    }

    private static Row Measure(string name, int count, int threads, PdfSeal? seal, CompressionLevel level)
    {
        var times = new double[count];
        var bytes = 0L;
        var allocated = GC.GetTotalAllocatedBytes();
        var all = Stopwatch.StartNew();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            var start = Stopwatch.GetTimestamp();
            Interlocked.Add(ref bytes, Make(i, seal, level));
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        all.Stop();
        Array.Sort(times);
        return new Row(name, count / all.Elapsed.TotalSeconds, times[count / 2], times[(int)(count * 0.95)], bytes / 1e3 / count, (GC.GetTotalAllocatedBytes() - allocated) / 1e3 / count);
    }

    private static async Task<Peer> MeasurePeerAsync(int count, double oneThread, double allCores)
    {
        var (page, reason) = await ChromiumPeer.OpenAsync();
        if (page is null)
        {
            return new Peer(null, null, null, null, null, reason);
        }
        await using (page)
        {
            for (var i = 0; i < PeerWarmUp; i++)
            {
                await page.PrintAsync(CvBenchmarkContent.Person(i));
            }
            var times = new double[count];
            var bytes = 0L;
            for (var i = 0; i < count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                bytes += await page.PrintAsync(CvBenchmarkContent.Person(i));
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
            var perSecond = 1000 * count / times.Sum();
            Array.Sort(times);
            return new Peer(Rounded(perSecond), Rounded(times[count / 2]), Rounded(bytes / 1e3 / count), Rounded(oneThread / perSecond), Rounded(allCores / perSecond), null);
        }
    }

    private static int Make(int number, PdfSeal? seal, CompressionLevel level)
    {
        var id = new byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(id, number);
        return PdfWriter.Write(CvBenchmarkPaper.Of(CvBenchmarkContent.Person(number), id), seal, level).Length;
    }

    /// <summary>In a process of its own: from its first line to the first sealed paper.</summary>
    private static async Task<double?> MeasureFirstAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Environment.GetCommandLineArgs()[0] is var program && program.EndsWith(".dll", StringComparison.Ordinal) && !Environment.ProcessPath!.EndsWith("Benchmarks", StringComparison.Ordinal) ? new[] { program } : [], "cv"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[FirstPaper] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.TryParse(output.Trim(), CultureInfo.InvariantCulture, out var milliseconds) ? Rounded(milliseconds) : null;
    }

    private static double Rounded(double value) => double.Parse(value.ToString("F2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
