using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Reviews;

public sealed class BatchTests(PageSites sites)
{
    private const string Queue = "form[action='/reviews/batch']";
    private const string Sign = "form[action='/reviews/batch'][method=post]";
    private const string Said = "Saya membimbing praktik ini.";

    [Theory, Engines]
    public async Task What_was_opened_is_endorsed_as_usual_and_the_rest_is_marked_as_a_batch(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var opened = await school.EntryAsync(student, TestSchool.Project("Rak besi"), ago: TimeSpan.FromHours(2));
        var unopened = await school.EntryAsync(student, TestSchool.Project("Meja lipat"), ago: TimeSpan.FromHours(1));
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        await teacher.GetPageAsync($"/reviews/{opened}");

        var queue = await teacher.GetPageAsync("/reviews");
        var chosen = await teacher.GetPageAsync($"/reviews/batch?pick={opened}&pick={unopened}");
        var done = await teacher.SubmitAsync(chosen, Sign, ("Statement", Said));

        Assert.Equal(2, queue.Document.QuerySelectorAll(Queue + " input[name=pick]").Length);
        Assert.Contains("Sudah Anda buka", queue.Document.QuerySelectorAll(".entry")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("1 karya yang belum Anda buka", chosen.One(".notice.warning").TextContent, StringComparison.Ordinal);
        Assert.Equal("/reviews/batch/done", done.Path);
        Assert.Contains("2 dari 2 disahkan", done.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Contains("ditandai sekaligus", done.Document.QuerySelectorAll(".files li")[1].TextContent, StringComparison.Ordinal);
        var given = await school.FromDbAsync(db => db.Endorsements.Where(e => e.SchoolId == school.School.Id).ToDictionaryAsync(e => e.EntryId));
        Assert.Equal((false, true), (given[opened].Batch, given[unopened].Batch));
        Assert.All(given.Values, e => Assert.Equal(Said, e.Statement));
        Assert.Equal((true, true), (await IsEndorsedAsync(school, opened), await IsEndorsedAsync(school, unopened)));
        Assert.Equal([ReviewStep.Endorsed, ReviewStep.EndorsedInBatch], await school.FromDbAsync(db =>
            db.ReviewEvents.Where(e => e.SchoolId == school.School.Id && e.Text == Said).Select(e => e.Step).OrderBy(s => s).ToListAsync()));
        Assert.Equal(["entry-endorsed", "entry-endorsed-in-batch"], await school.FromDbAsync(db =>
            db.AuditEvents.Where(e => e.SchoolId == school.School.Id && e.Action.StartsWith("entry-endorsed")).Select(e => e.Action).OrderBy(a => a).ToListAsync()));
    }

    [Theory, Engines]
    public async Task The_mark_is_signed_and_the_student_and_the_teacher_read_it(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        await teacher.SubmitAsync(await teacher.GetPageAsync($"/reviews/batch?pick={entry}"), Sign, ("Statement", Said));
        using var own = await school.SignInAsync(student);

        var signed = await school.FromDbAsync(db => db.Credentials.SingleAsync(c => c.EntryId == entry && c.Kind == CredentialKind.Endorsement));
        Assert.Equal(EndorsementClaims.BatchDescription, System.Text.Json.JsonDocument.Parse(signed.Bytes).RootElement.GetProperty("description").GetString());
        Assert.Contains("Disahkan sekaligus bersama karya lain, tanpa dibuka", (await own.GetPageAsync($"/entries/{entry}")).One(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Contains("Sekaligus, tanpa membukanya", (await teacher.GetPageAsync("/reviews/endorsements")).One("article").TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task What_was_handed_in_anew_since_it_was_opened_counts_as_not_opened(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        await teacher.GetPageAsync($"/reviews/{entry}");
        await school.HandInAnewAsync(entry, student, TestSchool.Project(done: "Sudah diubah."));

        await teacher.SubmitAsync(await teacher.GetPageAsync($"/reviews/batch?pick={entry}"), Sign, ("Statement", Said));

        Assert.True(await school.FromDbAsync(db => db.Endorsements.Where(e => e.EntryId == entry).Select(e => e.Batch).SingleAsync()));
    }

    [Theory, Engines]
    public async Task What_a_colleague_opened_counts_as_not_opened(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var colleague = await school.SignInAsync(await school.StaffAsync(Role.Teacher, "Joko Susilo, S.T.", reach: school.Welding));
        await colleague.GetPageAsync($"/reviews/{entry}");
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        await teacher.SubmitAsync(await teacher.GetPageAsync($"/reviews/batch?pick={entry}"), Sign, ("Statement", Said));

        Assert.True(await school.FromDbAsync(db => db.Endorsements.Where(e => e.EntryId == entry).Select(e => e.Batch).SingleAsync()));
    }

    [Theory, Engines]
    public async Task Each_stands_alone_one_that_changed_or_was_endorsed_meanwhile_is_refused_with_its_reason(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var changed = await school.EntryAsync(student, TestSchool.Project("Satu"), ago: TimeSpan.FromHours(3));
        var endorsed = await school.EntryAsync(student, TestSchool.Project("Dua"), ago: TimeSpan.FromHours(2));
        var sound = await school.EntryAsync(student, TestSchool.Project("Tiga"), ago: TimeSpan.FromHours(1));
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var colleague = await school.SignInAsync(await school.StaffAsync(Role.Teacher, "Joko Susilo, S.T.", reach: school.Welding));
        var form = await teacher.GetPageAsync($"/reviews/batch?pick={changed}&pick={endorsed}&pick={sound}");
        await school.HandInAnewAsync(changed, student, TestSchool.Project("Satu", "Sudah diubah."));
        await colleague.SubmitAsync(await colleague.GetPageAsync($"/reviews/{endorsed}"), "form[action$='handler=Endorse']", ("Start", "0"));

        var done = await teacher.SubmitAsync(form, Sign, ("Statement", Said));

        var lines = done.Document.QuerySelectorAll(".files li").Select(l => l.TextContent).ToList();
        Assert.Contains("1 dari 3 disahkan", done.One(".notice.warning").TextContent, StringComparison.Ordinal);
        Assert.Contains("Lihat lagi.", lines[0], StringComparison.Ordinal);
        Assert.Contains("Ini sudah disahkan.", lines[1], StringComparison.Ordinal);
        Assert.Equal((false, true), (await IsEndorsedAsync(school, changed), await IsEndorsedAsync(school, sound)));
        Assert.Equal(1, await school.FromDbAsync(db => db.Endorsements.CountAsync(e => e.EntryId == endorsed)));
    }

    [Theory, Engines]
    public async Task Work_out_of_reach_own_work_work_of_another_school_and_certificates_are_not_endorsed(string engine)
    {
        var other = await sites.SchoolAsync(engine);
        var school = await sites.SchoolAsync(engine);
        var person = await school.StaffAsync(Role.Teacher, reach: school.Welding);
        var student = await school.StudentAsync();
        var sound = await school.EntryAsync(student);
        var outside = new List<Guid>
        {
            await school.EntryAsync(await school.StudentAsync(group: school.Culinary)),
            await school.EntryAsync(person, TestSchool.Project()),
            await other.EntryAsync(await other.StudentAsync()),
            await school.EntryAsync(student, TestSchool.Certificate()),
        };
        var revisions = await school.FromDbAsync(db => db.Entries.Where(e => outside.Contains(e.Id)).Select(e => e.SubmittedRevisionId!.Value).ToListAsync());
        using var teacher = await school.SignInAsync(person);
        var form = await teacher.GetPageAsync($"/reviews/batch?pick={sound}&pick={string.Join("&pick=", outside)}");
        Assert.Single(form.Document.QuerySelectorAll(Sign + " input[name=Revisions]"));
        var token = form.One(Sign + " input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(school.App.Address, "/reviews/batch"))
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Statement", Said), .. revisions.Select(r => KeyValuePair.Create("Revisions", r.ToString()))]),
        };

        using var answer = await teacher.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var done = await teacher.GetPageAsync("/reviews/batch/done");
        Assert.Equal(4, done.Document.QuerySelectorAll(".files li .chip.bad").Length);
        Assert.Equal(3, done.Document.QuerySelectorAll(".files li").Count(l => l.TextContent.Contains("di luar jangkauan Anda", StringComparison.Ordinal)));
        Assert.Equal(0, await school.FromDbAsync(db => db.Endorsements.CountAsync(e => outside.Contains(e.EntryId))));
    }

    [Theory, Engines]
    public async Task Without_a_statement_or_a_tick_nothing_is_signed_and_what_was_typed_stays(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        var form = await teacher.GetPageAsync($"/reviews/batch?pick={entry}");

        var silent = await teacher.SubmitAsync(form, Sign, ("Statement", " "));
        var tooLong = await teacher.SubmitAsync(form, Sign, ("Statement", new string('a', Endorsement.StatementMax + 1)));
        var nothing = await teacher.GetAsync("/reviews/batch");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (silent.Status, tooLong.Status, nothing.Status));
        Assert.Single(silent.FieldErrors()["Statement"]);
        Assert.True(tooLong.One("input[name=Revisions]").HasAttribute("checked"));
        Assert.Equal(Endorsement.StatementMax + 1, tooLong.One("textarea").TextContent.Trim().Length);
        Assert.Contains("Centang", nothing.One(".errors").TextContent, StringComparison.Ordinal);
        Assert.False(await IsEndorsedAsync(school, entry));
    }

    [Theory, Engines]
    public async Task A_student_for_whom_issuing_is_stopped_is_left_out_with_the_reason(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        var form = await teacher.GetPageAsync($"/reviews/batch?pick={entry}");
        await school.InDbAsync(async db =>
        {
            (await db.Memberships.SingleAsync(m => m.PersonId == student.Id)).StopIssuing(new Domain.Change(student.Id, school.Now, "Sedang diperiksa."));
            await db.SaveChangesAsync();
        });

        var done = await teacher.SubmitAsync(form, Sign, ("Statement", Said));

        Assert.Contains("menghentikan penerbitan", done.One(".files li").TextContent, StringComparison.Ordinal);
        Assert.False(await IsEndorsedAsync(school, entry));
    }

    [Theory, Engines]
    public async Task Two_teachers_at_the_same_time_leave_one_endorsement_each_entry(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entries = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            entries.Add(await school.EntryAsync(student, TestSchool.Project($"Karya {i}")));
        }
        using var first = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var second = await school.SignInAsync(await school.StaffAsync(Role.Teacher, "Joko Susilo, S.T.", reach: school.Welding));
        var path = $"/reviews/batch?pick={string.Join("&pick=", entries)}";
        var (one, other) = (await first.GetPageAsync(path), await second.GetPageAsync(path));

        var answers = await Task.WhenAll(
            Task.Run(() => first.SubmitAsync(one, Sign, ("Statement", Said))),
            Task.Run(() => second.SubmitAsync(other, Sign, ("Statement", Said))));

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.OK, "/reviews/batch/done"), (a.Status, a.Path)));
        Assert.Equal(entries.Count, answers.Sum(a => a.Document.QuerySelectorAll(".files li .chip:not(.bad)").Length));
        Assert.Equal(entries.Count, await school.FromDbAsync(db => db.Endorsements.CountAsync(e => entries.Contains(e.EntryId))));
    }

    [Theory, Engines]
    public async Task Students_find_no_such_page_and_the_outcome_without_a_batch_leads_to_the_queue(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var student = await school.SignInAsync(await school.StudentAsync());
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync("/reviews/batch")).Status);
        Assert.Equal("/reviews", (await teacher.GetPageAsync("/reviews/batch/done")).Path);
    }

    private static async Task<bool> IsEndorsedAsync(TestSchool school, Guid entry) => (await school.EntryNowAsync(entry)).State == EntryState.Endorsed;
}
