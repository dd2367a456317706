using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Credentials;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Pdf.Reading;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Verify;

/// <summary>Papers as they are issued, checked by a stranger.</summary>
public sealed class IssuedPaperTests(WebApps apps)
{
    [Theory, Engines]
    public async Task By_code_and_by_file_a_paper_is_genuine_with_each_line_on_its_word(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var (paper, file) = await work.PrintAsync();
        using var stranger = app.NewBrowser();

        var byCode = await stranger.GetPageAsync($"/verify/{CvCode.Written(paper.Code)}");
        var byFile = await HandInAsync(stranger, file);

        foreach (var page in new[] { byCode, byFile })
        {
            Assert.Contains("genuine-current", page.One(".verdict").ClassList);
            Assert.Contains("Dewi Lestari Anggraini", page.Text, StringComparison.Ordinal);
            Assert.Contains("SMK Uji Tautan", page.Text, StringComparison.Ordinal);
            Assert.Equal(["Rak sepatu besi siku", "Pagar teralis rumah"], page.Document.QuerySelectorAll(".entry h3").Select(h => h.TextContent.Trim()));
            Assert.NotNull(page.Document.QuerySelector(".entry .word-teacher"));
            Assert.NotNull(page.Document.QuerySelector(".entry .word-self"));
            foreach (var secret in new[] { "Jalan Rahasia", "0812 0000 1111", "dewi@contoh.example" })
            {
                Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
            }
        }
        Assert.Empty(stranger.Cookies);
    }

    [Theory, Engines]
    public async Task The_large_code_of_a_paper_holds_what_the_school_signs_for(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var (paper, file) = await (await SignedWork.ArrangeAsync(app)).PrintAsync();
        using var stranger = app.NewBrowser();
        var snapshot = SealedPdf.Read(file).Attachments.Single(a => a.Name == "snapshot.json").Bytes;

        var text = JsonNode.Parse(snapshot)!["content"]!["verification"]!["statement"]!.GetValue<string>();
        var register = RegisterFile.Read(await RegisterAsync(stranger));
        var report = PaperStatementChecker.Verify(text, new VerificationContext(register, new OfflineSources(), app.Clock.GetUtcNow(), "id"));

        Assert.EndsWith($"/verify/{paper.Code}", text.Split('#')[0], StringComparison.Ordinal);
        Assert.Equal((Verdict.NotCheckable, "statement-sound"), (report.Verdict, report.ReasonCode));
        Assert.Equal(("Dewi Lestari Anggraini", "SMK Uji Tautan", paper.Code), (report.SubjectName, report.Issuer.Name, report.Code));
        Assert.Equal([("Rak sepatu besi siku", "teacher"), ("Pagar teralis rumah", "self")], report.Lines.Select(l => (l.Title, l.Word)));
        foreach (var secret in new[] { "Jalan Rahasia", "0812 0000 1111", "dewi@contoh.example" })
        {
            Assert.DoesNotContain(secret, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text.Split('#')[1])), StringComparison.Ordinal);
        }
    }

    [Theory, Engines]
    public async Task One_altered_byte_of_a_paper_is_seen(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var (_, file) = await (await SignedWork.ArrangeAsync(app)).PrintAsync();
        file[file.Length / 2] ^= 1;
        using var stranger = app.NewBrowser();

        var page = await HandInAsync(stranger, file);

        Assert.Contains("altered", page.One(".verdict").ClassList);
        Assert.DoesNotContain("Dewi", page.Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_withdrawn_endorsement_makes_the_paper_withdrawn_at_once_and_names_the_line(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var (paper, _) = await work.PrintAsync();
        using var stranger = app.NewBrowser();
        using var teacher = await work.SignInAsync(work.TeacherId);
        var before = await stranger.GetPageAsync($"/verify/{paper.Code}");

        await WithdrawOnPageAsync(teacher);
        var after = await stranger.GetPageAsync($"/verify/{paper.Code}");

        Assert.Contains("genuine-current", before.One(".verdict").ClassList);
        Assert.Contains("genuine-withdrawn", after.One(".verdict").ClassList);
        Assert.Contains("Rak sepatu besi siku", after.One(".verdict").TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_paper_that_its_holder_withdraws_is_seen_at_once(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var (paper, _) = await work.PrintAsync();
        using var stranger = app.NewBrowser();
        using var student = await work.SignInAsync(work.StudentId);
        await stranger.GetPageAsync($"/verify/{paper.Code}");

        var answer = await student.SubmitAsync(await student.GetPageAsync("/cvs"), "form[action*='Withdraw']");
        var after = await stranger.GetPageAsync($"/verify/{paper.Code}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("genuine-withdrawn", after.One(".verdict").ClassList);
    }

    [Theory, Engines]
    public async Task A_paper_whose_rows_are_gone_is_sound_but_not_checkable(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var (paper, file) = await work.PrintAsync();
        await work.InAsync(async (db, _) =>
        {
            db.CvDocuments.Remove(await db.CvDocuments.SingleAsync(c => c.Id == paper.Id));
            db.Credentials.RemoveRange(await db.Credentials.Where(c => c.SchoolId == work.SchoolId).ToListAsync());
            await db.SaveChangesAsync();
        });
        using var stranger = app.NewBrowser();

        var byFile = await HandInAsync(stranger, file);
        var byCode = await stranger.GetAsync($"/verify/{paper.Code}");

        Assert.Contains("not-checkable", byFile.One(".verdict").ClassList);
        Assert.True(byFile.Document.QuerySelectorAll(".checks .passed").Length > 5);
        Assert.Equal(HttpStatusCode.NotFound, byCode.Status);
    }

    private static async Task<string> RegisterAsync(Browser browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/register.jws");
        using var answer = await browser.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task WithdrawOnPageAsync(Browser teacher)
    {
        var page = await teacher.GetPageAsync("/reviews/endorsements");
        var form = page.Document.QuerySelectorAll("main form[method=post]").Single(f => f.QuerySelector("textarea, input[type=text]") is not null);
        var reason = form.QuerySelector("textarea, input[type=text]")!.GetAttribute("name")!;
        form.Id = "withdraw";
        var after = await teacher.SubmitAsync(page, "#withdraw", (reason, "Fotonya milik orang lain."));
        Assert.Equal(HttpStatusCode.OK, after.Status);
    }

    private static async Task<Page> HandInAsync(Browser browser, byte[] file) =>
        await browser.SubmitAsync(await browser.GetPageAsync("/verify"), "form[enctype='multipart/form-data']", [], [new Upload("file", "cv.pdf", "application/pdf", file)]);
}
