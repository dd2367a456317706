using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Verify;

/// <summary>What strangers look at costs the database a fixed number of queries, however long the paper is.</summary>
public sealed class PublicQueriesTests(WebApps apps)
{
    private const int Most = 6;

    [Theory, Engines]
    public async Task A_long_paper_is_checked_by_code_with_six_queries_at_most(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var (paper, _) = await LongPaper.IssueAsync(work);
        using var client = app.NewClient();
        // The register is read once a minute for everybody.
        using (await client.GetAsync("/register.jws"))
        {
        }

        foreach (var accept in new[] { "application/json", "text/html" })
        {
            using var queries = new QueryCount();
            using var answer = await client.SendAsync(queries.Mark(Get($"/verify/{paper.Code}", accept)));

            Assert.Equal((HttpStatusCode.OK, accept), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.True(queries.Commands.Count is > 0 and <= Most, $"{accept}: {Told(queries)}");
            Assert.Contains("genuine-current", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, Engines("/api/v1/verify"), Engines("/verify")]
    public async Task A_long_paper_is_checked_by_file_with_six_queries_at_most(string engine, string door)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var (_, file) = await LongPaper.IssueAsync(work);
        using var client = app.NewClient();
        using (await client.GetAsync("/register.jws"))
        {
        }
        using var queries = new QueryCount();
        using var content = new ByteArrayContent(file);
        using var form = new MultipartFormDataContent { { content, "file", "cv.pdf" } };

        using var answer = await client.SendAsync(queries.Mark(new HttpRequestMessage(HttpMethod.Post, door) { Content = form }));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("genuine-current", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(queries.Commands.Count is > 0 and <= Most, Told(queries));
    }

    [Theory, Engines]
    public async Task A_shared_portfolio_and_a_shared_paper_take_six_queries_at_most(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var (paper, _) = await LongPaper.IssueAsync(work);
        // Documents are asked for a picture of their first page, all at once.
        await work.InAsync(async (db, _) =>
        {
            var entry = await db.Entries.SingleAsync(e => e.Id == work.EntryId);
            Assert.Null(entry.AddEvidence(Guid.CreateVersion7(), new EvidenceFile("denah.pdf", "application/pdf", 3, new string('a', 64), null, null), 20, work.By(work.StudentId)));
            await db.SaveChangesAsync();
        });
        using var client = app.NewClient();

        foreach (var token in new[] { await work.ShareAsync(), await work.ShareAsync(paperId: paper.Id) })
        {
            using var queries = new QueryCount();
            using var answer = await client.SendAsync(queries.Mark(Get($"/s/{token}", "text/html")));

            Assert.Contains("Rangka besi 8", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(queries.Commands.Count is > 0 and <= Most, Told(queries));
        }
    }

    private static HttpRequestMessage Get(string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        return request;
    }

    private static string Told(QueryCount queries) => $"{queries.Commands.Count} queries:\n{string.Join("\n--\n", queries.Commands)}";
}
