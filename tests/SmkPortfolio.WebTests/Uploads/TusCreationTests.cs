using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Uploads;

/// <summary>The door itself, and announcing a file.</summary>
public sealed class TusCreationTests(PageSites sites)
{
    [Theory, Engines]
    public async Task The_door_says_what_it_can(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);

        using var answer = await bench.SendAsync(HttpMethod.Options, "/uploads", null, ("Tus-Resumable", ""));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("1.0.0", TusBench.Header(answer, "Tus-Resumable"));
        Assert.Equal("1.0.0", TusBench.Header(answer, "Tus-Version"));
        Assert.Equal("creation,creation-with-upload,checksum,expiration,termination", TusBench.Header(answer, "Tus-Extension"));
        Assert.Equal("sha256,sha1", TusBench.Header(answer, "Tus-Checksum-Algorithm"));
        Assert.True(long.Parse(TusBench.Header(answer, "Tus-Max-Size")!, System.Globalization.CultureInfo.InvariantCulture) >= 25 * 1024 * 1024);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_gets_401_before_anything_else_and_is_led_nowhere()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var path = await bench.CreateAsync(10);
        using var stranger = bench.School.App.NewBrowser();

        foreach (var (method, address) in new[] { ("OPTIONS", "/uploads"), ("POST", "/uploads"), ("HEAD", path), ("GET", path), ("PATCH", path), ("DELETE", path) })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var answer = await stranger.SendAsync(request);

