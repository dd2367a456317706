using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Pages.Batches;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Keeping;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Pages.Batches;
using SmkPortfolio.WebTests.Pages.Entries;
using SmkPortfolio.WebTests.Pictures;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>
/// A phone's HEIC, from the form to every page that shows it, converted by libheif's own program. The photo lies on its side and says so twice, by a
/// property of the picture and in its Exif; it has a small copy of itself, a place, an owner and a camera.
/// </summary>
public sealed class HeicTests
{
    private const string TwoSteps = "320.jpg 320.webp 960.jpg 960.webp";
    private static readonly byte[] Photo = Fixtures.Read("turned.heic");

    [Theory, Engines]
    public async Task It_comes_in_by_the_form_loses_what_it_tells_and_is_converted_standing_upright(string engine)
    {
        var told = ExifTool.Read(Photo, "heic");
        Assert.Equal(("6", "270", "-6.2"), (told["IFD0:Orientation"], told["QuickTime:Rotation"], told["Composite:GPSLatitude"]));
        Assert.Equal(("Rahasia", "SN123"), (told["ExifIFD:OwnerName"], told["ExifIFD:SerialNumber"]));
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        using var owner = await bench.School.SignInAsync(student);

        var file = await SendAsync(bench, student, owner);

        Assert.Equal(("image/heic", 400, 600), (file.MediaType, file.Width, file.Height));
        await using var scope = app.NewScope();
        await using var stored = await scope.ServiceProvider.GetRequiredService<IBlobStore>().OpenReadAsync(bench.Id, file.Sha256, TestContext.Current.CancellationToken);
        var cleaned = new byte[stored!.Length];
        await stored.ReadExactlyAsync(cleaned, TestContext.Current.CancellationToken);
        var left = ExifTool.Read(cleaned, "heic");
        Assert.DoesNotContain(left.Keys, k => k.Split(':')[0] is "GPS" or "IFD0" or "ExifIFD" or "XMP" || k.Contains("GPS", StringComparison.Ordinal));
        Assert.DoesNotContain(left.Values, v => v.Contains("Rahasia", StringComparison.Ordinal) || v.Contains("SN123", StringComparison.Ordinal));

        await bench.WorkAsync();

        Assert.Equal(TwoSteps, await bench.FormsAsync(cleaned));
        Assert.Equal((null, 0), ((await bench.RowAsync(cleaned)).WorkDue, (await bench.RowAsync(cleaned)).Failures));
        Assert.NotNull((await bench.RowAsync(cleaned)).PictureHash);
        using var answer = await owner.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/evidence/{file.Id}?size=960"));
        using var seen = SeenPicture.Of(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal((400, 600), (seen.Width, seen.Height));
        // White at the top right, blue at the left, red at the right: turned once, and once only.
        foreach (var (x, y, colour) in new[] { (350, 70, new[] { 255, 255, 255 }), (10, 300, [0, 0, 255]), (390, 590, [255, 0, 0]) })
        {
            Assert.All(colour.Zip(seen.At(x, y)), c => Assert.InRange(Math.Abs(c.First - c.Second), 0, 30));
        }
    }

    [Theory, Engines]
    public async Task Once_it_is_converted_every_page_shows_it_as_a_picture_and_offers_the_file(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        using var owner = await bench.School.SignInAsync(student);
        using var teacher = await bench.School.SignInAsync(await bench.School.StaffAsync(Role.Teacher, reach: bench.School.Welding));
        // Somebody else works on it: nothing is made of it yet.
        var (entry, file) = await bench.AddAsync(student, Photo, "image/heic", leased: true);
        (Browser Reader, string Path)[] pages = [(owner, $"/entries/{entry}"), (teacher, $"/reviews/{entry}")];
        (Browser Reader, string Path)[] lists = [(owner, "/"), (owner, "/entries"), (teacher, "/reviews")];

        // A file with a word, and nothing that a page would look for in vain.
        foreach (var (reader, path) in pages)
        {
            var page = await reader.GetPageAsync(path);
            Assert.Contains("Foto HEIC, dibuka di luar peramban", page.One(".files:not(.plain) li").TextContent, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll($"img[src*='{file}']"));
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{path}?picture={file}")).Status);
        }
        foreach (var (reader, path) in lists)
        {
            Assert.Empty((await reader.GetPageAsync(path)).Document.QuerySelectorAll(".entry-cover"));
        }

        app.Clock.Advance(FileWork.Lease);
        await bench.WorkAsync();

        foreach (var (reader, path) in pages)
        {
            var page = await reader.GetPageAsync(path);
            Assert.Equal($"/evidence/{file}?size=320", page.One(".gallery img").GetAttribute("src"));
            Assert.StartsWith("Gambar 1 dari 1", page.One(".gallery img").GetAttribute("alt"), StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll(".files:not(.plain) li"));
            var large = await reader.GetPageAsync(path + page.One(".gallery a[id]").GetAttribute("href"));
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(large.One(".viewer img").GetAttribute("src")!)).Status);
            foreach (var link in new[] { page.One(".gallery a[download]"), large.One(".viewer a[download]") })
            {
                Assert.StartsWith("Unduh berkas HEIC (", link.TextContent, StringComparison.Ordinal);
                using var whole = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Get, link.GetAttribute("href")));
                Assert.Equal(("attachment", Photo.Length), (whole.Content.Headers.ContentDisposition!.DispositionType, whole.Content.Headers.ContentLength));
            }
        }
        foreach (var (reader, path) in lists)
        {
            Assert.Equal($"/evidence/{file}?size=320", (await reader.GetPageAsync(path)).One(".entry-cover").GetAttribute("src"));
        }
    }

    [Theory, Engines]
    public async Task It_can_be_described_and_be_the_cover_and_half_of_a_pair_once_it_is_converted(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        using var owner = await bench.School.SignInAsync(student);
        var (entry, file) = await bench.AddAsync(student, Photo, "image/heic", handedIn: false, leased: true);
        var edit = $"/entries/{entry}/edit";
        await owner.SubmitAsync(await owner.GetPageAsync(edit), EditTests.Form, [], [new Upload("Files", "akhir.jpg", "image/jpeg", FileBench.Picture(11))]);
        var other = (await bench.School.EntryNowAsync(entry)).Evidence[1];
        var before = await owner.GetPageAsync(edit);
        Assert.Empty(before.Document.QuerySelectorAll($"#cover_{file}, [name='alt.{file}'], [name='pair.{file}']"));
        Assert.True(before.One($"#cover_{other.Id}").HasAttribute("checked"));

        app.Clock.Advance(FileWork.Lease);
        await bench.WorkAsync();

        var form = await owner.GetPageAsync(edit);
        Assert.True(form.One($"#cover_{file}").HasAttribute("checked"));
        await owner.SubmitAsync(form, EditTests.Form, ("cover", other.Id.ToString()));
        Assert.Equal(other.Id, (await bench.School.EntryNowAsync(entry)).CoverId);
        var saved = await owner.SubmitAsync(await owner.GetPageAsync(edit), EditTests.Form,
            ("cover", file.ToString()), ($"alt.{file}", "Pelat sebelum dilas"), ($"pair.{file}", "before"), ($"pair.{other.Id}", "after"));

        var now = await bench.School.EntryNowAsync(entry);
        Assert.Equal((file, file, other.Id), (now.CoverId, now.BeforeId, now.AfterId));
        Assert.Equal([($"/evidence/{file}?size=960", "Pelat sebelum dilas"), ($"/evidence/{other.Id}?size=960", "Gambar 2 dari 2 untuk “Rak sepatu besi siku”")],
            saved.Document.QuerySelectorAll(".pair img").Select(i => (i.GetAttribute("src")!, i.GetAttribute("alt")!)));
        Assert.Single(saved.Document.QuerySelectorAll(".pair a[download]"));
        Assert.Equal($"/evidence/{file}?size=320", (await owner.GetPageAsync("/entries")).One(".entry-cover").GetAttribute("src"));
        Assert.Equal("Pelat sebelum dilas", (await owner.GetPageAsync($"/evidence/{file}/erase")).One(".gallery img").GetAttribute("alt"));
    }

    [Theory, Engines]
    public async Task A_share_shows_it_only_after_the_scanner_has_and_one_that_cannot_be_converted_stays_a_file(string engine)
    {
        await using var scanner = ScanningStub.Start();
        scanner.Instead = "stream: lstat() failed. ERROR\0";
        await using var app = await WebApps.EmptyAsync(engine, settings: scanner.Setting);
        var work = await SignedWork.ArrangeAsync(app);
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        await work.InAsync(async (db, services) =>
        {
            // The work on the student's own word, which shows what stands on it now.
            var entry = await db.Entries.SingleAsync(e => e.PersonId == work.StudentId && e.Id != work.EntryId && e.LastRevisionNumber > 0);
            Assert.Null(entry.TakeBack(work.By(work.StudentId)));
            foreach (var (content, id) in new[] { Photo, IsoFiles.Heic() }.Zip(ids))
            {
                var file = new EvidenceFile("foto.heic", "image/heic", content.Length, KeptSchool.Hash(content), 400, 600);
                await db.TouchFileAsync(work.SchoolId, file, app.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
                await services.GetRequiredService<IBlobStore>().PutAsync(work.SchoolId, new MemoryStream(content), content.Length, CancellationToken.None);
                Assert.Null(entry.AddEvidence(id, file, 20, work.By(work.StudentId)));
            }
            await db.SaveChangesAsync();
        });
        using var stranger = app.NewBrowser();
        await app.Services.GetRequiredService<FileWork>().RunAsync(TestContext.Current.CancellationToken);
        var held = await stranger.GetPageAsync($"/s/{await work.ShareAsync()}");
        Assert.All(ids, id => Assert.DoesNotContain(id.ToString(), held.Document.DocumentElement.OuterHtml, StringComparison.Ordinal));

        scanner.Instead = null;
        app.Clock.Advance(FileWork.Pauses[0]);
        await app.Services.GetRequiredService<FileWork>().RunAsync(TestContext.Current.CancellationToken);

        var token = await work.ShareAsync();
        var page = await stranger.GetPageAsync($"/s/{token}");
        var picture = page.One($".gallery a[href='?picture={ids[0]}#picture'] img");
        Assert.Equal($"/evidence/{ids[0]}?size=320&s={token}", picture.GetAttribute("src"));
        Assert.Contains("Foto HEIC, dibuka di luar peramban", page.One($".files li:has(a[href*='{ids[1]}'])").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll($"img[src*='{ids[1]}']"));
        var large = await stranger.GetPageAsync($"/s/{token}?picture={ids[0]}");
        foreach (var address in new[] { picture.GetAttribute("src")!, large.One(".viewer img").GetAttribute("src")!, large.One(".viewer a[download]").GetAttribute("href")! })
        {
            Assert.EndsWith($"s={token}", address, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(address)).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/s/{token}?picture={ids[1]}")).Status);
    }

    [Theory, Engines]
    public async Task A_booklet_and_the_print_file_of_its_class_show_the_jpeg_made_of_it_under_the_digest_of_the_file(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var school = await ClassOfStudents.OpenAsync(bench.School, "Ayu Lestari");
        var (entry, _) = await bench.AddAsync(school.Students[0], Photo, "image/heic", leased: true);
        var order = new PaperOrder("id", [entry], Photo: false, BirthDate: false, Address: false, Contact: false) { Format = "booklet" };
        var early = await GatherAsync(school, order);
        Assert.Empty(early.Content.Entries[0].Pictures);
        Assert.Equal([(0, "foto.heic")], early.UnfitPictures);

        app.Clock.Advance(FileWork.Lease);
        await bench.WorkAsync();

        var source = await GatherAsync(school, order);
        var picture = Assert.Single(source.Content.Entries[0].Pictures);
        Assert.Empty(source.UnfitPictures);
        Assert.Equal(KeptSchool.Hash(Photo), picture.Sha256);
        var largest = await bench.School.FromDbAsync(db => db.Derivatives.SingleAsync(d => d.SchoolId == bench.Id && d.Form == "960.jpg"));
        Assert.Equal(largest.Sha256, KeptSchool.Hash(picture.Bytes!));
        var batch = await school.OrderAsync(switches: order with { Entries = [] });
        await school.Work.RunAsync(TestContext.Current.CancellationToken);
        await school.InAsync(async services =>
        {
            var print = await services.GetRequiredService<PrintRun>().WriteAsync(batch, "XII Las 1", TestContext.Current.CancellationToken);
            var paper = await services.GetRequiredService<PaperPictures>().ReadAsync(bench.Id, Assert.Single(await school.PapersAsync()).PdfSha256, TestContext.Current.CancellationToken);
            Assert.All([paper, print], file => Assert.InRange(file.AsSpan().IndexOf(picture.Bytes), 1, int.MaxValue));
        });
    }

    private static async Task<PaperSource> GatherAsync(ClassOfStudents school, PaperOrder order)
    {
        PaperSource? source = null;
        await school.InAsync(async services => source = await services.GetRequiredService<PaperContent>().GatherAsync(
            school.School.School, school.Students[0].Id, order, "0000000000A", school.App.Clock.GetUtcNow(), TestContext.Current.CancellationToken));
        return source!;
    }

    private static async Task<Evidence> SendAsync(FileBench bench, TestPerson student, Browser owner)
    {
        var entry = await bench.School.EntryAsync(student, handedIn: false);
        await owner.SubmitAsync(await owner.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [], [new Upload("Files", "IMG_0042.HEIC", "image/heic", Photo)]);
        return Assert.Single((await bench.School.EntryNowAsync(entry)).Evidence);
    }
}
