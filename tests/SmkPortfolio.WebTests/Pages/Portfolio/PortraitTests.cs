using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Portfolio;

public sealed class PortraitTests(PageSites sites)
{
    private const string Form = "form[action$='handler=Photo']";

    private static readonly (string Name, Func<byte[]> Content, string Said)[] Refused =
    [
        ("kosong.jpg", () => [], "Berkasnya kosong."),
        ("ijazah.pdf", () => PdfFiles.Plain, "JPEG, PNG"),
        ("rusak.jpg", () => Fixtures.Read("bare.jpg")[..200], "rusak"),
        ("besar.jpg", () => [.. Fixtures.Read("bare.jpg"), .. new byte[5 * 1024 * 1024]], "5 MB"),
    ];

    public static TheoryData<string, int> RefusedFiles() => new(Engine.All.SelectMany(e => Enumerable.Range(0, Refused.Length).Select(i => (e, i))));

    [Theory, Engines]
    public async Task A_portrait_is_stored_shown_to_its_owner_and_staff_in_reach_only_and_removed(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        await school.EntryAsync(student);
        using var browser = await school.SignInAsync(student);

        var saved = await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), Form, [], [new Upload("photo", "aku.jpg", "image/jpeg", Fixtures.Read("bare.jpg"))]);
        var address = saved.One("img.portrait").GetAttribute("src")!;
        var own = await browser.GetAsync(address);
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var other = await school.SignInAsync(await school.StudentAsync("Citra Lestari"));
        using var stranger = school.App.NewBrowser();

        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (own.Status, own.MediaType));
        Assert.Equal(HttpStatusCode.OK, (await teacher.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).Status);

        var removed = await browser.SubmitAsync(saved, "form[action$='handler=RemovePhoto']");
        Assert.Empty(removed.Document.QuerySelectorAll("img.portrait"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
    }

    [Theory, MemberData(nameof(RefusedFiles))]
    public async Task A_refused_file_is_said_beside_the_field_and_the_portrait_stays(string engine, int index)
    {
        var (name, content, said) = Refused[index];
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        var saved = await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), Form, [], [new Upload("photo", "aku.png", "image/png", Fixtures.Read("bare.png"))]);

        var page = await browser.SubmitAsync(saved, Form, [], [new Upload("photo", name, "image/jpeg", content())]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        var sentence = page.FieldErrors()["photo"].Single();
        Assert.Contains(name, sentence, StringComparison.Ordinal);
        Assert.Contains(said, sentence, StringComparison.Ordinal);
        Assert.Equal("image/jpeg", await school.FromDbAsync(db => db.Portfolios.Where(p => p.PersonId == student.Id).Select(p => p.PhotoMediaType).SingleAsync()));
    }

    [Theory, Engines]
    public async Task Sending_no_file_says_so(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        using var browser = await school.SignInAsync(await school.StudentAsync());

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/portfolio"), Form);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Isi bagian ini", page.FieldErrors()["photo"].Single(), StringComparison.Ordinal);
    }
}
