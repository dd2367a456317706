using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Entries;

public sealed class DoorTests(PageSites sites)
{
    private static readonly string[] Handlers = ["?handler=Submit", "?handler=TakeBack", "?handler=Bin", "?handler=Restore", "/edit", "/edit?handler=Autosave"];

    private static string[] Pages(Guid entry) => ["/entries", "/entries/new", "/entries/bin", $"/entries/{entry}", $"/entries/{entry}/edit"];

    [Theory, Engines]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var browser = school.App.NewBrowser();

        foreach (var path in Pages(entry))
        {
            Assert.StartsWith("/account/login", (await browser.GetAsync(path)).Path, StringComparison.Ordinal);
        }
    }

    [Theory, Engines]
    public async Task The_pages_are_not_there_for_staff_and_guardians(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        TestPerson[] others = [await school.StaffAsync(Role.Teacher, reach: school.Welding), await school.StaffAsync(Role.Principal), await school.GuardianAsync(student)];

        foreach (var other in others)
        {
            using var browser = await school.SignInAsync(other);
            foreach (var path in Pages(entry))
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
            }
        }
    }

    [Theory, Engines]
    public async Task Work_of_another_student_of_another_school_and_of_nobody_is_not_found(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var elsewhere = await sites.SchoolAsync(engine);
        var owner = await school.StudentAsync();
        var drafts = new[] { await school.EntryAsync(owner, handedIn: false), await elsewhere.EntryAsync(await elsewhere.StudentAsync(), handedIn: false) };
        using var browser = await school.SignInAsync(await school.StudentAsync("Citra Lestari"));

        foreach (var id in drafts.Append(Guid.CreateVersion7()))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/entries/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/entries/{id}/edit")).Status);
            foreach (var handler in Handlers)
            {
                using var answer = await browser.ForgeAsync(school.App, "/entries/new", $"/entries/{id}{handler}", ("Version", "1"), ("f.title", "Milikku"), ("f.done", "Kuambil."));
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
        foreach (var id in drafts)
        {
            var now = await school.EntryNowAsync(id);
            Assert.Equal(("Rak sepatu besi siku", EntryState.Draft, false, 1), (now.Title, now.State, now.InBin, now.Version));
        }
        Assert.DoesNotContain("Rak sepatu", (await browser.GetPageAsync("/entries")).Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Without_the_forms_token_nothing_is_done(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);

        foreach (var target in Handlers.Select(h => $"/entries/{entry}{h}").Append("/entries/new"))
        {
            using var answer = await browser.PostAsync(school.App, target, ("Version", "1"), ("f.title", "Lain"), ("f.done", "Lain."));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        var own = await school.FromDbAsync(db => db.Entries.AsNoTracking().SingleAsync(e => e.PersonId == student.Id));
        Assert.Equal(("Rak sepatu besi siku", 1), (own.Title, own.Version));
    }

    [Theory, Engines]
    public async Task A_file_sent_without_signing_in_is_not_taken_and_the_text_comes_back_after_signing_in(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        var form = await browser.GetPageAsync("/entries/new?kind=internship");
        browser.ForgetCookies();

        var signIn = await browser.SubmitAsync(form, "form.card", [("f.title", "PKL di bengkel"), ("f.company", "PT Baja Uji")], [new Upload("Files", "foto.jpg", "image/jpeg", Fixtures.Read("bare.jpg"))]);
        Assert.StartsWith("/account/login?", signIn.Path, StringComparison.Ordinal);
        Assert.False(await school.FromDbAsync(db => db.Evidence.AnyAsync(e => e.SchoolId == school.School.Id)));
        var back = await browser.SubmitAsync(signIn, "form:has(input[type=password])", ("Name", student.Address), ("Password", Browser.DemoPassword));

        Assert.Equal("PKL di bengkel", back.One("[name='f.title']").GetAttribute("value"));
        Assert.Equal("PT Baja Uji", back.One("[name='f.company']").GetAttribute("value"));
        Assert.False(await school.FromDbAsync(db => db.Entries.AnyAsync(e => e.PersonId == student.Id)));
    }

    [Theory, Engines]
    public async Task Autosave_without_a_session_answers_401(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync(), handedIn: false);
        using var browser = school.App.NewBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(school.App.Address, $"/entries/{entry}/edit?handler=Autosave")) { Content = new FormUrlEncodedContent([new("f.title", "x")]) };
        request.Headers.Accept.ParseAdd("application/json");

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
