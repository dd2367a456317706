using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Cvs;

public sealed class IndexTests(PageSites sites)
{
    private const string Withdraw = "form[action$='handler=Withdraw']";

    [Theory, Engines]
    public async Task Only_students_have_these_pages(string engine)
    {
        var app = (await sites.SchoolAsync(engine)).App;
        var work = await SignedWork.ArrangeAsync(app);
        using var stranger = app.NewBrowser();
        using var teacher = await work.SignInAsync(work.TeacherId);

        foreach (var path in new[] { "/cvs", "/cvs/new", $"/cvs?handler=Pdf&id={Guid.CreateVersion7()}" })
        {
            Assert.StartsWith("/account/login", (await stranger.GetAsync(path)).Path, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(path)).Status);
        }
    }

    [Theory, Engines]
    public async Task An_issued_paper_is_listed_fetched_withdrawn_and_then_shown_as_withdrawn_to_whoever_checks(string engine)
    {
        var app = (await sites.SchoolAsync(engine)).App;
        var work = await SignedWork.ArrangeAsync(app);
        var code = await NewTests.IssueAsync(work);
        using var browser = await work.SignInAsync(work.StudentId);
        using var stranger = app.NewBrowser();

        var page = await browser.GetPageAsync("/cvs");
        Assert.Contains(CvCode.Written(code), page.Text, StringComparison.Ordinal);
        var pdf = await browser.GetAsync(page.One("a[download][href*='handler=Pdf']").GetAttribute("href")!);
        Assert.Equal("application/pdf", pdf.MediaType);
        Assert.True(pdf.Body.AsSpan().StartsWith("%PDF-"u8));

        var done = await browser.SubmitAsync(page, Withdraw, ("reason", "Salah alamat."));
        Assert.Contains(CvCode.Written(code), done.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Contains("Salah alamat.", done.Text, StringComparison.Ordinal);
        Assert.Empty(done.Document.QuerySelectorAll(Withdraw));
        Assert.Contains("Salah alamat.", (await stranger.GetAsync($"/verify/{code}")).Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_reason_that_is_too_long_is_said_beside_the_field_and_stays_and_the_paper_stands(string engine)
    {
        var app = (await sites.SchoolAsync(engine)).App;
        var work = await SignedWork.ArrangeAsync(app);
        var paper = await work.AddPaperAsync();
        using var browser = await work.SignInAsync(work.StudentId);

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/cvs"), Withdraw, ("reason", new string('a', 301)));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("300", page.FieldErrors()["reason"].Single(), StringComparison.Ordinal);
        Assert.Equal(301, page.One("[name=reason]").GetAttribute("value")!.Length);
        Assert.NotNull(page.One("details:has([name=reason])").GetAttribute("open"));
        await work.InAsync(async (db, _) => Assert.True((await db.CvDocuments.SingleAsync(c => c.Id == paper.Id)).Stands));
    }

    [Theory, Engines]
    public async Task Withdrawing_twice_answers_409(string engine)
    {
        var app = (await sites.SchoolAsync(engine)).App;
        var work = await SignedWork.ArrangeAsync(app);
        await NewTests.IssueAsync(work);
        using var browser = await work.SignInAsync(work.StudentId);
        var page = await browser.GetPageAsync("/cvs");
        await browser.SubmitAsync(page, Withdraw);

        var again = await browser.SubmitAsync(page, Withdraw);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("sudah dicabut", again.One(".errors").TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Papers_of_others_and_unknown_ones_are_neither_fetched_nor_withdrawn(string engine)
    {
        var app = (await sites.SchoolAsync(engine)).App;
        var owner = await SignedWork.ArrangeAsync(app);
        var paper = await owner.AddPaperAsync();
        var other = await SignedWork.ArrangeAsync(app);
        using var browser = await other.SignInAsync(other.StudentId);

        foreach (var id in new[] { paper.Id, Guid.CreateVersion7() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cvs?handler=Pdf&id={id}")).Status);
            using var answer = await browser.ForgeAsync(app, "/cvs/new", "/cvs?handler=Withdraw", ("id", id.ToString()), ("reason", "x"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.DoesNotContain(CvCode.Written(paper.Code), (await browser.GetPageAsync("/cvs")).Text, StringComparison.Ordinal);
        await owner.InAsync(async (db, _) => Assert.True((await db.CvDocuments.SingleAsync(c => c.Id == paper.Id)).Stands));
    }

    [Theory, Engines]
    public async Task Without_the_forms_token_nothing_is_withdrawn_or_issued(string engine)
    {
        var app = (await sites.SchoolAsync(engine)).App;
        var work = await SignedWork.ArrangeAsync(app);
        var paper = await work.AddPaperAsync();
        using var browser = await work.SignInAsync(work.StudentId);

        using var withdrawn = await browser.PostAsync(app, "/cvs?handler=Withdraw", ("id", paper.Id.ToString()));
        using var issued = await browser.PostAsync(app, "/cvs/new", ("Input.Language", "id"), ("Input.Entries", work.EntryId.ToString()));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (withdrawn.StatusCode, issued.StatusCode));
        await work.InAsync(async (db, _) => Assert.True((await db.CvDocuments.SingleAsync(c => c.PersonId == work.StudentId)).Stands));
    }
}
