using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmkPortfolio.Tests;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Outages;

/// <summary>The database goes away under the running site and comes back.</summary>
public sealed class DatabaseOutageTests
{
    private const string EditForm = "form[enctype='multipart/form-data']";
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];

    [Fact]
    public async Task While_PostgreSQL_is_away_pages_say_so_plainly_and_afterwards_all_goes_on()
    {
        await using var home = await Home.CreateAsync(Engine.Postgres);
        await using var relay = new Relay(Server());
        await using var app = await WebApp.StartOnAsync(home, [.. Usual, Through(home, relay)]);
        var (school, browser, entry) = await WritingAsync(app);
        var form = await browser.GetPageAsync($"/entries/{entry}/edit");
        using var english = app.NewBrowser("en");

        relay.Cut();
        var health = await Interrupted.HealthAsync(app, "database");
        var page = await browser.GetAsync($"/entries/{entry}");
        var post = await browser.SubmitAsync(form, EditForm, ("f.title", "Judul yang tidak sampai"));
        var stranger = await english.GetAsync("/verify/ABCDE-FGHJ-0");
        var share = await english.GetAsync("/s/AAAAAAAAAAAAAAAAAAAAAA");
        using var machine = await app.NewClient().GetAsync("/schools/12345678/did.json");
        relay.Mend();
        await app.WaitUntilReadyAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.StartsWith("The database cannot be used: ", health.Sentence, StringComparison.Ordinal);
        Interrupted.IsPlainPage(page);
        Interrupted.IsPlainPage(post);
        Interrupted.IsPlainPage(share, "en");
        Assert.NotEqual(HttpStatusCode.InternalServerError, stranger.Status);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (machine.StatusCode, machine.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Meja kerja", (await school.EntryNowAsync(entry)).Title);
        var saved = await browser.SubmitAsync(form, EditForm, ("f.title", "Meja kerja besar"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal("Meja kerja besar", (await school.EntryNowAsync(entry)).Title);
    }

    [Fact]
    public async Task A_check_before_which_the_register_was_never_read_says_try_again()
    {
        await using var home = await Home.CreateAsync(Engine.Postgres);
        await using var relay = new Relay(Server());
        await using var app = await WebApp.StartOnAsync(home, [.. Usual, Through(home, relay)]);
        var file = GoldenSet.Of(GoldenSet.Versions.Last());

        relay.Cut();
        var told = await app.JudgeAsync(file.Read(file.Index.Files.First(f => f.Kind == "open-badge").File));
        relay.Mend();

        Assert.Equal(("not-checkable", "register-unavailable"), told);
    }

    [Fact]
    public async Task A_site_that_starts_before_its_database_waits_for_it()
    {
        await using var home = await Home.CreateAsync(Engine.Postgres);
        await using var relay = new Relay(Server(), cut: true);
        await using var app = await WebApp.StartUnreadyAsync(home, [.. Usual, Through(home, relay)]);
        using var browser = app.NewBrowser();
        await relay.Knocked;

        var health = await Interrupted.HealthAsync(app, "preparation");
        var page = await browser.GetAsync("/");
        relay.Mend();
        await app.WaitUntilReadyAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.NotEqual("done", health.Sentence);
        Interrupted.IsPlainPage(page);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task While_another_program_locks_SQLite_reading_goes_on_writing_says_so_and_nothing_is_lost()
    {
        await using var home = await Home.CreateAsync(Engine.Sqlite);
        await using var app = await WebApp.StartOnAsync(home, Usual);
        var (school, browser, entry) = await WritingAsync(app);
        var form = await browser.GetPageAsync($"/entries/{entry}/edit");
        await using var other = new SqliteConnection($"Data Source={Path.Combine(home.Root, "smkportfolio.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);

        await RunAsync(other, "BEGIN IMMEDIATE");
        var health = await Interrupted.HealthAsync(app, "database");
        var page = await browser.GetAsync($"/entries/{entry}");
        var post = await browser.SubmitAsync(form, EditForm, ("f.title", "Judul yang tidak sampai"));
        await RunAsync(other, "ROLLBACK");
        await app.WaitUntilReadyAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.Contains("locked", health.Sentence, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Interrupted.IsPlainPage(post);
        Assert.Equal("Meja kerja", (await school.EntryNowAsync(entry)).Title);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(form, EditForm, ("f.title", "Meja kerja besar"))).Status);
    }

    [Fact]
    public async Task A_SQLite_file_that_can_only_be_read_keeps_the_site_from_being_ready()
    {
        await using var home = await Home.CreateAsync(Engine.Sqlite);
        await using (await WebApp.StartOnAsync(home, Usual))
        {
        }

        await using var app = await WebApp.StartUnreadyAsync(home, [.. Usual, new("Database:ConnectionString", $"file:{Path.Combine(home.Root, "smkportfolio.db")}?mode=ro")]);
        var health = await Interrupted.HealthAsync(app, "database");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.Contains("readonly", health.Sentence, StringComparison.Ordinal);
        Interrupted.IsPlainPage(await app.NewBrowser().GetAsync("/"));
    }

    private static async Task<(TestSchool School, Browser Browser, Guid Entry)> WritingAsync(WebApp app)
    {
        var school = await TestSchool.OpenAsync(app);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, TestSchool.Project("Meja kerja"), handedIn: false);
        return (school, await school.SignInAsync(student), entry);
    }

    private static IPEndPoint Server()
    {
        var given = new NpgsqlConnectionStringBuilder(TestEnvironment.Postgres);
        return new IPEndPoint(IPAddress.Parse(given.Host!), given.Port);
    }

    private static KeyValuePair<string, string> Through(Home home, Relay relay)
    {
        var direct = home.Settings().Single(s => s.Key == "Database:ConnectionString").Value;
        return new("Database:ConnectionString", new NpgsqlConnectionStringBuilder(direct) { Host = "127.0.0.1", Port = relay.Port }.ConnectionString);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
