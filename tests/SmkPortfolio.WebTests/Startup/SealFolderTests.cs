using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Startup;

/// <summary>Seals from PFX files of the schools' own beside those that are made here.</summary>
public sealed class SealFolderTests : IDisposable
{
    private const string Password = "segel-uji";
    private readonly string _folder = Directory.CreateTempSubdirectory("smk-seals-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, Engines]
    public async Task A_school_with_a_file_seals_with_it_another_with_what_is_made_here_and_older_papers_stay_good(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine, settings: Settings);
        var (bringing, plain) = (await SignedWork.ArrangeAsync(app), await SignedWork.ArrangeAsync(app));
        var older = await PrintAsync(bringing);
        var fingerprint = Write(bringing.Npsn);

        var sealedByFile = await PrintAsync(bringing);
        var sealedHere = await PrintAsync(plain);

        foreach (var paper in new[] { older, sealedByFile, sealedHere })
        {
            Assert.Equal("genuine-current", (await app.JudgeAsync(paper)).Verdict);
        }
        var register = await app.RegisterAsync();
        Assert.Equal([1, 2], register.Content.Schools.Select(s => s.PdfCertificateSha256.Count).Order());
        Assert.Contains(fingerprint, register.Content.Schools.Single(s => s.Npsn == bringing.Npsn).PdfCertificateSha256);
        await bringing.InAsync(async (db, _) => Assert.Empty((await db.SchoolSeals.SingleAsync(s => s.CertificateSha256 == fingerprint)).ProtectedPfx));
    }

    [Theory, Engines]
    public async Task A_file_whose_certificate_was_reported_stolen_seals_nothing_more(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine, settings: Settings);
        var work = await SignedWork.ArrangeAsync(app);
        var fingerprint = Write(work.Npsn);
        await PrintAsync(work);

        await work.InAsync(async (db, services) => Assert.Null(await services.GetRequiredService<KeyLife>().ReportSealAsync(
            await db.SchoolSeals.SingleAsync(s => s.CertificateSha256 == fingerprint), work.By(work.TeacherId, "Berkasnya tersalin."), CancellationToken.None)));

        await Assert.ThrowsAsync<KeysClosedException>(() => PrintAsync(work));
        Write(work.Npsn);
        Assert.Equal("genuine-current", (await app.JudgeAsync(await PrintAsync(work))).Verdict);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_stops_the_start()
    {
        await using var home = await Home.CreateAsync(Engine.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(_folder, "12345678.pfx"), "no certificate", TestContext.Current.CancellationToken);

        var (code, error) = await BuiltProgram.RunAsync("Development", home.Settings().Concat(Settings).Append(new("Demo:Seed", "false")));

        Assert.Equal((2, "Keys:SealFolder holds '12345678.pfx', which cannot be opened with Keys:SealPassword."), (code, error.Trim()));
    }

    private KeyValuePair<string, string>[] Settings => [new("Keys:SealFolder", _folder), new("Keys:SealPassword", Password)];

    private string Write(string npsn)
    {
        using var certificate = PdfSealer.CreateCertificate("SMK Uji", "SMK Uji", DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(5));
        File.WriteAllBytes(Path.Combine(_folder, npsn + ".pfx"), certificate.Export(X509ContentType.Pkcs12, Password));
        return Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));
    }

    private static async Task<byte[]> PrintAsync(SignedWork work)
    {
        var file = new MemoryStream();
        await work.InAsync(async (_, services) =>
        {
            var order = new PaperOrder("id", [work.EntryId], Photo: false, BirthDate: false, Address: false, Contact: false);
            var (paper, error, _) = await services.GetRequiredService<Papers>().IssueAsync(work.SchoolId, work.StudentId, order, work.By(work.StudentId), CancellationToken.None);
            Assert.Null(error);
            await using var stored = await services.GetRequiredService<IBlobStore>().OpenReadAsync(work.SchoolId, paper!.PdfSha256, CancellationToken.None);
            await stored!.CopyToAsync(file);
        });
        return file.ToArray();
    }
}
