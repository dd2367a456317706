using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Verifier.Cli;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Log;

namespace SmkPortfolio.WebTests.Pages.Closing;

/// <summary>What a school issued, checked by strangers after it closed.</summary>
public sealed class ClosedWorkTests : IDisposable
{
    private const string Closed = "Sekolah ini ditutup pada 23 November 2026 (UTC); ";

    private readonly string _folder = Directory.CreateTempSubdirectory("smk-closed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, Engines]
    public async Task Paper_and_badge_stay_genuine_and_the_successor_is_named_wherever_they_are_checked(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await ClosingSchool.ArrangeAsync(app);
        using var stranger = app.NewBrowser();
        var before = await stranger.GetPageAsync($"/verify/{school.Paper.Code}");
        Assert.Equal((HttpStatusCode.OK, "genuine-current", null), (before.Status, (await school.RegisterCheckAsync(school.File)).Verdict, (await school.RegisterCheckAsync(school.File)).Detail));
        Assert.DoesNotContain("ditutup", before.Text, StringComparison.Ordinal);

        await school.CloseAsync(school.Successor.Npsn);

        var named = $"SMK Uji (NPSN {school.Successor.Npsn})";
        var told = $"{Closed}{named} bertanggung jawab atas dokumennya.";
        foreach (var page in new[] { await stranger.GetPageAsync($"/verify/{school.Paper.Code}"), await HandInAsync(stranger, school.File), await HandInAsync(stranger, school.Badge) })
        {
            Assert.Contains("genuine-current", page.One(".verdict").ClassList);
            Assert.Contains(told, page.One("#what + .facts").TextContent, StringComparison.Ordinal);
            Assert.Contains("SMK Uji Tautan", page.One("#what + .facts").TextContent, StringComparison.Ordinal);
            Assert.Contains($"hubungi {named}", page.One(".verdict .next").TextContent, StringComparison.Ordinal);
            Assert.Contains(told, page.Document.QuerySelectorAll(".checks .passed p").Select(p => p.TextContent.Trim()));
        }
        foreach (var file in new[] { school.File, school.Badge, (await school.Work.IssuedAsync(CredentialKind.Endorsement)).Bytes })
        {
            Assert.Equal(("genuine-current", "passed", told), await school.RegisterCheckAsync(file));
        }
        var (code, output) = await SmkVerifyAsync(school, school.File);
        Assert.Equal(0, code);
        Assert.Contains($"This school closed on 23 November 2026 (UTC); {named} answers for its work.", output, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Without_a_successor_nobody_answers_and_the_work_is_as_genuine(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await ClosingSchool.ArrangeAsync(app);

        await school.CloseAsync(null);

        Assert.Equal(("genuine-current", "passed", Closed + "tidak ada sekolah yang bertanggung jawab atas dokumennya."), await school.RegisterCheckAsync(school.File));
        using var stranger = app.NewBrowser("en");
        var page = await stranger.GetPageAsync($"/verify/{school.Paper.Code}");
        Assert.Contains("no school answers for its work.", page.One("#what + .facts").TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task When_the_successor_closes_too_the_last_open_school_answers_and_the_register_keeps_each_step(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await ClosingSchool.ArrangeAsync(app);
        var last = await TestSchool.OpenAsync(app);
        await school.CloseAsync(school.Successor.Npsn);

        Assert.Null(await school.TryCloseAsync(school.Successor.Id, last.School.Npsn));

        var register = await app.RegisterAsync();
        RegisterOf(school.Work.Npsn, school.Successor.Npsn);
        RegisterOf(school.Successor.Npsn, last.School.Npsn);
        Assert.Null(register.Content.Schools.Single(s => s.Npsn == last.School.Npsn).To);
        Assert.Contains($"(NPSN {last.School.Npsn}) bertanggung jawab", (await school.RegisterCheckAsync(school.File)).Detail, StringComparison.Ordinal);

        void RegisterOf(string npsn, string successor)
        {
            var listed = register.Content.Schools.Single(s => s.Npsn == npsn);
            Assert.Equal((true, successor), (listed.To is not null, listed.SuccessorNpsn));
        }
    }

    [Theory, Engines]
    public async Task A_withdrawal_after_the_closing_is_told_everywhere_and_nothing_is_issued_in_its_place(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await ClosingSchool.ArrangeAsync(app);
        await school.CloseAsync(school.Successor.Npsn);
        using var teacher = await school.Work.SignInAsync(school.Work.TeacherId);
        using var stranger = app.NewBrowser();
        await stranger.GetPageAsync($"/verify/{school.Paper.Code}");
        var signed = await school.SignedAsync();

        var page = await teacher.GetPageAsync("/reviews/endorsements");
        var answer = await teacher.SubmitAsync(page, "article form", ("Reason", "Fotonya milik orang lain."));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(signed, await school.SignedAsync());
        var byCode = await stranger.GetPageAsync($"/verify/{school.Paper.Code}");
        Assert.Contains("genuine-withdrawn", byCode.One(".verdict").ClassList);
        Assert.Equal($"Tanyakan kepada SMK Uji (NPSN {school.Successor.Npsn}) sebelum memakainya.", byCode.One(".verdict .next").TextContent);
        Assert.Equal(("genuine-withdrawn", "line-withdrawn"), await app.JudgeAsync(school.File));
        Assert.Equal(("genuine-withdrawn", "withdrawn"), await app.JudgeAsync(school.Badge));
        // The lists are signed by the last keys; a stranger with the register and them needs nobody else.
        var badge = await school.Work.IssuedAsync();
        var (code, output) = await SmkVerifyAsync(school, school.Badge, $"/schools/{school.Work.Npsn}/status/rev-1.json");
        Assert.Equal(1, code);
        Assert.Contains("GENUINE BUT WITHDRAWN", output, StringComparison.Ordinal);
        Assert.Equal(CredentialState.Withdrawn, badge.State);
        var register = await app.RegisterAsync();
        var lastKey = register.Find($"did:web:localhost%3A5080:schools:{school.Work.Npsn}")!.Keys[^1].Multikey;
        using var list = JsonDocument.Parse(await ListAsync(app, $"/schools/{school.Work.Npsn}/status/rev-1.json"));
        Assert.EndsWith("#" + lastKey, list.RootElement.GetProperty("proof").GetProperty("verificationMethod").GetString(), StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_student_withdraws_an_own_paper_after_the_closing(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await ClosingSchool.ArrangeAsync(app);
        await school.CloseAsync(null);
        using var student = await school.Work.SignInAsync(school.Work.StudentId);

        var answer = await student.SubmitAsync(await student.GetPageAsync("/cvs"), "form[action*='Withdraw']");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("genuine-withdrawn", "withdrawn"), await app.JudgeAsync(school.File));
        using var stranger = app.NewBrowser();
        Assert.Equal("Jangan dipakai. Sekolahnya sudah ditutup, dan tidak ada sekolah lain yang bertanggung jawab atas dokumennya.", (await stranger.GetPageAsync($"/verify/{school.Paper.Code}")).One(".verdict .next").TextContent);
    }

    [Theory, Engines]
    public async Task The_word_of_a_colleague_goes_on_standing_though_no_new_version_says_so(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await TestSchool.OpenAsync(app);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var first = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var second = await school.SignInAsync(await school.StaffAsync(Role.Teacher, "Joko Susilo, S.T.", reach: school.Welding));
        await first.SubmitAsync(await first.GetPageAsync($"/reviews/{entry}"), "form[action$='handler=Endorse']", ("Start", "0"));
        await second.SubmitAsync(await second.GetPageAsync($"/reviews/{entry}"), "form[action$='handler=Endorse']", ("Statement", "Saya juga melihatnya."));
        var closing = await ClosingSchool.ArrangeAsync(app);
        Assert.Null(await closing.TryCloseAsync(school.School.Id, null));

        await first.SubmitAsync(await first.GetPageAsync("/reviews/endorsements"), "article form", ("Reason", "Saya keliru."));

        var versions = await school.FromDbAsync(db => db.Credentials.AsNoTracking().Where(c => c.EntryId == entry).OrderBy(c => c.Number).ToListAsync());
        Assert.Equal([CredentialState.Withdrawn, CredentialState.Withdrawn], versions.Where(c => c.Kind == CredentialKind.OpenBadge).Select(c => c.State));
        Assert.Equal([CredentialState.Active, CredentialState.Withdrawn], versions.Where(c => c.Kind == CredentialKind.Endorsement).Select(c => c.State).Order());
        Assert.Equal(Domain.Entries.Word.Teacher, (await school.EntryNowAsync(entry)).Word);
    }

    [Theory, Engines]
    public async Task The_register_the_did_documents_and_the_log_know_of_the_closing(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await ClosingSchool.ArrangeAsync(app);
        var at = app.Clock.GetUtcNow();
        Assert.DoesNotContain((await app.RegisterAsync()).Content.Schools, s => s.Npsn == school.Successor.Npsn);

        await school.CloseAsync(school.Successor.Npsn);

        var content = (await app.RegisterAsync()).Content;
        var listed = content.Schools.Single(s => s.Npsn == school.Work.Npsn);
        Assert.Equal((at, school.Successor.Npsn), (listed.To, listed.SuccessorNpsn));
        Assert.Equal(at, content.Persons.Single(p => p.Npsn == school.Work.Npsn).To);
        // It has signed nothing yet, but whoever is sent to it must find it.
        Assert.Null(content.Schools.Single(s => s.Npsn == school.Successor.Npsn).To);
        Assert.Single(listed.PdfCertificateSha256);
        var signers = await school.SignersAsync();
        Assert.Equal([IssuerKind.School, IssuerKind.Staff], signers.Select(s => s.Issuer.Kind));
        foreach (var (issuer, keys) in signers)
        {
            Assert.Equal(at.UtcDateTime, issuer.To);
            Assert.Equal([at.UtcDateTime, null], keys.Select(k => k.RetiredAt));
            await school.Work.InAsync(async (db, _) =>
            {
                var entered = await db.LogEntries.Select(e => e.Bytes).ToListAsync();
                Assert.Contains(LogEntry.OfKey(issuer.Did, keys[0], KeyHappening.Retired, at).Bytes, entered);
                Assert.Contains(LogEntry.OfKey(issuer.Did, keys[1], KeyHappening.Added, at).Bytes, entered);
            });
        }
        var (all, asserting) = await app.DidAsync($"/schools/{school.Work.Npsn}/did.json");
        Assert.Equal((2, 2), (all.Count, asserting.Count));
        await LogBench.PublishAsync(app);
        await school.Work.InAsync(async (db, _) => Assert.Contains(school.Successor.Npsn,
            System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars((await db.LoggedRegisters.OrderByDescending(r => r.Number).FirstAsync()).Jws.Split('.')[1])), StringComparison.Ordinal));
    }

    private static async Task<Page> HandInAsync(Browser browser, byte[] file) =>
        await browser.SubmitAsync(await browser.GetPageAsync("/verify"), "form[enctype='multipart/form-data']", [], [new Upload("file", "berkas", "application/octet-stream", file)]);

    private static async Task<string> ListAsync(WebApp app, string path)
    {
        using var client = app.NewClient();
        return await client.GetStringAsync(path);
    }

    /// <summary>The command, without a network: the file, the register of now, and lists that were saved.</summary>
    private async Task<(int Code, string Output)> SmkVerifyAsync(ClosingSchool school, byte[] file, params string[] lists)
    {
        using var client = school.App.NewClient();
        var register = Path.Combine(_folder, "register.jws");
        await File.WriteAllTextAsync(register, await client.GetStringAsync("/register.jws"));
        var presented = Path.Combine(_folder, "document");
        await File.WriteAllBytesAsync(presented, file);
        List<string> args = [presented, "--register", register, "--offline"];
        foreach (var (list, at) in lists.Select((l, i) => (l, i)))
        {
            var saved = Path.Combine(_folder, $"list-{at}.json");
            await File.WriteAllTextAsync(saved, await client.GetStringAsync(list));
            args.AddRange(["--status", saved]);
        }
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await SmkVerify.RunAsync(args, output, error, school.App.Clock);
        return (code, output.ToString());
    }
}
