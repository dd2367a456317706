using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.Web.Keeping;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Keeping;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Pages.Entries;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>The virus scanner: who sees what before and after it has spoken.</summary>
public sealed class VirusScanTests
{
    private static readonly byte[] Picture = FileBench.Picture(3);
    private static readonly byte[] Bad = [.. FileBench.Picture(4), .. ScanningStub.Signature];

    [Theory, Engines]
    public async Task What_is_not_scanned_yet_only_its_owner_and_its_reviewers_see_and_then_all_who_may(string engine)
    {
        var port = ClamDaemon.FreePort();
        await using var app = await WebApps.EmptyAsync(engine, settings: new KeyValuePair<string, string>("VirusScan:Address", $"127.0.0.1:{port}"));
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync(age: 16);
        var (_, file) = await bench.AddAsync(student, Picture);
        await bench.WorkAsync();
        using var owner = await bench.School.SignInAsync(student);
        using var teacher = await bench.School.SignInAsync(await bench.School.StaffAsync(Role.Teacher, reach: bench.School.Welding));
        using var guardian = await bench.School.SignInAsync(await bench.School.GuardianAsync(student));
        using var principal = await bench.School.SignInAsync(await bench.School.StaffAsync(Role.Principal));

        var waiting = await bench.RowAsync(Picture);
        Assert.Equal((ScanState.NotScanned, 1, bench.School.Now + FileWork.Pauses[0]), (waiting.Scan, waiting.Failures, waiting.WorkDue));
        foreach (var path in new[] { $"/evidence/{file}", $"/evidence/{file}?size=320" })
        {
            Assert.Equal("200 200 404 404", await StatusesAsync(path, owner, teacher, guardian, principal));
        }

        await using var scanner = ScanningStub.Start(port);
        app.Clock.Advance(FileWork.Pauses[0]);
        await bench.WorkAsync();

        var row = await bench.RowAsync(Picture);
        Assert.Equal((ScanState.Clean, bench.School.Now, "", null), (row.Scan, row.ScannedAt, row.Finding, row.WorkDue));
        Assert.Equal("200 200 200 200", await StatusesAsync($"/evidence/{file}?size=320", owner, teacher, guardian, principal));
        Assert.DoesNotContain(app.Faults, f => f.Contains("FileWork", StringComparison.Ordinal) || f.Contains("StoredFiles", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task Work_is_not_endorsed_before_all_its_files_are_known_to_be_clean(string engine)
    {
        var port = ClamDaemon.FreePort();
        await using var app = await WebApps.EmptyAsync(engine, settings: new KeyValuePair<string, string>("VirusScan:Address", $"127.0.0.1:{port}"));
        var bench = await FileBench.OpenAsync(app);
        var (entry, _) = await bench.AddAsync(await bench.School.StudentAsync(), Picture);
        await bench.WorkAsync();
        using var teacher = await bench.School.SignInAsync(await bench.School.StaffAsync(Role.Teacher, reach: bench.School.Welding));

        var early = await EndorseAsync(teacher, entry);

        Assert.Contains("Pemindai virus belum menyatakan semua berkas karya ini bersih.", early.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CredentialsAsync(bench, entry));

        await using var scanner = ScanningStub.Start(port);
        app.Clock.Advance(FileWork.Pauses[0]);
        await bench.WorkAsync();
        await EndorseAsync(teacher, entry);

        Assert.Equal(2, await CredentialsAsync(bench, entry));
    }

    [Theory, Engines]
    public async Task A_file_in_which_it_found_something_nobody_gets_and_owner_and_reviewers_are_told(string engine)
    {
        await using var scanner = ScanningStub.Start();
        await using var app = await WebApps.EmptyAsync(engine, settings: scanner.Setting);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync(age: 16);
        var (entry, file) = await bench.AddAsync(student, Bad);
        await bench.WorkAsync();
        using var owner = await bench.School.SignInAsync(student);
        using var teacher = await bench.School.SignInAsync(await bench.School.StaffAsync(Role.Teacher, reach: bench.School.Welding));
        using var guardian = await bench.School.SignInAsync(await bench.School.GuardianAsync(student));

        var row = await bench.RowAsync(Bad);
        Assert.Equal((ScanState.Flagged, scanner.Finding, null, null), (row.Scan, row.Finding, row.WorkDue, row.PictureHash));
        Assert.Equal("", await bench.FormsAsync(Bad));
        foreach (var path in new[] { $"/evidence/{file}", $"/evidence/{file}?size=320" })
        {
            Assert.Equal("409 409 404", await StatusesAsync(path, owner, teacher, guardian));
        }
        using var told = await owner.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/evidence/{file}"));
        Assert.Equal("application/problem+json", told.Content.Headers.ContentType!.MediaType);
        var page = await owner.GetPageAsync($"/entries/{entry}");
        Assert.Contains("Pemindai virus menemukan sesuatu", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll($"img[src*='{file}']"));
        Assert.Contains("Berkas ini ditahan.", await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_share_shows_no_file_that_was_not_scanned(string engine)
    {
        await using var scanner = ScanningStub.Start();
        scanner.Instead = "stream: lstat() failed. ERROR\0";
        await using var app = await WebApps.EmptyAsync(engine, settings: scanner.Setting);
        var work = await SignedWork.ArrangeAsync(app);
        await work.ForgetScansAsync();
        var token = await work.ShareAsync();
        var path = $"/evidence/{work.PictureId}?s={token}";
        using var stranger = app.NewBrowser();
        using var teacher = await work.SignInAsync(work.TeacherId);

        Assert.Equal("404 200", await StatusesAsync(path, stranger, teacher));
        Assert.DoesNotContain(work.PictureId.ToString(), (await stranger.GetPageAsync($"/s/{token}")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Belum dipindai dari virus", (await teacher.GetPageAsync($"/reviews/{work.EntryId}")).Text, StringComparison.Ordinal);
        await work.PictureIsScannedAsync();
        Assert.Equal("200 200", await StatusesAsync(path, stranger, teacher));
    }

    [Theory, Engines]
    public async Task What_names_a_file_that_is_held_back_only_its_owner_and_its_reviewers_get(string engine)
    {
        await using var scanner = ScanningStub.Start();
        scanner.Instead = "stream: lstat() failed. ERROR\0";
        await using var app = await WebApps.EmptyAsync(engine, settings: scanner.Setting);
        var work = await SignedWork.ArrangeAsync(app, age: 16);
        await work.ConsentAsync(Domain.People.ConsentPurpose.ShareLinks);
        await work.ForgetScansAsync();
        var (token, code) = (await work.ShareAsync(), (await work.AddPaperAsync()).Code);
        using var owner = await work.SignInAsync(work.StudentId);
        using var teacher = await work.SignInAsync(work.TeacherId);
        using var principal = await work.SignInAsync(await work.AddStaffAsync(Role.Principal));
        using var guardian = await work.SignInAsync(await GuardianAsync(work));
        using var stranger = app.NewBrowser();
        var credential = $"/schools/{work.Npsn}/credentials/{(await work.IssuedAsync()).PublicId}";
        var endorsement = $"/schools/{work.Npsn}/endorsements/{(await work.IssuedAsync(CredentialKind.Endorsement)).PublicId}";
        string[] naming = [$"/revisions/{work.RevisionId}", credential, credential + "/jwt", credential + "/badge.png"];

        foreach (var path in naming)
        {
            Assert.Equal("200 200 404 404", await StatusesAsync(path, owner, teacher, guardian, principal));
            Assert.Equal("404 404", $"{await StatusesAsync($"{path}?s={token}", stranger)} {await StatusesAsync($"{path}?code={code}", stranger)}");
        }
        // The teacher's own word pins the revision and names no file.
        Assert.Equal("200 200 200 200", await StatusesAsync(endorsement, owner, teacher, guardian, principal));

        await work.PictureIsScannedAsync();
        foreach (var path in naming)
        {
            Assert.Equal("200 200 200 200", await StatusesAsync(path, owner, teacher, guardian, principal));
            Assert.Equal("200 200", $"{await StatusesAsync($"{path}?s={token}", stranger)} {await StatusesAsync($"{path}?code={code}", stranger)}");
        }
    }

    [Theory, Engines]
    public async Task A_revision_whose_held_file_was_erased_is_shown_again(string engine)
    {
        await using var scanner = ScanningStub.Start();
        await using var app = await WebApps.EmptyAsync(engine, settings: scanner.Setting);
        var work = await SignedWork.ArrangeAsync(app);
        await work.InAsync(async (db, _) =>
        {
            (await db.StoredFiles.SingleAsync(f => f.SchoolId == work.SchoolId && f.Sha256 == KeptSchool.Hash(SignedWork.Picture))).Scanned(scanner.Finding, app.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        });
        using var principal = await work.SignInAsync(await work.AddStaffAsync(Role.Principal));
        var path = $"/revisions/{work.RevisionId}";
        Assert.Equal("404", await StatusesAsync(path, principal));

        await work.InAsync(async (db, services) =>
        {
            var entry = await db.Entries.SingleAsync(e => e.Id == work.EntryId);
            Assert.Null(await services.GetRequiredService<Erasing>().EraseAsync(entry, entry.Evidence.Single(f => f.Id == work.PictureId), work.By(work.StudentId, "Terinfeksi."), CancellationToken.None));
        });

        Assert.Equal("200", await StatusesAsync(path, principal));
    }

    [Theory, Engines]
    public async Task Halves_of_a_pair_and_a_picture_alone_say_too_that_they_were_not_scanned(string engine)
    {
        await using var scanner = ScanningStub.Start();
        scanner.Instead = "stream: lstat() failed. ERROR\0";
        await using var app = await WebApps.EmptyAsync(engine, settings: scanner.Setting);
        var school = await TestSchool.OpenAsync(app);
        var student = await school.StudentAsync();
        using var owner = await school.SignInAsync(student);
        var entry = await school.EntryAsync(student, handedIn: false);
        var edit = $"/entries/{entry}/edit";
        await owner.SubmitAsync(await owner.GetPageAsync(edit), EditTests.Form, [], [new Hosting.Upload("Files", "awal.jpg", "image/jpeg", FileBench.Picture(1)), new Hosting.Upload("Files", "akhir.jpg", "image/jpeg", FileBench.Picture(2))]);
        var files = (await school.EntryNowAsync(entry)).Evidence;

        var page = await owner.SubmitAsync(await owner.GetPageAsync(edit), EditTests.Form, ($"pair.{files[0].Id}", "before"), ($"pair.{files[1].Id}", "after"));
        var alone = await owner.GetPageAsync($"/entries/{entry}?picture={files[0].Id}");

        var notes = page.Document.QuerySelectorAll(".pair figcaption").Append(alone.One(".viewer figcaption")).Select(c => c.TextContent).ToList();
        Assert.Equal(3, notes.Count);
        Assert.All(notes, note => Assert.Contains("Belum dipindai dari virus", note, StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task A_share_shows_no_portrait_that_was_not_scanned(string engine)
    {
        await using var scanner = ScanningStub.Start();
        await using var app = await WebApps.EmptyAsync(engine, settings: scanner.Setting);
        var work = await SignedWork.ArrangeAsync(app);
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await work.InAsync(async (db, _) =>
        {
            var portfolio = await db.Portfolios.SingleOrDefaultAsync(p => p.PersonId == work.StudentId) ?? db.Portfolios.Add(Portfolio.Of(work.SchoolId, Guid.CreateVersion7(), work.StudentId, now)).Entity;
            portfolio.SetPhoto(KeptSchool.Hash(Picture), "image/jpeg", new Domain.Change(work.StudentId, now));
            await db.SaveChangesAsync();
        });
        using var stranger = app.NewBrowser();

        Assert.Empty((await stranger.GetPageAsync($"/s/{await work.ShareAsync()}")).Document.QuerySelectorAll("img.portrait"));
        await work.InAsync(async (db, _) =>
        {
            await db.TouchFileAsync(work.SchoolId, new Domain.Entries.EvidenceFile("potret.jpg", "image/jpeg", Picture.Length, KeptSchool.Hash(Picture), 4, 3), now, CancellationToken.None);
            (await db.StoredFiles.SingleAsync(f => f.Sha256 == KeptSchool.Hash(Picture))).Scanned(finding: null, now);
            await db.SaveChangesAsync();
        });
        Assert.Single((await stranger.GetPageAsync($"/s/{await work.ShareAsync()}")).Document.QuerySelectorAll("img.portrait"));
    }

    [Theory, Engines]
    public async Task Switching_it_on_scans_what_is_here_already_whatever_kind_of_file_it_is(string engine)
    {
        var home = await Home.CreateAsync(engine);
        try
        {
            KeyValuePair<string, string>[] plain = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];
            (byte[] Content, string Type)[] files = [(Picture, "image/jpeg"), (PdfFiles.Plain, "application/pdf"), (KeptSchool.Bytes(20, 300_000), "video/mp4"), ([.. KeptSchool.Bytes(21), .. ScanningStub.Signature], "application/zip")];
            Guid school;
            await using (var before = await WebApp.StartOnAsync(home, plain))
            {
                var bench = await FileBench.OpenAsync(before);
                school = bench.Id;
                var student = await bench.School.StudentAsync();
                foreach (var (content, type) in files)
                {
                    await bench.AddAsync(student, content, type);
                }
                await bench.WorkAsync();
                Assert.All(await bench.School.FromDbAsync(db => db.StoredFiles.ToListAsync()), f => Assert.Equal((ScanState.NotScanned, null), (f.Scan, f.WorkDue)));
            }

            await using var scanner = ScanningStub.Start();
            await using var after = await WebApp.StartOnAsync(home, [.. plain, scanner.Setting]);
            var now = await FileBench.OpenAsync(after);
            await now.WorkAsync();

            foreach (var (content, _) in files)
            {
                var hash = KeptSchool.Hash(content);
                var row = await now.School.FromDbAsync(db => db.StoredFiles.SingleAsync(f => f.SchoolId == school && f.Sha256 == hash));
                Assert.Equal((content == files[^1].Content ? ScanState.Flagged : ScanState.Clean, null), (row.Scan, row.WorkDue));
            }
            Assert.Equal(files.Length, scanner.Asked);
        }
        finally
        {
            await home.DisposeAsync();
        }
    }

    [Fact]
    public async Task Every_answer_of_the_protocol_is_understood_and_all_others_are_no_verdict()
    {
        await using var stub = ScanningStub.Start();
        var scanner = new VirusScanner(new VirusScanSettings { Address = stub.Setting.Value });

        Assert.Null(await ScanAsync(scanner, []));
        Assert.Null(await ScanAsync(scanner, KeptSchool.Bytes(1, 5_000_000)));
        Assert.Equal(stub.Finding, await ScanAsync(scanner, [.. KeptSchool.Bytes(2, 700_000), .. ScanningStub.Signature, .. KeptSchool.Bytes(3, 100_000)]));
        stub.InPieces = true;
        Assert.Null(await ScanAsync(scanner, KeptSchool.Bytes(6)));
        Assert.Equal(stub.Finding, await ScanAsync(scanner, ScanningStub.Signature));
        stub.InPieces = false;
        foreach (var answer in new[] { "stream: Can't allocate memory ERROR\0", "UNKNOWN COMMAND\0", "stream:  FOUND\0", "stream: OK but not quite\0", "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0", "" })
        {
            stub.Instead = answer;
            Assert.False((await Assert.ThrowsAsync<ScanFailedException>(() => ScanAsync(scanner, KeptSchool.Bytes(4)))).IsAway);
        }
        (stub.Instead, stub.Most) = (null, 100_000);
        Assert.False((await Assert.ThrowsAsync<ScanFailedException>(() => ScanAsync(scanner, KeptSchool.Bytes(5, 9_000_000)))).IsAway);
        Assert.True((await Assert.ThrowsAsync<ScanFailedException>(() => ScanAsync(new VirusScanner(new VirusScanSettings { Address = $"127.0.0.1:{ClamDaemon.FreePort()}" }), []))).IsAway);
    }

    [Fact]
    public async Task One_that_says_nothing_is_waited_for_only_so_long()
    {
        await using var stub = ScanningStub.Start();
        stub.IsSilent = true;
        var scanner = new VirusScanner(new VirusScanSettings { Address = stub.Setting.Value }, TimeSpan.FromMilliseconds(300));

        Assert.False((await Assert.ThrowsAsync<ScanFailedException>(() => ScanAsync(scanner, KeptSchool.Bytes(7)))).IsAway);
    }

    [Fact]
    public async Task Health_says_whether_it_is_on_and_is_ready_though_it_cannot_be_reached()
    {
        await using var off = await WebApps.EmptyAsync(Engine.Sqlite);
        await using var on = await WebApps.EmptyAsync(Engine.Sqlite, settings: new KeyValuePair<string, string>("VirusScan:Address", $"127.0.0.1:{ClamDaemon.FreePort()}"));

        foreach (var (app, state) in new[] { (off, "off"), (on, "on") })
        {
            using var client = app.NewClient();
            using var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            Assert.Contains($"\"virusScan\":\"{state}\"", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private static Task<string?> ScanAsync(VirusScanner scanner, byte[] content) => scanner.ScanAsync(new MemoryStream(content), TestContext.Current.CancellationToken);

    private static async Task<Page> EndorseAsync(Browser teacher, Guid entry) =>
        await teacher.SubmitAsync(await teacher.GetPageAsync($"/reviews/{entry}"), "form[action$='handler=Endorse']", ("Start", "0"));

    private static async Task<Guid> GuardianAsync(SignedWork work)
    {
        var guardian = Guid.Empty;
        await work.InAsync(async (db, _) => guardian = await db.Guardianships.Where(g => g.StudentId == work.StudentId).Select(g => g.GuardianId).SingleAsync());
        return guardian;
    }

    private static Task<int> CredentialsAsync(FileBench bench, Guid entry) => bench.School.FromDbAsync(db => db.Credentials.CountAsync(c => c.EntryId == entry));

    private static async Task<string> StatusesAsync(string path, params Browser[] readers)
    {
        List<string> statuses = [];
        foreach (var reader in readers)
        {
            statuses.Add(((int)(await reader.GetAsync(path)).Status).ToString(CultureInfo.InvariantCulture));
        }
        return string.Join(' ', statuses);
    }
}
