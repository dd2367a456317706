using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Keeping;
using SmkPortfolio.WebTests.Pages.Entries;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>What is made of stored files behind the pages.</summary>
public sealed class FileWorkTests
{
    private const string TwoSteps = "320.jpg 320.webp 960.jpg 960.webp";
    private static readonly byte[] Picture = FileBench.Picture(width: 900);

    [Theory, Engines]
    public async Task A_picture_gets_its_smaller_ones_and_the_bits_by_which_its_like_are_found(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        await bench.AddAsync(await bench.School.StudentAsync(), Picture);

        await bench.WorkAsync();

        var row = await bench.RowAsync(Picture);
        Assert.Equal((null, null, 0), (row.WorkDue, row.LeaseUntil, row.Failures));
        Assert.NotNull(row.PictureHash);
        Assert.Equal(TwoSteps, await bench.FormsAsync(Picture));
        await using var scope = app.NewScope();
        foreach (var made in await bench.School.FromDbAsync(db => db.Derivatives.Where(d => d.SchoolId == bench.Id).ToListAsync()))
        {
            await using var stored = await scope.ServiceProvider.GetRequiredService<IBlobStore>().OpenReadAsync(bench.Id, made.Sha256, TestContext.Current.CancellationToken);
            Assert.Equal(made.Size, stored!.Length);
        }
    }

