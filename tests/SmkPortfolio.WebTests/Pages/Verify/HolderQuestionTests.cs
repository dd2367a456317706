using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Verify;

/// <summary>Anybody can copy a document: the reader is asked whether this is the person, with what the holder shares.</summary>
public sealed class HolderQuestionTests(PageSites sites)
{
    private const string Question = "section[aria-labelledby=person]";
    private const string Copied = "Dokumen bisa disalin siapa saja. Cocokkan dengan kartu identitas";

    [Theory, Engines]
    public async Task A_holder_who_shares_nothing_is_named_and_the_reader_is_told_so(string engine)
    {
        var school = await ClosingSchool.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        using var stranger = school.App.NewBrowser();

        var byCode = await stranger.GetPageAsync($"/verify/{school.Paper.Code}");
        var byFile = await HandInAsync(stranger, school.File);
        var badge = await HandInAsync(stranger, school.Badge);

        foreach (var page in new[] { byCode, byFile, badge })
        {
            var asked = page.One(Question);
            Assert.Equal("Apakah ini orang yang ada di hadapan Anda?", asked.QuerySelector("h2")!.TextContent);
            Assert.Equal("Dewi Lestari Anggraini", asked.QuerySelector(".who")!.TextContent);
            Assert.Contains(Copied, asked.TextContent, StringComparison.Ordinal);
            Assert.Empty(asked.QuerySelectorAll("img"));
            Assert.DoesNotContain("Lahir", asked.TextContent, StringComparison.Ordinal);
        }
        Assert.All(new[] { byCode, byFile }, page => Assert.Contains("Pemegangnya tidak membagikan foto dan tahun lahir.", page.One(Question).TextContent, StringComparison.Ordinal));
        Assert.Contains("Kredensial hanya memuat nama pemegangnya", badge.One(Question).TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines(true, false), Engines(false, true), Engines(true, true)]
    public async Task What_the_holder_switched_on_stands_beside_the_question(string engine, bool photo, bool year)
    {
        var app = (await sites.SchoolAsync(engine)).App;
        var school = await ClosingSchool.ArrangeAsync(app, order => order with { ShowPhoto = photo, ShowBirthYear = year });
        using var owner = await school.Work.SignInAsync(school.Work.StudentId);
        await owner.SubmitAsync(await owner.GetPageAsync("/portfolio"), "form[action$='handler=Photo']", [], [new Upload("photo", "aku.jpg", "image/jpeg", Fixtures.Read("bare.jpg"))]);
        using var stranger = app.NewBrowser();

        var page = await stranger.GetPageAsync($"/verify/{school.Paper.Code}");

        var asked = page.One(Question);
        var face = asked.QuerySelector("img")?.GetAttribute("src");
        Assert.Equal(photo, face is not null);
        Assert.Equal(photo, asked.TextContent.Contains("dipilih sendiri oleh pemegangnya; sekolah belum memastikannya", StringComparison.Ordinal));
        Assert.Equal(year, asked.TextContent.Contains("Lahir tahun 2007", StringComparison.Ordinal));
        Assert.Contains(Copied, asked.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("tidak membagikan", asked.TextContent, StringComparison.Ordinal);
        if (face is not null)
        {
            Assert.Equal("image/jpeg", (await stranger.GetAsync(face)).MediaType);
        }
    }

    [Theory, Engines]
    public async Task What_is_withdrawn_or_altered_asks_nothing(string engine)
    {
        var school = await ClosingSchool.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        byte[] altered = [.. school.File];
        altered[altered.Length / 2] ^= 1;
        await school.Work.WithdrawAsync();
        using var stranger = school.App.NewBrowser();

        var withdrawn = await HandInAsync(stranger, school.File);
        var changed = await HandInAsync(stranger, altered);

        Assert.Contains("genuine-withdrawn", withdrawn.One(".verdict").ClassList);
        Assert.Contains("altered", changed.One(".verdict").ClassList);
        Assert.All(new[] { withdrawn, changed }, page => Assert.Empty(page.Document.QuerySelectorAll(Question)));
    }

    private static async Task<Page> HandInAsync(Browser browser, byte[] file) =>
        await browser.SubmitAsync(await browser.GetPageAsync("/verify"), "form[enctype='multipart/form-data']", [], [new Upload("file", "berkas", "application/octet-stream", file)]);
}
