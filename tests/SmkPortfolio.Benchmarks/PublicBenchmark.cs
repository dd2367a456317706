using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SmkPortfolio.Benchmarks;

/// <summary>
/// What strangers ask for, against an empty endpoint of the same host. The site and the load share the machine's cores, so requests per second
/// as seen say little; the site's own processor time for one request is what counts, and what two cores of it would answer.
/// </summary>
internal static class PublicBenchmark
{
    private const int Connections = 4;
    private const int Cores = 2;

    // The compiler betters what runs often, in several steps and on the same cores.
    private const int WarmUp = 8;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    private sealed record Round(double Seen, double Microseconds);

    private sealed record Row(string Name, double Seen, double Microseconds)
    {
        public double OnTwoCores => Cores * 1e6 / Microseconds;
    }

    public static async Task RunAsync(int rounds)
    {
        using var site = await PublicSite.StartAsync();
        var (code, lines) = await site.PaperAsync();
        var token = await site.ShareAsync();
        (string Name, string Path, string Expected)[] wanted =
        [
            ("empty endpoint", "/health/live", "ok"),
            ("/verify/{code}, warm", $"/verify/{code}", "genuine-current"),
            ("/verify/{code}, anew", $"/verify/{code}?anew", "genuine-current"),
            ("/s/{token}, warm", $"/s/{token}", "</html>"),
            ("/s/{token}, anew", $"/s/{token}?anew", "</html>"),
        ];
        var measured = wanted.ToDictionary(w => w.Name, _ => new List<Round>(), StringComparer.Ordinal);
        foreach (var (_, path, expected) in wanted)
        {
            await site.ExpectAsync(path, expected);
            for (var i = 0; i < WarmUp; i++)
            {
                Measure(site, path);
            }
        }
        // In turns, so that whatever else the machine does meets all of them.
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, path, _) in wanted)
            {
                measured[name].Add(Measure(site, path));
            }
        }
        Tell([.. wanted.Select(w => new Row(w.Name, Median(measured[w.Name], r => r.Seen), Median(measured[w.Name], r => r.Microseconds)))], lines, rounds);
    }

    private static void Tell(IReadOnlyList<Row> rows, int lines, int rounds)
    {
        var empty = rows[0];
        Console.WriteLine(FormattableString.Invariant($"{"",-24}{"µs of cpu",11}{"req/s on 2 cores",18}{"ratio",8}{"req/s seen",12}{"ratio",8}"));
        foreach (var row in rows)
        {
            Console.WriteLine(FormattableString.Invariant($"{row.Name,-24}{row.Microseconds,11:F0}{row.OnTwoCores,18:F0}{row.OnTwoCores / empty.OnTwoCores,8:F2}{row.Seen,12:F0}{row.Seen / empty.Seen,8:F2}"));
        }
        Console.WriteLine(FormattableString.Invariant($"a paper of {lines} lines; {Connections} connections kept open, one request at a time on each; medians of {rounds} rounds of {Window.TotalSeconds} s in turns;"));
        Console.WriteLine("µs of cpu: processor time of the site's process for one request, the load's own not counted; req/s seen: with the load on the same cores");
        var figures = new
        {
            benchmark = "public",
            cores = Environment.ProcessorCount,
            lines,
            rows = rows.Select(r => new { r.Name, cpuMicroseconds = Rounded(r.Microseconds), perSecondOnTwoCores = Rounded(r.OnTwoCores), ratio = Rounded(r.OnTwoCores / empty.OnTwoCores), perSecondSeen = Rounded(r.Seen), ratioSeen = Rounded(r.Seen / empty.Seen) }),
        };
        Console.WriteLine("figures: " + JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
    }

    private static Round Measure(PublicSite site, string path)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html,application/xhtml+xml,*/*;q=0.8\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: id\r\n\r\n");
        var answered = 0L;
        var before = site.ProcessorTime;
        var time = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, Connections).Select(_ => new Thread(() => Interlocked.Add(ref answered, Load.Run(site.Port, request, Window)))).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return new Round(answered / time.Elapsed.TotalSeconds, (site.ProcessorTime - before).TotalMicroseconds / answered);
    }

    private static double Median(List<Round> rounds, Func<Round, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);

    private static double Rounded(double value) => double.Parse(value.ToString("F2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
