using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Reviews;

public sealed class ShowTests(PageSites sites)
{
    private const string Endorse = "form[action$='handler=Endorse']";
    private const string HandBack = "form[action$='handler=Return']";
    private const string Decline = "button[formaction]";

    [Theory, Engines]
    public async Task Endorsing_signs_the_revision_and_leads_on_to_the_next(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, ago: TimeSpan.FromHours(2));
        var following = await school.EntryAsync(student, TestSchool.Project("Meja lipat"), ago: TimeSpan.FromHours(1));
        var submitted = (await school.EntryNowAsync(entry)).SubmittedRevisionId;
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/reviews/{entry}"), Endorse, ("Start", "1"), ("Statement", "Sambungannya rapi."));

        Assert.Equal($"/reviews/{entry}", page.Path);
        Assert.Contains("Disahkan dan ditandatangani", page.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a.button[href='/reviews/{following}']"));
        var now = await school.EntryNowAsync(entry);
        Assert.Equal((EntryState.Endorsed, Word.Teacher, submitted), (now.State, now.Word, now.EndorsedRevisionId));
        var endorsement = await school.FromDbAsync(db => db.Endorsements.SingleAsync(e => e.EntryId == entry));
        Assert.Equal("Saya sudah memeriksa sendiri hasilnya; sesuai dengan yang ditulis di sini. Sambungannya rapi.", endorsement.Statement);
        var signed = await school.FromDbAsync(db => db.Credentials.Where(c => c.EntryId == entry).ToListAsync());
        Assert.Equal([CredentialKind.OpenBadge, CredentialKind.Endorsement], signed.Select(c => c.Kind).Order());
        Assert.True(await school.FromDbAsync(db => db.AuditEvents.AnyAsync(e => e.Subject == entry && e.Action == "entry-endorsed")));
    }

