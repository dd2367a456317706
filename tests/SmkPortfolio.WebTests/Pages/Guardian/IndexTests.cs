using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.WebTests.Derived;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Guardian;

public sealed class IndexTests(PageSites sites)
{
    private const string Give = "form[action$='handler=Give']:has(input[value=ShareLinks])";
    private const string Withdraw = "form[action$='handler=Withdraw']:has(input[value=ShareLinks])";

    [Theory, Engines]
    public async Task A_guardian_consents_and_withdraws_at_once_and_both_stay_in_the_history(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var child = await school.StudentAsync("Siti Aminah", age: 16);
        using var browser = await school.SignInAsync(await school.GuardianAsync(child));

        var given = await browser.SubmitAsync(await browser.GetPageAsync("/guardian"), Give);
        Assert.Contains("Anda sudah menyetujui.", given.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Equal([true], await StandsAsync(school, child));

        var withdrawn = await browser.SubmitAsync(given, Withdraw);
        Assert.Contains("Ditarik.", withdrawn.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Equal([false], await StandsAsync(school, child));
        Assert.Contains("Riwayat persetujuan", withdrawn.Text, StringComparison.Ordinal);
        Assert.Equal(["consent-given", "consent-withdrawn"], await school.FromDbAsync(db => db.AuditEvents.Where(e => e.Subject == child.Id).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()));
    }

    [Theory, Engines]
    public async Task A_guardian_finds_the_files_of_the_work_and_has_one_erased(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var child = await school.StudentAsync("Siti Aminah", age: 16);
        var (_, file) = await new FileBench(school).AddAsync(child, FileBench.Picture(5));
        var (_, draft) = await new FileBench(school).AddAsync(child, FileBench.Picture(6), handedIn: false);
        using var browser = await school.SignInAsync(await school.GuardianAsync(child));

        var page = await browser.GetPageAsync("/guardian");
        Assert.Empty(page.Document.QuerySelectorAll($"a[href*='{draft}']"));
        var asked = await browser.GetPageAsync(page.One($"a[href='/evidence/{file}/erase']").GetAttribute("href")!);
        var done = await browser.SubmitAsync(asked, "form[action$='/erase']", [("Input.Reason", "Anak saya tidak mau")]);

        Assert.Equal("/guardian", done.Path);
        Assert.Empty(done.Document.QuerySelectorAll("a[href$='/erase']"));
    }

    [Theory, Engines]
    public async Task Consenting_twice_is_one_consent_and_withdrawing_twice_is_refused(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var child = await school.StudentAsync(age: 15);
        using var browser = await school.SignInAsync(await school.GuardianAsync(child));
        var before = await browser.GetPageAsync("/guardian");

        await browser.SubmitAsync(before, Give);
        var given = await browser.SubmitAsync(before, Give);
        Assert.Single(await StandsAsync(school, child));

        await browser.SubmitAsync(given, Withdraw);
        var again = await browser.SubmitAsync(given, Withdraw);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("sudah ditarik", again.One(".errors").TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Of_two_guardians_one_who_withdraws_is_enough(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var child = await school.StudentAsync(age: 16);
        using var mother = await school.SignInAsync(await school.GuardianAsync(child));
        using var father = await school.SignInAsync(await school.GuardianAsync(child));
        await mother.SubmitAsync(await mother.GetPageAsync("/guardian"), Give);

        await father.SubmitAsync(await father.GetPageAsync("/guardian"), Withdraw);

        Assert.Equal([false], await StandsAsync(school, child));
    }

    [Theory, Engines]
    public async Task Open_links_are_named_and_said_to_be_closed_without_consent(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var child = await school.StudentAsync(age: 16);
        var (link, _) = ShareLink.Make(school.School.Id, Guid.CreateVersion7(), child.Id, Guid.NewGuid().ToString("N"), [], "Untuk PT Baja", null, 90, 365, school.Now);
        await school.InDbAsync(async db =>
        {
            db.ShareLinks.Add(link!);
            await db.SaveChangesAsync();
        });
        using var browser = await school.SignInAsync(await school.GuardianAsync(child));

        var page = await browser.GetPageAsync("/guardian");

        Assert.Contains("Untuk PT Baja", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tertutup, karena belum ada persetujuan.", page.Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_child_of_18_decides_alone(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var grown = await school.StudentAsync("Budi Santoso", age: 18);
        var young = await school.StudentAsync("Ani Santoso", age: 15);
        using var browser = await school.SignInAsync(await school.GuardianAsync(grown, young));
        var page = await browser.GetPageAsync("/guardian");

        Assert.Contains("Budi Santoso sudah berusia 18 tahun", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("main form").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(page, Give, ("Student", grown.Id.ToString()))).Status);
        Assert.Empty(await StandsAsync(school, grown));
    }

    [Theory, Engines]
    public async Task Nobody_consents_for_another_ones_child_or_for_an_unknown_purpose(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var mine = await school.StudentAsync(age: 16);
        var theirs = await school.StudentAsync(age: 16);
        using var browser = await school.SignInAsync(await school.GuardianAsync(mine));
        var page = await browser.GetPageAsync("/guardian");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(page, Give, ("Student", theirs.Id.ToString()))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(page, Give, ("Purpose", "Everything"))).Status);
        Assert.Empty((await StandsAsync(school, theirs)).Concat(await StandsAsync(school, mine)));
    }

    [Theory, Engines]
    public async Task Only_guardians_find_the_page(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher));

        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync("/guardian")).Status);
    }

    private static Task<List<bool>> StandsAsync(TestSchool school, TestPerson child) =>
        school.FromDbAsync(db => db.Consents.Where(c => c.StudentId == child.Id && c.Purpose == ConsentPurpose.ShareLinks).Select(c => c.WithdrawnAt == null).ToListAsync());
}
