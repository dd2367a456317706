using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Keys;

/// <summary>The certificate that seals papers: exchanged, and reported stolen.</summary>
public sealed class SealLifeTests(PageSites sites)
{
    private const string Form = "form[action$='handler=ExchangeSeal']";
    private const string Theft = "/keys?handler=ReportSeal";

    [Theory, Engines]
    public async Task After_an_exchange_old_papers_stay_good_and_the_next_one_bears_a_new_seal(string engine)
    {
        var work = await ArrangeAsync(engine);
        var (_, old) = await work.PrintAsync();
        using var keeper = await OperatorAsync(work);

        var page = await keeper.SubmitAsync(await keeper.GetPageAsync("/keys"), Form, ("SealReason", "Penggantian berkala."));
        var (_, next) = await work.PrintAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(("genuine-current", "genuine"), await work.App.JudgeAsync(old));
        Assert.Equal(("genuine-current", "genuine"), await work.App.JudgeAsync(next));
        Assert.Equal(2, (await RegisterSchoolAsync(work)).PdfCertificateSha256.Count);
    }

    [Theory, Engines]
    public async Task Nothing_that_a_stolen_seal_sealed_is_believed_and_a_new_paper_is(string engine)
    {
        var work = await ArrangeAsync(engine);
        var (paper, old) = await work.PrintAsync();
        var badge = await work.IssuedAsync();
        using var keeper = await OperatorAsync(work);
        using var student = await work.SignInAsync(work.StudentId);
        using var stranger = work.App.NewBrowser();
        Assert.Contains("genuine-current", (await stranger.GetPageAsync($"/verify/{paper.Code}")).One(".verdict").ClassList);

        var page = await ReportAsync(keeper, "Laptop operator dicuri.");
        var byCode = await stranger.GetPageAsync($"/verify/{paper.Code}");
        var (_, next) = await work.PrintAsync();

        Assert.Contains("dilaporkan dicuri", page.One("#seals").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("altered", "seal-compromised"), await work.App.JudgeAsync(old));
        Assert.Contains("altered", byCode.One(".verdict").ClassList);
        Assert.DoesNotContain("Dewi", byCode.Text, StringComparison.Ordinal);
        Assert.Equal(("genuine-current", "genuine"), await work.App.JudgeAsync(next));
        // The seal is on the paper only: what it lists was signed by another key.
        Assert.Equal(("genuine-current", "genuine"), await work.App.JudgeAsync(badge.Bytes));
        var (good, stolen) = (await RegisterSchoolAsync(work)) switch { var s => (s.PdfCertificateSha256, s.CompromisedPdfCertificateSha256) };
        Assert.Equal((1, 1), (good.Count, stolen.Count));
        Assert.Empty(good.Intersect(stolen));
        Assert.Contains("Cetak CV yang baru", (await student.GetPageAsync("/cvs")).Text, StringComparison.Ordinal);
        await work.InAsync(async (db, _) => Assert.Equal(["Laptop operator dicuri."], await db.AuditEvents.Where(e => e.SchoolId == work.SchoolId && e.Action == "seal-compromised").Select(e => e.Why).ToListAsync()));
    }

    [Theory, Engines]
    public async Task Without_a_reason_or_twice_nothing_happens(string engine)
    {
        var work = await ArrangeAsync(engine);
        var (_, old) = await work.PrintAsync();
        using var keeper = await OperatorAsync(work);
        var form = await keeper.GetPageAsync("/keys");

        var unreasoned = await keeper.SubmitAsync(form, Form, ("SealReason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, unreasoned.Status);
        Assert.Equal(["SealReason"], unreasoned.FieldErrors().Select(e => e.Key));
        Assert.Equal(("genuine-current", "genuine"), await work.App.JudgeAsync(old));

        await keeper.SubmitAsync(form, Form, ("SealReason", "Penggantian berkala."));
        var again = await keeper.SubmitAsync(form, Form, ("SealReason", "Penggantian berkala."));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("sudah tidak dipakai", again.Text, StringComparison.Ordinal);
        // One that was laid down can have been stolen all the same.
        await ReportAsync(keeper, "Cadangan lama hilang.");
        Assert.Equal(("altered", "seal-compromised"), await work.App.JudgeAsync(old));
    }

    private static async Task<Page> ReportAsync(Browser keeper, string reason)
    {
        var page = await keeper.GetPageAsync("/keys");
        page.One(Form).SetAttribute("action", Theft);
        return await keeper.SubmitAsync(page, $"form[action$='{Theft}']", ("SealReason", reason));
    }

    private static async Task<Credentials.RegisterSchool> RegisterSchoolAsync(SignedWork work) => (await work.App.RegisterAsync()).Content.Schools.Single(s => s.Npsn == work.Npsn);

    private static async Task<Browser> OperatorAsync(SignedWork work) => await work.SignInAsync(await work.AddStaffAsync(Role.Operator));

    private async Task<SignedWork> ArrangeAsync(string engine) => await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
}
