using System.Net;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Reviews;

public sealed class IndexTests(PageSites sites)
{
    [Theory, Engines]
    public async Task What_waits_in_reach_stands_there_oldest_first(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        await school.EntryAsync(student, TestSchool.Project("Meja lipat"), ago: TimeSpan.FromDays(1));
        await school.EntryAsync(student, TestSchool.Project("Pagar teralis"), ago: TimeSpan.FromDays(3));
        await school.EntryAsync(student, TestSchool.Project("Belum selesai"), handedIn: false);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        var page = await browser.GetPageAsync("/reviews");

        Assert.Equal(["Pagar teralis", "Meja lipat"], page.Document.QuerySelectorAll(".entry-title").Select(e => e.TextContent.Trim()));
        Assert.Contains("Menunggu (2)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Bagus Prasetyo · XII Las 1 · sejak 20 November 2026", page.Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_teacher_of_a_program_sees_its_classes_and_no_others(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        await school.EntryAsync(await school.StudentAsync(), TestSchool.Project("Las"));
        await school.EntryAsync(await school.StudentAsync(group: school.Culinary), TestSchool.Project("Kue lapis"));
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, program: "9.3"));

        var page = await browser.GetPageAsync("/reviews");

        Assert.Equal(["Kue lapis"], page.Document.QuerySelectorAll(".entry-title").Select(e => e.TextContent.Trim()));
    }

    [Theory, Engines("hubin", "PKL di bengkel fabrikasi"), Engines("bkk", "Juru las SMAW 3G"), Engines("operator", "Juru las SMAW 3G")]
    public async Task An_office_sees_its_own_kind_in_the_whole_school(string engine, string role, string title)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        await school.EntryAsync(student);
        await school.EntryAsync(student, TestSchool.Internship());
        await school.EntryAsync(student, TestSchool.Certificate());
        using var browser = await school.SignInAsync(await school.StaffAsync(Enum.Parse<Role>(role, ignoreCase: true)));

        var page = await browser.GetPageAsync("/reviews");

        Assert.Equal([title], page.Document.QuerySelectorAll(".entry-title").Select(e => e.TextContent.Trim()));
    }

    [Theory, Engines]
    public async Task The_list_can_be_narrowed_by_kind_and_class(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        await school.EntryAsync(await school.StudentAsync(), TestSchool.Project("Las"));
        await school.EntryAsync(await school.StudentAsync(), TestSchool.Internship());
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/reviews"), "form[action='/reviews']", ("Kind", "internship"), ("ClassId", ""));

        Assert.Equal(["PKL di bengkel fabrikasi"], page.Document.QuerySelectorAll(".entry-title").Select(e => e.TextContent.Trim()));
        var byClass = await browser.SubmitAsync(page, "form[action='/reviews']", ("Kind", ""), ("ClassId", school.Welding.Id.ToString()));
        Assert.Equal(2, byClass.Document.QuerySelectorAll(".entry-title").Length);
    }

    [Theory, Engines]
    public async Task An_empty_queue_says_what_will_stand_there(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        var page = await browser.GetPageAsync("/reviews");

        Assert.Equal("Tidak ada yang menunggu", page.One(".empty h3").TextContent);
    }

    [Theory, Engines]
    public async Task Another_school_stays_out_of_sight(string engine)
    {
        var other = await sites.SchoolAsync(engine);
        var entry = await other.EntryAsync(await other.StudentAsync(), TestSchool.Certificate());
        var school = await sites.SchoolAsync(engine);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Operator));

        Assert.Empty((await browser.GetPageAsync("/reviews")).Document.QuerySelectorAll(".entry-title"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/reviews/{entry}")).Status);
    }

    [Theory, Engines]
    public async Task Students_find_no_such_page_and_strangers_sign_in_first(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var student = await school.SignInAsync(await school.StudentAsync());
        using var stranger = school.App.NewBrowser();

        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync("/reviews")).Status);
        Assert.Equal("/account/login?returnUrl=%2Freviews", (await stranger.GetAsync("/reviews")).Path);
    }
}
