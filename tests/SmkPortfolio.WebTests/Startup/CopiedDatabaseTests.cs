using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Pages.Verify;
using SmkPortfolio.WebTests.Walls;

namespace SmkPortfolio.WebTests.Startup;

/// <summary>Whoever has the database but not the certificate can sign nothing in a school's name.</summary>
public sealed class CopiedDatabaseTests
{
    private static readonly KeyValuePair<string, string>[] Usual = [new("Site:PublicUrl", WebApps.PublicUrl), new("Demo:Seed", "false")];

    [Theory, Engines]
    public async Task Without_the_certificate_the_program_does_not_start_and_adds_no_key(string engine)
    {
        using var certificate = new ProtectionCertificate();
        await using var home = await SignedHomeAsync(engine, certificate.Settings);
        await using var copy = await home.CopyAsync();
        var before = await RingAsync(copy);

        var (code, error) = await BuiltProgram.RunAsync("Development", copy.Settings().Concat(Usual));

        Assert.Equal("Keys:ProtectionCertificate is not set, but the keys in this database are protected by a certificate; set the one they were made with.", error.Trim());
        Assert.Equal(2, code);
        Assert.Equal(before, await RingAsync(copy));
    }

    [Theory, Engines]
    public async Task With_another_certificate_the_program_does_not_start_and_adds_no_key(string engine)
    {
        using var certificate = new ProtectionCertificate();
        using var another = new ProtectionCertificate();
        await using var home = await SignedHomeAsync(engine, certificate.Settings);
        var before = await RingAsync(home);

        var (code, error) = await BuiltProgram.RunAsync("Development", home.Settings().Concat(Usual).Concat(another.Settings));

        Assert.Equal("Keys:ProtectionCertificate is not the certificate that protects the keys in this database; set the one they were made with.", error.Trim());
        Assert.Equal(2, code);
        Assert.Equal(before, await RingAsync(home));
    }