    [Theory, Engines]
    public async Task A_portrait_has_no_such_bits(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        using var browser = await bench.School.SignInAsync(student);
        await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), "form[action$='handler=Photo']", [], [new Upload("photo", "potret.jpg", "image/jpeg", Picture)]);
        Assert.NotNull((await bench.School.FromDbAsync(db => db.Portfolios.SingleAsync(p => p.PersonId == student.Id))).PhotoSha256);

        await bench.WorkAsync();

        var row = await bench.School.FromDbAsync(db => db.StoredFiles.SingleAsync(f => f.SchoolId == bench.Id));
        Assert.Equal((null, null), (row.WorkDue, row.PictureHash));
    }

    [Theory, Engines]
    public async Task A_portrait_that_comes_as_evidence_too_gets_them(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        using var browser = await bench.School.SignInAsync(student);
        await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), "form[action$='handler=Photo']", [], [new Upload("photo", "potret.jpg", "image/jpeg", Picture)]);
        await bench.WorkAsync();
        using var shown = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/portfolio/photo/{student.Id}"));
        var portrait = await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Null((await bench.RowAsync(portrait)).PictureHash);

        var entry = await bench.School.EntryAsync(student, handedIn: false);
        await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [], [new Upload("Files", "foto.jpg", "image/jpeg", portrait)]);
        Assert.Equal(KeptSchool.Hash(portrait), (await bench.School.FromDbAsync(db => db.Evidence.SingleAsync(f => f.EntryId == entry))).Sha256);
        await bench.WorkAsync();

        var row = await bench.RowAsync(portrait);
        Assert.NotNull(row.PictureHash);
        Assert.Equal((TwoSteps, null), (await bench.FormsAsync(portrait), row.WorkDue));
    }

    [Theory, Engines]
    public async Task What_somebody_was_at_before_it_stood_as_evidence_is_done_once_more(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        // Claimed by somebody who is still at it when the row that shows it is saved.
        await bench.AddAsync(student, Picture, leased: true);

        await bench.School.InDbAsync(async db =>
        {
            var other = await db.Entries.SingleAsync(e => e.PersonId == student.Id);
            Assert.Null(other.TakeBack(new(student.Id, bench.School.Now)));
            Assert.Null(other.AddEvidence(Guid.CreateVersion7(), new("lagi.jpg", "image/jpeg", Picture.Length, KeptSchool.Hash(Picture), 4, 3), 20, new(student.Id, bench.School.Now)));
            await db.SaveAsync(bench.Id, "entry-edited", other.Id, new(student.Id, bench.School.Now), TestContext.Current.CancellationToken);
        });

        await bench.WorkAsync();

        Assert.NotNull((await bench.RowAsync(Picture)).PictureHash);
    }

    [Theory, Engines]
    public async Task What_somebody_began_who_died_is_gone_on_with_when_his_lease_has_run_out(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        await bench.AddAsync(await bench.School.StudentAsync(), Picture, leased: true);

        await bench.WorkAsync();
        Assert.Equal("", await bench.FormsAsync(Picture));
        app.Clock.Advance(FileWork.Lease);
        await bench.WorkAsync();

        Assert.Equal(TwoSteps, await bench.FormsAsync(Picture));
        Assert.Null((await bench.RowAsync(Picture)).LeaseUntil);
    }

    [Theory, Engines]
    public async Task What_fails_is_tried_again_later_and_later_and_given_up_at_last(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        await bench.AddAsync(await bench.School.StudentAsync(), Picture, stored: false);

        foreach (var (pause, i) in FileWork.Pauses.Select((p, i) => (p, i)))
        {
            await bench.WorkAsync();
            var failed = await bench.RowAsync(Picture);
            Assert.Equal((bench.School.Now + pause, null, i + 1), (failed.WorkDue, failed.LeaseUntil, failed.Failures));
            app.Clock.Advance(pause);
        }
        await bench.WorkAsync();

        var given = await bench.RowAsync(Picture);
        Assert.Equal((null, FileWork.Pauses.Count + 1), (given.WorkDue, given.Failures));
        Assert.DoesNotContain(app.Faults, f => f.Contains("FileWork", StringComparison.Ordinal) || f.Contains("StoredFiles", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task A_file_that_comes_back_in_time_gets_its_pictures(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        await bench.AddAsync(await bench.School.StudentAsync(), Picture, stored: false);
        await bench.WorkAsync();
        await bench.AddAsync(await bench.School.StudentAsync(), Picture);

        app.Clock.Advance(FileWork.Pauses[0]);
        await bench.WorkAsync();

        Assert.Equal(TwoSteps, await bench.FormsAsync(Picture));
        Assert.Equal(0, (await bench.RowAsync(Picture)).Failures);
    }

    [Theory, Engines]
    public async Task A_broken_picture_and_a_clip_have_no_smaller_ones_and_wait_for_nothing(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        var (broken, clip) = (KeptSchool.Bytes(7), KeptSchool.Bytes(8));
        await bench.AddAsync(student, broken);
        await bench.AddAsync(student, clip, "video/mp4");

        await bench.WorkAsync();

        foreach (var content in new[] { broken, clip })
        {
            Assert.Equal(("", null), (await bench.FormsAsync(content), (await bench.RowAsync(content)).WorkDue));
        }
    }

    [Theory, Engines]
    public async Task A_pdf_gets_a_picture_of_its_first_page_and_a_damaged_one_gets_none(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        byte[] damaged = [.. "%PDF-1.7\n"u8, .. KeptSchool.Bytes(9)];
        await bench.AddAsync(student, PdfFiles.Plain, "application/pdf");
        await bench.AddAsync(student, damaged, "application/pdf");

        await bench.WorkAsync();

        Assert.Equal("1920.jpg 1920.webp 320.jpg 320.webp 960.jpg 960.webp", await bench.FormsAsync(PdfFiles.Plain));
        Assert.Equal((null, null), ((await bench.RowAsync(PdfFiles.Plain)).PictureHash, (await bench.RowAsync(PdfFiles.Plain)).WorkDue));
        Assert.Equal(("", null), (await bench.FormsAsync(damaged), (await bench.RowAsync(damaged)).WorkDue));
    }

    [Theory]
    [Engines(false)]
    [Engines(true)]
    public async Task A_heic_is_shown_through_what_a_converter_makes_of_it_and_not_through_what_it_writes_beside(string engine, bool withDepths)
    {
        var folder = Directory.CreateTempSubdirectory("smk-heif-");
        try
        {
            var (made, depths) = (Path.Combine(folder.FullName, "made.jpg"), Path.Combine(folder.FullName, "depths.jpg"));
            await File.WriteAllBytesAsync(made, Picture, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(depths, FileBench.Picture(width: 300, height: 200), TestContext.Current.CancellationToken);
            var first = withDepths ? $"cp '{depths}' \"${{2%.jpg}}-depth.jpg\"" : "test -s \"$1\"";
            var tool = await ScriptAsync(folder, $"{first} && cp '{made}' \"$2\"");
            await using var app = await WebApps.EmptyAsync(engine, settings: new KeyValuePair<string, string>("Tools:HeifConvert", tool));
            var bench = await FileBench.OpenAsync(app);
            var heic = Fixtures.Read("bare.heic");
            await bench.AddAsync(await bench.School.StudentAsync(), heic, "image/heic");

            await bench.WorkAsync();

            Assert.Equal(TwoSteps, await bench.FormsAsync(heic));
            Assert.NotNull((await bench.RowAsync(heic)).PictureHash);
            using var client = app.NewClient();
            using var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            Assert.True(ready.IsSuccessStatusCode);
            Assert.Contains("\"heicPictures\":\"on\"", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, Engines]
    public async Task A_small_pdf_that_asks_for_much_memory_gets_only_so_much_and_has_no_picture(string engine)
    {
        // A font of nothing, packed twice: what reads it wants 700 MB at least, and twice that while it grows.
        var font = PdfFiles.Deflated(Nothing(700));
        var bomb = PdfFiles.Page("/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>",
            PdfFiles.Stream("", "BT /F 20 Tf 10 100 Td (halo) Tj ET"u8.ToArray()),
            PdfFiles.Ascii("<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 0 /LastChar 255 /FontDescriptor 6 0 R >>"),
            PdfFiles.Ascii("<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 7 0 R >>"),
            PdfFiles.Stream("/Filter [/FlateDecode /FlateDecode]", font));
        Assert.InRange(bomb.Length, 1000, 5000);
        var huge = PdfFiles.Page("/MediaBox [0 0 2000000000 2000000000]");
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        await bench.AddAsync(student, bomb, "application/pdf");
        await bench.AddAsync(student, huge, "application/pdf");

        await bench.WorkAsync();

        Assert.Equal(("", null, 0), (await bench.FormsAsync(bomb), (await bench.RowAsync(bomb)).WorkDue, (await bench.RowAsync(bomb)).Failures));
        // How large a page says it is costs nothing: its picture has the size that we ask for.
        Assert.Equal("1920.jpg 1920.webp 320.jpg 320.webp 960.jpg 960.webp", await bench.FormsAsync(huge));
    }

    [Fact]
    public async Task A_program_has_its_memory_and_what_it_writes_bounded_and_its_arguments_as_they_are()
    {
        var folder = Directory.CreateTempSubdirectory("smk-bounds-");
        try
        {
            var tool = await ScriptAsync(folder, "ulimit -v > bounds; ulimit -f >> bounds; printf '%s\\n' \"$@\" >> bounds");

            Assert.True(await PictureTools.IsDoneAsync(tool, ["a b", "$HOME; exit 1", "'\""], folder.FullName, PictureTools.Patience, TestContext.Current.CancellationToken));

            var said = await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "bounds"), TestContext.Current.CancellationToken);
            Assert.Equal([$"{PictureTools.MostMemory / 1024}", $"{PictureTools.MostBytes / 512}", "a b", "$HOME; exit 1", "'\""], said);
            // A piece of memory that is larger than all it may have.
            Assert.False(await PictureTools.IsDoneAsync("/bin/dd", ["if=/dev/zero", "of=/dev/null", $"bs={PictureTools.MostMemory}", "count=1"], folder.FullName, PictureTools.Patience, TestContext.Current.CancellationToken));
            Assert.False(await PictureTools.IsDoneAsync("/bin/dd", ["if=/dev/zero", "of=large", "bs=1048576", $"count={PictureTools.MostBytes / 1048576 + 1}"], folder.FullName, PictureTools.Patience, TestContext.Current.CancellationToken));
            Assert.Equal(PictureTools.MostBytes, new FileInfo(Path.Combine(folder.FullName, "large")).Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_program_that_does_not_come_to_an_end_is_ended()
    {
        var folder = Directory.CreateTempSubdirectory("smk-tool-");
        try
        {
            var tool = await ScriptAsync(folder, "echo $$ > number; exec sleep 600");

            await Assert.ThrowsAsync<IOException>(() => PictureTools.IsDoneAsync(tool, [], folder.FullName, TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));

            var number = int.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "number"), TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
            Assert.DoesNotContain(System.Diagnostics.Process.GetProcesses(), p => p.Id == number && p.ProcessName == "sleep");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>So many million zeros, packed.</summary>
    private static byte[] Nothing(int millions)
    {
        using var packed = new MemoryStream();
        using (var deflate = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            var million = new byte[1_000_000];
            for (var i = 0; i < millions; i++)
            {
                deflate.Write(million);
            }
        }
        return packed.ToArray();
    }

    private static async Task<string> ScriptAsync(DirectoryInfo folder, string line)
    {
        var path = Path.Combine(folder.FullName, "tool.sh");
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{line}\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return path;
    }
}
