using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Keeping;
using SmkPortfolio.WebTests.Pages.Entries;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>What the program does with the answers of ClamAV's own daemon.</summary>
public sealed class ClamDaemonTests
{
    private static readonly byte[] Good = FileBench.Picture(5);
    private static readonly byte[] Bad = [.. FileBench.Picture(6), .. ScanningStub.Signature];

    [Theory, Engines]
    public async Task A_clean_file_is_shown_and_of_one_with_our_signature_only_owner_and_reviewers_know(string engine)
    {
        await using var scanner = await ClamDaemon.StartAsync(ClamDaemon.FreePort());
        await using var app = await WebApps.EmptyAsync(engine, settings: scanner.Setting);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync(age: 16);
        using var owner = await bench.School.SignInAsync(student);
        using var teacher = await bench.School.SignInAsync(await bench.School.StaffAsync(Role.Teacher, reach: bench.School.Welding));
        using var guardian = await bench.School.SignInAsync(await bench.School.GuardianAsync(student));
        using var principal = await bench.School.SignInAsync(await bench.School.StaffAsync(Role.Principal));
        // The one comes as a student sends it, the other as it would lie in the store: what stands behind a picture is cut off on its way in.
        var goodEntry = await bench.School.EntryAsync(student, handedIn: false);
        await owner.SubmitAsync(await owner.GetPageAsync($"/entries/{goodEntry}/edit"), EditTests.Form, [], [new Hosting.Upload("Files", "rak.jpg", "image/jpeg", Good)], "button[value=submit]");
        var good = Assert.Single((await bench.School.EntryNowAsync(goodEntry)).Evidence);
        var (badEntry, bad) = await bench.AddAsync(student, Bad);

        await bench.WorkAsync();

        var rows = await bench.School.FromDbAsync(db => db.StoredFiles.AsNoTracking().Where(f => f.SchoolId == bench.Id).ToDictionaryAsync(f => f.Sha256));
        Assert.Equal((ScanState.Clean, "", bench.School.Now), (rows[good.Sha256].Scan, rows[good.Sha256].Finding, rows[good.Sha256].ScannedAt));
        Assert.Equal((ScanState.Flagged, scanner.Finding), (rows[KeptSchool.Hash(Bad)].Scan, rows[KeptSchool.Hash(Bad)].Finding));
        Assert.Equal("200 200 200 200", await StatusesAsync($"/evidence/{good.Id}?size=320", owner, teacher, guardian, principal));
        Assert.Equal("409 409 404 404", await StatusesAsync($"/evidence/{bad}", owner, teacher, guardian, principal));
        foreach (var (reader, page) in new[] { (owner, $"/entries/{badEntry}"), (teacher, $"/reviews/{badEntry}") })
        {
            Assert.Contains("Pemindai virus menemukan sesuatu", (await reader.GetPageAsync(page)).Text, StringComparison.Ordinal);
        }
        using var client = app.NewClient();
        Assert.Contains("\"virusScan\":\"on\"", await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task What_it_does_not_take_or_does_not_look_at_has_no_verdict_and_stays_with_its_owner_and_its_reviewers(string engine)
    {
        await using var scanner = await ClamDaemon.StartAsync(ClamDaemon.FreePort(), mostOfStream: 2_000_000, mostOfFile: 1_000_000);
        await using var app = await WebApps.EmptyAsync(engine, settings: scanner.Setting);
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        using var owner = await bench.School.SignInAsync(student);
        using var guardian = await bench.School.SignInAsync(await bench.School.GuardianAsync(student));
        // Ours is in each: no limit may let it through.
        foreach (var length in new[] { 1_000_100, 1_999_900, 2_000_100, 9_000_000 })
        {
            byte[] film = [.. ScanningStub.Signature, .. KeptSchool.Bytes(length % 251, length)];
            var (_, file) = await bench.AddAsync(student, film, "video/mp4");

            await bench.WorkAsync();

            var row = await bench.RowAsync(film);
            Assert.Equal((ScanState.NotScanned, 1, bench.School.Now + FileWork.Pauses[0]), (row.Scan, row.Failures, row.WorkDue));
            Assert.Equal("200 404", await StatusesAsync($"/evidence/{file}", owner, guardian));
        }
        byte[] just = [.. KeptSchool.Bytes(9, 999_000)];
        await bench.AddAsync(student, just, "video/mp4");
        await bench.WorkAsync();
        Assert.Equal(ScanState.Clean, (await bench.RowAsync(just)).Scan);
    }

    [Theory, Engines]
    public async Task While_it_is_stopped_files_wait_and_when_it_is_back_they_are_scanned(string engine)
    {
        var port = ClamDaemon.FreePort();
        await using var app = await WebApps.EmptyAsync(engine, settings: new KeyValuePair<string, string>("VirusScan:Address", $"127.0.0.1:{port}"));
        var bench = await FileBench.OpenAsync(app);
        var student = await bench.School.StudentAsync();
        byte[][] files = [FileBench.Picture(7), FileBench.Picture(8), [.. FileBench.Picture(9), .. ScanningStub.Signature]];
        await using (await ClamDaemon.StartAsync(port))
        {
            await bench.AddAsync(student, files[0]);
            await bench.WorkAsync();
        }
        await bench.AddAsync(student, files[1]);
        await bench.AddAsync(student, files[2]);
        await bench.WorkAsync();
        Assert.Equal("Clean NotScanned NotScanned", await StatesAsync());

        await using var back = await ClamDaemon.StartAsync(port);
        app.Clock.Advance(FileWork.Pauses[0]);
        await bench.WorkAsync();

        Assert.Equal("Clean Clean Flagged", await StatesAsync());
        Assert.DoesNotContain(app.Faults, f => f.Contains("FileWork", StringComparison.Ordinal) || f.Contains("StoredFiles", StringComparison.Ordinal));

        async Task<string> StatesAsync()
        {
            List<ScanState> states = [];
            foreach (var file in files)
            {
                states.Add((await bench.RowAsync(file)).Scan);
            }
            return string.Join(' ', states);
        }
    }

    [Fact]
    public async Task Our_signature_is_found_wherever_it_stands_also_where_two_pieces_of_the_stream_meet()
    {
        await using var daemon = await ClamDaemon.StartAsync(ClamDaemon.FreePort());
        var scanner = new VirusScanner(new VirusScanSettings { Address = daemon.Setting.Value });

        Assert.Null(await ScanAsync([]));
        Assert.Null(await ScanAsync(KeptSchool.Bytes(1, 5_000_000)));
        foreach (var at in new[] { 0, 64 * 1024 - ScanningStub.Signature.Length / 2, 64 * 1024, 4_900_000 })
        {
            Assert.Equal(daemon.Finding, await ScanAsync([.. KeptSchool.Bytes(2, at), .. ScanningStub.Signature, .. KeptSchool.Bytes(3, 100_000)]));
        }

        Task<string?> ScanAsync(byte[] content) => scanner.ScanAsync(new MemoryStream(content), TestContext.Current.CancellationToken);
    }

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
