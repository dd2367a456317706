using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Startup;

namespace SmkPortfolio.WebTests.Outages;

/// <summary>
/// The disk takes no more while a paper is written: the kernel refuses the running program's write in the middle of the file. A limit on the size of
/// files stands in for a full disk, since that needs no rights and no file system of its own; the program cannot tell the two apart.
/// </summary>
public sealed class FullDiskTests
{
    private const int LessThanAPaper = 4_000;

    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false"), new("Evidence:Provider", "disk")];

    [Fact]
    public async Task A_paper_that_cannot_be_written_is_not_issued_and_is_when_there_is_room_again()
    {
        // The database is another program's, which writes on.
        await using var home = await Home.CreateAsync(Engine.Postgres);
        KeyValuePair<string, string>[] settings = [.. home.Settings(), .. Usual];
        string account;
        await using (var app = await WebApp.StartOnAsync(home, settings, at: DateTimeOffset.UtcNow))
        {
            var work = await SignedWork.ArrangeAsync(app);
            account = $"{work.StudentId:N}@uji.example";
            (await work.SignInAsync(work.StudentId)).Dispose();
        }
        var before = Files(home);
        // A write beyond the limit is then an error and not the program's end.
        await using var program = await RunningProgram.StartAsync(settings, "sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh");
        using var browser = new Browser(program.NewClient(), "id");
        await browser.SignInAsync(account);
        var form = await browser.GetPageAsync("/cvs/new");

        await LimitAsync(program, LessThanAPaper.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var full = await browser.PressAsync(form, "form[action='/cvs/new']", "#issue");
        var (rows, files) = (await CountAsync(home), Files(home));
        await LimitAsync(program, "unlimited");
        var again = await browser.PressAsync(form, "form[action='/cvs/new']", "#issue");

        Interrupted.IsPlainPage(full);
        Assert.Equal((0, before), (rows, files));
        Assert.Equal((HttpStatusCode.OK, "/cvs"), (again.Status, again.Path));
        Assert.Equal(1, await CountAsync(home));
        Assert.Equal(before.Count + 1, Files(home).Count);
    }

    private static async Task LimitAsync(RunningProgram program, string bytes)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), $"--fsize={bytes}:unlimited"]);
        await prlimit.WaitForExitAsync();
        Assert.Equal(0, prlimit.ExitCode);
    }

    /// <summary>All that lies in the store, half-written files too.</summary>
    private static List<string> Files(Home home) => [.. Directory.EnumerateFiles(Path.Combine(home.Root, "evidence"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(home.Root, f)).Order(StringComparer.Ordinal)];

    private static async Task<int> CountAsync(Home home)
    {
        await using var app = await WebApp.StartOnAsync(home, [.. home.Settings(), .. Usual]);
        var count = 0;
        await Log.LogBench.InAsync(app, async db => count = await db.CvDocuments.CountAsync());
        return count;
    }
}