            Assert.Equal((HttpStatusCode.Unauthorized, null), (answer.StatusCode, answer.Headers.Location));
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
        Assert.Empty(stranger.Cookies);
    }

    [Fact]
    public async Task Somebody_without_entries_finds_no_door()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var teacher = await bench.School.StaffAsync(Role.Teacher);
        using var browser = await bench.School.SignInAsync(teacher);
        using var request = new HttpRequestMessage(HttpMethod.Options, "/uploads");

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.NoContent)]
    [InlineData(WebApps.PublicUrl, HttpStatusCode.NoContent)]
    public async Task Only_pages_of_this_site_get_in(string origin, HttpStatusCode status)
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);

        using var answer = await bench.SendAsync(HttpMethod.Options, "/uploads", null, ("Origin", origin));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.2.2")]
    [InlineData("1.0.0, 1.0.0")]
    public async Task Another_version_of_the_protocol_is_412_with_ours(string version)
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var path = await bench.CreateAsync(10);

        foreach (var (method, address) in new[] { ("POST", "/uploads"), ("HEAD", path), ("PATCH", path), ("DELETE", path) })
        {
            using var answer = await bench.SendAsync(new HttpMethod(method), address, null, ("Tus-Resumable", version));
            Assert.Equal((HttpStatusCode.PreconditionFailed, "1.0.0"), (answer.StatusCode, TusBench.Header(answer, "Tus-Version")));
        }
        using var head = await bench.HeadAsync(path);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Theory, Engines]
    public async Task A_file_is_announced_and_asked_after(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine, age: 16);

        using var created = await bench.PostAsync(1234, "Rak besi ‮gpj.jpg");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("1.0.0", TusBench.Header(created, "Tus-Resumable"));
        var path = created.Headers.Location!.OriginalString;
        Assert.Equal(bench.School.Now.AddHours(48).ToString("R"), TusBench.Header(created, "Upload-Expires"));
        using var head = await bench.HeadAsync(path);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(("0", "1234", "no-store"), (TusBench.Header(head, "Upload-Offset"), TusBench.Header(head, "Upload-Length"), TusBench.Header(head, "Cache-Control")));
        Assert.Equal(TusBench.Metadata(bench.Entry, "Rak besi ‮gpj.jpg"), TusBench.Header(head, "Upload-Metadata"));
        var state = await bench.StateAsync(path);
        Assert.Equal(("open", "Rak besi gpj.jpg"), (state.GetProperty("state").GetString(), state.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task An_announcement_must_say_entry_name_and_length()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var sound = TusBench.Metadata(bench.Entry, "foto.jpg");
        var entry = $"entry {TusBench.Encoded(bench.Entry.ToString())}";
        (string Length, string Metadata, string More, string Code)[] wrong =
        [
            ("", sound, "", "length-missing"), ("-1", sound, "", "length-missing"), ("12a", sound, "", "length-missing"), ("99999999999999999999", sound, "", "length-missing"), ("10", sound, "Upload-Defer-Length", "length-missing"),
            ("10", "", "", "metadata-invalid"), ("10", entry, "", "metadata-invalid"), ("10", $"filename {TusBench.Encoded("a.jpg")}", "", "metadata-invalid"),
            ("10", $"{entry},filename ???", "", "metadata-invalid"), ("10", $"{entry},filename /w==", "", "metadata-invalid"), ("10", $"{sound},entry {TusBench.Encoded("x")}", "", "metadata-invalid"),
            ("10", $"{entry} more words,filename YQ==", "", "metadata-invalid"), ("10", $"{sound},long {new string('A', 2000)}", "", "metadata-invalid"), ("10", $"entry {TusBench.Encoded("nobody")},filename YQ==", "", "metadata-invalid"),
        ];

        foreach (var (length, metadata, more, code) in wrong)
        {
            var asked = bench.SendAsync(HttpMethod.Post, "/uploads", null, ("Upload-Length", length), ("Upload-Metadata", metadata), (more.Length > 0 ? more : "X-Nothing", "1"));
            Assert.Equal((400, code), await TusBench.RefusalAsync(asked));
        }
        Assert.Equal(0, await OpenAsync(bench));
    }

    [Theory, Engines]
    public async Task Only_the_own_entry_that_is_open_takes_files(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var other = await bench.School.StudentAsync("Citra Lestari");
        var foreign = await bench.School.EntryAsync(other, handedIn: false);
        var submitted = await bench.School.EntryAsync(bench.Student);
        var binned = await bench.School.EntryAsync(bench.Student, handedIn: false);
        await bench.School.InDbAsync(async db =>
        {
            (await db.Entries.FindAsync(bench.School.School.Id, binned))!.MoveToBin(new Change(bench.Student.Id, bench.School.Now));
            await db.SaveChangesAsync();
        });

        foreach (var (entry, answer) in new[] { (foreign, (404, "entry-unknown")), (Guid.CreateVersion7(), (404, "entry-unknown")), (submitted, (409, "entry-submitted")), (binned, (409, "in-bin")) })
        {
            Assert.Equal(answer, await TusBench.RefusalAsync(bench.SendAsync(HttpMethod.Post, "/uploads", null, ("Upload-Length", "10"), ("Upload-Metadata", TusBench.Metadata(entry, "a.jpg")))));
        }
        Assert.Equal(0, await OpenAsync(bench));
    }

    [Fact]
    public async Task What_is_larger_than_any_kind_may_be_is_refused_before_it_is_sent()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        using var options = await bench.SendAsync(HttpMethod.Options, "/uploads");
        var most = long.Parse(TusBench.Header(options, "Tus-Max-Size")!, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((413, "file-too-large"), await TusBench.RefusalAsync(bench.PostAsync(most + 1)));
        Assert.Equal((422, "empty"), await TusBench.RefusalAsync(bench.PostAsync(0)));
        await bench.CreateAsync(most);
    }

    [Fact]
    public async Task Files_under_way_count_among_those_an_entry_may_hold()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var first = await bench.CreateAsync(10);
        for (var i = 1; i < 20; i++)
        {
            await bench.CreateAsync(10, $"{i}.jpg");
        }

        Assert.Equal((422, "too-many-files"), await TusBench.RefusalAsync(bench.PostAsync(10)));
        using var cancelled = await bench.SendAsync(HttpMethod.Delete, first);
        await bench.CreateAsync(10, "lagi.jpg");
    }

    [Theory, Engines]
    public async Task Space_is_counted_over_what_stands_and_what_is_under_way(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine, false, new("Limits:PersonBytes", "100000"), new("Limits:SchoolBytes", "150000"), new("Limits:OpenUploads", "5"));
        var school = await TestSchool.OpenAsync(app);
        using var bench = await TusBench.OpenAsync(school);
        await school.InDbAsync(async db =>
        {
            var entry = (await db.Entries.FindAsync(school.School.Id, bench.Entry))!;
            var change = new Change(bench.Student.Id, school.Now);
            Assert.Null(entry.AddEvidence(Guid.CreateVersion7(), new EvidenceFile("a.jpg", "image/jpeg", 40_000, new string('a', 64), 1, 1), 20, change));
            await db.SaveChangesAsync();
        });
        var open = await bench.CreateAsync(50_000);

        using var full = await bench.PostAsync(10_001);
        using var problem = JsonDocument.Parse(await full.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "person-full"), (full.StatusCode, problem.RootElement.GetProperty("code").GetString()));
        Assert.Equal("Berkasmu memakai 88 KB dari 98 KB; tidak ada tempat lagi untuk yang ini. Lepas sebagian dahulu.", problem.RootElement.GetProperty("title").GetString());
        await bench.CreateAsync(10_000);
        // The plain form has the same bounds.
        var page = await bench.Browser.GetPageAsync($"/entries/{bench.Entry}/edit");
        var sent = await bench.Browser.SubmitAsync(page, "form[data-autosave]", [], [new Hosting.Upload("Files", "penuh.jpg", "image/jpeg", TusBench.Picture)]);
        Assert.Equal(HttpStatusCode.BadRequest, sent.Status);
        Assert.Contains("penuh.jpg: Berkasmu memakai 98 KB dari 98 KB", sent.FieldErrors()["Files"].Single(), StringComparison.Ordinal);
        using var classmate = await TusBench.OpenAsync(school);
        Assert.Equal((413, "school-full"), await TusBench.RefusalAsync(classmate.PostAsync(50_001)));
        using var cancelled = await bench.SendAsync(HttpMethod.Delete, open);
        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        await classmate.CreateAsync(50_001);
    }

    [Theory, Engines]
    public async Task Of_files_announced_in_the_same_moment_as_many_are_taken_as_there_is_room_for(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine, false, new KeyValuePair<string, string>("Limits:PersonBytes", "30000"));
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => bench.PostAsync(10_000, $"{i}.jpg")));

        Assert.Equal((3, 17), (answers.Count(a => a.StatusCode == HttpStatusCode.Created), answers.Count(a => a.StatusCode == HttpStatusCode.RequestEntityTooLarge)));
        Assert.Equal(3, await OpenAsync(bench));
    }

    [Theory, Engines]
    public async Task Of_files_announced_in_the_same_moment_no_more_are_under_way_than_may(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine, false, new KeyValuePair<string, string>("Limits:OpenUploads", "3"));
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => bench.PostAsync(10, $"{i}.jpg")));

        Assert.Equal((3, 9), (answers.Count(a => a.StatusCode == HttpStatusCode.Created), answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity)));
        Assert.Equal(3, await OpenAsync(bench));
    }

    [Theory, Engines]
    public async Task What_is_taken_off_makes_room_at_once_but_not_for_ever_anew(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine, false, new("Limits:PersonBytes", "100000"), new("Limits:BinDays", "30"));
        var school = await TestSchool.OpenAsync(app);
        using var bench = await TusBench.OpenAsync(school);
        for (var i = 0; i < 2; i++)
        {
            await KeepAsync(bench, 90_000, i, takenOff: true);
        }
        await bench.CreateAsync(20_000);

        using var full = await bench.PostAsync(10_000);
        using var problem = JsonDocument.Parse(await full.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "person-full"), (full.StatusCode, problem.RootElement.GetProperty("code").GetString()));
        Assert.Equal("Berkas yang kamu lepas masih disimpan 30 hari; bersama itu berkasmu memakai 195 KB dari 195 KB. Untuk yang ini baru ada tempat nanti.", problem.RootElement.GetProperty("title").GetString());
        app.Clock.Advance(TimeSpan.FromDays(30.1));
        using var later = await school.SignInAsync(bench.Student);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Length", "10000");
        request.Headers.Add("Upload-Metadata", TusBench.Metadata(bench.Entry, "nanti.jpg"));
        using var taken = await later.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Theory, Engines]
    public async Task A_schools_space_is_what_its_store_really_keeps(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine, false, new KeyValuePair<string, string>("Limits:SchoolBytes", "100000"));
        var school = await TestSchool.OpenAsync(app);
        using var bench = await TusBench.OpenAsync(school);
        await KeepAsync(bench, 90_000, 0, takenOff: true);
        using var classmate = await TusBench.OpenAsync(school);

        Assert.Equal((413, "school-full"), await TusBench.RefusalAsync(classmate.PostAsync(10_001)));
        await school.InDbAsync(async db =>
        {
            var entry = await db.Entries.SingleAsync(e => e.Id == bench.Entry);
            Assert.Null(entry.EraseEvidence(await db.Evidence.Where(f => f.EntryId == bench.Entry).Select(f => f.Id).SingleAsync(), new Change(bench.Student.Id, school.Now, "Ada wajah orang lain")));
            await db.SaveChangesAsync();
        });
        await classmate.CreateAsync(10_001);
    }

    [Fact]
    public async Task So_many_files_are_under_way_at_once_and_no_more()
    {
        await using var app = await WebApps.EmptyAsync(Engine.Sqlite, false, new("Limits:OpenUploads", "2"), new("Limits:PersonBytes", "0"), new("Limits:SchoolBytes", "0"));
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));
        await bench.CreateAsync(10, "1.jpg");
        var second = await bench.CreateAsync(10, "2.jpg");

        Assert.Equal((422, "too-many-open"), await TusBench.RefusalAsync(bench.PostAsync(10)));
        using var cancelled = await bench.SendAsync(HttpMethod.Delete, second);
        await bench.CreateAsync(10, "3.jpg");
    }

    [Fact]
    public async Task The_method_that_is_meant_may_stand_in_a_header()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var path = await bench.CreateAsync(10);

        using var patched = await bench.SendAsync(HttpMethod.Post, path, [1, 2, 3], ("X-HTTP-Method-Override", "PATCH"), ("Upload-Offset", "0"));
        using var looked = await bench.SendAsync(HttpMethod.Post, path, null, ("X-HTTP-Method-Override", "HEAD"));
        using var nothing = await bench.SendAsync(HttpMethod.Post, path);
        using var deleted = await bench.SendAsync(HttpMethod.Post, path, null, ("X-HTTP-Method-Override", "DELETE"));

        Assert.Equal((HttpStatusCode.NoContent, "3"), (patched.StatusCode, TusBench.Header(patched, "Upload-Offset")));
        Assert.Equal((HttpStatusCode.OK, "3"), (looked.StatusCode, TusBench.Header(looked, "Upload-Offset")));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.NoContent), (nothing.StatusCode, deleted.StatusCode));
    }

    /// <summary>A file that stands on the entry, or that stood there.</summary>
    private static Task KeepAsync(TusBench bench, long size, int number, bool takenOff) => bench.School.InDbAsync(async db =>
    {
        var entry = await db.Entries.SingleAsync(e => e.Id == bench.Entry);
        var (id, change) = (Guid.CreateVersion7(), new Change(bench.Student.Id, bench.School.Now));
        Assert.Null(entry.AddEvidence(id, new EvidenceFile("a.jpg", "image/jpeg", size, new string((char)('a' + number), 64), 1, 1), 20, change));
        Assert.True(!takenOff || entry.RemoveEvidence(id, change) is null);
        await db.SaveChangesAsync();
    });

    private static Task<int> OpenAsync(TusBench bench) => bench.School.FromDbAsync(db => Task.FromResult(db.Uploads.Count(u => u.PersonId == bench.Student.Id && u.State == UploadState.Open)));
}
