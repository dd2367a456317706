using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Credentials;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Verifier.Cli;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Log;

namespace SmkPortfolio.WebTests.Pages.Exports;

/// <summary>What a student takes along, and what others make of it.</summary>
public sealed class ExportTests(WebApps apps) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("smk-exports-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, Engines]
    public async Task Every_link_on_the_page_gives_a_file_that_the_check_calls_genuine(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        await work.PrintAsync();
        await LogBench.PublishAsync(app);
        using var student = await work.SignInAsync(work.StudentId);

        var page = await student.GetPageAsync("/exports");
        var links = page.Document.QuerySelectorAll("main details.card a.small").Select(a => a.GetAttribute("href")!).ToList();

        // Badge and paper in four forms, the endorsement in three.
        Assert.Equal(11, links.Count);
        Assert.Equal(11, links.Distinct().Count());
        foreach (var link in links.Where(l => !l.EndsWith("/log-proof", StringComparison.Ordinal)))
        {
            var file = await student.GetPageAsync(link);
            using var report = await CheckAsync(student, file.Body);
            Assert.Equal(("genuine-current", link), (report.RootElement.GetProperty("verdict").GetString(), link));
        }
        foreach (var link in links.Where(l => l.EndsWith("/log-proof", StringComparison.Ordinal)))
        {
            Assert.StartsWith("c2sp.org/tlog-proof@v1", Encoding.UTF8.GetString((await student.GetPageAsync(link)).Body), StringComparison.Ordinal);
        }
    }

    [Theory, Engines]
    public async Task The_bundle_is_checked_with_no_site_at_all_and_holds_every_file(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var (paper, file) = await work.PrintAsync();
        await LogBench.PublishAsync(app);
        using var student = await work.SignInAsync(work.StudentId);

        var answer = await student.GetPageAsync("/exports?handler=Bundle&files=true");

        Assert.Equal("application/zip", answer.MediaType);
        using var zip = new ZipArchive(new MemoryStream(answer.Body));
        byte[] Read(string path)
        {
            using var from = zip.GetEntry(path)!.Open();
            using var bytes = new MemoryStream();
            from.CopyTo(bytes);
            return bytes.ToArray();
        }
        var names = zip.Entries.Select(e => e.FullName).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(file, Read($"papers/cv-{CvCode.Written(paper.Code)}.pdf"));
        Assert.Equal(SignedWork.Picture, Read(names.Single(n => n.StartsWith("evidence/", StringComparison.Ordinal))));
        var endorsement = await work.IssuedAsync(CredentialKind.Endorsement);
        Assert.Equal(endorsement.Bytes, Read(names.Single(n => n.StartsWith("endorsements/", StringComparison.Ordinal) && n.EndsWith(".json", StringComparison.Ordinal))));
        // What the endorsement pins lies beside it, byte for byte.
        using var word = JsonDocument.Parse(endorsement.Bytes);
        var pinned = word.RootElement.GetProperty("credentialSubject").GetProperty("digestSRI").GetString();
        Assert.Equal(pinned, "sha256-" + Convert.ToBase64String(SHA256.HashData(Read($"revisions/{work.RevisionId}.json"))));
        Assert.Contains("checker.html", names);
        var fingerprint = RegisterFile.Read(Encoding.ASCII.GetString(Read("register.jws"))).Fingerprint;
        Assert.Contains(fingerprint, Encoding.UTF8.GetString(Read("README.txt")), StringComparison.Ordinal);

        var path = Path.Combine(folder, "bundle.zip");
        await File.WriteAllBytesAsync(path, answer.Body);
        var (code, output) = await SmkVerifyAsync(app, "--json", "--offline", "--key", fingerprint, path);
        var verdicts = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        // Paper; badge and the paper's own credential in three forms each; the endorsement in two.
        Assert.Equal(9, verdicts.Count);
        Assert.All(verdicts, v => Assert.Equal("genuine-current", v.GetProperty("verdict").GetString()));
        Assert.Equal(SmkVerify.AllGenuine, code);
        // The proofs in the bundle belong to what they say.
        Assert.Equal(4, verdicts.Count(v => v.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "log").GetProperty("state").GetString() == "passed"));

        var other = await SmkVerifyAsync(app, "--offline", "--key", new string('0', 64), path);
        Assert.Equal(SmkVerify.NotAllGenuine, other.Code);
    }

    [Theory, Engines]
    public async Task The_bundle_without_photos_is_small_and_the_public_check_reads_it_row_by_row(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        await work.PrintAsync();
        using var student = await work.SignInAsync(work.StudentId);

        var bundle = (await student.GetPageAsync("/exports?handler=Bundle&files=false")).Body;
        var page = await student.SubmitAsync(await student.GetPageAsync("/verify"), "form[enctype='multipart/form-data']", [], [new Upload("file", "bundel.zip", "application/zip", bundle)]);

        using var zip = new ZipArchive(new MemoryStream(bundle));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("evidence/", StringComparison.Ordinal));
        var rows = page.Document.QuerySelectorAll("table.verdicts tbody tr").Select(r => r.GetAttribute("data-verdict")).ToList();
        Assert.Equal([.. Enumerable.Repeat("genuine-current", 9), "none"], rows);
        Assert.Contains("menyertai dokumen-dokumen itu", page.Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Of_what_was_withdrawn_nothing_new_is_signed_and_the_record_stays(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var student = await work.SignInAsync(work.StudentId);
        var badge = await work.IssuedAsync();
        var address = $"/schools/{work.Npsn}/credentials/{badge.PublicId}";
        await work.WithdrawAsync();

        var page = await student.GetPageAsync("/exports");
        var jwt = await student.GetAsync(address + "/jwt");
        var record = await student.GetPageAsync(address);
        var bundle = (await student.GetPageAsync("/exports?handler=Bundle&files=true")).Body;

        Assert.DoesNotContain(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href")!.EndsWith("/jwt", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, jwt.Status);
        Assert.Contains("Tidak ada yang baru ditandatangani", JsonDocument.Parse(jwt.Body).RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(badge.Bytes, record.Body);
        using var zip = new ZipArchive(new MemoryStream(bundle));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("credentials/", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task A_jwt_is_had_by_whoever_has_a_link_and_by_no_stranger(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var badge = await work.IssuedAsync();
        var address = $"/schools/{work.Npsn}/credentials/{badge.PublicId}";
        var token = await work.ShareAsync();
        using var client = app.NewClient();

        foreach (var path in new[] { "/jwt", "/badge.png" })
        {
            using var closed = await client.GetAsync(address + path);
            using var open = await client.GetAsync($"{address}{path}?s={token}");
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (closed.StatusCode, open.StatusCode));
        }
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"{address}?s={token}") { Headers = { Accept = { new("application/vc+jwt") } } };
        using var answer = await client.SendAsync(asked);
        Assert.Equal("application/vc+jwt", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(3, (await answer.Content.ReadAsStringAsync()).Split('.').Length);
    }

    [Theory, Engines]
    public async Task The_first_copies_at_once_are_all_believed_and_a_stolen_copy_key_breaks_only_copies(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var student = await work.SignInAsync(work.StudentId);
        var badge = await work.IssuedAsync();
        var address = $"/schools/{work.Npsn}/credentials/{badge.PublicId}";

        var first = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => student.GetPageAsync(address + "/jwt")));
        foreach (var jwt in first)
        {
            using var report = await CheckAsync(student, jwt.Body);
            Assert.Equal("genuine-current", report.RootElement.GetProperty("verdict").GetString());
        }
        await work.InAsync(async (db, services) =>
        {
            var issuer = await db.Issuers.SingleAsync(i => i.Id == badge.IssuerId);
            foreach (var key in await db.IssuerKeys.Where(k => k.IssuerId == issuer.Id && k.Use == KeyUse.Jwt).ToListAsync())
            {
                Assert.Null(await services.GetRequiredService<KeyLife>().ReportAsync(issuer, key, work.By(work.TeacherId, "Laptop dicuri."), CancellationToken.None));
            }
            // The key that signs records is another one and goes on.
            Assert.Equal(1, await db.IssuerKeys.CountAsync(k => k.IssuerId == issuer.Id && k.Use == KeyUse.Proof && k.CompromisedAt == null && k.RetiredAt == null));
        });

        using var old = await CheckAsync(student, first[0].Body);
        using var record = await CheckAsync(student, (await student.GetPageAsync(address)).Body);
        using var again = await CheckAsync(student, (await student.GetPageAsync(address + "/jwt")).Body);
        Assert.Equal(
            ("altered", "key-compromised", "genuine-current", "genuine-current"),
            (old.RootElement.GetProperty("verdict").GetString(), old.RootElement.GetProperty("reasonCode").GetString(), record.RootElement.GetProperty("verdict").GetString(), again.RootElement.GetProperty("verdict").GetString()));
    }

    [Theory, Engines]
    public async Task A_student_without_anything_signed_is_told_what_comes_here(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var school = await TestSchool.OpenAsync(app);
        using var student = await school.SignInAsync(await school.StudentAsync());

        var page = await student.GetPageAsync("/exports");

        Assert.Contains("Belum ada yang ditandatangani", page.Text, StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> CheckAsync(Browser browser, byte[] file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/verify") { Content = new ByteArrayContent(file) };
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
    }

    private static async Task<(int Code, string Output)> SmkVerifyAsync(WebApp app, params string[] words)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await SmkVerify.RunAsync(words, output, error, app.Clock);
        return (code, output.ToString());
    }
}
