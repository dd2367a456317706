using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Web.Sharing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Shares;

public sealed class SharesPageTests(WebApps apps)
{
    private const string MakeForm = "form[action='/shares']";
    private const string CloseForm = "form[action*='Revoke']";

    [Theory, Engines]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in(string engine)
    {
        using var browser = (await apps.DemoAsync(engine)).NewBrowser();

        var page = await browser.GetAsync("/shares");

        Assert.StartsWith("/account/login", page.Path, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_page_is_not_there_for_teachers(string engine)
    {
        var work = await SignedWork.ArrangeAsync(await apps.DemoAsync(engine));
        using var browser = await work.SignInAsync(work.TeacherId);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/shares")).Status);
    }

    [Theory, Engines]
    public async Task A_link_is_made_copied_opened_and_closed_at_once(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var student = await work.SignInAsync(work.StudentId);
        using var stranger = app.NewBrowser();

        var made = await student.SubmitAsync(await student.GetPageAsync("/shares"), MakeForm, ("Input.Label", "PT Baja Utama"));
        var address = new Uri(made.One(".copyline input").GetAttribute("value")!);
        var open = await stranger.GetAsync(address.PathAndQuery);
        var closed = await student.SubmitAsync(made, CloseForm);
        var gone = await stranger.GetAsync(address.PathAndQuery);

        Assert.Contains("PT Baja Utama", made.Text, StringComparison.Ordinal);
        Assert.StartsWith(WebApps.PublicUrl + "/s/", address.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, open.Status);
        Assert.Empty(closed.Document.QuerySelectorAll(".copyline"));
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    [Theory, Engines("0"), Engines("366"), Engines("banyak")]
    public async Task A_length_out_of_bounds_is_said_beside_its_field(string engine, string days)
    {
        var work = await SignedWork.ArrangeAsync(await apps.DemoAsync(engine));
        using var student = await work.SignInAsync(work.StudentId);

        var page = await student.SubmitAsync(await student.GetPageAsync("/shares"), MakeForm, ("Input.Days", days), ("Input.Label", "PT Baja Utama"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.FieldErrors()["Input.Days"]);
        Assert.Equal("PT Baja Utama", page.One("[name='Input.Label']").GetAttribute("value"));
    }

    [Theory, Engines]
    public async Task A_paper_of_somebody_else_cannot_be_shared(string engine)
    {
        var work = await SignedWork.ArrangeAsync(await apps.DemoAsync(engine));
        using var student = await work.SignInAsync(work.StudentId);

        var page = await student.SubmitAsync(await student.GetPageAsync("/shares"), MakeForm, ("Input.Paper", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        await work.InAsync(async (db, _) => Assert.False(await db.ShareLinks.AnyAsync(l => l.PersonId == work.StudentId)));
    }

    [Theory, Engines]
    public async Task Nobody_closes_the_link_of_somebody_else(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var other = await SignedWork.ArrangeAsync(app);
        await work.ShareAsync();
        var token = await other.ShareAsync();
        using var student = await work.SignInAsync(work.StudentId);
        var page = await student.GetPageAsync("/shares");
        var form = page.One(CloseForm);
        await other.InAsync(async (db, _) => form.SetAttribute("action", $"/shares?handler=Revoke&id={await db.ShareLinks.Where(l => l.PersonId == other.StudentId).Select(l => l.Id).SingleAsync()}"));

        var answer = await student.SubmitAsync(page, CloseForm);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        await other.InAsync(async (_, services) => Assert.NotNull(await services.GetRequiredService<OpenShares>().FindAsync(token, CancellationToken.None)));
    }

    [Theory, Engines]
    public async Task A_minor_makes_links_only_after_the_guardian_consented(string engine)
    {
        var work = await SignedWork.ArrangeAsync(await apps.DemoAsync(engine), age: 16);
        using var student = await work.SignInAsync(work.StudentId);

        var before = await student.GetPageAsync("/shares");
        await work.ConsentAsync(ConsentPurpose.ShareLinks);
        var open = await student.GetPageAsync("/shares");
        await work.InAsync(async (db, _) =>
        {
            var consent = await db.Consents.SingleAsync(c => c.StudentId == work.StudentId);
            consent.Withdraw(work.By(consent.GuardianId));
            await db.SaveChangesAsync();
        });
        var refused = await student.SubmitAsync(open, MakeForm);

        Assert.Empty(before.Document.QuerySelectorAll(MakeForm));
        Assert.Contains("belum 18 tahun", before.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Theory, Engines]
    public async Task The_owners_own_visits_do_not_count(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var token = await work.ShareAsync();
        using var student = await work.SignInAsync(work.StudentId);
        await student.GetPageAsync($"/s/{token}");

        await app.Services.GetRequiredService<VisitCounter>().FlushAsync(CancellationToken.None);

        await work.InAsync(async (db, _) => Assert.False(await db.ShareVisits.AnyAsync(v => v.SchoolId == work.SchoolId)));
    }
}
