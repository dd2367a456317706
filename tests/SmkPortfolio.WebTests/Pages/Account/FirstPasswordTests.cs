using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;
using SignIn = SmkPortfolio.Data.Account;

namespace SmkPortfolio.WebTests.Pages.Account;

public sealed class FirstPasswordTests(PageSites sites)
{
    private const string Form = "form[action^='/account/password']";
    private const string Own = "kalimat yang hanya saya tahu";

    [Theory, Engines]
    public async Task A_given_password_leads_from_every_page_to_the_one_that_changes_it(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await SignedInAsync(school, await GivenAsync(school));

        foreach (var path in new[] { "/reviews?Kind=project", "/reviews/endorsements", "/verify", "/guardian" })
        {
            Assert.Equal("/account/password?returnUrl=" + Uri.EscapeDataString(path), (await browser.GetAsync(path)).Path);
        }
        var page = await browser.GetAsync("/");
        Assert.Equal("/account/password", page.Path);
        Assert.Contains("diberikan orang lain", page.One(".notice.info").TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Doors_for_machines_answer_403_with_problem_details_until_then(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await SignedInAsync(school, await GivenAsync(school));

        foreach (var (method, path) in new[] { (HttpMethod.Get, $"/revisions/{Guid.CreateVersion7()}"), (HttpMethod.Get, $"/evidence/{Guid.CreateVersion7()}"), (HttpMethod.Post, "/api/v1/verify") })
        {
            using var request = new HttpRequestMessage(method, new Uri(school.App.Address, path));
            using var answer = await browser.SendAsync(request);
            Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Theory, Engines]
    public async Task A_form_sent_past_the_page_changes_nothing(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var browser = await SignedInAsync(school, await GivenAsync(school));
        var token = (await browser.GetPageAsync("/account/password")).One(Form + " input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(school.App.Address, $"/reviews/{entry}?handler=Return"))
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Revision", (await school.EntryNowAsync(entry)).SubmittedRevisionId.ToString()!), new("Reason", "x")]),
        };

        using var answer = await browser.SendAsync(request);

        Assert.Equal((HttpStatusCode.Redirect, "/account/password"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(Domain.Entries.EntryState.Submitted, (await school.EntryNowAsync(entry)).State);
    }

    [Theory, Engines]
    public async Task With_a_password_of_ones_own_one_comes_to_where_one_wanted(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var person = await GivenAsync(school);
        using var browser = school.App.NewBrowser();
        var login = await browser.GetAsync("/reviews?Kind=project");
        var asked = await browser.SubmitAsync(login, "form:has(input[type=password])", ("Name", person.Address), ("Password", Browser.DemoPassword));

        var same = await browser.SubmitAsync(asked, Form, ("Old", Browser.DemoPassword), ("New", Browser.DemoPassword), ("Repeat", Browser.DemoPassword));
        var wrong = await browser.SubmitAsync(same, Form, ("Old", "bukan yang itu"), ("New", Own), ("Repeat", Own));
        var stillClosed = await browser.GetAsync("/reviews");
        var done = await browser.SubmitAsync(wrong, Form, ("Old", Browser.DemoPassword), ("New", Own), ("Repeat", Own));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (same.Status, wrong.Status));
        Assert.Equal(("New", "Old"), (same.FieldErrors().Single().Key, wrong.FieldErrors().Single().Key));
        Assert.StartsWith("/account/password", stillClosed.Path, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "/reviews?Kind=project"), (done.Status, done.Path));
        Assert.False(await school.FromDbAsync(db => db.Set<SignIn>().Where(a => a.Id == person.Id).Select(a => a.MustChangePassword).SingleAsync()));
        using var later = await school.App.SignedInAsync(person.Address, Own);
        Assert.Equal("/reviews", (await later.GetPageAsync("/reviews")).Path);
    }

    [Theory, Engines]
    public async Task A_foreign_address_to_return_to_is_dropped_and_signing_out_stays_open(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await SignedInAsync(school, await GivenAsync(school));

        var page = await browser.GetPageAsync("/account/password?returnUrl=https%3A%2F%2Fevil.example%2F");
        Assert.Equal("/account/password", page.One(Form).GetAttribute("action"));
        await browser.SubmitAsync(page, "form[action='/account/logout']");

        Assert.Equal("/verify", (await browser.GetPageAsync("/verify")).Path);
    }

    private static async Task<TestPerson> GivenAsync(TestSchool school)
    {
        var person = await school.StaffAsync(Role.Teacher, reach: school.Welding);
        await school.InDbAsync(async db =>
        {
            (await db.Set<SignIn>().SingleAsync(a => a.Id == person.Id)).MustChangePassword = true;
            await db.SaveChangesAsync();
        });
        return person;
    }

    private static async Task<Browser> SignedInAsync(TestSchool school, TestPerson person)
    {
        var browser = school.App.NewBrowser();
        await browser.TrySignInAsync(person.Address, Browser.DemoPassword);
        return browser;
    }
}
