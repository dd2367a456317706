using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Uploads;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Uploads;

/// <summary>What becomes of a file that is whole.</summary>
public sealed class TusEndTests(PageSites sites)
{
    [Theory, Engines]
    public async Task A_refused_file_is_named_with_its_reason_and_nothing_of_it_is_kept(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var script = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray();
        var path = await bench.CreateAsync(script.Length, "gambar.svg.jpg");

        using var answer = await bench.PatchAsync(path, 0, script);

        // 409 and 423 would make the protocol's clients try for ever.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("type-refused", problem.RootElement.GetProperty("code").GetString());
        Assert.StartsWith("gambar.svg.jpg: ", problem.RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Empty((await bench.School.EntryNowAsync(bench.Entry)).Evidence);
        Assert.DoesNotContain(path, await bench.PartsAsync());
        using var head = await bench.HeadAsync(path);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "type-refused"), (head.StatusCode, TusBench.Header(head, "Smk-Refusal")));
        var state = await bench.StateAsync(path);
        Assert.Equal(("refused", problem.RootElement.GetProperty("title").GetString()), (state.GetProperty("state").GetString(), state.GetProperty("reason").GetString()));
    }

    [Theory, Engines]
    public async Task The_file_in_a_zip_that_is_to_blame_is_named_as_the_form_names_it(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        (string Given, string Named)[] names =
        [
            ("foto/gambar.svg", "foto/gambar.svg"), ("foto/\u202Egvs\u0007.html\n<b>", "foto/gvs.html b"),
        ];
        foreach (var (given, named) in names)
        {
            var zip = PackageFiles.Zip(("foto.jpg", TusBench.Picture), (given, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()));
            var page = await bench.Browser.SubmitAsync(await bench.Browser.GetPageAsync($"/entries/{bench.Entry}/edit"), "form[data-autosave]", [], [new Hosting.Upload("Files", "berkas.zip", "application/zip", zip)]);
            var path = await bench.CreateAsync(zip.Length, "berkas.zip");

            using var answer = await bench.PatchAsync(path, 0, zip);

            var said = page.FieldErrors()["Files"].Single();
            Assert.Contains($"{named} – ", said, StringComparison.Ordinal);
            Assert.True(said.Length < 600 && !said.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format), said);
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal((HttpStatusCode.UnprocessableEntity, said), (answer.StatusCode, "Galat: " + problem.RootElement.GetProperty("title").GetString()));
            Assert.Equal(said, "Galat: " + (await bench.StateAsync(path)).GetProperty("reason").GetString());
        }
    }

    [Theory]
    [InlineData("active-pdf pdf", null, "foto.jpg: PDF-nya berisi skrip atau program.")]
    [InlineData("too-many-pages pdf 400", 300L, "foto.jpg: PDF-nya 400 halaman; paling banyak 300 yang bisa diterima.")]
    [InlineData("entry-submitted", null, "foto.jpg: Karya ini sudah diajukan. Tarik dulu bila ingin mengubahnya.")]
    public async Task A_refusal_that_was_kept_before_members_were_named_still_reads(string kept, long? limit, string said)
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var path = await bench.CreateAsync(10);
        await bench.School.InDbAsync(async db =>
        {
            (await db.Uploads.SingleAsync(u => u.Id == TusBench.IdOf(path))).Refused(kept, limit);
            await db.SaveChangesAsync();
        });

        Assert.Equal(said, (await bench.StateAsync(path)).GetProperty("reason").GetString());
    }

    [Theory, Engines]
    public async Task What_was_changed_in_a_name_is_told_to_whoever_asks_and_nothing_of_one_that_fits(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var (changed, plain) = (await bench.CreateAsync(TusBench.Picture.Length, "../rahasia/foto.exe"), await bench.CreateAsync(TusBench.Picture.Length, "foto.jpg"));
        using var first = await bench.PatchAsync(changed, 0, TusBench.Picture);
        using var second = await bench.PatchAsync(plain, 0, TusBench.Picture);

        var said = (await bench.StateAsync(changed)).GetProperty("remarks").GetString()!;
        Assert.StartsWith("foto.jpg: ", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split("foto.jpg: ", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(JsonValueKind.Null, (await bench.StateAsync(plain)).GetProperty("remarks").ValueKind);
    }

    [Theory, Engines]
    public async Task An_entry_that_was_handed_in_meanwhile_takes_no_file(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var path = await bench.CreateAsync(TusBench.Picture.Length);
        await bench.School.HandInAnewAsync(bench.Entry, bench.Student, TestSchool.Project());

        Assert.Equal((422, "entry-submitted"), await TusBench.RefusalAsync(bench.PatchAsync(path, 0, TusBench.Picture)));
        Assert.Empty((await bench.School.EntryNowAsync(bench.Entry)).Evidence);
    }

    [Theory, Engines]
    public async Task Files_that_come_to_an_end_in_the_same_moment_all_come_to_the_entry(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var before = (await bench.School.EntryNowAsync(bench.Entry)).Version;
        List<string> paths = [];
        for (var i = 0; i < 12; i++)
        {
            paths.Add(await bench.CreateAsync(TusBench.Picture.Length, $"{i}.jpg"));
        }

        var answers = await Task.WhenAll(paths.Select(path => bench.PatchAsync(path, 0, TusBench.Picture)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        var entry = await bench.School.EntryNowAsync(bench.Entry);
        Assert.Equal(paths.Select(TusBench.IdOf).Order(), entry.Evidence.Select(f => f.Id).Order());
        // Each answer says which step was its own, so that a page can follow them in any order.
        var steps = answers.Select(a => TusBench.Header(a, "Smk-Entry-Version")!.Split(' ').Select(int.Parse).ToArray()).OrderBy(s => s[0]).ToList();
        Assert.Equal(Enumerable.Range(before, 12), steps.Select(s => s[0]));
        Assert.All(steps, s => Assert.Equal(s[0] + 1, s[1]));
        Assert.Equal(before + 12, entry.Version);
    }

    [Theory, Engines]
    public async Task A_whole_file_that_a_dead_server_left_is_finished_by_the_next_look(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var path = await LeftBehindAsync(bench);

        using var head = await bench.HeadAsync(path);

        Assert.Equal((HttpStatusCode.OK, TusBench.IdOf(path).ToString()), (head.StatusCode, TusBench.Header(head, "Smk-Evidence")));
        Assert.Equal(TusBench.IdOf(path), Assert.Single((await bench.School.EntryNowAsync(bench.Entry)).Evidence).Id);
    }

    [Theory, Engines]
    public async Task A_whole_file_that_a_dead_server_left_is_finished_in_the_background_when_its_lease_is_over(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));
        var path = await LeftBehindAsync(bench, leased: true);
        var work = app.Services.GetServices<IHostedService>().OfType<UploadWork>().Single();

        await work.RunAsync(TestContext.Current.CancellationToken);
        using var early = await bench.HeadAsync(path);
        Assert.Equal(HttpStatusCode.Locked, early.StatusCode);
        Assert.Equal("checking", (await bench.StateAsync(path)).GetProperty("state").GetString());
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        await work.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal("attached", (await bench.StateAsync(path)).GetProperty("state").GetString());
        Assert.Single((await bench.School.EntryNowAsync(bench.Entry)).Evidence);
        Assert.Empty(await bench.PartsAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_finished_does_not_keep_back_those_that_came_after_it()
    {
        await using var app = await WebApps.EmptyAsync(Engine.Sqlite);
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));
        var stuck = await LeftBehindAsync(bench, leased: true);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var sound = await LeftBehindAsync(bench, leased: true);
        var parts = Path.Combine(app.StorageRoot, "evidence", ".uploads", TusBench.IdOf(stuck).ToString("D"));
        File.Delete(parts);
        Directory.CreateDirectory(parts);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        var work = app.Services.GetServices<IHostedService>().OfType<UploadWork>().Single();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => work.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(("checking", "attached"), ((await bench.StateAsync(stuck)).GetProperty("state").GetString(), (await bench.StateAsync(sound)).GetProperty("state").GetString()));
    }

    [Theory, Engines]
    public async Task One_that_fails_for_ever_is_tried_at_growing_distances_and_is_over_when_it_expires(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));
        var work = app.Services.GetServices<IHostedService>().OfType<UploadWork>().Single();
        await work.StopAsync(TestContext.Current.CancellationToken);
        var path = await LeftBehindAsync(bench);
        var other = await bench.School.EntryAsync(bench.Student, handedIn: false);
        await bench.School.InDbAsync(async db =>
        {
            // Its place is taken, as nothing in use takes it.
            var entry = await db.Entries.SingleAsync(e => e.Id == other);
            Assert.Null(entry.AddEvidence(TusBench.IdOf(path), new EvidenceFile("a.jpg", "image/jpeg", 1, new string('a', 64), 1, 1), 20, new Change(bench.Student.Id, bench.School.Now)));
            await db.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<DbUpdateException>(() => work.RunAsync(TestContext.Current.CancellationToken));
        foreach (var minutes in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            app.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            await work.RunAsync(TestContext.Current.CancellationToken);
            using var early = await bench.HeadAsync(path);
            Assert.Equal((HttpStatusCode.Locked, "checking"), (early.StatusCode, (await bench.StateAsync(path)).GetProperty("state").GetString()));
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAsync<DbUpdateException>(() => work.RunAsync(TestContext.Current.CancellationToken));
        }
        Assert.Equal(0, await SweepAsync(bench));
        app.Clock.Advance(TimeSpan.FromDays(2));
        using var student = await bench.School.SignInAsync(bench.Student);
        Assert.Equal(1, await SweepAsync(bench));

        await work.RunAsync(TestContext.Current.CancellationToken);
        using var asked = await student.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        using var told = JsonDocument.Parse(await asked.Content.ReadAsStringAsync());
        Assert.Equal(("refused", "broken"), (told.RootElement.GetProperty("state").GetString(), told.RootElement.GetProperty("code").GetString()));
        Assert.Equal("foto.jpg: Berkasnya rusak atau tidak terkirim lengkap.", told.RootElement.GetProperty("reason").GetString());
        Assert.DoesNotContain(path, await bench.PartsAsync());
    }

    [Fact]
    public async Task A_whole_file_that_waits_for_the_store_is_tried_at_every_look_and_does_not_expire()
    {
        await using var app = await WebApps.EmptyAsync(Engine.Sqlite);
        using var bench = await TusBench.OpenAsync(await TestSchool.OpenAsync(app));
        var work = app.Services.GetServices<IHostedService>().OfType<UploadWork>().Single();
        await work.StopAsync(TestContext.Current.CancellationToken);
        var path = await LeftBehindAsync(bench);
        var parts = Path.Combine(app.StorageRoot, "evidence", ".uploads", TusBench.IdOf(path).ToString("D"));
        File.Move(parts, parts + ".away");
        Directory.CreateDirectory(parts);
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => work.RunAsync(TestContext.Current.CancellationToken));
        }
        app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await SweepAsync(bench));
        Directory.Delete(parts);
        File.Move(parts + ".away", parts);

        await work.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(TusBench.IdOf(path), Assert.Single((await bench.School.EntryNowAsync(bench.Entry)).Evidence).Id);
    }

    [Fact]
    public async Task One_that_waits_for_its_next_try_can_be_cancelled()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var path = await LeftBehindAsync(bench);
        await bench.School.InDbAsync(async db =>
        {
            var upload = await db.Uploads.SingleAsync(u => u.Id == TusBench.IdOf(path));
            upload.Failed(bench.School.Now.AddHours(1));
            await db.SaveChangesAsync();
        });

        using var cancelled = await bench.SendAsync(HttpMethod.Delete, path);

        Assert.Equal((HttpStatusCode.NoContent, "gone"), (cancelled.StatusCode, (await bench.StateAsync(path)).GetProperty("state").GetString()));
    }

    [Theory, Engines]
    public async Task Two_who_finish_the_same_upload_put_one_file_on_the_entry(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var path = await LeftBehindAsync(bench);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var scope = bench.School.App.NewScope();
            scope.ServiceProvider.GetRequiredService<SmkPortfolio.Data.AppDb>().Scope.SeeAllSchools();
            await scope.ServiceProvider.GetRequiredService<UploadFinishing>().FinishAsync(bench.School.School.Id, TusBench.IdOf(path));
        })));

        Assert.Equal("attached", (await bench.StateAsync(path)).GetProperty("state").GetString());
        Assert.Equal(TusBench.IdOf(path), Assert.Single((await bench.School.EntryNowAsync(bench.Entry)).Evidence).Id);
    }

    [Theory, Engines]
    public async Task Parts_that_were_lost_end_the_upload(string engine)
    {
        using var bench = await TusBench.OpenAsync(sites, engine);
        var path = await LeftBehindAsync(bench);
        await bench.School.App.Services.GetRequiredService<IUploadParts>().DeleteAsync(TusBench.IdOf(path), TestContext.Current.CancellationToken);

        using var head = await bench.HeadAsync(path);

        Assert.Equal(HttpStatusCode.Gone, head.StatusCode);
    }

    [Fact]
    public async Task A_file_on_the_entry_is_taken_off_there_and_not_by_cancelling()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var path = await bench.CreateAsync(TusBench.Picture.Length);
        using var sent = await bench.PatchAsync(path, 0, TusBench.Picture);

        Assert.Equal((410, "upload-attached"), await TusBench.RefusalAsync(bench.SendAsync(HttpMethod.Delete, path)));
        Assert.Single((await bench.School.EntryNowAsync(bench.Entry)).Evidence);
    }

    [Fact]
    public async Task What_came_to_the_entry_is_written_down_like_any_change()
    {
        using var bench = await TusBench.OpenAsync(sites, Engine.Sqlite);
        var path = await bench.CreateAsync(TusBench.Picture.Length);
        using var sent = await bench.PatchAsync(path, 0, TusBench.Picture);

        var actions = await bench.School.FromDbAsync(db => db.AuditEvents.Where(e => e.SchoolId == bench.School.School.Id && e.Subject == bench.Entry).Select(e => e.Action).ToListAsync());

        Assert.Equal(["entry-edited"], actions);
    }

    private static async Task<int> SweepAsync(TusBench bench)
    {
        await using var scope = bench.School.App.NewScope();
        return await scope.ServiceProvider.GetRequiredService<UploadSweep>().RunAsync(bench.School.Now, TestContext.Current.CancellationToken);
    }

    /// <summary>An upload whose bytes are all here and that nobody has looked at.</summary>
    private static async Task<string> LeftBehindAsync(TusBench bench, bool leased = false)
    {
        var picture = TusBench.Picture;
        var path = await bench.CreateAsync(picture.Length);
        using var part = await bench.PatchAsync(path, 0, picture[..^10]);
        await using (var writer = (await bench.School.App.Services.GetRequiredService<IUploadParts>().OpenAsync(TusBench.IdOf(path), picture.Length - 10, TestContext.Current.CancellationToken))!)
        {
            await writer.WriteAsync(picture.AsMemory(picture.Length - 10), TestContext.Current.CancellationToken);
            await writer.FlushAsync(TestContext.Current.CancellationToken);
        }
        await bench.School.InDbAsync(async db =>
        {
            var upload = await db.Uploads.SingleAsync(u => u.Id == TusBench.IdOf(path));
            Assert.Null(upload.Arrived(picture.Length - 10, 10, bench.School.Now, TimeSpan.FromDays(2)));
            Assert.True(!leased || upload.Claim(bench.School.Now, TimeSpan.FromSeconds(60)));
            await db.SaveChangesAsync();
        });
        return path;
    }
}
