using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Cvs;

public sealed class NewTests(PageSites sites)
{
    private const string Form = "form[action='/cvs/new']";

    [Theory, Engines]
    public async Task Chosen_entries_stand_on_the_paper_in_the_typed_order(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var form = await browser.GetPageAsync("/cvs/new");
            var own = form.Document.QuerySelectorAll("input[name='Input.Entries']").Select(i => i.GetAttribute("value")!).First(v => v != work.EntryId.ToString());

            var page = await browser.PressAsync(form, Form, "#issue", ("Input.Entries", work.EntryId.ToString()), ("Input.Entries", own), ($"order.{own}", "1"), ($"order.{work.EntryId}", "2"), ("Input.Language", "en"));

            Assert.Equal("/cvs", page.Path);
            var paper = await PaperAsync(work);
            Assert.Contains(CvCode.Written(paper.Code), page.One(".notice.success").TextContent, StringComparison.Ordinal);
            Assert.Equal(("en", own, work.EntryId.ToString()), (paper.Language, paper.Lines[0].EntryId.ToString(), paper.Lines[1].EntryId.ToString()));
            Assert.Equal([Word.Self, Word.Teacher], paper.Lines.Select(l => l.Word));
        }
    }

    [Theory, Engines]
    public async Task Choosing_nothing_is_said_and_what_was_set_stays(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            using var answer = await browser.ForgeAsync(work.App, "/cvs/new", "/cvs/new", ("Input.Language", "en"), ("Input.BirthDate", "true"), ("Input.Contact", "false"), ($"order.{work.EntryId}", "3"));
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("Pilih paling sedikit satu karya", document.QuerySelector("#Input_Entries .error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("#Input_Entries", document.QuerySelector(".errors a")!.GetAttribute("href"));
            Assert.Equal("en", document.QuerySelector("#Input_Language option[selected]")!.GetAttribute("value"));
            Assert.NotNull(document.QuerySelector("#Input_BirthDate[checked]"));
            Assert.Null(document.QuerySelector("#Input_Contact[checked]"));
            Assert.Equal("3", document.QuerySelector($"[name='order.{work.EntryId}']")!.GetAttribute("value"));
            await work.InAsync(async (db, _) => Assert.False(await db.CvDocuments.AnyAsync(c => c.PersonId == work.StudentId)));
        }
    }

    [Theory, Engines("Input.Language", "xx"), Engines("Input.BirthDate", "mungkin"), Engines("Input.Entries", "bukan-entri")]
    public async Task An_unknown_choice_is_refused(string engine, string field, string value)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            (string Name, string Value)[] fields = [("Input.Language", "id"), ("Input.Entries", work.EntryId.ToString())];

            using var answer = await browser.ForgeAsync(work.App, "/cvs/new", "/cvs/new", [.. fields.Where(f => f.Name != field || field == "Input.Entries"), (field, value)]);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            await work.InAsync(async (db, _) => Assert.False(await db.CvDocuments.AnyAsync(c => c.PersonId == work.StudentId)));
        }
    }

    [Theory, Engines]
    public async Task Work_of_others_and_what_is_in_the_bin_never_stands_on_a_paper(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        var other = await SignedWork.ArrangeAsync(work.App);
        using (browser)
        {
            await work.InAsync(async (db, _) =>
            {
                Assert.Null((await db.Entries.SingleAsync(e => e.Id == work.EntryId)).MoveToBin(work.By(work.StudentId)));
                await db.SaveChangesAsync();
            });

            using var answer = await browser.ForgeAsync(work.App, "/cvs/new", "/cvs/new", ("Input.Language", "id"), ("Input.Entries", other.EntryId.ToString()), ("Input.Entries", work.EntryId.ToString()));

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            await work.InAsync(async (db, _) => Assert.False(await db.CvDocuments.AnyAsync(c => c.PersonId == work.StudentId)));
        }
    }

    [Theory, Engines]
    public async Task While_issuing_is_stopped_nothing_is_issued(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            await work.InAsync(async (db, _) =>
            {
                (await db.Memberships.SingleAsync(m => m.PersonId == work.StudentId)).StopIssuing(work.By(work.StudentId, "Sedang diperiksa."));
                await db.SaveChangesAsync();
            });

            var page = await browser.PressAsync(await browser.GetPageAsync("/cvs/new"), Form, "#issue");

            Assert.Equal(HttpStatusCode.Conflict, page.Status);
            Assert.Contains("menghentikan penerbitan", page.One(".errors").TextContent, StringComparison.Ordinal);
            await work.InAsync(async (db, _) => Assert.False(await db.CvDocuments.AnyAsync(c => c.PersonId == work.StudentId)));
        }
    }

    [Theory, Engines]
    public async Task What_was_chosen_while_the_session_ended_comes_back_after_signing_in(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        using var browser = await school.SignInAsync(student);
        var form = await browser.GetPageAsync("/cvs/new");
        browser.ForgetCookies();

        var signIn = await browser.PressAsync(form, Form, "#issue", ("Input.Entries", entry.ToString()), ("Input.Language", "en"), ("Input.BirthDate", "true"), ($"order.{entry}", "4"));
        var back = await browser.SubmitAsync(signIn, "form:has(input[type=password])", ("Name", student.Address), ("Password", Browser.DemoPassword));

        Assert.NotNull(back.Document.QuerySelector($"input[value='{entry}'][checked]"));
        Assert.NotNull(back.Document.QuerySelector("#Input_BirthDate[checked]"));
        Assert.Equal("en", back.One("#Input_Language option[selected]").GetAttribute("value"));
        Assert.Equal("4", back.One($"[name='order.{entry}']").GetAttribute("value"));
    }

    [Theory, Engines]
    public async Task Without_any_work_the_page_says_where_to_begin(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await school.SignInAsync(await school.StudentAsync());

        var page = await browser.GetPageAsync("/cvs/new");

        Assert.Null(page.Document.QuerySelector("#issue"));
        Assert.NotNull(page.Document.QuerySelector("a[href='/entries/new']"));
    }

    /// <summary>A real paper over the endorsed entry.</summary>
    /// <returns>Its code, without hyphen.</returns>
    internal static async Task<string> IssueAsync(SignedWork work)
    {
        var code = "";
        await work.InAsync(async (_, services) =>
        {
            var order = new PaperOrder("id", [work.EntryId], Photo: false, BirthDate: false, Address: false, Contact: false);
            var (cv, error, _) = await services.GetRequiredService<Papers>().IssueAsync(work.SchoolId, work.StudentId, order, work.By(work.StudentId), CancellationToken.None);
            Assert.Null(error);
            code = cv!.Code;
        });
        return code;
    }

    private static async Task<CvDocument> PaperAsync(SignedWork work)
    {
        CvDocument? paper = null;
        await work.InAsync(async (db, _) => paper = await db.CvDocuments.AsNoTracking().SingleAsync(c => c.PersonId == work.StudentId));
        return paper!;
    }

    private async Task<(SignedWork Work, Browser Browser)> ArrangeAsync(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        return (work, await work.SignInAsync(work.StudentId));
    }
}
