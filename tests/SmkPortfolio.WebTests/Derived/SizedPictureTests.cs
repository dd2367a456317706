using System.Net;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pictures;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>Smaller pictures at <c>/evidence/{id}?size=</c>.</summary>
public sealed class SizedPictureTests
{
    private static readonly byte[] Picture = FileBench.Picture(width: 2100);
    private static readonly string[] Webp = ["image/avif,image/webp,image/*;q=0.8"];

    [Theory, Engines]
    public async Task Readers_get_webp_when_they_name_it_and_jpeg_otherwise_to_be_kept_for_good(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        var (_, file) = await bench.AddAsync(student, Picture);
        await bench.WorkAsync();
        using var owner = await bench.School.SignInAsync(student);

        foreach (var size in new[] { 320, 960, 1920 })
        {
            foreach (var (accept, type) in new[] { (Webp, "image/webp"), ([], "image/jpeg"), (["image/webp;q=0, */*"], "image/jpeg"), (["*/*"], "image/jpeg") })
            {
                using var answer = await AskAsync(owner, $"/evidence/{file}?size={size}", accept);
                var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
                Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
                Assert.Equal($"\"{Keeping.KeptSchool.Hash(bytes)}\"", answer.Headers.ETag!.Tag);
                Assert.Contains("Accept", answer.Headers.Vary);
                Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
                Assert.Equal(("inline", "foto" + (type == "image/webp" ? ".webp" : ".jpg")), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName));
                using var seen = SeenPicture.Of(bytes);
                Assert.Equal(size, Math.Max(seen.Width, seen.Height));
            }
        }
    }

    [Theory, Engines]
    public async Task A_small_picture_is_given_as_large_as_it_is(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        var (_, file) = await bench.AddAsync(student, FileBench.Picture(width: 400, height: 200));
        await bench.WorkAsync();
        using var owner = await bench.School.SignInAsync(student);

        using var answer = await AskAsync(owner, $"/evidence/{file}?size=1920", Webp);

        using var seen = SeenPicture.Of(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal((400, 200), (seen.Width, seen.Height));
    }

    [Theory, Engines]
    public async Task Until_they_are_made_a_picture_is_given_itself_to_be_asked_for_again_and_of_a_pdf_there_is_none(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        var (_, picture) = await bench.AddAsync(student, Picture, leased: true);
        var (_, pdf) = await bench.AddAsync(student, PdfFiles.Plain, "application/pdf", leased: true);
        using var owner = await bench.School.SignInAsync(student);

        using var whole = await AskAsync(owner, $"/evidence/{picture}?size=320", Webp);
        using var none = await AskAsync(owner, $"/evidence/{pdf}?size=320", Webp);

        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (whole.StatusCode, whole.Content.Headers.ContentType!.MediaType));
        Assert.Equal("no-cache, private", whole.Headers.CacheControl!.ToString());
        Assert.Equal(Picture, await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory, Engines]
    public async Task Other_sizes_are_refused_and_whoever_may_not_see_the_file_finds_no_size_of_it(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        var (_, file) = await bench.AddAsync(student, Picture);
        await bench.WorkAsync();
        using var owner = await bench.School.SignInAsync(student);
        using var colleague = await bench.School.SignInAsync(await bench.School.StaffAsync(Role.Teacher, reach: bench.School.Culinary));

        foreach (var size in new[] { "", "0", "321", "-320", "0320", "besar", "320&size=960" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await owner.GetAsync($"/evidence/{file}?size={size}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/evidence/{file}?size={size}")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/evidence/{file}?size=320")).Status);
    }

    [Fact]
    public async Task A_store_that_readers_are_sent_to_gives_the_smaller_picture()
    {
        await using var app = await WebApps.EmptyAsync(Engine.Postgres, settings: new KeyValuePair<string, string>("Evidence:RedirectSeconds", "60"));
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        var (_, file) = await bench.AddAsync(student, Picture);
        await bench.WorkAsync();
        using var owner = await bench.School.SignInAsync(student);

        using var answer = await AskAsync(owner, $"/evidence/{file}?size=960", Webp);

        Assert.Equal((HttpStatusCode.Redirect, "no-store, private"), (answer.StatusCode, answer.Headers.CacheControl!.ToString()));
        using var plain = new HttpClient();
        using var fetched = await plain.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("image/webp", fetched.Content.Headers.ContentType!.MediaType);
        using var seen = SeenPicture.Of(await fetched.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(960, seen.Width);
    }

    private static Task<HttpResponseMessage> AskAsync(Browser browser, string path, string[] accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var types in accept)
        {
            request.Headers.TryAddWithoutValidation("Accept", types);
        }
        return browser.SendAsync(request);
    }
}