    [Theory, Engines]
    public async Task No_private_key_can_be_read_from_the_database_alone(string engine)
    {
        using var certificate = new ProtectionCertificate();
        await using var guarded = await SignedHomeAsync(engine, certificate.Settings);
        await using var open = await SignedHomeAsync(engine, []);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadKeysAsync(guarded));
        // What health and the start say of a site without certificate is true.
        Assert.NotEqual(0, await ReadKeysAsync(open));
    }

    [Theory, Engines]
    public async Task With_its_certificate_a_copy_goes_on_signing(string engine)
    {
        using var certificate = new ProtectionCertificate();
        await using var home = await SignedHomeAsync(engine, certificate.Settings);
        await using var copy = await home.CopyAsync();

        await using var app = await WebApp.StartOnAsync(copy, [.. Usual, .. certificate.Settings]);
        var school = await WalledSchool.ArrangeAsync(app);

        Assert.Equal("genuine-current", await VerdictAsync(app, school.Paper.Code));
        Assert.Equal("certificate", await ProtectionAsync(app));
    }

    [Theory, Engines]
    public async Task Health_says_when_no_certificate_protects_the_keys_or_came_too_late_for_some(string engine)
    {
        using var certificate = new ProtectionCertificate();
        await using var home = await Home.CreateAsync(engine);
        await using (var before = await WebApp.StartOnAsync(home, Usual))
        {
            Assert.Equal("none", await ProtectionAsync(before));
        }

        await using var after = await WebApp.StartOnAsync(home, [.. Usual, .. certificate.Settings]);

        Assert.Equal("certificate-since-later", await ProtectionAsync(after));
    }

    [Theory, Engines]
    public async Task A_key_that_cannot_be_opened_signs_nothing_and_no_new_one_is_made_in_its_place(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await WalledSchool.ArrangeAsync(app);
        await CloseKeysAsync(school);
        using var teacher = await school.Work.SignInAsync(school.Work.TeacherId);
        using var student = await school.Work.SignInAsync(school.Work.StudentId);
        var review = await teacher.GetPageAsync($"/reviews/{school.WaitingId}");
        var before = await school.StateAsync();

        var endorsed = await teacher.SubmitAsync(review, "form[action*='Endorse']", ("Statement", "Saya melihatnya."));
        var issued = await student.PressAsync(await student.GetPageAsync("/cvs/new"), "form[action='/cvs/new']", "#issue");

        foreach (var page in new[] { endorsed, issued })
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Equal("Tanda tangan sekolah sedang tidak bisa dipakai", page.One("h1").TextContent);
            Assert.DoesNotContain("Exception", page.Text, StringComparison.Ordinal);
        }
        Assert.Equal(before, await school.StateAsync());
        Assert.Equal(2, await CountAsync(school));
    }

    [Theory, Engines]
    public async Task While_keys_cannot_be_opened_public_checks_go_on_with_what_was_signed_before(string engine)
    {
        await using var home = await Home.CreateAsync(engine);
        await using var app = await WebApp.StartOnAsync(home, Usual);
        var school = await WalledSchool.ArrangeAsync(app);
        var paper = (await LongPaper.IssueAsync(school.Work)).File;
        Assert.Equal("genuine-current", await VerdictAsync(app, school.Paper.Code));
        await CloseKeysAsync(school);

        // The register would be signed anew, and so would the lists.
        app.Clock.Advance(TimeSpan.FromHours(13));

        Assert.Equal("genuine-current", await VerdictAsync(app, school.Paper.Code));
        // Of this one the signed state was not asked for before.
        Assert.Equal(("not-checkable", "state-unavailable"), await app.JudgeAsync(paper));
        app.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(("not-checkable", "status-unavailable-last"), await app.JudgeAsync(paper));
        // The register of before knows nothing of a key that was added since.
        var teacher = await school.Work.AddStaffAsync(Role.Teacher);
        await school.Work.InAsync(async (db, services) =>
        {
            await services.GetRequiredService<KeyRing>().StaffAsync(await db.Schools.SingleAsync(s => s.Id == school.Work.SchoolId), teacher, "teacher", CancellationToken.None);
            await db.SaveChangesAsync();
        });
        Assert.Equal(("not-checkable", "register-unavailable"), await app.JudgeAsync(paper));
    }

    [Theory, Engines]
    public async Task Without_a_register_nobody_is_called_a_stranger(string engine)
    {
        await using var home = await Home.CreateAsync(engine);
        byte[] badge;
        await using (var before = await WebApp.StartOnAsync(home, Usual))
        {
            var school = await WalledSchool.ArrangeAsync(before);
            badge = school.Badge.Bytes;
            await CloseKeysAsync(school);
        }
        await using var app = await WebApp.StartOnAsync(home, Usual);

        Assert.Equal(("not-checkable", "register-unavailable"), await app.JudgeAsync(badge));
    }

    // As after putting back rows of another installation.
    private static Task CloseKeysAsync(WalledSchool school)
    {
        var foreign = RandomNumberGenerator.GetBytes(150);
        return school.Work.InAsync((db, _) => db.IssuerKeys.ExecuteUpdateAsync(set => set.SetProperty(k => k.ProtectedSeed, foreign)));
    }

    private static async Task<Home> SignedHomeAsync(string engine, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var home = await Home.CreateAsync(engine);
        await using var app = await WebApp.StartOnAsync(home, [.. Usual, .. settings]);
        await WalledSchool.ArrangeAsync(app);
        return home;
    }

    private static async Task<int> CountAsync(WalledSchool school)
    {
        var count = 0;
        await school.Work.InAsync(async (db, _) => count = await db.Issuers.CountAsync(i => i.SchoolId == school.Work.SchoolId));
        return count;
    }

    /// <summary>Opens every private key with nothing but the database, as a thief would.</summary>
    private static async Task<int> ReadKeysAsync(Home home)
    {
        await using var services = DatabaseOnly(home);
        await using var scope = services.CreateAsyncScope();
        var seeds = scope.ServiceProvider.GetRequiredService<IDataProtectionProvider>().CreateProtector("SmkPortfolio.IssuerSeed");
        var keys = await scope.ServiceProvider.GetRequiredService<AppDb>().IssuerKeys.AsNoTracking().ToListAsync();
        return keys.Count(key => seeds.Unprotect(key.ProtectedSeed).Length > 0);
    }

    private static async Task<IReadOnlyList<string?>> RingAsync(Home home)
    {
        await using var services = DatabaseOnly(home);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().DataProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).ToListAsync();
    }

    private static ServiceProvider DatabaseOnly(Home home)
    {
        var services = new ServiceCollection();
        var postgres = home.Engine == Engine.Postgres;
        if (postgres)
        {
            services.AddPostgres(home.Settings().Single(s => s.Key == "Database:ConnectionString").Value);
        }
        else
        {
            services.AddSqlite(Path.Combine(home.Root, "smkportfolio.db"));
        }
        services.AddLogging();
        services.AddDataProtection().SetApplicationName("SmkPortfolio").PersistKeysToAppDb(postgres);
        return services.BuildServiceProvider();
    }

    private static async Task<string> ProtectionAsync(WebApp app)
    {
        using var client = app.NewClient();
        using var health = JsonDocument.Parse(await client.GetStringAsync("/health/ready"));
        return health.RootElement.GetProperty("keyProtection").GetString()!;
    }

    private static async Task<string> VerdictAsync(WebApp app, string code)
    {
        using var client = app.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        using var report = JsonDocument.Parse(await client.GetStringAsync($"/verify/{code}"));
        return report.RootElement.GetProperty("verdict").GetString()!;
    }
}
