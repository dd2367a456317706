using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Uploads;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Uploads;

/// <summary>Sending the bytes of an announced file.</summary>
public sealed class TusPartsTests(PageSites sites)
{
    [Theory, Engines]
    public async Task A_picture_sent_in_pieces_comes_to_its_entry_under_the_uploads_id(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine, age: 16);
        var before = (await bench.School.EntryNowAsync(bench.Entry)).Version;
        var picture = TusBench.Picture;
        var path = await bench.CreateAsync(picture.Length);

        using var first = await bench.PatchAsync(path, 0, picture[..100]);
        using var last = await bench.PatchAsync(path, 100, picture[100..]);

        Assert.Equal((HttpStatusCode.NoContent, "100"), (first.StatusCode, TusBench.Header(first, "Upload-Offset")));
        Assert.NotNull(TusBench.Header(first, "Upload-Expires"));
        Assert.Equal((HttpStatusCode.NoContent, $"{picture.Length}"), (last.StatusCode, TusBench.Header(last, "Upload-Offset")));
        Assert.Equal(TusBench.IdOf(path).ToString(), TusBench.Header(last, "Smk-Evidence"));
        Assert.Equal($"{before} {before + 1}", TusBench.Header(last, "Smk-Entry-Version"));
        var entry = await bench.School.EntryNowAsync(bench.Entry);
        var file = Assert.Single(entry.Evidence);
        Assert.Equal((TusBench.IdOf(path), "foto.jpg", "image/jpeg", before + 1), (file.Id, file.FileName, file.MediaType, entry.Version));
        using var shown = await bench.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/evidence/{file.Id}"));
        Assert.Equal(picture, await shown.Content.ReadAsByteArrayAsync());
        Assert.DoesNotContain(path, await bench.PartsAsync());
        var state = await bench.StateAsync(path);
        Assert.Equal(("attached", file.Id, before + 1), (state.GetProperty("state").GetString(), state.GetProperty("evidence").GetGuid(), state.GetProperty("version").GetInt32()));
        using var head = await bench.HeadAsync(path);
        Assert.Equal((HttpStatusCode.OK, $"{picture.Length}"), (head.StatusCode, TusBench.Header(head, "Upload-Offset")));
        using var again = await bench.PatchAsync(path, picture.Length, []);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal((409, "offset-passed"), await TusBench.RefusalAsync(bench.PatchAsync(path, 0, [1])));
    }

    [Theory, Engines]
    public async Task A_picture_is_announced_and_sent_in_one_request(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var picture = TusBench.Picture;

        using var answer = await bench.SendAsync(HttpMethod.Post, "/uploads", picture, ("Upload-Length", $"{picture.Length}"), ("Upload-Metadata", TusBench.Metadata(bench.Entry, "sekali.jpg")));
        using var begun = await bench.SendAsync(HttpMethod.Post, "/uploads", picture[..50], ("Upload-Length", $"{picture.Length}"), ("Upload-Metadata", TusBench.Metadata(bench.Entry, "awal.jpg")));
        using var rest = await bench.PatchAsync(begun.Headers.Location!.OriginalString, 50, picture[50..]);

        Assert.Equal((HttpStatusCode.Created, $"{picture.Length}"), (answer.StatusCode, TusBench.Header(answer, "Upload-Offset")));
        Assert.Equal((HttpStatusCode.Created, "50"), (begun.StatusCode, TusBench.Header(begun, "Upload-Offset")));
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(["sekali.jpg", "awal.jpg"], (await bench.School.EntryNowAsync(bench.Entry)).Evidence.Select(f => f.FileName));
        Assert.Equal((413, "too-long"), await TusBench.RefusalAsync(bench.SendAsync(HttpMethod.Post, "/uploads", picture, ("Upload-Length", "10"), ("Upload-Metadata", TusBench.Metadata(bench.Entry, "x.jpg")))));
    }

    [Fact]
    public async Task A_part_must_say_what_it_is_and_begin_where_the_last_one_ended()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var path = await bench.CreateAsync(10);

        Assert.Equal((415, "type-invalid"), await TusBench.RefusalAsync(bench.PatchAsync(path, 0, [1], ("Content-Type", "application/octet-stream"))));
        Assert.Equal((400, "offset-missing"), await TusBench.RefusalAsync(bench.SendAsync(HttpMethod.Patch, path, [1])));
        Assert.Equal((400, "offset-missing"), await TusBench.RefusalAsync(bench.SendAsync(HttpMethod.Patch, path, [1], ("Upload-Offset", "-1"))));
        Assert.Equal((409, "offset-passed"), await TusBench.RefusalAsync(bench.PatchAsync(path, 1, [1])));
        Assert.Equal((413, "too-long"), await TusBench.RefusalAsync(bench.PatchAsync(path, 0, new byte[11])));
        using var head = await bench.HeadAsync(path);
        Assert.Equal("0", TusBench.Header(head, "Upload-Offset"));
    }

    [Fact]
    public async Task A_body_of_unknown_length_that_goes_on_too_long_is_refused()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var path = await bench.CreateAsync(1000);
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new StreamContent(new ForwardOnlyStream(new byte[300_000])) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "0");

        Assert.Equal((413, "too-long"), await TusBench.RefusalAsync(bench.Browser.SendAsync(request)));
        Assert.Equal("open", (await bench.StateAsync(path)).GetProperty("state").GetString());
    }

    [Theory, Engines]
    public async Task Somebody_elses_upload_is_not_there(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var path = await bench.CreateAsync(10);
        using var classmate = await TusBench.OpenAsync(bench.School);
        using var stranger = await TusBench.OpenAsync(sites, engine);
        // Its owner is sending just now.
        var turn = await bench.School.App.Services.GetRequiredService<UploadTurns>().TakeAsync(Guid.Parse(path.Split('/')[^1]), TestContext.Current.CancellationToken);

        foreach (var other in new[] { classmate, stranger })
        {
            foreach (var method in new[] { "HEAD", "GET", "PATCH", "DELETE" })
            {
                using var answer = await other.SendAsync(new HttpMethod(method), path, method == "PATCH" ? [1] : null, ("Upload-Offset", "0"));
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
        Assert.False(turn!.Over.IsCancellationRequested);
        turn.Dispose();
        using var head = await bench.HeadAsync(path);
        Assert.Equal((HttpStatusCode.OK, "0"), (head.StatusCode, TusBench.Header(head, "Upload-Offset")));
    }

    [Theory]
    [MemberData(nameof(Checksums))]
    public async Task A_part_with_a_checksum_counts_when_its_bytes_are_those(string engine, string algorithm)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var picture = TusBench.Picture;
        var path = await bench.CreateAsync(picture.Length);

        using var first = await bench.PatchAsync(path, 0, picture[..70], ("Upload-Checksum", Sum(algorithm, picture[..70])));
        Assert.Equal((HttpStatusCode.NoContent, "70"), (first.StatusCode, TusBench.Header(first, "Upload-Offset")));
        Assert.Equal((460, "checksum-mismatch"), await TusBench.RefusalAsync(bench.PatchAsync(path, 70, picture[71..], ("Upload-Checksum", Sum(algorithm, picture[70..])))));
        using var head = await bench.HeadAsync(path);
        Assert.Equal("70", TusBench.Header(head, "Upload-Offset"));
        using var last = await bench.PatchAsync(path, 70, picture[70..], ("Upload-Checksum", Sum(algorithm, picture[70..])));

        Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        using var shown = await bench.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/evidence/{TusBench.IdOf(path)}"));
        Assert.Equal(picture, await shown.Content.ReadAsByteArrayAsync());
    }

    public static TheoryData<string, string> Checksums() => new(Engine.All.SelectMany(e => new[] { "sha256", "sha1" }.Select(a => (e, a))));

    [Theory]
    [InlineData("md5 1B2M2Y8AsgTpgAmY7PhCfg==")]
    [InlineData("sha256")]
    [InlineData("sha256 AAAA")]
    [InlineData("sha256 ????")]
    [InlineData("sha1 2jmj7l5rSw0yVb/vlWAYkK/YBwk= more")]
    public async Task A_checksum_that_is_not_offered_or_not_written_as_one_is_refused(string checksum)
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var path = await bench.CreateAsync(10);

        Assert.Equal((400, "checksum-invalid"), await TusBench.RefusalAsync(bench.PatchAsync(path, 0, [1], ("Upload-Checksum", checksum))));
        Assert.Equal((400, "checksum-invalid"), await TusBench.RefusalAsync(bench.PostAsync(10, "a.jpg", ("Upload-Checksum", checksum))));
    }

    [Theory, Engines]
    public async Task A_cancelled_upload_is_gone_with_its_parts(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var path = await bench.CreateAsync(10);
        using var part = await bench.PatchAsync(path, 0, [1, 2]);

        using var cancelled = await bench.SendAsync(HttpMethod.Delete, path);

        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        Assert.DoesNotContain(path, await bench.PartsAsync());
        using var head = await bench.HeadAsync(path);
        Assert.Equal(HttpStatusCode.Gone, head.StatusCode);
        Assert.Equal((410, "upload-gone"), await TusBench.RefusalAsync(bench.PatchAsync(path, 2, [3])));
        Assert.Equal((410, "upload-gone"), await TusBench.RefusalAsync(bench.SendAsync(HttpMethod.Delete, path)));
        Assert.Equal("gone", (await bench.StateAsync(path)).GetProperty("state").GetString());
    }

    [Theory, Engines]
    public async Task An_upload_expires_two_days_after_its_last_part_and_is_swept(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));
        var (path, later) = (await bench.CreateAsync(10), await bench.CreateAsync(10));
        using var part = await bench.PatchAsync(path, 0, [1, 2]);
        app.Clock.Advance(TimeSpan.FromHours(47));
        bench.Browser.ForgetCookies();
        await bench.Browser.SignInAsync(bench.Student.Address);
        using var kept = await bench.PatchAsync(later, 0, [1, 2]);
        app.Clock.Advance(TimeSpan.FromHours(2));

        using var head = await bench.HeadAsync(path);
        Assert.Equal(HttpStatusCode.Gone, head.StatusCode);
        Assert.Equal((410, "upload-gone"), await TusBench.RefusalAsync(bench.PatchAsync(path, 2, [3])));
        await using (var scope = app.NewScope())
        {
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<UploadSweep>().RunAsync(bench.School.Now, TestContext.Current.CancellationToken));
        }

        Assert.Equal([later], await bench.PartsAsync());
        using var gone = await bench.HeadAsync(path);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        using var alive = await bench.HeadAsync(later);
        Assert.Equal("2", TusBench.Header(alive, "Upload-Offset"));
    }

    [Theory, Engines]
    public async Task Parts_that_no_row_knows_of_are_swept_once_they_are_old(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        app.Clock.Advance(DateTimeOffset.UtcNow - TestClock.Start);
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));
        var path = await bench.CreateAsync(10);
        using var part = await bench.PatchAsync(path, 0, [1, 2]);
        var orphan = Guid.CreateVersion7();
        await using (var writer = (await app.Services.GetRequiredService<IUploadParts>().OpenAsync(orphan, 0, TestContext.Current.CancellationToken))!)
        {
            await writer.WriteAsync(new byte[] { 1 }, TestContext.Current.CancellationToken);
            await writer.FlushAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(new[] { path, $"/uploads/{orphan}" }.Order(), (await bench.PartsAsync()).Order());

        await using var scope = app.NewScope();
        // The store's own clock says when a part came.
        var swept = await scope.ServiceProvider.GetRequiredService<UploadSweep>().RunAsync(DateTime.UtcNow.AddHours(25), TestContext.Current.CancellationToken);

        Assert.Equal(1, swept);
        Assert.Equal([path], await bench.PartsAsync());
    }

    private static string Sum(string algorithm, byte[] bytes)
    {
        using var hash = IncrementalHash.CreateHash(algorithm == "sha1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
        hash.AppendData(bytes);
        return $"{algorithm} {Convert.ToBase64String(hash.GetHashAndReset())}";
    }

    [Theory, Engines]
    public async Task A_crumb_of_unknown_length_moves_nothing_and_what_is_enough_does(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        const int Least = 100 * 1024 * 1024 / 20_000 + 1;
        var path = await bench.CreateAsync(100 * 1024 * 1024, "las.mp4");

        Assert.Equal((400, "part-too-small"), await TusBench.RefusalAsync(PatchAsync(bench, path, new byte[Least - 1])));
        using var head = await bench.HeadAsync(path);
        Assert.Equal("0", TusBench.Header(head, "Upload-Offset"));
        using var enough = await PatchAsync(bench, path, new byte[Least]);
        Assert.Equal((HttpStatusCode.NoContent, $"{Least}"), (enough.StatusCode, TusBench.Header(enough, "Upload-Offset")));
    }

    [Theory, Engines]
    public async Task A_large_file_in_crumbs_is_refused_with_the_least_that_a_part_must_have(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        const long Large = 100 * 1024 * 1024;
        var path = await bench.CreateAsync(Large, "las.mp4");

        Assert.Equal((400, "part-too-small"), await TusBench.RefusalAsync(bench.PatchAsync(path, 0, new byte[Large / 20_000])));
        using var head = await bench.HeadAsync(path);
        Assert.Equal("0", TusBench.Header(head, "Upload-Offset"));
        using var enough = await bench.PatchAsync(path, 0, new byte[Large / 20_000 + 1]);
        Assert.Equal(HttpStatusCode.NoContent, enough.StatusCode);
    }

    private static async Task<HttpResponseMessage> PatchAsync(TusBench bench, string path, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new StreamContent(new ForwardOnlyStream(bytes)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "0");
        return await bench.Browser.SendAsync(request);
    }
}
