using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Students;

public sealed class ShowTests(PageSites sites)
{
    private const string Stop = "form[action$='handler=Stop']";
    private const string Resume = "form[action$='handler=Resume']";

    [Theory, Engines]
    public async Task Stopping_and_allowing_again_say_why_to_the_student_and_stand_in_the_audit(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Operator, "Agus Setiawan"));
        using var own = await school.SignInAsync(student);
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        var stopped = await browser.SubmitAsync(await browser.GetPageAsync($"/students/{student.Id}"), Stop, ("Reason", "Foto rak ini milik siapa?"));

        Assert.Contains("Dihentikan.", stopped.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Contains("Agus Setiawan", stopped.One(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Contains("Foto rak ini milik siapa?", (await own.GetPageAsync("/")).One(".notice.warning").TextContent, StringComparison.Ordinal);
        Assert.Empty((await teacher.GetPageAsync($"/reviews/{entry}")).Document.QuerySelectorAll("form[action$='handler=Endorse']"));

        var allowed = await browser.SubmitAsync(stopped, Resume, ("Reason", "Sudah jelas: karya sendiri."));

        Assert.Contains("Diizinkan lagi.", allowed.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Empty((await own.GetPageAsync("/")).Document.QuerySelectorAll(".notice.warning"));
        Assert.Single((await teacher.GetPageAsync($"/reviews/{entry}")).Document.QuerySelectorAll("form[action$='handler=Endorse']"));
        Assert.Equal([("issuing-stopped", "Foto rak ini milik siapa?"), ("issuing-resumed", "Sudah jelas: karya sendiri.")], await school.FromDbAsync(async db =>
            (await db.AuditEvents.Where(e => e.Subject == student.Id).OrderBy(e => e.Sequence).ToListAsync()).Select(e => (e.Action, e.Why)).ToList()));
    }

    [Theory, Engines]
    public async Task A_reason_is_needed_and_one_that_is_too_long_stays_in_its_field(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Operator));
        var page = await browser.GetPageAsync($"/students/{student.Id}");

        var silent = await browser.SubmitAsync(page, Stop, ("Reason", "  "));
        var tooLong = await browser.SubmitAsync(page, Stop, ("Reason", new string('a', Membership.ReasonMax + 1)));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (silent.Status, tooLong.Status));
        Assert.Single(silent.FieldErrors()["Reason"]);
        Assert.Equal(Membership.ReasonMax + 1, tooLong.One("textarea[name=Reason]").TextContent.Trim().Length);
        Assert.False(await IsStoppedAsync(school, student));
    }

    [Theory, Engines]
    public async Task Stopping_what_is_stopped_and_allowing_what_is_allowed_answers_409(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Operator));
        var open = await browser.GetPageAsync($"/students/{student.Id}");
        var closed = await browser.SubmitAsync(open, Stop, ("Reason", "Diperiksa."));

        var twice = await browser.SubmitAsync(open, Stop, ("Reason", "Sekali lagi."));
        await browser.SubmitAsync(closed, Resume, ("Reason", "Jelas."));
        var resumedTwice = await browser.SubmitAsync(closed, Resume, ("Reason", "Sekali lagi."));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (twice.Status, resumedTwice.Status));
        Assert.Contains("Sekali lagi.", twice.One("textarea").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await school.FromDbAsync(db => db.AuditEvents.CountAsync(e => e.Subject == student.Id)));
    }

    [Theory, Engines]
    public async Task Another_schools_student_an_unknown_one_and_a_colleague_are_not_found(string engine)
    {
        var other = await sites.SchoolAsync(engine);
        var stranger = await other.StudentAsync();
        var school = await sites.SchoolAsync(engine);
        var mine = await school.StudentAsync();
        var colleague = await school.StaffAsync(Role.Teacher);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Operator));
        var token = (await browser.GetPageAsync($"/students/{mine.Id}")).One(Stop + " input[name=__RequestVerificationToken]").GetAttribute("value")!;

        foreach (var id in new[] { stranger.Id, Guid.CreateVersion7(), colleague.Id })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/students/{id}")).Status);
            foreach (var handler in new[] { "Stop", "Resume" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(school.App.Address, $"/students/{id}?handler={handler}"))
                {
                    Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Reason", "x")]),
                };
                using var answer = await browser.SendAsync(request);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
        Assert.False(await IsStoppedAsync(other, stranger));
    }

    [Theory, Engines]
    public async Task Only_the_operator_finds_the_page_and_a_form_without_its_token_changes_nothing(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        foreach (var person in new[] { student, await school.StaffAsync(Role.Teacher, reach: school.Welding), await school.StaffAsync(Role.Bkk), await school.StaffAsync(Role.Principal), await school.GuardianAsync(student) })
        {
            using var browser = await school.SignInAsync(person);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/students/{student.Id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/students")).Status);
        }
        using var stranger = school.App.NewBrowser();
        Assert.StartsWith("/account/login", (await stranger.GetAsync($"/students/{student.Id}")).Path, StringComparison.Ordinal);
        using var keeper = await school.SignInAsync(await school.StaffAsync(Role.Operator));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(school.App.Address, $"/students/{student.Id}?handler=Stop")) { Content = new FormUrlEncodedContent([new("Reason", "x")]) };

        using var answer = await keeper.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await IsStoppedAsync(school, student));
    }

    private static Task<bool> IsStoppedAsync(TestSchool school, TestPerson student) =>
        school.FromDbAsync(db => db.Memberships.AnyAsync(m => m.PersonId == student.Id && m.IssuingStopped));
}
