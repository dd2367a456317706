using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Audit;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Startup;

/// <summary>Schools from the command line of the built program, on the folder of a site that is stopped.</summary>
public sealed class SchoolCommandTests
{
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];

    [Theory]
    [InlineData("list")]
    [InlineData("close")]
    [InlineData("close 10000001")]
    [InlineData("close 10000001 --reason")]
    [InlineData("close 10000001 --successor 10000002")]
    [InlineData("close 10000001 --reason a --reason b")]
    [InlineData("close 10000001 --because a")]
    [InlineData("close 10000001 --reason a --successor")]
    [InlineData("close 10000001 --reason a --successor 10000002 --more b")]
    public async Task A_misspelt_command_is_told_how_and_ends_with_two(string words)
    {
        await using var home = await Home.CreateAsync(Engine.Sqlite);

        var (code, output, error) = await RunAsync(home, words.Split(' '));

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("Usage: schools", error, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_school_is_closed_into_another_and_the_list_tells(string engine)
    {
        await using var home = await Home.CreateAsync(engine);
        var (npsn, next) = await ArrangeAsync(home);

        var closed = await RunAsync(home, "close", npsn, "--successor", next, "--reason", "Digabung.");
        var list = await RunAsync(home);

        Assert.Equal((0, $"Closed: {npsn} SMK Uji Tautan. What it issued stays good.", ""), (closed.Code, Spoken(closed.Output)[^1], closed.Error));
        Assert.Contains(Spoken(list.Output), line => line.StartsWith($"{npsn} SMK Uji Tautan, signs since 2026-11-23, closed ", StringComparison.Ordinal) && line.EndsWith($", successor {next}", StringComparison.Ordinal));
        Assert.Contains(Spoken(list.Output), line => line.StartsWith($"{next} SMK Uji, signs since ", StringComparison.Ordinal) && !line.Contains("closed", StringComparison.Ordinal));
        await using var app = await WebApp.StartOnAsync(home, Usual);
        var listed = (await app.RegisterAsync()).Content.Schools.Single(s => s.Npsn == npsn);
        Assert.Equal((true, next), (listed.To is not null, listed.SuccessorNpsn));
        var said = await EventAsync(app);
        Assert.Equal((Guid.Empty, "Digabung."), (said.ByPersonId, said.Why));
    }

    [Theory, Engines]
    public async Task What_cannot_be_is_refused_in_a_sentence_and_changes_nothing(string engine)
    {
        await using var home = await Home.CreateAsync(engine);
        var (npsn, next) = await ArrangeAsync(home);

        (string Said, string[] Words)[] refusals =
        [
            ("There is no school 99999999.", ["close", "99999999", "--reason", "Digabung."]),
            ("Say why: the reason stands in the school's record.", ["close", npsn, "--reason", "  "]),
            ("The reason is too long: at most 300 characters.", ["close", npsn, "--reason", new string('a', 301)]),
            ("There is no school 99999999 that could answer for it.", ["close", npsn, "--reason", "Digabung.", "--successor", "99999999"]),
            ("A school cannot go on in itself or in a closed one.", ["close", npsn, "--reason", "Digabung.", "--successor", npsn]),
        ];

        foreach (var (said, words) in refusals)
        {
            var (code, output, error) = await RunAsync(home, words);
            Assert.Equal((1, said), (code, error.Trim()));
            Assert.DoesNotContain("Closed:", output, StringComparison.Ordinal);
        }
        Assert.Equal(0, (await RunAsync(home, "close", next, "--reason", "Tutup.")).Code);
        Assert.Equal("A school cannot go on in itself or in a closed one.", (await RunAsync(home, "close", npsn, "--reason", "Digabung.", "--successor", next)).Error.Trim());
        var again = await RunAsync(home, "close", next, "--reason", "Tutup lagi.");
        Assert.Equal(1, again.Code);
        Assert.Matches($"^{next} closed on [0-9-]{{10}}, and that is for ever[.]$", again.Error.Trim());
        await using var app = await WebApp.StartOnAsync(home, Usual);
        Assert.Equal("Tutup.", (await EventAsync(app)).Why);
        Assert.Null((await app.RegisterAsync()).Content.Schools.Single(s => s.Npsn == npsn).To);
    }

    private static async Task<(string Npsn, string Next)> ArrangeAsync(Home home)
    {
        await using var app = await WebApp.StartOnAsync(home, Usual);
        var work = await SignedWork.ArrangeAsync(app);
        return (work.Npsn, (await TestSchool.OpenAsync(app)).School.Npsn);
    }

    private static async Task<AuditEvent> EventAsync(WebApp app)
    {
        AuditEvent? found = null;
        await Log.LogBench.InAsync(app, async db => found = await db.AuditEvents.AsNoTracking().SingleAsync(e => e.Action == "school-closed"));
        return found!;
    }

    private static IReadOnlyList<string> Spoken(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Task<(int Code, string Output, string Error)> RunAsync(Home home, params string[] words) =>
        BuiltProgram.SpeakAsync("Development", home.Settings().Concat(Usual), ["schools", .. words]);
}
