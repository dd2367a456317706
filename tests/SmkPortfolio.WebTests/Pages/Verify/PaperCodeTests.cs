using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Verify;

/// <summary>Papers by their code, where the row is there but the file is not what was issued.</summary>
public sealed class PaperCodeTests(WebApps apps)
{
    [Theory, Engines]
    public async Task A_paper_whose_file_is_gone_cannot_be_checked_and_names_nobody(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var paper = await work.AddPaperAsync();
        await work.InAsync(async (_, services) => Assert.True(await services.GetRequiredService<IBlobStore>().DeleteAsync(work.SchoolId, paper.PdfSha256, CancellationToken.None)));
        using var browser = app.NewBrowser();

        var page = await browser.GetPageAsync($"/verify/{CvCode.Written(paper.Code)}");

        Assert.Contains("not-checkable", page.One(".verdict").ClassList);
        Assert.DoesNotContain("Dewi", page.Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_paper_whose_stored_file_is_not_ours_is_altered_and_names_nobody(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var paper = await work.AddPaperAsync();
        using var browser = app.NewBrowser();

        var page = await browser.GetPageAsync($"/verify/{paper.Code.ToLowerInvariant()}");

        Assert.Contains("altered", page.One(".verdict").ClassList);
        Assert.DoesNotContain("Dewi", page.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Cookies);
    }

    [Theory, Engines]
    public async Task A_papers_code_opens_the_records_of_its_lines_while_it_stands(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var paper = await work.AddPaperAsync();
        var badge = await work.IssuedAsync();
        var endorsement = await work.IssuedAsync(CredentialKind.Endorsement);
        string[] paths = [$"/schools/{work.Npsn}/credentials/{badge.PublicId}", $"/schools/{work.Npsn}/endorsements/{endorsement.PublicId}", $"/revisions/{work.RevisionId}", $"/evidence/{work.PictureId}"];
        using var client = app.NewClient();

        Assert.Equal([.. paths.Select(_ => HttpStatusCode.OK)], await AskAsync(client, paths, paper.Code));
        await work.InAsync(async (db, _) =>
        {
            Assert.Null((await db.CvDocuments.SingleAsync(c => c.Id == paper.Id)).Withdraw(work.By(work.StudentId)));
            await db.SaveChangesAsync();
        });
        Assert.Equal([.. paths.Select(_ => HttpStatusCode.NotFound)], await AskAsync(client, paths, paper.Code));
    }

    [Theory, Engines]
    public async Task A_shared_paper_is_shown_and_downloaded_under_its_own_name(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var paper = await work.AddPaperAsync();
        var token = await work.ShareAsync(paperId: paper.Id);
        using var browser = app.NewBrowser();

        var page = await browser.GetPageAsync($"/s/{token}");
        var file = await browser.GetAsync(page.One("a[href$='.pdf']").GetAttribute("href")!);
        var other = await browser.GetAsync($"/s/{token}/CV-00000-000000.pdf");

        Assert.Contains("Rak sepatu besi siku", page.Text, StringComparison.Ordinal);
        Assert.Equal("application/pdf", file.MediaType);
        Assert.Equal(SignedWork.Pdf, file.Body);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    private static async Task<List<HttpStatusCode>> AskAsync(HttpClient client, IEnumerable<string> paths, string code)
    {
        List<HttpStatusCode> answers = [];
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync($"{path}?code={CvCode.Written(code)}");
            answers.Add(answer.StatusCode);
        }
        return answers;
    }
}
