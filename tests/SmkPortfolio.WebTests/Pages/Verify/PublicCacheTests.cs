using System.Net;
using System.Text.Json;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Verify;

/// <summary>A warm public page is the bytes that were sent before: no database, no cookie, the reader's language and encoding.</summary>
public sealed class PublicCacheTests(WebApps apps)
{
    [Theory, Engines]
    public async Task A_warm_page_asks_the_database_nothing_and_is_kept_compressed(string engine)
    {
        // A site of its own: what others withdraw meanwhile would drop what is kept here.
        await using var app = await apps.OwnDemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var (paper, _) = await LongPaper.IssueAsync(work);
        using var client = app.NewClient();

        foreach (var path in new[] { $"/verify/{paper.Code}", $"/s/{await work.ShareAsync()}" })
        {
            var cold = await AskAsync(client, path, "text/html,*/*;q=0.8", "gzip, br");
            var warm = await AskAsync(client, path, "text/html,application/xml;q=0.9", "br");
            var plain = await AskAsync(client, path, "text/html", "");
            var english = await AskAsync(client, path, "text/html", "br", "en");

            Assert.True(cold.Queries > 0);
            Assert.Equal((0, "br", "no-cache"), (warm.Queries, warm.Encoding, warm.CacheControl));
            Assert.Equal(cold.Body, warm.Body);
            Assert.False(warm.SetsCookie);
            Assert.Equal("", plain.Encoding);
            Assert.True(plain.Body.Length > 2 * warm.Body.Length);
            Assert.True(english.Queries > 0);
            Assert.NotEqual(warm.Body, english.Body);
        }
    }

    [Theory, Engines]
    public async Task An_address_with_a_query_is_rendered_anew_each_time_and_not_kept(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var (paper, _) = await LongPaper.IssueAsync(await SignedWork.ArrangeAsync(app));
        using var client = app.NewClient();
        await AskAsync(client, $"/verify/{paper.Code}", "text/html", "br");

        for (var i = 0; i < 2; i++)
        {
            Assert.True((await AskAsync(client, $"/verify/{paper.Code}?anew", "text/html", "br")).Queries > 0);
        }
    }

    [Theory, Engines]
    public async Task A_kept_answer_says_when_it_was_checked_and_not_when_it_was_read(string engine)
    {
        await using var app = await apps.OwnDemoAsync(engine);
        var (paper, _) = await LongPaper.IssueAsync(await SignedWork.ArrangeAsync(app));
        using var client = app.NewClient();
        var before = CheckedAt(await AskAsync(client, $"/verify/{paper.Code}", "application/json", ""));

        app.Clock.Advance(TimeSpan.FromSeconds(3));
        var kept = CheckedAt(await AskAsync(client, $"/verify/{paper.Code}", "application/json", ""));
        var anew = CheckedAt(await AskAsync(client, $"/verify/{paper.Code}?anew", "application/json", ""));

        Assert.Equal(before, kept);
        Assert.Equal(before + TimeSpan.FromSeconds(3), anew);
    }

    private static DateTimeOffset CheckedAt(Seen seen)
    {
        using var report = JsonDocument.Parse(seen.Body);
        return report.RootElement.GetProperty("checkedAt").GetDateTimeOffset();
    }

    private static async Task<Seen> AskAsync(HttpClient client, string path, string accept, string encoding, string language = "id")
    {
        using var queries = new QueryCount();
        using var request = queries.Mark(new HttpRequestMessage(HttpMethod.Get, path));
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new Seen(queries.Commands.Count, await answer.Content.ReadAsByteArrayAsync(), string.Join(',', answer.Content.Headers.ContentEncoding), answer.Headers.CacheControl?.ToString(), answer.Headers.Contains("Set-Cookie"));
    }

    private sealed record Seen(int Queries, byte[] Body, string Encoding, string? CacheControl, bool SetsCookie);
}
