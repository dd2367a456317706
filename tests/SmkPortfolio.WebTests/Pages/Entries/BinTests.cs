using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Keeping;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Entries;

public sealed class BinTests(PageSites sites)
{
    private const int Days = 30;

    [Theory, Engines]
    public async Task Thrown_away_work_lies_in_the_bin_and_comes_out_again(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);
        Assert.Contains("kosong", (await browser.GetPageAsync("/entries/bin")).Text, StringComparison.Ordinal);

        var thrown = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}"), "form[action$='handler=Bin']");
        Assert.Contains("30 hari", thrown.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Rak sepatu", (await browser.GetPageAsync("/entries")).Text, StringComparison.Ordinal);
        var bin = await browser.GetPageAsync("/entries/bin");
        Assert.Contains("Rak sepatu besi siku", bin.Text, StringComparison.Ordinal);
        Assert.Contains("23 Desember 2026", bin.Text, StringComparison.Ordinal);

        var restored = await browser.SubmitAsync(bin, "form[action$='handler=Restore']");
        Assert.Equal($"/entries/{entry}", restored.Path);
        Assert.False((await school.EntryNowAsync(entry)).InBin);
        Assert.Contains("Rak sepatu", (await browser.GetPageAsync("/entries")).Text, StringComparison.Ordinal);
        var actions = await school.FromDbAsync(db => db.AuditEvents.Where(e => e.Subject == entry).Select(e => e.Action).ToListAsync());
        Assert.Equal(["entry-binned", "entry-restored"], actions.Order());
    }

    [Theory, Engines]
    public async Task The_bin_shows_nothing_of_others(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var owner = await school.StudentAsync();
        var entry = await school.EntryAsync(owner, handedIn: false);
        await ThrowAsync(school, owner, entry);
        using var browser = await school.SignInAsync(await school.StudentAsync("Citra Lestari"));

        Assert.DoesNotContain("Rak sepatu", (await browser.GetPageAsync("/entries/bin")).Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task After_its_days_the_work_is_gone_with_its_files_but_not_with_those_that_something_else_shows(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await TestSchool.OpenAsync(app);
        var student = await school.StudentAsync();
        var (alone, shared) = (Fixtures.Read("bare.jpg"), Fixtures.Read("bare.png"));
        var gone = await WithFilesAsync(school, student, alone, shared);
        var stays = await WithFilesAsync(school, student, shared);
        await ThrowAsync(school, student, gone);

        Assert.Equal(0, await EmptyAsync(app, TimeSpan.FromDays(Days)));
        Assert.Equal(1, await EmptyAsync(app, TimeSpan.FromDays(Days) + TimeSpan.FromSeconds(1)));

        Assert.Equal(stays, Assert.Single(await school.FromDbAsync(db => db.Entries.Select(e => e.Id).ToListAsync())));
        Assert.Equal(1, await school.FromDbAsync(db => db.Evidence.CountAsync()));
        Assert.False(await ExistsAsync(school, alone));
        Assert.True(await ExistsAsync(school, shared));
        using var browser = await school.SignInAsync(student);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync($"/entries/{gone}")).Status);
    }

    [Theory, Engines]
    public async Task What_was_signed_keeps_its_entry_and_files_and_the_bin_says_so(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        await work.InAsync(async (db, _) =>
        {
            Assert.Null((await db.Entries.SingleAsync(e => e.Id == work.EntryId)).MoveToBin(work.By(work.StudentId)));
            await db.SaveChangesAsync();
        });

        Assert.Equal(0, await EmptyAsync(app, TimeSpan.FromDays(Days + 1)));

        await work.InAsync(async (db, services) =>
        {
            var file = await db.Evidence.SingleAsync(f => f.Id == work.PictureId);
            Assert.True(await services.GetRequiredService<IBlobStore>().ExistsAsync(work.SchoolId, file.Sha256, CancellationToken.None));
        });
        using var browser = await work.SignInAsync(work.StudentId);
        var bin = await browser.GetPageAsync("/entries/bin");
        Assert.Contains("Rak sepatu besi siku", bin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dihapus selamanya", bin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_foresaw_in_the_hourly_round_is_said_and_does_not_stop_the_site()
    {
        var app = (await sites.SchoolAsync(Engine.Sqlite)).App;
        // With nothing in it, whatever the round asks for fails.
        await using var nothing = new ServiceCollection().BuildServiceProvider();
        var told = new Told();
        using var round = new Housekeeping(nothing, app.Services.GetRequiredService<Preparation>(), app.Services.GetRequiredService<LimitsSettings>(), app.Clock, told);

        await round.StartAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(told.First, round.ExecuteTask!);

        Assert.False(round.ExecuteTask!.IsCompleted);
        Assert.Equal(LogLevel.Error, await told.First);
        await round.StopAsync(TestContext.Current.CancellationToken);
    }

    private static Task ThrowAsync(TestSchool school, TestPerson student, Guid entry) => school.InDbAsync(async db =>
    {
        Assert.Null((await db.Entries.SingleAsync(e => e.Id == entry)).MoveToBin(new Change(student.Id, school.Now)));
        await db.SaveChangesAsync();
    });

    private static async Task<int> EmptyAsync(WebApp app, TimeSpan later)
    {
        await using var scope = app.NewScope();
        return await Housekeeping.EmptyBinAsync(
            scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<StoreTidying>(), Days, app.Clock.GetUtcNow().UtcDateTime + later, TestContext.Current.CancellationToken);
    }

    private static async Task<Guid> WithFilesAsync(TestSchool school, TestPerson student, params byte[][] files)
    {
        var entry = await school.EntryAsync(student, handedIn: false);
        await using var scope = school.App.NewScope();
        var blobs = scope.ServiceProvider.GetRequiredService<IBlobStore>();
        await school.InDbAsync(async db =>
        {
            var stored = await db.Entries.SingleAsync(e => e.Id == entry);
            foreach (var file in files)
            {
                var blob = await blobs.PutAsync(school.School.Id, new MemoryStream(file), file.Length, CancellationToken.None);
                Assert.Null(stored.AddEvidence(Guid.CreateVersion7(), new EvidenceFile("foto.jpg", "image/jpeg", blob.Size, blob.Sha256Hex, 4, 3), 20, new Change(student.Id, school.Now)));
            }
            await db.SaveChangesAsync();
        });
        return entry;
    }

    private static async Task<bool> ExistsAsync(TestSchool school, byte[] content)
    {
        await using var scope = school.App.NewScope();
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        return await scope.ServiceProvider.GetRequiredService<IBlobStore>().ExistsAsync(school.School.Id, sha, CancellationToken.None);
    }

    private sealed class Told : ILogger<Housekeeping>
    {
        private readonly TaskCompletionSource<LogLevel> first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<LogLevel> First => first.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => first.TrySetResult(logLevel);
    }
}
