using System.Diagnostics;

namespace SmkPortfolio.Benchmarks;

/// <summary>
/// How long somebody waits who hands a paper of some 300 KB to the check page. A usual paper is a quarter of that; these bear a portrait that
/// compresses badly, set by the student on the student's own page.
/// </summary>
internal static class VerifyPageBenchmark
{
    private const int Papers = 100;
    private const int WarmUp = 200;
    private const int Rounds = 5;

    public sealed record Timing(string Name, int Count, double MedianMs, double P95Ms);

    public sealed record Result(int PdfBytes, int Lines, Timing First, Timing Again);

    public static async Task<Result> RunAsync()
    {
        using var site = await PublicSite.StartAsync();
        await site.SignInAsync();
        await site.SetPortraitAsync(NoisyPortrait.Make());
        for (var i = 0; i <= Papers; i++)
        {
            await site.IssuePaperAsync();
        }
        var papers = await site.OwnPapersAsync(Papers + 1);
        var (_, lines) = await site.PaperAsync();
        // The first has served to warm up and is not measured.
        for (var i = 0; i < WarmUp; i++)
        {
            await site.CheckFileAsync(papers[0]);
        }
        var measured = papers.Skip(1).ToList();
        var first = await MeasureAsync(site, "a paper not handed in before", measured, 1);
        var again = await MeasureAsync(site, "the same papers again", measured, Rounds);
        return new Result((int)measured.Average(p => p.Length), lines, first, again);
    }

    private static async Task<Timing> MeasureAsync(PublicSite site, string name, List<byte[]> papers, int rounds)
    {
        List<double> times = [];
        for (var round = 0; round < rounds; round++)
        {
            foreach (var paper in papers)
            {
                var start = Stopwatch.GetTimestamp();
                await site.CheckFileAsync(paper);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        times.Sort();
        return new Timing(name, times.Count, times[times.Count / 2], times[(int)(times.Count * 0.95)]);
    }
}
