using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Log;

namespace SmkPortfolio.Benchmarks;

/// <summary>What signing and checking cost on one core, and what the transparency log costs at a size.</summary>
internal static class CredentialsBenchmark
{
    private const int WarmUp = 300;
    private const int LogEntries = 100_000;
    private const int EntryLength = 42;

    private sealed record Row(string Name, double PerSecond, double MedianMs, double P95Ms, double AllocatedKilobytes);

    public static async Task RunAsync(int count)
    {
        var world = new CredentialsWorld();
        var file = world.Issue();
        var memo = new CheckMemo();
        List<Row> rows =
        [
            await MeasureAsync("issue: endorsement and badge", count, () => Task.FromResult(world.Issue().Length > 0)),
            await MeasureAsync("verify: first time seen", count, () => IsGenuineAsync(world, file, new CheckMemo())),
            await MeasureAsync("verify: seen before", count, () => IsGenuineAsync(world, file, memo)),
        ];
        var log = MeasureLog();
        var page = await VerifyPageBenchmark.RunAsync();

        Console.WriteLine(FormattableString.Invariant($"{"on one core",-32}{"per s",9}{"ratio",8}{"median ms",11}{"p95 ms",9}{"KB alloc",10}"));
        foreach (var row in rows)
        {
            Console.WriteLine(FormattableString.Invariant($"{row.Name,-32}{row.PerSecond,9:F0}{row.PerSecond / rows[0].PerSecond,8:F2}{row.MedianMs,11:F2}{row.P95Ms,9:F2}{row.AllocatedKilobytes,10:F0}"));
        }
        Console.WriteLine(FormattableString.Invariant($"a badge of {file.Length / 1e3:F1} KB with one endorsement within it; both proofs, two status lists and the state record are checked"));
        Console.WriteLine(FormattableString.Invariant($"log of {LogEntries} entries: {log.AppendedPerSecond:F0} appended, {log.ProvedPerSecond:F0} proved and {log.CheckedPerSecond:F0} proofs checked in a second; a proof has {log.Hashes} hashes at most"));
        Console.WriteLine();
        Console.WriteLine(FormattableString.Invariant($"{"/verify, PDF posted",-32}{"count",9}{"median ms",11}{"p95 ms",9}"));
        foreach (var timing in new[] { page.First, page.Again })
        {
            Console.WriteLine(FormattableString.Invariant($"{timing.Name,-32}{timing.Count,9}{timing.MedianMs,11:F2}{timing.P95Ms,9:F2}"));
        }
        Console.WriteLine(FormattableString.Invariant($"issued papers of {page.PdfBytes / 1e3:F0} KB and {page.Lines} lines, with a portrait that compresses badly; one after the other over loopback, the whole answer read;"));
        Console.WriteLine("nothing of what is handed in is remembered: the second time everything is checked anew");
        var figures = new
        {
            benchmark = "credentials",
            count,
            badgeBytes = file.Length,
            rows = rows.Select(r => new { r.Name, perSecond = Rounded(r.PerSecond), medianMs = Rounded(r.MedianMs), p95Ms = Rounded(r.P95Ms), allocatedKilobytes = Rounded(r.AllocatedKilobytes) }),
            verifyPage = new { page.PdfBytes, page.Lines, first = Figures(page.First), again = Figures(page.Again) },
            log = new { entries = LogEntries, appendedPerSecond = Rounded(log.AppendedPerSecond), provedPerSecond = Rounded(log.ProvedPerSecond), checkedPerSecond = Rounded(log.CheckedPerSecond), log.Hashes },
        };
        Console.WriteLine("figures: " + JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
    }

    private static async Task<bool> IsGenuineAsync(CredentialsWorld world, byte[] file, CheckMemo memo)
    {
        var context = new VerificationContext(world.Register, world, CredentialsWorld.Now.AddHours(1), "id") { Memo = memo };
        return (await CredentialVerifier.VerifyAsync(file, context, CancellationToken.None)).Verdict == Verdict.GenuineCurrent;
    }

    private static async Task<Row> MeasureAsync(string name, int count, Func<Task<bool>> work)
    {
        var times = new double[count];
        for (var i = 0; i < WarmUp; i++)
        {
            await DoAsync();
        }
        var allocated = GC.GetTotalAllocatedBytes();
        var all = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await DoAsync();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        all.Stop();
        Array.Sort(times);
        return new Row(name, count / all.Elapsed.TotalSeconds, times[count / 2], times[(int)(count * 0.95)], (GC.GetTotalAllocatedBytes() - allocated) / 1e3 / count);

        async Task DoAsync()
        {
            if (!await work())
            {
                throw new InvalidOperationException($"'{name}' did not do what is measured.");
            }
        }
    }

    private static (double AppendedPerSecond, double ProvedPerSecond, double CheckedPerSecond, int Hashes) MeasureLog()
    {
        var entries = Enumerable.Range(0, LogEntries).Select(_ => RandomNumberGenerator.GetBytes(EntryLength)).ToArray();
        var time = Stopwatch.StartNew();
        // Hashes of complete subtrees, level by level, as stored tiles give them.
        List<byte[][]> levels = [[.. entries.Select(e => MerkleTree.Leaf(e))]];
        while (levels[^1].Length > 1)
        {
            var below = levels[^1];
            levels.Add([.. Enumerable.Range(0, below.Length / 2).Select(i => MerkleTree.Node(below[2 * i], below[(2 * i) + 1]))]);
        }
        byte[] Subtree(int level, long index) => levels[level][index];
        var root = MerkleTree.Root(LogEntries, Subtree);
        var appended = LogEntries / time.Elapsed.TotalSeconds;

        time.Restart();
        var paths = Enumerable.Range(0, LogEntries).Select(i => MerkleTree.InclusionPath(i, LogEntries, Subtree)).ToArray();
        var proved = LogEntries / time.Elapsed.TotalSeconds;

        time.Restart();
        var good = Enumerable.Range(0, LogEntries).Count(i => MerkleTree.VerifyInclusion(levels[0][i], i, LogEntries, paths[i], root));
        return good == LogEntries
            ? (appended, proved, LogEntries / time.Elapsed.TotalSeconds, paths.Max(p => p.Count))
            : throw new InvalidOperationException($"Only {good} of {LogEntries} proofs are right.");
    }

    private static object Figures(VerifyPageBenchmark.Timing timing) => new { timing.Count, medianMs = Rounded(timing.MedianMs), p95Ms = Rounded(timing.P95Ms) };

    private static double Rounded(double value) => double.Parse(value.ToString("F2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
