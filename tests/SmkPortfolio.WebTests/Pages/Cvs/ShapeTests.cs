using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Cvs;

/// <summary>Issued papers in shapes for other programs.</summary>
public sealed class ShapeTests(PageSites sites)
{
    [Theory, Engines]
    public async Task A_paper_is_offered_in_four_shapes_that_say_what_it_said_when_it_was_issued_and_that_they_are_not_sealed(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var paper = await IssueAsync(work);
            await work.InAsync(async (db, _) =>
            {
                var portfolio = await db.Portfolios.SingleAsync(p => p.PersonId == work.StudentId);
                Assert.Empty(portfolio.Write(new Bilingual("Kepala bengkel"), Bilingual.Empty, portfolio.Skills, portfolio.Contact, portfolio.Version, work.By(work.StudentId)));
                await db.SaveChangesAsync();
            });
            var code = CvCode.Written(paper.Code);

            var page = await browser.GetPageAsync($"/cvs/{paper.Id}");
            var shapes = page.Document.QuerySelectorAll("a[href*='/shape/']").Select(a => a.GetAttribute("href")!).ToList();

            Assert.Contains("tidak bersegel", page.One("section[aria-labelledby=shapes]").TextContent, StringComparison.Ordinal);
            Assert.Equal([$"/cvs/{paper.Id}/shape/json-resume", $"/cvs/{paper.Id}/shape/europass-xml", $"/cvs/{paper.Id}/shape/plain-text", $"/cvs/{paper.Id}/shape/word"], shapes);
            var resume = JsonNode.Parse(await FileAsync(browser, shapes[0], "application/json", $"cv-{code}.json"))!;
            Assert.Equal(("Dewi Lestari Anggraini", "Juru las muda"), ((string?)resume["basics"]!["name"], (string?)resume["basics"]!["label"]));
            var passport = XDocument.Load(new MemoryStream(await FileAsync(browser, shapes[1], "application/xml", $"cv-{code}-europass.xml")));
            Assert.Contains("Rak sepatu besi siku", passport.Root!.Value, StringComparison.Ordinal);
            var text = Encoding.UTF8.GetString(await FileAsync(browser, shapes[2], "text/plain", $"cv-{code}.txt"));
            Assert.Contains("Juru las muda", text, StringComparison.Ordinal);
            Assert.Contains(code, text, StringComparison.Ordinal);
            Assert.Contains("tidak disegel", text, StringComparison.Ordinal);
            var word = await FileAsync(browser, shapes[3], "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"cv-{code}.docx");
            using var package = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package));
            Assert.Contains("Rak sepatu besi siku", package.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        }
    }

    [Theory, Engines]
    public async Task What_was_not_chosen_for_the_paper_stands_in_none_of_its_shapes(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var (bare, full) = (await IssueAsync(work), await IssueAsync(work, personal: true));

            foreach (var shape in new[] { "json-resume", "europass-xml", "plain-text" })
            {
                var (without, with) = (await TextAsync(browser, bare, shape), await TextAsync(browser, full, shape));
                foreach (var secret in new[] { "dewi@contoh.example", "0812 0000 1111", "Jalan Rahasia 7" })
                {
                    Assert.DoesNotContain(secret, without, StringComparison.Ordinal);
                    Assert.Contains(secret, with, StringComparison.Ordinal);
                }
                Assert.DoesNotContain("Pagar teralis rumah", without, StringComparison.Ordinal);
            }
        }
    }

    [Theory, Engines]
    public async Task Withdrawn_papers_old_ones_without_content_other_formats_and_unknown_shapes_have_none(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var (paper, old, japanese) = (await IssueAsync(work), await work.AddPaperAsync(), await IssueAsync(work, "rirekisho", "ja"));
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cvs/{paper.Id}/shape/pdf")).Status);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/cvs/{paper.Id}/shape/plain-text")).Status);
            await browser.SubmitAsync(await browser.GetPageAsync("/cvs"), $"form:has([value='{paper.Id}'])");

            foreach (var none in new[] { paper, old, japanese })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cvs/{none.Id}/shape/plain-text")).Status);
                Assert.Empty((await browser.GetPageAsync($"/cvs/{none.Id}")).Document.QuerySelectorAll("a[href*='/shape/']"));
            }
        }
    }

    [Theory, Engines]
    public async Task Only_the_papers_owner_gets_its_shapes(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        var other = await SignedWork.ArrangeAsync(work.App);
        using (browser)
        {
            var (mine, theirs) = (await IssueAsync(work), await IssueAsync(other));
            using var teacher = await work.SignInAsync(work.TeacherId);
            using var stranger = work.App.NewBrowser();

            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cvs/{theirs.Id}/shape/json-resume")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/cvs/{mine.Id}/shape/json-resume")).Status);
            Assert.StartsWith("/account/login", (await stranger.GetAsync($"/cvs/{mine.Id}/shape/json-resume")).Path, StringComparison.Ordinal);
        }
    }

    private static async Task<byte[]> FileAsync(Browser browser, string path, string mediaType, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await browser.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal((true, true), (answer.Headers.CacheControl!.NoStore, answer.Headers.CacheControl.Private));
        Assert.Equal(("attachment", name), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName));
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<string> TextAsync(Browser browser, CvDocument paper, string shape) => Encoding.UTF8.GetString((await browser.GetAsync($"/cvs/{paper.Id}/shape/{shape}")).Body);

    private static async Task<CvDocument> IssueAsync(SignedWork work, string format = "drh", string language = "id", bool personal = false)
    {
        CvDocument? paper = null;
        await work.InAsync(async (_, services) =>
        {
            var order = new PaperOrder(language, [work.EntryId], Photo: false, BirthDate: personal, Address: personal, Contact: personal) { Format = format };
            (paper, var error, var detail) = await services.GetRequiredService<Web.Issuing.Papers>().IssueAsync(work.SchoolId, work.StudentId, order, work.By(work.StudentId), CancellationToken.None);
            Assert.True(error is null, $"{error} {detail}");
        });
        return paper!;
    }

    private async Task<(SignedWork Work, Browser Browser)> ArrangeAsync(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        return (work, await work.SignInAsync(work.StudentId));
    }
}
