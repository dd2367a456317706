using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Cvs;

/// <summary>One paper, and what changed between two.</summary>
public sealed class ShowTests(PageSites sites)
{
    [Theory, Engines]
    public async Task A_paper_shows_its_facts_its_lines_and_what_can_be_done(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var paper = await IssueAsync(work, "PT Uji");

            var page = await browser.GetPageAsync($"/cvs/{paper.Id}");

            Assert.Contains(CvCode.Written(paper.Code), page.Text, StringComparison.Ordinal);
            Assert.Contains("PT Uji", page.Text, StringComparison.Ordinal);
            Assert.Contains("Rak sepatu besi siku", page.Text, StringComparison.Ordinal);
            Assert.Equal("application/pdf", (await browser.GetAsync(page.One("a[download][href*='handler=Pdf']").GetAttribute("href")!)).MediaType);
            Assert.NotNull(page.One($"a[href='/cvs/new?from={paper.Id}']"));
            Assert.Empty(page.Document.QuerySelectorAll("a[href*='/changes']"));
        }
    }

    [Theory, Engines]
    public async Task Papers_of_others_are_not_found(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        var other = await SignedWork.ArrangeAsync(work.App);
        using (browser)
        {
            var (mine, theirs) = (await IssueAsync(work), await IssueAsync(other));

            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cvs/{theirs.Id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cvs/{mine.Id}/changes?since={theirs.Id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cvs/{mine.Id}/changes")).Status);
        }
    }

    [Theory, Engines]
    public async Task Two_issues_are_compared_field_by_field_whichever_is_named_first(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var before = await IssueAsync(work);
            await work.InAsync(async (db, _) =>
            {
                var portfolio = await db.Portfolios.SingleAsync(p => p.PersonId == work.StudentId);
                Assert.Empty(portfolio.Write(new Bilingual("Juru las bersertifikat"), Bilingual.Empty, portfolio.Skills, portfolio.Contact, portfolio.Version, work.By(work.StudentId)));
                await db.SaveChangesAsync();
            });
            var after = await IssueAsync(work, all: true);

            var page = await browser.GetPageAsync($"/cvs/{before.Id}/changes?since={after.Id}");
            var rows = page.Document.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))).ToList();

            Assert.Contains("Judul diri pada portofoliomu|Juru las muda|Juru las bersertifikat", rows, StringComparer.OrdinalIgnoreCase);
            Assert.Contains(rows, r => r.EndsWith("|–|Pagar teralis rumah", StringComparison.Ordinal));
            Assert.Equal(2, rows.Count);
            Assert.NotNull((await browser.GetPageAsync($"/cvs/{after.Id}")).One($"a[href='/cvs/{after.Id}/changes?since={before.Id}']"));
        }
    }

    [Theory, Engines]
    public async Task Equal_issues_say_so_and_one_without_content_cannot_be_compared(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        var old = await work.AddPaperAsync();
        using (browser)
        {
            var (one, two) = (await IssueAsync(work), await IssueAsync(work));

            Assert.Contains("Isinya sama.", (await browser.GetPageAsync($"/cvs/{two.Id}/changes?since={one.Id}")).Text, StringComparison.Ordinal);
            Assert.Contains("terlalu lama", (await browser.GetPageAsync($"/cvs/{two.Id}/changes?since={old.Id}")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/cvs/{old.Id}")).Status);
        }
    }

    private static async Task<CvDocument> IssueAsync(SignedWork work, string audience = "", bool all = false)
    {
        CvDocument? paper = null;
        await work.InAsync(async (db, services) =>
        {
            List<Guid> lines = [work.EntryId];
            if (all)
            {
                lines.Add(await db.Entries.Where(e => e.PersonId == work.StudentId && e.Id != work.EntryId && e.LastRevisionNumber > 0).Select(e => e.Id).SingleAsync());
            }
            var order = new PaperOrder("id", lines, Photo: false, BirthDate: false, Address: false, Contact: false) { Audience = audience };
            (paper, var error, _) = await services.GetRequiredService<Web.Issuing.Papers>().IssueAsync(work.SchoolId, work.StudentId, order, work.By(work.StudentId), CancellationToken.None);
            Assert.Null(error);
        });
        return paper!;
    }

    private async Task<(SignedWork Work, Browser Browser)> ArrangeAsync(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        return (work, await work.SignInAsync(work.StudentId));
    }
}
