using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Tests;
using SmkPortfolio.Web.Uploads;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Startup;
using SmkPortfolio.WebTests.Uploads;

namespace SmkPortfolio.WebTests.Outages;

/// <summary>The program dies at random moments while files arrive; each time it starts again and the senders go on where they were.</summary>
public sealed class KilledUploadTests
{
    private const int Seed = 20_261_202;
    private const int AtOnce = 4;
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false"), new("Uploads:LeaseSeconds", "1"), new("Limits:FilesPerEntry", "1000"), new("Limits:OpenUploads", "100")];

    [Theory, Engines]
    [Trait(Campaign.Category, Campaign.Name)]
    public async Task Killed_at_random_moments_every_file_is_there_with_its_bytes_and_nothing_else(string engine)
    {
        var kills = Campaign.Count(3, 30);
        await using var home = await Hosting.Home.CreateAsync(engine);
        var (student, entry) = await ArrangeAsync(home);
        var random = new Random(Seed);
        List<Sending> files = [];
        Browser? signedIn = null;

        var inside = 0;
        for (var i = 0; i < kills; i++)
        {
            await using var program = await RunningProgram.StartAsync([.. home.Settings(), .. Usual]);
            var browser = signedIn = await AtAsync(program, signedIn, student.Address);
            while (files.Count(f => !f.IsDone) < AtOnce)
            {
                files.Add(new Sending($"{files.Count}.jpg", LargePictures.Make(random.Next(2_000_000, 20_000_000), Seed + files.Count)));
            }
            var sending = files.Where(f => !f.IsDone).Select(f => f.GoOnAsync(browser, entry)).ToList();
            // No wait for something to happen: where within the sending the kill falls is the thing tried, and no event marks it.
            await Task.Delay(random.Next(700));
            await program.KillAsync();
            await Task.WhenAll(sending);
            inside += files.Any(f => !f.IsDone) ? 1 : 0;
        }
        await using (var program = await RunningProgram.StartAsync([.. home.Settings(), .. Usual]))
        {
            using var browser = await AtAsync(program, signedIn, student.Address);
            await Task.WhenAll(files.Where(f => !f.IsDone).Select(f => f.FinishAsync(browser, entry)));
        }

        Assert.True(inside > kills / 2, $"{inside} of {kills}");
        await using var app = await WebApp.StartOnAsync(home, Usual, at: DateTimeOffset.UtcNow);
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<SmkPortfolio.Data.AppDb>();
        db.Scope.SeeAllSchools();
        var kept = await db.Entries.AsNoTracking().SingleAsync(e => e.Id == entry);
        Assert.Equal(files.Select(f => f.Id).Order(), kept.Evidence.Select(e => e.Id).Order());
        Assert.Equal(files.ToDictionary(f => f.Id, f => f.Sha256), kept.Evidence.ToDictionary(e => e.Id, e => e.Sha256));
        var blobs = scope.ServiceProvider.GetRequiredService<IBlobStore>();
        foreach (var file in kept.Evidence)
        {
            await using var stored = (await blobs.OpenReadAsync(file.SchoolId, file.Sha256, CancellationToken.None))!;
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(stored)));
        }
        // An announcement whose answer was lost has no sender any more; it is swept when it expires.
        var now = DateTime.UtcNow.AddDays(3);
        var announced = await db.Uploads.CountAsync(u => u.State == UploadState.Open);
        await scope.ServiceProvider.GetRequiredService<UploadSweep>().RunAsync(now, CancellationToken.None);
        var broken = await blobs.SweepAsync(now, CancellationToken.None);
        List<StoredUpload> parts = [];
        await foreach (var left in scope.ServiceProvider.GetRequiredService<IUploadParts>().ListAsync(CancellationToken.None))
        {
            parts.Add(left);
        }
        Assert.Empty(parts);
        // Smaller pictures are made of what arrived, and a kill may leave one without its row: the check of the store names it.
        await app.Services.GetRequiredService<SmkPortfolio.Web.Derived.FileWork>().StopAsync(CancellationToken.None);
        var there = (await StoredAsync(home, kept.SchoolId)).ToList();
        var made = await db.Derivatives.Select(d => d.Sha256).ToListAsync();
        var clock = new TestClock();
        clock.Advance(DateTimeOffset.UtcNow.AddDays(3) - TestClock.Start);
        var named = (await new SmkPortfolio.Web.Keeping.StoreCheck(db, blobs, clock).RunAsync(mend: false, hashes: false, null, CancellationToken.None)).Findings.Select(f => f.Where.Split('/')[^1]);
        Assert.Empty(files.Select(f => f.Sha256).Except(there));
        Assert.Empty(there.Except(files.Select(f => f.Sha256)).Except(made).Except(named));
        TestTables.Write(
            $"killed-upload-{engine}",
            $"SIGKILL while files arrive, {engine}",
            [
                ["what", "count"],
                ["kills", Text(kills)],
                ["of them while something was on its way", Text(inside)],
                ["files sent, all there with their bytes", Text(files.Count)],
                ["parts sent again after a kill", Text(files.Sum(f => f.Resumed))],
                ["announcements whose answer was lost, swept", Text(announced)],
                ["copies that broke off, swept", Text(broken)],
            ]);
    }

    private static async Task<(TestPerson Student, Guid Entry)> ArrangeAsync(Hosting.Home home)
    {
        await using var app = await WebApp.StartOnAsync(home, Usual, at: DateTimeOffset.UtcNow);
        var school = await TestSchool.OpenAsync(app);
        var student = await school.StudentAsync();
        return (student, await school.EntryAsync(student, handedIn: false));
    }

    /// <summary>The sender at a program: signed in once, for the session outlives it.</summary>
    private static async Task<Browser> AtAsync(RunningProgram program, Browser? signedIn, string address)
    {
        if (signedIn is not null)
        {
            using (signedIn)
            {
                return signedIn.At(program.NewClient());
            }
        }
        var browser = new Browser(program.NewClient(), "id");
        await browser.SignInAsync(address);
        return browser;
    }

    /// <summary>What the store holds for the school.</summary>
    private static async Task<IEnumerable<string>> StoredAsync(Hosting.Home home, Guid school)
    {
        var settings = home.Settings().ToDictionary();
        if (home.Engine == Engine.Sqlite)
        {
            return Directory.EnumerateFiles(Path.Combine(home.Root, "evidence", school.ToString())).Select(f => Path.GetFileName(f)).Order();
        }
        List<string> names = [];
        await foreach (var blob in new Azure.Storage.Blobs.BlobContainerClient(TestEnvironment.Azurite, settings["Evidence:Container"]).GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, $"{school}/", default))
        {
            names.Add(blob.Name[(blob.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        }
        return names.Order();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A file and how far it is, as its sender knows.</summary>
    private sealed class Sending(string name, byte[] content)
    {
        private string? _path;

        public bool IsDone { get; private set; }

        public int Resumed { get; private set; }

        public Guid Id => TusBench.IdOf(_path!);

        public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(content));

        /// <summary>Sends until it has arrived or the line breaks.</summary>
        public async Task GoOnAsync(Browser browser, Guid entry)
        {
            try
            {
                await TryAsync(browser, entry);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The program is dead.
            }
        }

        public async Task FinishAsync(Browser browser, Guid entry)
        {
            var since = System.Diagnostics.Stopwatch.StartNew();
            while (!await TryAsync(browser, entry))
            {
                Assert.True(since.Elapsed < TimeSpan.FromMinutes(1), name);
                // Told to come again: the lease of a dead server has to run out first.
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }

        private async Task<bool> TryAsync(Browser browser, Guid entry)
        {
            var offset = 0L;
            if (_path is null)
            {
                using var made = await SendAsync(browser, HttpMethod.Post, "/uploads", null, ("Upload-Length", content.Length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", TusBench.Metadata(entry, name)));
                Assert.Equal(HttpStatusCode.Created, made.StatusCode);
                _path = made.Headers.Location!.OriginalString;
            }
            else
            {
                using var head = await SendAsync(browser, HttpMethod.Head, _path, null);
                if (head.StatusCode == HttpStatusCode.Locked)
                {
                    return false;
                }
                Assert.Equal(HttpStatusCode.OK, head.StatusCode);
                offset = long.Parse(TusBench.Header(head, "Upload-Offset")!, CultureInfo.InvariantCulture);
                Resumed += offset > 0 ? 1 : 0;
            }
            if (offset < content.Length)
            {
                using var sent = await SendAsync(browser, HttpMethod.Patch, _path, content.AsMemory((int)offset), ("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)));
                if (sent.StatusCode is HttpStatusCode.Locked or HttpStatusCode.Conflict)
                {
                    return false;
                }
                Assert.True(sent.StatusCode == HttpStatusCode.NoContent, await sent.Content.ReadAsStringAsync());
            }
            return IsDone = true;
        }

        private static Task<HttpResponseMessage> SendAsync(Browser browser, HttpMethod method, string path, ReadOnlyMemory<byte>? body, params (string Name, string Value)[] headers)
        {
            var request = new HttpRequestMessage(method, path);
            if (body is { } bytes)
            {
                request.Content = new ReadOnlyMemoryContent(bytes);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
            }
            foreach (var (header, value) in headers.Append(("Tus-Resumable", "1.0.0")))
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }
            return browser.SendAsync(request);
        }
    }
}
