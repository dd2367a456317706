using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using SmkPortfolio.Tests;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Uploads;

/// <summary>An unmodified tus-js-client from npm, driven by Node, against the real host on a line that breaks.</summary>
public sealed class TusClientTests : IDisposable
{
    private const int Seed = 20_261_130;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("smk-tus-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, Engines]
    [Trait(Campaign.Category, Campaign.Name)]
    public async Task Interrupted_at_random_offsets_it_goes_on_and_every_byte_is_right(string engine)
    {
        var uploads = Campaign.Count(3, 12);
        var cutsEach = Campaign.Count(2, 5);
        await using var app = await WebApps.EmptyAsync(engine, listen: true);
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));
        var random = new Random(Seed);
        var sent = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        List<Job> jobs = [];
        for (var i = 0; i < uploads; i++)
        {
            var picture = LargePictures.Make(random.Next(400_000, 9_000_000), Seed + i);
            var name = string.Create(CultureInfo.InvariantCulture, $"{i}.jpg");
            sent[name] = picture;
            // A cut is the more likely to fall within the part the shorter it is, since each connection begins anew.
            jobs.Add(await JobAsync(bench, name, picture, i % 2 == 0 ? "retry" : "anew", [.. Enumerable.Range(0, cutsEach).Select(_ => random.Next(500, picture.Length / (cutsEach + 1)))]));
        }

        var results = await RunAsync(app, bench, jobs);

        Assert.All(results, r => Assert.True(r.Error is null, $"{r.Name}: {r.Error}"));
        Assert.Equal(uploads * cutsEach, results.Sum(r => r.Cuts));
        foreach (var result in results)
        {
            var arrived = await EvidenceAsync(bench, result.Url!);
            Assert.True(arrived.AsSpan().SequenceEqual(sent[result.Name]), result.Name);
        }
        Assert.Equal(results.Select(r => TusBench.IdOf(r.Url!)).Order(), (await bench.School.EntryNowAsync(bench.Entry)).Evidence.Select(f => f.Id).Order());
        Assert.Empty(await bench.PartsAsync());
        TestTables.Write(
            $"tus-client-{engine}",
            $"tus-js-client on a line that breaks, {engine}",
            [["what", "count"], ["uploads", Text(uploads)], ["interruptions", Text(results.Sum(r => r.Cuts))], ["MB sent in all", Text((int)(sent.Values.Sum(p => (long)p.Length) / 1_000_000))], ["files that arrived with the right bytes", Text(results.Count)]]);
    }

    [Theory, Engines]
    public async Task It_sends_at_once_cancels_and_takes_no_for_an_answer(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine, listen: true);
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));
        var picture = LargePictures.Make(3_000_000, Seed);

        var results = await RunAsync(app, bench,
        [
            await JobAsync(bench, "sekaligus.jpg", picture, "at-once"),
            await JobAsync(bench, "batal.jpg", picture, "terminate"),
            await JobAsync(bench, "palsu.jpg", [.. "<html>"u8, .. picture], "retry"),
        ]);

        Assert.Equal((null, null), (results[0].Error, results[1].Error));
        Assert.Equal(picture, await EvidenceAsync(bench, results[0].Url!));
        using var cancelled = await bench.HeadAsync(results[1].Url!);
        Assert.Equal(HttpStatusCode.Gone, cancelled.StatusCode);
        // Told once, it does not try again.
        Assert.Equal(422, results[2].Status);
        Assert.Single((await bench.School.EntryNowAsync(bench.Entry)).Evidence);
        Assert.Empty(await bench.PartsAsync());
    }

    private sealed record Job(string File, string Name, Guid Entry, string Way, int[] Cuts);

    private sealed record Result(string Name, string? Url, int Cuts, int? Status, string? Error);

    private async Task<Job> JobAsync(TusBench bench, string name, byte[] content, string way, params int[] cuts)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllBytesAsync(path, content);
        return new Job(path, name, bench.Entry, way, cuts);
    }

    private async Task<List<Result>> RunAsync(WebApp app, TusBench bench, IReadOnlyList<Job> jobs)
    {
        var path = Path.Combine(_folder.FullName, "jobs.json");
        var cookie = string.Join("; ", bench.Browser.Cookies.Select(c => $"{c.Key}={c.Value}"));
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(new { endpoint = app.Address, cookie, uploads = jobs }, JsonSerializerOptions.Web));
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(TestEnvironment.Interop, "tus.mjs"), path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await error);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Result>(line, JsonSerializerOptions.Web)!)];
    }

    private static async Task<byte[]> EvidenceAsync(TusBench bench, string url)
    {
        using var answer = await bench.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/evidence/{TusBench.IdOf(url)}"));
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
