using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Keeping;

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

    [Theory, Engines]
    public async Task A_heic_is_shown_through_what_a_converter_makes_of_it(string engine)
    {
        var folder = Directory.CreateTempSubdirectory("smk-heif-");
        try
        {
            var made = Path.Combine(folder.FullName, "made.jpg");
            await File.WriteAllBytesAsync(made, Picture, TestContext.Current.CancellationToken);
            var tool = await ScriptAsync(folder, $"test -s \"$1\" && cp '{made}' \"$2\"");
            await using var app = await WebApps.EmptyAsync(engine, settings: new KeyValuePair<string, string>("Tools:HeifConvert", tool));
            var bench = await FileBench.OpenAsync(app);
            var heic = Fixtures.Read("bare.heic");
            await bench.AddAsync(await bench.School.StudentAsync(), heic, "image/heic");

            await bench.WorkAsync();

            Assert.Equal(TwoSteps, await bench.FormsAsync(heic));
            Assert.NotNull((await bench.RowAsync(heic)).PictureHash);
            using var client = app.NewClient();
            using var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            var body = await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(ready.IsSuccessStatusCode);
            Assert.Contains("\"heicPictures\":\"on\"", body, StringComparison.Ordinal);
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
