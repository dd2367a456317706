using System.Net;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Log;

/// <summary>The log's files in the form of C2SP tlog-tiles.</summary>
public sealed class LogDoorTests
{
    private const int Entries = 520;

    [Theory, Engines]
    public async Task The_files_have_the_forms_and_the_ages_of_the_standard(string engine)
    {
        await using var app = await LogBench.StartAsync(engine);
        using var stranger = new LogStranger(app);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync("/log/checkpoint"));
        await LogBench.EnterAsync(app, Entries);
        await LogBench.PublishAsync(app);
        var size = (await stranger.CheckpointAsync()).Size;
        var rest = (int)(size % LogTiles.Full);

        foreach (var (path, type, age, length) in new[]
        {
            ("/log/checkpoint", "text/plain", 10, 0),
            ("/log/tile/0/000", "application/octet-stream", 31_536_000, 256 * 32),
            ($"/log/tile/0/002.p/{rest}", "application/octet-stream", 31_536_000, rest * 32),
            ("/log/tile/0/002.p/1", "application/octet-stream", 31_536_000, 32),
            ("/log/tile/1/000.p/2", "application/octet-stream", 31_536_000, 64),
            ("/log/tile/entries/001", "application/octet-stream", 31_536_000, 256 * 44),
            ($"/log/tile/entries/002.p/{rest}", "application/octet-stream", 31_536_000, rest * 44),
        })
        {
            using var answer = await stranger.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK, type), (path, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal((true, TimeSpan.FromSeconds(age)), (answer.Headers.CacheControl?.Public, answer.Headers.CacheControl?.MaxAge));
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.True(length == 0 || bytes.Length == length, $"{path}: {bytes.Length} bytes");
        }
    }

    [Theory, Engines]
    public async Task Any_other_file_is_not_there(string engine)
    {
        await using var app = await LogBench.StartAsync(engine);
        using var stranger = new LogStranger(app);
        await LogBench.EnterAsync(app, Entries);
        await LogBench.PublishAsync(app);
        var rest = (int)((await stranger.CheckpointAsync()).Size % LogTiles.Full);

        foreach (var path in new[]
        {
            "/log", "/log/", "/log/tile", "/log/tile/", "/log/tile/0", "/log/tile/0/0", "/log/tile/0/00", "/log/tile/0/0000", "/log/tile/0/002", $"/log/tile/0/002.p/{rest + 1}", "/log/tile/0/000.p/256",
            "/log/tile/0/000.p/0", "/log/tile/0/000.p/007", "/log/tile/0/003.p/1", "/log/tile/0/x000/000", "/log/tile/0/x001/234", "/log/tile/0/001/234", "/log/tile/1/000", "/log/tile/1/001.p/1", "/log/tile/2/000.p/1",
            "/log/tile/8/000.p/1", "/log/tile/8/000", "/log/tile/63/000", "/log/tile/99/000.p/1", "/log/tile/-1/000", "/log/tile/00/000", "/log/tile/data/000", "/log/tile/entries/002", "/log/tile/entries/x001/000",
            "/log/tile/0/000.p/-1", "/log/tile/0/%78001/234", "/log/tile/0/x999/x999/x999/x999/999", "/registers/0.jws", "/registers/99.jws", "/registers/-1.jws", "/registers/99/log-proof",
        })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, await stranger.StatusAsync(path)));
        }
    }
}
