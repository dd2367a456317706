using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Cvs;

/// <summary>The address of a shared portfolio on a paper.</summary>
public sealed class PrintedAddressTests(PageSites sites)
{
    private const string Tick = "#Input_Link";
    private const string Form = "form[action='/cvs/new']";
    private const string Issue = "#issue";

    [Theory, Engines]
    public async Task An_open_link_is_offered_unticked_printed_when_ticked_and_said_to_be_closed_when_it_is(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var token = await work.ShareAsync();
            var form = await browser.GetPageAsync("/cvs/new?format=drh");
            Assert.False(form.One(Tick).HasAttribute("checked"));
            Assert.Contains("PT Uji", form.One("#Input_Link-hint").TextContent, StringComparison.Ordinal);

            await browser.PressAsync(form, Form, Issue);
            var plain = Assert.Single(await PapersAsync(work));
            await browser.PressAsync(await browser.GetPageAsync("/cvs/new?format=drh"), Form, Issue, ("Input.Link", "true"));
            var printed = Assert.Single(await PapersAsync(work), p => p.Id != plain.Id);

            Assert.Null(FrozenContent.Of(plain)!.Content.Person.Link);
            Assert.Equal($"{WebApps.PublicUrl}/s/{token}", FrozenContent.Of(printed)!.Content.Person.Link);
            Assert.DoesNotContain(token, printed.Order, StringComparison.Ordinal);
            Assert.Contains($"/s/{token}", string.Concat(PdfReadBack.Read(await FileAsync(work, printed)).Pages.Select(p => p.Text)), StringComparison.Ordinal);
            Assert.DoesNotContain("Alamat tercetak", (await browser.GetPageAsync($"/cvs/{plain.Id}")).Text, StringComparison.Ordinal);
            Assert.Contains("Terbuka sampai", (await browser.GetPageAsync($"/cvs/{printed.Id}")).Text, StringComparison.Ordinal);
            Assert.True((await browser.GetPageAsync($"/cvs/new?from={printed.Id}")).One(Tick).HasAttribute("checked"));

            await CloseAsync(work);
            var after = await browser.GetPageAsync($"/cvs/{printed.Id}");
            Assert.Contains($"/s/{token}", after.Text, StringComparison.Ordinal);
            Assert.Contains("Sudah ditutup", after.Text, StringComparison.Ordinal);
            Assert.Equal("genuine-current", (await work.App.JudgeAsync(await FileAsync(work, printed))).Verdict);
        }
    }

    [Theory, Engines]
    public async Task A_link_that_was_closed_while_the_form_was_open_is_not_printed_and_the_form_says_so(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            await work.ShareAsync();
            var form = await browser.GetPageAsync("/cvs/new?format=drh");
            await CloseAsync(work);

            var refused = await browser.PressAsync(form, Form, Issue, ("Input.Link", "true"));

            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("sudah tidak terbuka", refused.One(".errors").TextContent, StringComparison.Ordinal);
            Assert.Empty(refused.Document.QuerySelectorAll(Tick));
            Assert.Empty(await PapersAsync(work));
        }
    }

    [Theory, Engines]
    public async Task Nobody_is_offered_a_link_to_one_paper_a_link_of_others_or_one_on_a_form_without_a_place_for_it(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        var other = await SignedWork.ArrangeAsync(work.App);
        using (browser)
        {
            await other.ShareAsync();
            await work.ShareAsync(paperId: (await work.AddPaperAsync()).Id);
            Assert.Empty((await browser.GetPageAsync("/cvs/new?format=drh")).Document.QuerySelectorAll(Tick));
            await work.ShareAsync();

            Assert.Single((await browser.GetPageAsync("/cvs/new?format=shokumu-keirekisho")).Document.QuerySelectorAll(Tick));
            Assert.Empty((await browser.GetPageAsync("/cvs/new?format=rirekisho")).Document.QuerySelectorAll(Tick));
        }
    }

    [Theory, Engines]
    public async Task The_order_of_somebody_elses_link_prints_nothing(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        var other = await SignedWork.ArrangeAsync(work.App);
        using (browser)
        {
            await other.ShareAsync();
            await work.InAsync(async (db, services) =>
            {
                var theirs = await db.ShareLinks.Where(l => l.PersonId == other.StudentId).Select(l => l.Id).SingleAsync();
                var order = new PaperOrder("id", [work.EntryId], Photo: false, BirthDate: false, Address: false, Contact: false) { Share = theirs };
                var (paper, error, _) = await services.GetRequiredService<Web.Issuing.Papers>().IssueAsync(work.SchoolId, work.StudentId, order, work.By(work.StudentId), CancellationToken.None);
                Assert.Null(error);
                Assert.Null(FrozenContent.Of(paper!)!.Content.Person.Link);
            });
        }
    }

    [Theory, Engines]
    public async Task A_minor_is_offered_a_link_only_while_the_guardian_consents(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App, age: 16);
        using var browser = await work.SignInAsync(work.StudentId);
        await work.ShareAsync();
        Assert.Empty((await browser.GetPageAsync("/cvs/new?format=drh")).Document.QuerySelectorAll(Tick));

        await work.ConsentAsync(ConsentPurpose.ShareLinks);
        await browser.PressAsync(await browser.GetPageAsync("/cvs/new?format=drh"), Form, Issue, ("Input.Link", "true"));
        var paper = Assert.Single(await PapersAsync(work));

        Assert.Contains("/s/", FrozenContent.Of(paper)!.Content.Person.Link, StringComparison.Ordinal);
        await work.InAsync(async (db, _) =>
        {
            (await db.Consents.SingleAsync(c => c.StudentId == work.StudentId)).Withdraw(work.By(Guid.CreateVersion7()));
            await db.SaveChangesAsync();
        });
        Assert.Contains("Sudah ditutup", (await browser.GetPageAsync($"/cvs/{paper.Id}")).Text, StringComparison.Ordinal);
        Assert.Empty((await browser.GetPageAsync($"/cvs/new?from={paper.Id}")).Document.QuerySelectorAll(Tick));
    }

    private static async Task<List<CvDocument>> PapersAsync(SignedWork work)
    {
        List<CvDocument> papers = [];
        await work.InAsync(async (db, _) => papers = await db.CvDocuments.AsNoTracking().Where(c => c.PersonId == work.StudentId).ToListAsync());
        return papers;
    }

    private static Task CloseAsync(SignedWork work) => work.InAsync(async (db, _) =>
    {
        foreach (var link in await db.ShareLinks.Where(l => l.PersonId == work.StudentId).ToListAsync())
        {
            Assert.Null(link.Revoke(work.By(work.StudentId)));
        }
        await db.SaveChangesAsync();
    });

    private static async Task<byte[]> FileAsync(SignedWork work, CvDocument paper)
    {
        using var bytes = new MemoryStream();
        await work.InAsync(async (_, services) =>
        {
            await using var stored = await services.GetRequiredService<IBlobStore>().OpenReadAsync(paper.SchoolId, paper.PdfSha256, CancellationToken.None);
            await stored!.CopyToAsync(bytes);
        });
        return bytes.ToArray();
    }

    private async Task<(SignedWork Work, Browser Browser)> ArrangeAsync(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        return (work, await work.SignInAsync(work.StudentId));
    }
}
