using System.Net;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Walls;

/// <summary>The wall between schools as people meet it: every door of the host, knocked at by every role of another school.</summary>
public sealed class PageWallTests(PageSites sites)
{
    [Fact]
    public async Task Every_door_of_the_host_stands_in_the_table_with_what_another_school_finds_behind_it()
    {
        var doors = await HostDoors.AllAsync((await sites.SchoolAsync(Engine.Sqlite)).App);
        var known = DoorTable.All.Select(k => k.Door).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(doors.Except(known));
        Assert.Empty(known.Except(doors));
    }

    [Theory, Engines]
    public async Task A_record_of_another_school_answers_404_to_every_role_and_stays_as_it_is(string engine)
    {
        var (app, school, other) = await ArrangeAsync(engine);
        var secrets = await other.SecretsAsync();
        var before = await other.StateAsync();
        var ticket = await WalledSchool.ArrangeAsync(app);
        List<string> wrong = [];

        foreach (var (role, browser) in await EverybodyAsync(school))
        {
            foreach (var knock in DoorTable.All.Where(k => k.Behind == Behind.Record))
            {
                await KnockAsync(role, browser, knock, knock.Path(other));
                if (!knock.IsPost)
                {
                    // A link or code that opens somebody else's records opens none of these.
                    var join = knock.Path(other).Contains('?', StringComparison.Ordinal) ? "&" : "?";
                    await KnockAsync(role, browser, knock, $"{knock.Path(other)}{join}s={ticket.Token}");
                    await KnockAsync(role, browser, knock, $"{knock.Path(other)}{join}code={CvCode.Written(ticket.Paper.Code)}");
                }
            }
            browser.Dispose();
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await other.StateAsync());

        async Task KnockAsync(string role, Browser browser, Knock knock, string path)
        {
            var (status, text) = await AskAsync(browser, knock, path, other);
            if (status != HttpStatusCode.NotFound || secrets.Any(s => !path.Contains(s, StringComparison.Ordinal) && text.Contains(s, StringComparison.Ordinal)))
            {
                wrong.Add($"{role}: {knock.Door} ({path}) answered {(int)status}");
            }
        }
    }

    [Theory, Engines]
    public async Task The_same_addresses_open_to_those_whose_records_they_are(string engine)
    {
        var (app, _, other) = await ArrangeAsync(engine);
        var browsers = new Dictionary<Guid, Browser>();
        List<string> wrong = [];

        // Reading first: the posts change what stands there; and deciding before the student takes it back.
        foreach (var knock in DoorTable.All.Where(k => k.Behind == Behind.Record).OrderBy(k => k.IsPost).ThenBy(k => k.Owner!(other) == other.Work.StudentId))
        {
            var owner = knock.Owner!(other);
            if (!browsers.TryGetValue(owner, out var browser))
            {
                browsers[owner] = browser = await other.Work.SignInAsync(owner);
            }
            var (status, _) = await AskAsync(browser, knock, knock.Path(other), other);
            if (knock.IsPost ? status is HttpStatusCode.NotFound or HttpStatusCode.InternalServerError : status != HttpStatusCode.OK)
            {
                wrong.Add($"{knock.Door} ({knock.Path(other)}) answered {(int)status}");
            }
        }

        Assert.Empty(wrong);
        foreach (var browser in browsers.Values)
        {
            browser.Dispose();
        }
    }

    [Theory, Engines]
    public async Task No_list_shows_anything_of_another_school_and_no_form_takes_a_record_of_it(string engine)
    {
        var (_, school, other) = await ArrangeAsync(engine);
        var secrets = await other.SecretsAsync();
        var before = await other.StateAsync();
        var opened = new HashSet<string>(StringComparer.Ordinal);
        List<string> wrong = [];

        foreach (var (role, browser) in await EverybodyAsync(school))
        {
            foreach (var knock in DoorTable.All.Where(k => k.Behind is Behind.Own or Behind.Refused))
            {
                var path = knock.Path(other);
                var (status, text) = await AskAsync(browser, knock, path, other);
                if (status is HttpStatusCode.OK or HttpStatusCode.BadRequest)
                {
                    opened.Add(knock.Door);
                }
                // What the reader put into the address or the form may come back; nothing else may.
                var said = path + string.Concat((knock.Fields?.Invoke(other) ?? []).Select(f => f.Value));
                wrong.AddRange(secrets.Where(s => !said.Contains(s, StringComparison.Ordinal) && text.Contains(s, StringComparison.Ordinal)).Select(s => $"{role}: {knock.Door} shows {s}"));
                if (knock.Behind == Behind.Refused ? status is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound) : status is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
                {
                    wrong.Add($"{role}: {knock.Door} answered {(int)status}");
                }
            }
            browser.Dispose();
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await other.StateAsync());
        Assert.Empty(DoorTable.All.Where(k => k.Behind is Behind.Own or Behind.Refused).Select(k => k.Door).Except(opened));
    }

    [Theory, Engines]
    public async Task A_stranger_without_link_or_code_finds_no_record(string engine)
    {
        var (app, _, other) = await ArrangeAsync(engine);
        using var stranger = app.NewBrowser();

        foreach (var knock in DoorTable.All.Where(k => k.Behind == Behind.Record && !k.IsPost))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, knock.Path(other));
            using var answer = await stranger.SendAsync(request);
            Assert.True(
                answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized || answer.Headers.Location?.OriginalString.Contains("/account/login", StringComparison.Ordinal) == true,
                $"{knock.Door} answered {(int)answer.StatusCode}");
        }
    }

    private async Task<(WebApp App, TestSchool School, WalledSchool Other)> ArrangeAsync(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        return (school.App, school, await WalledSchool.ArrangeAsync(school.App));
    }

    /// <summary>Every role at a school, each with something of its own to see and with as wide a reach as there is.</summary>
    private static async Task<IReadOnlyList<(string Role, Browser Browser)>> EverybodyAsync(TestSchool school)
    {
        var child = await school.StudentAsync("Candra Wijaya", age: 16);
        var student = await school.StudentAsync("Bagus Prasetyo");
        await school.EntryAsync(student, TestSchool.Project("Meja kerja bengkel"));
        await school.EntryAsync(child, TestSchool.Certificate("Sertifikat sendiri"));
        var people = new List<(string, TestPerson)> { ("student", student), ("child", child), ("guardian", await school.GuardianAsync(child)) };
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Student))
        {
            // The program is the one that the other school's class belongs to.
            people.Add((role.ToString(), await school.StaffAsync(role, $"Petugas {role}", school.Welding, "1.2.3")));
        }
        List<(string, Browser)> signedIn = [];
        foreach (var (role, person) in people)
        {
            signedIn.Add((role, await school.SignInAsync(person)));
        }
        return signedIn;
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(Browser browser, Knock knock, string path, WalledSchool other)
    {
        using var request = new HttpRequestMessage(knock.IsPost ? HttpMethod.Post : HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        if (knock.IsPost)
        {
            // The token belongs to the person, not to the form: a hostile one has it too.
            var token = (await browser.GetPageAsync("/")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            request.Content = new FormUrlEncodedContent((knock.Fields?.Invoke(other) ?? []).Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        }
        using var answer = await browser.SendAsync(request);
        if (knock.IsPost && answer.StatusCode == HttpStatusCode.Redirect)
        {
            // What a form did is told on the page after it.
            var told = await browser.GetAsync(answer.Headers.Location!.OriginalString);
            return (told.Status, told.Text);
        }
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
