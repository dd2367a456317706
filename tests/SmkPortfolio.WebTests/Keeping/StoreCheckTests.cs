using Azure.Storage.Blobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Keeping;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Keeping;

/// <summary>The store compared with its rows: on disk with SQLite, on Azurite with PostgreSQL.</summary>
public sealed class StoreCheckTests
{
    private static readonly byte[] Right = KeptSchool.Bytes(1);
    private static readonly byte[] Lost = KeptSchool.Bytes(2);
    private static readonly byte[] Spoilt = KeptSchool.Bytes(3);
    private static readonly byte[] Nobodys = KeptSchool.Bytes(4);
    private static readonly byte[] Smaller = KeptSchool.Bytes(5, 300);
    private static readonly byte[] Unlisted = KeptSchool.Bytes(6);

    [Theory, Engines]
    public async Task A_store_as_it_should_be_has_nothing_to_find(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        await school.EntryAsync(Right, Lost);
        await school.DerivativeAsync(Right, Smaller);

        var report = await CheckAsync(school, mend: false);

        Assert.Empty(report.Findings);
        Assert.Equal((3, Right.Length + Lost.Length + Smaller.Length, 1, 0, 0), (report.Files, report.Bytes, report.Schools, report.Recent, report.Unfinished));
    }

    [Theory, Engines]
    public async Task Each_thing_that_is_wrong_is_named_and_what_can_be_mended_is(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        await school.EntryAsync(Right, Lost, Spoilt, Unlisted);
        await school.DerivativeAsync(Right, Smaller);
        await school.PutAsync(Nobodys);
        await school.InAsync(async (db, services) =>
        {
            await services.GetRequiredService<IBlobStore>().DeleteAsync(school.Id, KeptSchool.Hash(Lost), CancellationToken.None);
            await services.GetRequiredService<IBlobStore>().DeleteAsync(school.Id, KeptSchool.Hash(Smaller), CancellationToken.None);
            await db.StoredFiles.Where(s => s.Sha256 == KeptSchool.Hash(Unlisted)).ExecuteDeleteAsync();
            var done = await db.StoredFiles.SingleAsync(s => s.Sha256 == KeptSchool.Hash(Right));
            done.WorkDone();
            await db.SaveChangesAsync();
        });
        await OverwriteAsync(app, $"{school.Id}/{KeptSchool.Hash(Spoilt)}", [.. Spoilt[..^1], (byte)~Spoilt[^1]]);
        await OverwriteAsync(app, "sisa/berkas.tmp", [1, 2, 3]);
        await OverwriteAsync(app, $"{Guid.NewGuid()}/{KeptSchool.Hash(Right)}", Right);

        var seen = await CheckAsync(school, mend: false);
        var mended = await CheckAsync(school, mend: true);
        var after = await CheckAsync(school, mend: false);

        Assert.Equal(["damaged", "missing", "missing", "stray", "stray", "unknown", "unlisted"], seen.Findings.Select(f => f.Kind).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(seen.Findings, f => f.Mended);
        Assert.Equal(["missing", "stray", "stray", "unknown", "unlisted"], mended.Findings.Where(f => f.Mended).Select(f => f.Kind).Order(StringComparer.Ordinal));
        Assert.Equal(["damaged", "missing"], after.Findings.Select(f => f.Kind).Order(StringComparer.Ordinal));
        Assert.All(after.Findings, f => Assert.Contains("only a backup has it", f.What, StringComparison.Ordinal));
        Assert.False(await school.ExistsAsync(Nobodys));
        await school.InAsync(async (db, _) =>
        {
            Assert.NotNull((await db.StoredFiles.SingleAsync(s => s.Sha256 == KeptSchool.Hash(Right))).WorkDue);
            Assert.Equal(0, await db.Derivatives.CountAsync());
        });
    }

    [Theory, Engines]
    public async Task Without_hashes_only_names_and_sizes_are_compared(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        await school.EntryAsync(Right, Spoilt);
        await OverwriteAsync(app, $"{school.Id}/{KeptSchool.Hash(Spoilt)}", [.. Spoilt[..^1], (byte)~Spoilt[^1]]);
        await OverwriteAsync(app, $"{school.Id}/{KeptSchool.Hash(Right)}", Right[..^1]);

        Assert.Equal("size", Assert.Single((await CheckAsync(school, mend: false, hashes: false)).Findings).Kind);
        Assert.Equal(["damaged", "damaged"], (await CheckAsync(school, mend: false)).Findings.Select(f => f.Kind));
    }

    [Theory, Engines]
    public async Task What_has_just_come_and_uploads_on_their_way_are_counted_and_left_alone(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        var entry = await school.EntryAsync(Right);
        var upload = Guid.CreateVersion7();
        await school.PutAsync(Nobodys);
        await school.InAsync(async (db, _) =>
        {
            db.Uploads.Add(Domain.Files.Upload.Begin(upload, (await db.Entries.FindAsync(school.Id, entry))!, "foto.jpg", "", 100, school.Now, TimeSpan.FromDays(1)));
            // Somebody has written down a smaller picture and is about to store it.
            db.Derivatives.Add(Domain.Files.Derivative.Of(school.Id, KeptSchool.Hash(Right), "320.webp", KeptSchool.Hash(Lost), Lost.Length, 320, 240));
            await db.SaveChangesAsync();
            await db.StoredFiles.Where(f => f.SchoolId == school.Id).ExecuteUpdateAsync(f => f.SetProperty(r => r.LeaseUntil, DateTime.UtcNow.AddMinutes(3)));
        });
        await OverwriteAsync(app, $".uploads/{upload}", [1, 2, 3]);

        var report = await CheckAsync(school, mend: true, later: TimeSpan.Zero);

        Assert.Empty(report.Findings);
        Assert.Equal((2, 1), (report.Recent, report.Unfinished));
        Assert.True(await school.ExistsAsync(Nobodys));
        await school.InAsync(async (db, _) => Assert.Equal(1, await db.Derivatives.CountAsync()));
    }

    [Theory, Engines]
    public async Task What_comes_again_while_the_store_is_looked_through_is_not_deleted(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await KeptSchool.OpenAsync(app);
        byte[][] orphans = [Nobodys, Lost];
        await school.PutAsync(orphans);

        // When the first of them is gone, the other one is handed in again.
        var report = await CheckAsync(school, mend: true, seen: (files, _) =>
        {
            if (files == 1)
            {
                school.Show(orphans);
            }
        });

        Assert.Equal(("unknown", 1), (Assert.Single(report.Findings).Kind, report.Recent));
        Assert.Equal(1, (await school.ExistsAsync(Nobodys) ? 1 : 0) + (await school.ExistsAsync(Lost) ? 1 : 0));
    }

    /// <summary>As somebody would who can reach the disk or the container.</summary>
    private static async Task OverwriteAsync(WebApp app, string name, byte[] bytes)
    {
        if (app.Engine == Engine.Sqlite)
        {
            var path = Path.Combine(app.StorageRoot, "evidence", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes);
            return;
        }
        await new BlobContainerClient(TestEnvironment.Azurite, app.Services.GetRequiredService<Web.Settings.AllSettings>().Evidence.Container).GetBlobClient(name).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);
    }

    /// <param name="later">Files carry the machine's time; two days after it nothing is new any more.</param>
    private static async Task<StoreReport> CheckAsync(KeptSchool school, bool mend, bool hashes = true, TimeSpan? later = null, Action<int, long>? seen = null)
    {
        StoreReport? report = null;
        var clock = new TestClock();
        clock.Advance(DateTimeOffset.UtcNow - TestClock.Start + (later ?? TimeSpan.FromDays(2)));
        await school.InAsync(async (db, services) => report = await new StoreCheck(db, services.GetRequiredService<IBlobStore>(), clock).RunAsync(mend, hashes, seen, TestContext.Current.CancellationToken));
        return report!;
    }
}
