using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Uploads;
using SmkPortfolio.WebTests.Walls;

namespace SmkPortfolio.WebTests.Nodes;

/// <summary>Two nodes of one site on the same database and evidence store, as behind a proxy.</summary>
public sealed class TwoNodesTests
{
    private const string Endorse = "form[action*='Endorse']";
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];

    [Theory, Engines]
    public async Task Two_nodes_that_start_at_once_on_an_empty_database_become_one_site(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var school = await TestSchool.OpenAsync(pair.A);

        var platforms = await school.FromDbAsync(db => db.Issuers.CountAsync(i => i.Kind == IssuerKind.Platform));

        Assert.Equal(1, platforms);
        Assert.Equal(await KeysAsync(pair.A), await KeysAsync(pair.B));
    }

    [Theory, Engines]
    public async Task A_node_that_loses_every_race_of_the_first_start_starts_all_the_same(string engine)
    {
        await using var home = await Home.CreateAsync(engine);

        var nodes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => WebApp.StartOnAsync(home, Usual)));

        await using (var scope = nodes[0].NewScope())
        {
            var issuers = await scope.ServiceProvider.GetRequiredService<AppDb>().Issuers.Select(i => i.Kind).ToListAsync();
            Assert.Equal([IssuerKind.Platform, IssuerKind.Log], issuers.Order());
        }
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Theory, Engines]
    public async Task A_session_and_a_form_of_one_node_go_on_at_the_other(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var school = await TestSchool.OpenAsync(pair.A);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var atA = await school.SignInAsync(student);
        var form = await atA.GetPageAsync($"/entries/{entry}/edit");
        using var atB = atA.At(pair.B);

        var saved = await atB.SubmitAsync(form, "form[enctype='multipart/form-data']", ("f.title", "Disimpan di simpul lain"));

        Assert.Equal((HttpStatusCode.OK, $"/entries/{entry}"), (saved.Status, saved.Path));
        Assert.Contains("Disimpan di simpul lain", (await atA.GetPageAsync("/entries")).Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_paper_of_one_node_is_genuine_at_the_other_and_its_withdrawal_is_seen_there(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var school = await WalledSchool.ArrangeAsync(pair.A);
        using var stranger = pair.B.NewBrowser();
        var before = await stranger.GetPageAsync($"/verify/{school.Paper.Code}");
        await LookAsync(pair.B);

        await school.Work.WithdrawAsync();
        await LookAsync(pair.B);
        var after = await stranger.GetPageAsync($"/verify/{school.Paper.Code}");

        Assert.Contains("genuine-current", before.One(".verdict").ClassList);
        Assert.Contains("genuine-withdrawn", after.One(".verdict").ClassList);
    }

    [Theory, Engines]
    public async Task A_link_that_is_closed_at_one_node_is_closed_at_the_other(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var school = await WalledSchool.ArrangeAsync(pair.A);
        using var owner = await school.Work.SignInAsync(school.Work.StudentId);
        using var stranger = pair.B.NewBrowser();
        var before = await stranger.GetAsync($"/s/{school.Token}");
        await LookAsync(pair.B);

        var closed = await owner.SubmitAsync(await owner.GetPageAsync("/shares"), "form[action*='Revoke']");
        await LookAsync(pair.B);
        var after = await stranger.GetAsync($"/s/{school.Token}");

        Assert.Equal(HttpStatusCode.OK, closed.Status);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (before.Status, after.Status));
    }

    [Theory, Engines]
    public async Task Many_endorsements_at_once_on_both_nodes_never_share_a_place_or_issue_twice(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var (school, teacher, entries) = await QueueAsync(pair.A, 8);
        // The school signs for the first time before the rush, as it does once in its life.
        await EndorseAsync(teacher, entries[0]);
        List<(Browser Node, Page Form)> forms = [];
        foreach (var (entry, at) in entries.Skip(1).Select((e, i) => (e, i)))
        {
            var node = teacher.At(at % 2 == 0 ? pair.A : pair.B);
            forms.Add((node, await node.GetPageAsync($"/reviews/{entry}")));
        }

        var answers = await Task.WhenAll(forms.Select(f => f.Node.SubmitAsync(f.Form, Endorse, ("Statement", "Saya melihat pekerjaannya."))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        await school.InDbAsync(async db =>
        {
            var credentials = await db.Credentials.AsNoTracking().Where(c => c.SchoolId == school.School.Id).ToListAsync();
            Assert.Equal(entries.Count, credentials.Count(c => c.Kind == CredentialKind.OpenBadge));
            Assert.Equal(entries.Count, credentials.Count(c => c.Kind == CredentialKind.Endorsement));
            Assert.Equal(credentials.Count, credentials.Select(c => (c.StatusListId, c.StatusIndex)).Distinct().Count());
            Assert.Equal(credentials.Count, await db.StatusEntries.CountAsync(e => credentials.Select(c => c.StatusListId).Contains(e.ListId)));
            var chain = await db.AuditEvents.AsNoTracking().Where(e => e.SchoolId == school.School.Id).OrderBy(e => e.Sequence).ToListAsync();
            Assert.Equal(Enumerable.Range(1, chain.Count).Select(n => (long)n), chain.Select(e => e.Sequence));
            Assert.All(chain.Zip(chain.Prepend(null)), pair => Assert.Equal(pair.First.HashAfter(pair.Second?.Hash ?? ""), pair.First.Hash));
        });
        forms.ForEach(f => f.Node.Dispose());
        teacher.Dispose();
    }

    [Theory, Engines]
    public async Task The_same_endorsement_sent_to_both_nodes_at_once_is_given_once(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var (school, atA, entries) = await QueueAsync(pair.A, 2);
        await EndorseAsync(atA, entries[0]);
        using var atB = atA.At(pair.B);
        var form = await atA.GetPageAsync($"/reviews/{entries[1]}");

        var answers = await Task.WhenAll(new[] { atA, atB }.Select(node => node.SubmitAsync(form, Endorse, ("Statement", "Saya melihat pekerjaannya."))));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Equal(1, await school.FromDbAsync(db => db.Endorsements.CountAsync(e => e.EntryId == entries[1])));
        Assert.Equal(1, await school.FromDbAsync(db => db.Credentials.CountAsync(c => c.EntryId == entries[1] && c.Kind == CredentialKind.OpenBadge)));
        atA.Dispose();
    }

    [Theory, Engines]
    public async Task A_teacher_with_two_issuers_from_two_nodes_goes_on_endorsing(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var (school, teacher, entries) = await QueueAsync(pair.A, 2);
        await EndorseAsync(teacher, entries[0]);
        // What two first endorsements at once leave behind: each node made its own.
        await school.InDbAsync(async db =>
        {
            var first = await db.Issuers.AsNoTracking().SingleAsync(i => i.Kind == IssuerKind.Staff && i.SchoolId == school.School.Id);
            db.Issuers.Add(Issuer.OfStaff(Guid.CreateVersion7(), first.Did + "x", first.Opaque + "x", school.School.Id, first.PersonId!.Value, first.Role, first.From.AddSeconds(1)));
            await db.SaveChangesAsync();
        });

        var answer = await EndorseAsync(teacher, entries[1]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(2, await school.FromDbAsync(db => db.Endorsements.CountAsync(e => e.SchoolId == school.School.Id)));
        teacher.Dispose();
    }

    [Theory, Engines]
    public async Task The_very_first_endorsements_of_a_school_at_once_on_both_nodes_all_succeed_under_one_name(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var (school, teacher, entries) = await QueueAsync(pair.A, 8);
        List<(Browser Node, Page Form)> forms = [];
        foreach (var (entry, at) in entries.Select((e, i) => (e, i)))
        {
            var node = teacher.At(at % 2 == 0 ? pair.A : pair.B);
            forms.Add((node, await node.GetPageAsync($"/reviews/{entry}")));
        }

        var answers = await Task.WhenAll(forms.Select(f => f.Node.SubmitAsync(f.Form, Endorse, ("Statement", "Saya melihat pekerjaannya."))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        await school.InDbAsync(async db =>
        {
            var credentials = await db.Credentials.AsNoTracking().Where(c => c.SchoolId == school.School.Id).ToListAsync();
            Assert.Equal(2 * entries.Count, credentials.Count);
            Assert.Equal(credentials.Count, credentials.Select(c => (c.StatusListId, c.StatusIndex)).Distinct().Count());
            var issuer = await db.Issuers.SingleAsync(i => i.Kind == IssuerKind.School && i.SchoolId == school.School.Id);
            Assert.Equal(1, await db.StatusLists.CountAsync(l => l.IssuerId == issuer.Id));
            Assert.Equal(1, await db.IssuerKeys.CountAsync(k => k.IssuerId == issuer.Id));
        });
        forms.ForEach(f => f.Node.Dispose());
        teacher.Dispose();
    }

    [Theory, Engines]
    public async Task A_place_in_a_status_list_that_both_nodes_want_goes_to_one_of_them(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var list = Guid.CreateVersion7();

        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            await using var scope = (i % 2 == 0 ? pair.A : pair.B).NewScope();
            return (Place: i / 4, Got: (await scope.ServiceProvider.GetRequiredService<AppDb>().TakePlacesAsync(list, [i / 4, 1000 + i], CancellationToken.None)).Contains(i / 4));
        }));

        Assert.All(taken.GroupBy(t => t.Place), place => Assert.Equal(1, place.Count(t => t.Got)));
    }

    [Theory, Engines]
    public async Task Old_status_lists_are_signed_anew_by_the_clock_though_both_nodes_do_it_at_once(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var work = await SignedWork.ArrangeAsync(pair.A);
        pair.A.Clock.Advance(TimeSpan.FromHours(13));
        pair.B.Clock.Advance(TimeSpan.FromHours(13));
        var now = pair.A.Clock.GetUtcNow().UtcDateTime;

        await Task.WhenAll(new[] { pair.A, pair.B }.Select(node => node.Services.GetServices<IHostedService>().OfType<StatusKeeping>().Single().RunAsync(CancellationToken.None)));

        await work.InAsync(async (db, _) =>
        {
            var lists = await db.StatusLists.AsNoTracking().ToListAsync();
            Assert.NotEmpty(lists);
            Assert.All(lists, list => Assert.Equal(now, list.SignedAt));
        });
    }

    [Theory, Engines]
    public async Task A_school_that_closes_at_one_node_is_closed_at_the_other(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var school = await ClosingSchool.ArrangeAsync(pair.A);
        using var atA = await school.Work.SignInAsync(school.Work.TeacherId);
        using var atB = atA.At(pair.B);
        var waiting = await atB.GetPageAsync((await atB.GetPageAsync("/reviews")).One(".entry a[href^='/reviews/']").GetAttribute("href")!);
        using var stranger = pair.B.NewBrowser();
        var before = await stranger.GetPageAsync($"/verify/{school.Paper.Code}");
        await LookAsync(pair.B);

        await school.CloseAsync(school.Successor.Npsn);
        await LookAsync(pair.B);
        var after = await stranger.GetPageAsync($"/verify/{school.Paper.Code}");
        var refused = await atB.SubmitAsync(waiting, Endorse, ("Statement", "Saya melihat pekerjaannya."));

        Assert.DoesNotContain(school.Successor.Npsn, before.Text, StringComparison.Ordinal);
        Assert.Contains("genuine-current", after.One(".verdict").ClassList);
        Assert.Contains(school.Successor.Npsn, after.One("#what + .facts").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("sudah ditutup", refused.One(".errors").TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Two_schools_that_close_into_each_other_at_once_never_both_do(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var (one, two) = (await TestSchool.OpenAsync(pair.A), await TestSchool.OpenAsync(pair.A));

        var refusals = await Task.WhenAll(
            ClosingSchool.TryCloseAsync(pair.A, one.School.Id, two.School.Npsn),
            ClosingSchool.TryCloseAsync(pair.B, two.School.Id, one.School.Npsn));

        var refused = Assert.Single(refusals, r => r is not null);
        // Whoever was slower found the other closed already, or was told when saving.
        Assert.Contains(refused!.Code, new[] { "successor-unfit", "school-changed" });
        Assert.Equal(1, await one.FromDbAsync(db => db.Schools.CountAsync(s => s.ClosedAt != null)));
        Assert.Equal(1, await one.FromDbAsync(db => db.AuditEvents.CountAsync(e => e.Action == "school-closed")));
    }

    [Theory, Engines]
    public async Task A_school_that_is_closed_twice_at_once_closes_once(string engine)
    {
        await using var pair = await Pair.StartAsync(engine);
        var work = await SignedWork.ArrangeAsync(pair.A);

        var refusals = await Task.WhenAll(new[] { pair.A, pair.B }.Select(node => ClosingSchool.TryCloseAsync(node, work.SchoolId, null)));

        var refused = Assert.Single(refusals, r => r is not null);
        Assert.Contains(refused!.Code, new[] { "school-closed", "school-changed" });
        await work.InAsync(async (db, _) =>
        {
            Assert.Equal(1, await db.AuditEvents.CountAsync(e => e.Action == "school-closed"));
            var school = await db.Issuers.SingleAsync(i => i.Kind == IssuerKind.School && i.SchoolId == work.SchoolId);
            Assert.Equal(2, await db.IssuerKeys.CountAsync(k => k.IssuerId == school.Id));
        });
    }

    [Theory, Engines]
    public async Task Files_announced_at_both_nodes_in_the_same_moment_have_the_schools_room_once(string engine)
    {
        await using var pair = await Pair.StartAsync(engine, new KeyValuePair<string, string>("Limits:SchoolBytes", "30000"));
        var school = await TestSchool.OpenAsync(pair.A);
        using var first = await TusBench.OpenAsync(school);
        using var second = await TusBench.OpenAsync(school);
        Browser[] nodes = [first.Browser, second.Browser.At(pair.B)];
        Guid[] entries = [first.Entry, second.Entry];

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads");
            request.Headers.Add("Tus-Resumable", "1.0.0");
            request.Headers.Add("Upload-Length", "10000");
            request.Headers.Add("Upload-Metadata", TusBench.Metadata(entries[i % 2], $"{i}.jpg"));
            using var answer = await nodes[i % 2].SendAsync(request);
            return answer.StatusCode;
        }));

        Assert.Equal((3, 17), (answers.Count(a => a == HttpStatusCode.Created), answers.Count(a => a == HttpStatusCode.RequestEntityTooLarge)));
        nodes[1].Dispose();
    }

    private static async Task<(TestSchool School, Browser Teacher, IReadOnlyList<Guid> Entries)> QueueAsync(WebApp app, int count)
    {
        var school = await TestSchool.OpenAsync(app);
        var teacher = await school.StaffAsync(Role.Teacher, reach: school.Welding);
        List<Guid> entries = [];
        for (var i = 0; i < count; i++)
        {
            entries.Add(await school.EntryAsync(await school.StudentAsync()));
        }
        return (school, await school.SignInAsync(teacher), entries);
    }

    private static async Task<Page> EndorseAsync(Browser teacher, Guid entry)
    {
        var answer = await teacher.SubmitAsync(await teacher.GetPageAsync($"/reviews/{entry}"), Endorse, ("Statement", "Saya melihat pekerjaannya."));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }

    private static Task LookAsync(WebApp node) => node.Services.GetRequiredService<OtherNodes>().LookAsync(CancellationToken.None);

    private static async Task<string> KeysAsync(WebApp node)
    {
        using var client = node.NewClient();
        return await client.GetStringAsync("/.well-known/did.json");
    }

    private sealed class Pair(Home home, WebApp a, WebApp b) : IAsyncDisposable
    {
        public WebApp A => a;

        public WebApp B => b;

        public static async Task<Pair> StartAsync(string engine, params KeyValuePair<string, string>[] settings)
        {
            var home = await Home.CreateAsync(engine);
            var nodes = await Task.WhenAll(WebApp.StartOnAsync(home, [.. Usual, .. settings]), WebApp.StartOnAsync(home, [.. Usual, .. settings]));
            return new Pair(home, nodes[0], nodes[1]);
        }

        public async ValueTask DisposeAsync()
        {
            await a.DisposeAsync();
            await b.DisposeAsync();
            await home.DisposeAsync();
        }
    }
}
