using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Students;

public sealed class IndexTests(PageSites sites)
{
    [Theory, Engines]
    public async Task Students_are_found_by_parts_of_name_and_class_in_any_case_and_only_of_the_own_school(string engine)
    {
        var other = await sites.SchoolAsync(engine);
        await other.StudentAsync("Bagus Lain");
        var school = await sites.SchoolAsync(engine);
        await school.StudentAsync("Bagus Prasetyo");
        await school.StudentAsync("Bagus Ramadhan", school.Culinary);
        await school.StudentAsync("Élodie Putri");
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Operator));

        Assert.Equal(["Bagus Ramadhan", "Bagus Prasetyo", "Élodie Putri"], Names(await browser.GetPageAsync("/students")));
        Assert.Equal(["Bagus Ramadhan", "Bagus Prasetyo"], Names(await browser.GetPageAsync("/students?q=bagus")));
        Assert.Equal(["Bagus Ramadhan"], Names(await browser.GetPageAsync("/students?q=bagus%20kuliner")));
        Assert.Equal(["Élodie Putri"], Names(await browser.GetPageAsync("/students?q=%C3%A9lodie")));
        Assert.Equal("Tidak ditemukan", (await browser.GetPageAsync("/students?q=lain")).One(".empty h2").TextContent);
        Assert.Contains("/students", (await browser.GetPageAsync("/")).Document.QuerySelectorAll(".nav a").Select(a => a.GetAttribute("href")));
    }

    [Theory, Engines]
    public async Task A_long_list_is_paged_and_the_search_stays_on_every_page(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        for (var i = 0; i < 26; i++)
        {
            await school.StudentAsync($"Siswa {i:D2}");
        }
        using var browser = await school.SignInAsync(await school.StaffAsync(Role.Operator));

        var first = await browser.GetPageAsync("/students?q=siswa");
        var second = await browser.GetPageAsync(first.Document.QuerySelectorAll(".pager a")[^1].GetAttribute("href")!);

        Assert.Equal(25, Names(first).Count);
        Assert.Equal(["Siswa 25"], Names(second));
        Assert.Equal("siswa", second.One("input[type=search]").GetAttribute("value"));
    }

    private static List<string> Names(Page page) => [.. page.Document.QuerySelectorAll("tbody th").Select(t => t.TextContent.Trim())];
}
