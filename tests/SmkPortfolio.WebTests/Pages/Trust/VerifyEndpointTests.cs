using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Trust;

public sealed class VerifyEndpointTests(WebApps apps)
{
    private const string Door = "/api/v1/verify";

    [Theory, Engines(CredentialKind.OpenBadge), Engines(CredentialKind.Endorsement)]
    public async Task A_credential_of_ours_is_genuine_and_current(string engine, CredentialKind kind)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var client = app.NewClient();

        using var report = await CheckAsync(client, (await work.IssuedAsync(kind)).Bytes);

        Assert.Equal("genuine-current", Verdict(report));
        Assert.All(report.RootElement.GetProperty("checks").EnumerateArray(), check => Assert.Contains(check.GetProperty("state").GetString(), new[] { "passed", "not-applicable" }));
        Assert.Equal(work.Npsn, report.RootElement.GetProperty("issuer").GetProperty("npsn").GetString());
    }

    [Theory, Engines]
    public async Task One_altered_letter_is_seen(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var client = app.NewClient();
        var altered = Encoding.UTF8.GetString((await work.IssuedAsync()).Bytes).Replace("Rak sepatu", "Rak Sepatu", StringComparison.Ordinal);

        using var report = await CheckAsync(client, Encoding.UTF8.GetBytes(altered));

        Assert.Equal("altered", Verdict(report));
    }

    [Theory, Engines]
    public async Task A_withdrawn_endorsement_is_seen_at_once(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var client = app.NewClient();
        var badge = (await work.IssuedAsync()).Bytes;
        var endorsement = (await work.IssuedAsync(CredentialKind.Endorsement)).Bytes;
        using var before = await CheckAsync(client, badge);

        await work.WithdrawAsync();
        using var report = await CheckAsync(client, badge);
        using var word = await CheckAsync(client, endorsement);

        Assert.Equal("genuine-current", Verdict(before));
        Assert.Equal("genuine-withdrawn", Verdict(report));
        Assert.Contains("Fotonya milik orang lain.", report.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("genuine-withdrawn", Verdict(word));
    }

    [Theory, Engines]
    public async Task Without_our_rows_the_proof_still_holds_but_nothing_is_green(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var client = app.NewClient();
        var issued = await work.IssuedAsync();
        await work.InAsync(async (db, _) =>
        {
            db.Credentials.Remove(issued);
            await db.SaveChangesAsync();
        });

        using var report = await CheckAsync(client, issued.Bytes);

        Assert.Equal("not-checkable", Verdict(report));
        Assert.Equal("passed", report.RootElement.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "proof").GetProperty("state").GetString());
    }

    [Theory, Engines]
    public async Task Nothing_too_much_and_unknown_kinds_are_refused_with_problem_details(string engine)
    {
        await using var app = await apps.OwnDemoAsync(engine, settings: new KeyValuePair<string, string>("Limits:VerifyBytes", "4096"));
        using var client = app.NewClient();
        foreach (var (body, status) in new (byte[], HttpStatusCode)[]
        {
            ([], HttpStatusCode.BadRequest),
            (new byte[4097], HttpStatusCode.RequestEntityTooLarge),
            ("just words"u8.ToArray(), HttpStatusCode.UnsupportedMediaType),
            (new byte[4096], HttpStatusCode.UnsupportedMediaType),
        })
        {
            using var raw = await client.PostAsync(Door, new ByteArrayContent(body));
            using var form = await client.PostAsync(Door, Form(body));
            foreach (var answer in new[] { raw, form })
            {
                Assert.Equal(status, answer.StatusCode);
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                Assert.False(answer.Headers.Contains("Set-Cookie"));
            }
        }
    }

    [Theory, Engines("%PDF-1.7 and nothing more", "altered"), Engines("{\"a\":1}", "altered"), Engines("PK\u0003\u0004", "not-checkable")]
    public async Task A_file_that_cannot_be_ours_is_never_green(string engine, string content, string verdict)
    {
        var app = await apps.DemoAsync(engine);
        using var client = app.NewClient();

        using var report = await CheckAsync(client, Encoding.UTF8.GetBytes(content));

        Assert.Equal(verdict, Verdict(report));
    }

    [Theory, Engines]
    public async Task The_reason_is_in_the_language_asked_for(string engine)
    {
        var app = await apps.DemoAsync(engine);
        using var client = app.NewClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        using var report = await CheckAsync(client, "%PDF-"u8.ToArray());

        Assert.Contains("original file", report.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Too_many_checks_in_a_minute_are_refused(string engine)
    {
        await using var app = await apps.OwnDemoAsync(engine, settings: new KeyValuePair<string, string>("Limits:VerifyPerMinute", "2"));
        using var client = app.NewClient();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await client.PostAsync(Door, new ByteArrayContent("{}"u8.ToArray()));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    private static string? Verdict(JsonDocument report) => report.RootElement.GetProperty("verdict").GetString();

    private static async Task<JsonDocument> CheckAsync(HttpClient client, byte[] file)
    {
        using var answer = await client.PostAsync(Door, Form(file));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
    }

    private static MultipartFormDataContent Form(byte[] file)
    {
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { part, "file", "document" } };
    }
}