    [Theory, Engines]
    public async Task An_endorsement_without_a_word_is_refused_and_nothing_is_signed(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/reviews/{entry}"), Endorse, ("Statement", "  "));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Pilih satu kalimat", page.FieldErrors()["Statement"].Single(), StringComparison.Ordinal);
        Assert.Equal(EntryState.Submitted, (await school.EntryNowAsync(entry)).State);
        Assert.False(await school.FromDbAsync(db => db.Credentials.AnyAsync(c => c.EntryId == entry)));
    }

    [Theory, Engines]
    public async Task A_decision_on_a_version_that_the_student_has_changed_since_answers_409_and_keeps_what_was_typed(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        var seen = await browser.GetPageAsync($"/reviews/{entry}");
        await school.HandInAnewAsync(entry, student, TestSchool.Project(done: "Sudah diubah."));

        var endorsed = await browser.SubmitAsync(seen, Endorse, ("Statement", "Saya melihatnya."));
        var returned = await browser.SubmitAsync(seen, HandBack, ("Reason", "Tambah foto."));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (endorsed.Status, returned.Status));
        Assert.Contains("Saya melihatnya.", endorsed.One("textarea[name=Statement]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Tambah foto.", returned.One("textarea[name=Reason]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Sudah diubah.", endorsed.Text, StringComparison.Ordinal);
        Assert.Equal(EntryState.Submitted, (await school.EntryNowAsync(entry)).State);
    }

    [Theory, Engines]
    public async Task Of_two_teachers_at_once_the_second_is_told(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var first = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var second = await school.SignInAsync(await school.StaffAsync(Role.Teacher, "Joko Susilo, S.T.", reach: school.Welding));
        var firstPage = await first.GetPageAsync($"/reviews/{entry}");
        var secondPage = await second.GetPageAsync($"/reviews/{entry}");

        await first.SubmitAsync(firstPage, Endorse, ("Start", "0"));
        var late = await second.SubmitAsync(secondPage, Endorse, ("Start", "0"));
        var lateReturn = await second.SubmitAsync(secondPage, HandBack, ("Reason", "Belum rapi."));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (late.Status, lateReturn.Status));
        Assert.Contains("Ini sudah disahkan.", late.One(".errors").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await school.FromDbAsync(db => db.Endorsements.CountAsync(e => e.EntryId == entry)));
        Assert.Equal(EntryState.Endorsed, (await school.EntryNowAsync(entry)).State);
    }

    [Theory, Engines]
    public async Task Sending_back_needs_a_reason_which_the_student_then_reads(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        var refused = await browser.SubmitAsync(await browser.GetPageAsync($"/reviews/{entry}"), HandBack);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Single(refused.FieldErrors()["Reason"]);

        var done = await browser.SubmitAsync(refused, HandBack, ("Reason", "Tambahkan foto sambungan sudut."));
        Assert.Contains("Dikembalikan", done.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Equal(EntryState.Returned, (await school.EntryNowAsync(entry)).State);
        using var own = await school.SignInAsync(student);
        Assert.Contains("Tambahkan foto sambungan sudut.", (await own.GetPageAsync($"/entries/{entry}")).Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Declining_says_so_in_the_history(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        await browser.SubmitAsync(await browser.GetPageAsync($"/reviews/{entry}"), HandBack, [("Reason", "Ini karya kelas lain.")], [], Decline);

        Assert.Equal(EntryState.Declined, (await school.EntryNowAsync(entry)).State);
        Assert.True(await school.FromDbAsync(db => db.ReviewEvents.AnyAsync(e => e.EntryId == entry && e.Step == ReviewStep.Declined && e.Text == "Ini karya kelas lain.")));
    }

    [Theory, Engines]
    public async Task What_changed_since_the_last_answer_is_marked(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, TestSchool.Project(done: "Mengelas rak."));
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        await browser.SubmitAsync(await browser.GetPageAsync($"/reviews/{entry}"), HandBack, ("Reason", "Ceritakan lebih banyak."));
        await school.HandInAnewAsync(entry, student, TestSchool.Project(done: "Memotong, lalu mengelas rak."));

        var page = await browser.GetPageAsync($"/reviews/{entry}");

        Assert.Equal(1, page.Document.QuerySelectorAll("dt .chip").Length);
        Assert.Equal("Mengelas rak.", page.One("dd del").TextContent);
    }

    [Theory, Engines]
    public async Task A_certificate_needs_three_ticks_and_then_a_second_person(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync(), TestSchool.Certificate());
        using var checker = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var confirmer = await school.SignInAsync(await school.StaffAsync(Role.Bkk, "Dewi Anggraini"));

        var untouched = await checker.SubmitAsync(await checker.GetPageAsync($"/reviews/{entry}"), Endorse, ("SeenNumber", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, untouched.Status);
        Assert.Equal(["SeenBody", "SeenExpiry"], untouched.FieldErrors().Select(e => e.Key).Order());

        var halfway = await checker.SubmitAsync(untouched, Endorse, ("SeenNumber", "true"), ("SeenBody", "true"), ("SeenExpiry", "true"));
        Assert.Empty(halfway.Document.QuerySelectorAll(Endorse));
        Assert.Equal((true, Word.Teacher), ((await school.EntryNowAsync(entry)).AwaitsConfirmation, (await school.EntryNowAsync(entry)).Word));
        Assert.Empty((await checker.GetPageAsync("/reviews")).Document.QuerySelectorAll("#confirm"));

        Assert.Contains("Perlu konfirmasi (1)", (await confirmer.GetPageAsync("/reviews")).Text, StringComparison.Ordinal);
        await confirmer.SubmitAsync(await confirmer.GetPageAsync($"/reviews/{entry}"), Endorse, ("Start", "0"));

        var now = await school.EntryNowAsync(entry);
        Assert.Equal((false, Word.Certificate), (now.AwaitsConfirmation, now.Word));
        var roles = await school.FromDbAsync(db => db.Endorsements.Where(e => e.EntryId == entry).Select(e => e.Role).ToListAsync());
        Assert.Equal([EndorserRole.Checker, EndorserRole.Confirmer], roles.Order());
    }

    [Theory, Engines]
    public async Task Who_checked_a_certificate_cannot_confirm_it_too(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync(), TestSchool.Certificate());
        using var checker = await school.SignInAsync(await school.StaffAsync(Role.Operator));
        var form = await checker.GetPageAsync($"/reviews/{entry}");
        await checker.SubmitAsync(form, Endorse, ("SeenNumber", "true"), ("SeenBody", "true"), ("SeenExpiry", "true"));

        var again = await checker.SubmitAsync(form, Endorse, ("SeenNumber", "true"), ("SeenBody", "true"), ("SeenExpiry", "true"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("orang lain yang mengonfirmasi", again.One(".errors").TextContent, StringComparison.Ordinal);
        Assert.Equal(Word.Teacher, (await school.EntryNowAsync(entry)).Word);
    }

    [Theory, Engines]
    public async Task While_issuing_is_stopped_for_a_student_nothing_is_endorsed(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        var seen = await browser.GetPageAsync($"/reviews/{entry}");
        await school.InDbAsync(async db =>
        {
            (await db.Memberships.SingleAsync(m => m.PersonId == student.Id)).StopIssuing(new SmkPortfolio.Domain.Change(student.Id, school.Now, "Sedang diperiksa."));
            await db.SaveChangesAsync();
        });

        var page = await browser.SubmitAsync(seen, Endorse, ("Start", "0"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll(Endorse));
        Assert.Equal(EntryState.Submitted, (await school.EntryNowAsync(entry)).State);
    }

    [Theory, Engines]
    public async Task Out_of_reach_own_unknown_and_never_handed_in_work_is_not_found(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var teacher = await school.StaffAsync(Role.Teacher, reach: school.Welding);
        var elsewhere = await school.EntryAsync(await school.StudentAsync(group: school.Culinary));
        var draft = await school.EntryAsync(await school.StudentAsync(), handedIn: false);
        var own = await school.EntryAsync(teacher, TestSchool.Project());
        using var browser = await school.SignInAsync(teacher);

        foreach (var id in new[] { elsewhere, draft, own, Guid.CreateVersion7() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/reviews/{id}")).Status);
        }
    }

    [Theory, Engines]
    public async Task A_form_for_one_entry_does_not_decide_on_another_that_is_out_of_reach(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var mine = await school.EntryAsync(await school.StudentAsync());
        var foreign = await school.EntryAsync(await school.StudentAsync(group: school.Culinary));
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        var token = (await browser.GetPageAsync($"/reviews/{mine}")).One(Endorse + " input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var revision = (await school.EntryNowAsync(foreign)).SubmittedRevisionId.ToString()!;

        foreach (var handler in new[] { "Endorse", "Return", "Decline" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(school.App.Address, $"/reviews/{foreign}?handler={handler}"))
            {
                Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Revision", revision), new("Start", "0"), new("Reason", "x")]),
            };
            using var answer = await browser.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal(EntryState.Submitted, (await school.EntryNowAsync(foreign)).State);
    }

    [Theory, Engines]
    public async Task A_decision_without_the_forms_token_is_refused(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(school.App.Address, $"/reviews/{entry}?handler=Decline"))
        {
            Content = new FormUrlEncodedContent([new("Revision", (await school.EntryNowAsync(entry)).SubmittedRevisionId.ToString()!), new("Reason", "x")]),
        };

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(EntryState.Submitted, (await school.EntryNowAsync(entry)).State);
    }

    [Theory, Engines]
    public async Task A_reason_typed_while_the_session_ended_comes_back_after_signing_in(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync());
        var teacher = await school.StaffAsync(Role.Teacher, reach: school.Welding);
        using var browser = await school.SignInAsync(teacher);
        var form = await browser.GetPageAsync($"/reviews/{entry}");
        browser.ForgetCookies();

        var signIn = await browser.SubmitAsync(form, HandBack, ("Reason", "Tambahkan ukuran."));
        Assert.StartsWith("/account/login?", signIn.Path, StringComparison.Ordinal);
        var back = await browser.SubmitAsync(signIn, "form:has(input[type=password])", ("Name", teacher.Address), ("Password", Browser.DemoPassword));

        Assert.Contains("Tambahkan ukuran.", back.One("textarea[name=Reason]").TextContent, StringComparison.Ordinal);
        Assert.Equal(EntryState.Submitted, (await school.EntryNowAsync(entry)).State);
    }
}
