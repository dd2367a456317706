using System.Diagnostics;
using System.Globalization;
using System.Net;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Tests;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Startup;

namespace SmkPortfolio.WebTests.Outages;

/// <summary>The program dies at random moments while a teacher endorses entry after entry; each endorsement issues two credentials.</summary>
public sealed class KilledIssuingTests
{
    private const string Endorse = "form[action*='Endorse']";
    private const string Statement = "Saya melihat pekerjaannya.";
    private const int Seed = 20_261_130;
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];

    [Theory, Engines]
    [Trait(Campaign.Category, Campaign.Name)]
    public async Task Killed_at_random_moments_while_issuing_each_credential_is_issued_once_and_provable(string engine)
    {
        var kills = Campaign.Count(3, 30);
        await using var home = await Home.CreateAsync(engine);
        var (school, teacher, entries) = await QueueAsync(home, Campaign.Count(24, 500) / 2);

        var tally = await IssueAsync(home, teacher, entries, kills);

        Assert.Equal(kills, tally.Kills);
        // A kill between two requests would prove nothing of what is half done.
        Assert.True(tally.Inside > kills / 2, $"{tally.Inside} of {kills}");
        await using var app = await WebApp.StartOnAsync(home, Usual, at: DateTimeOffset.UtcNow);
        var issued = await IssuedOnce.AssertAsync(app, school, teacher, entries);
        TestTables.Write(
            $"killed-issuing-{engine}",
            $"SIGKILL while issuing, {engine}",
            [
                ["what", "count"],
                ["kills", Text(tally.Kills)],
                ["of them inside a request", Text(tally.Inside)],
                ["of these, work was already committed", Text(tally.Committed)],
                ["entries endorsed once", Text(entries.Count)],
                ["credentials issued once, in the log and genuine", Text(issued.Credentials)],
                ["status places taken by nobody", Text(issued.UnusedPlaces)],
                ["log entries", Text(issued.LogSize)],
                ["checkpoints that continue each other", Text(issued.Checkpoints)],
            ]);
    }

    private static async Task<(School School, TestPerson Teacher, IReadOnlyList<Guid> Entries)> QueueAsync(Home home, int count)
    {
        await using var app = await WebApp.StartOnAsync(home, Usual, at: DateTimeOffset.UtcNow);
        var school = await TestSchool.OpenAsync(app);
        var students = new[] { await school.StudentAsync(), await school.StudentAsync("Dewi Lestari") };
        List<Guid> entries = [];
        for (var i = 0; i < count; i++)
        {
            entries.Add(await school.EntryAsync(students[i % students.Length]));
        }
        return (school.School, await school.StaffAsync(Role.Teacher, reach: school.Welding), entries);
    }

    private static async Task<Tally> IssueAsync(Home home, TestPerson teacher, IReadOnlyList<Guid> entries, int kills)
    {
        // The log is published all the time, so that kills fall into that too.
        KeyValuePair<string, string>[] settings = [.. home.Settings(), .. Usual, new("Log:PublishSeconds", "1")];
        var random = new Random(Seed);
        var targets = Enumerable.Range(0, kills).Select(i => random.Next(i * entries.Count / kills, (i + 1) * entries.Count / kills)).ToHashSet();
        var tally = new Tally();
        var due = 0;
        var usual = TimeSpan.FromMilliseconds(500);
        var program = await RunningProgram.StartAsync(settings);
        var browser = new Browser(program.NewClient(), "id");
        try
        {
            await browser.SignInAsync(teacher.Address);
            for (var i = 0; i < entries.Count; i++)
            {
                var form = await browser.GetPageAsync($"/reviews/{entries[i]}");
                var since = Stopwatch.StartNew();
                var sending = SendAsync(browser, form);
                due += targets.Contains(i) ? 1 : 0;
                if (due > 0)
                {
                    await Task.Delay(i == entries.Count - 1 ? TimeSpan.Zero : usual * random.NextDouble());
                }
                if (due == 0 || sending.IsCompleted)
                {
                    // Answered before its moment came: the kill is owed to the next.
                    Assert.Equal(HttpStatusCode.OK, await sending);
                    usual = since.Elapsed;
                    continue;
                }
                due--;
                await program.KillAsync();
                var heard = await sending;
                await program.DisposeAsync();
                program = await RunningProgram.StartAsync(settings);
                var before = browser;
                browser = before.At(program.NewClient());
                before.Dispose();
                // Behind a proxy the address would be the same as before.
                tally.Add(heard, await GoOnAsync(browser, form with { Url = new Uri(program.Address, form.Path) }, entries[i]));
            }
        }
        finally
        {
            browser.Dispose();
            await program.DisposeAsync();
        }
        return tally;
    }

    // The teacher looks first, and then sends the form that is still open in another tab: it is taken if nothing was, and refused otherwise.
    private static async Task<bool> GoOnAsync(Browser browser, Page form, Guid entry)
    {
        var committed = (await browser.GetPageAsync($"/reviews/{entry}")).Document.QuerySelector(Endorse) is null;
        Assert.Equal(committed ? HttpStatusCode.Conflict : HttpStatusCode.OK, await SendAsync(browser, form));
        return committed;
    }

    /// <returns>Null when the answer was lost.</returns>
    private static async Task<HttpStatusCode?> SendAsync(Browser browser, Page form)
    {
        try
        {
            return (await browser.SubmitAsync(form, Endorse, ("Statement", Statement))).Status;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Tally
    {
        public int Kills { get; private set; }

        public int Inside { get; private set; }

        public int Committed { get; private set; }

        public void Add(HttpStatusCode? heard, bool committed)
        {
            Kills++;
            if (heard is null)
            {
                Inside++;
                Committed += committed ? 1 : 0;
                return;
            }
            // What was answered stands.
            Assert.Equal((HttpStatusCode.OK, true), (heard, committed));
        }
    }
}
