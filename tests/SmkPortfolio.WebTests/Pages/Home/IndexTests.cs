using System.Net;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Home;

public sealed class IndexTests(PageSites sites)
{
    [Theory, Engines]
    public async Task A_stranger_finds_two_doors_and_gets_no_cookie(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = school.App.NewBrowser();

        var page = await browser.GetPageAsync("/");

        Assert.Equal("code", page.One("form[action='/verify'] input").GetAttribute("name"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("main a[href='/account/login']"));
        Assert.Equal(4, page.Document.QuerySelectorAll(".ladder li").Length);
        Assert.Empty(browser.Cookies);
    }

    [Theory, Engines]
    public async Task The_page_kept_for_strangers_is_not_shown_to_who_is_signed_in_nor_the_other_way(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var stranger = school.App.NewBrowser();
        using var english = school.App.NewBrowser("en");
        await stranger.GetPageAsync("/");
        using var student = await school.SignInAsync(await school.StudentAsync("Dewi Lestari"));

        Assert.Equal("Halo, Dewi Lestari", (await student.GetPageAsync("/")).One("h1").TextContent);
        Assert.Equal("Karya yang bisa diperiksa", (await stranger.GetPageAsync("/")).One("h1").TextContent);
        Assert.Equal("Work that can be checked", (await english.GetPageAsync("/")).One("h1").TextContent);
    }

    [Theory, Engines]
    public async Task A_new_student_is_told_how_to_begin_and_later_what_is_unfinished(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        Assert.Equal("/entries/new", (await browser.GetPageAsync("/")).One(".empty a").GetAttribute("href"));
        var draft = await school.EntryAsync(student, TestSchool.Project(done: ""), handedIn: false);
        var ready = await school.EntryAsync(student, TestSchool.Project("Meja lipat"), handedIn: false);

        var page = await browser.GetPageAsync("/");

        Assert.NotNull(page.Document.QuerySelector($".todo a[href='/entries/{draft}/edit']"));
        Assert.Contains("Ajukan: Meja lipat", page.One($".todo a[href='/entries/{ready}']").TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_reviewer_sees_how_much_waits_and_begins_with_the_oldest(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        await school.EntryAsync(student, ago: TimeSpan.FromHours(1));
        var oldest = await school.EntryAsync(student, ago: TimeSpan.FromDays(2));
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        var page = await browser.GetPageAsync("/");

        Assert.Equal("2", page.Document.QuerySelector(".figures b")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector($"a.button[href='/reviews/{oldest}']"));
    }

    [Theory, Engines]
    public async Task A_principal_sees_the_figures_of_the_own_school(string engine)
    {
        var other = await sites.SchoolAsync(engine);
        await other.EntryAsync(await other.StudentAsync());
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        await school.StudentAsync();
        await school.EntryAsync(student);
        await school.EntryAsync(student, TestSchool.Project("Draf"), handedIn: false);
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Principal));

        var page = await browser.GetPageAsync("/");

        Assert.Equal(["2", "1", "2", "0%", "0"], page.Document.QuerySelectorAll(".figures b").Select(b => b.TextContent));
    }

    [Theory, Engines]
    public async Task A_guardian_is_led_to_the_child(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await school.SignInAsync(await school.GuardianAsync(await school.StudentAsync("Siti Aminah", age: 16)));

        var page = await browser.GetPageAsync("/");

        Assert.Contains("Siti Aminah", page.One("section:has(#children)").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page.One("section:has(#children) a").GetAttribute("href")!)).Status);
    }
}
