using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Portfolio;

public sealed class TextsTests(PageSites sites)
{
    private const string Form = "form[data-autosave]";
    private const string Headline = "t:" + PaperTextKeys.Headline;

    [Theory, Engines]
    public async Task Only_students_have_this_page_and_only_in_languages_of_papers(string engine)
    {
        var work = await ArrangeAsync(engine);
        using var stranger = work.App.NewBrowser();
        using var teacher = await work.SignInAsync(work.TeacherId);
        using var student = await work.SignInAsync(work.StudentId);

        Assert.StartsWith("/account/login", (await stranger.GetAsync("/portfolio/texts/ja")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync("/portfolio/texts/ja")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync("/portfolio/texts/fr")).Status);
    }

    [Theory, Engines]
    public async Task A_written_text_counts_stands_beside_its_source_and_leaves_the_short_list(string engine)
    {
        var work = await ArrangeAsync(engine);
        using var browser = await work.SignInAsync(work.StudentId);
        var title = "t:" + PaperTextKeys.Entry(work.EntryId, "title");
        var before = await browser.GetPageAsync("/portfolio/texts/ja");

        var after = await browser.SubmitAsync(before, Form, (Headline, "若手溶接工"), (title, "アングル材の靴棚"));
        var all = await browser.GetPageAsync("/portfolio/texts/ja?All=true");

        Assert.Contains("Juru las muda", Field(before, Headline).ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Rak sepatu besi siku", Field(before, title).ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Meter(before).Value + 2, Meter(after).Value);
        Assert.Equal(Meter(before).Max, Meter(after).Max);
        Assert.Empty(after.Document.GetElementsByName(Headline));
        Assert.Equal("若手溶接工", Field(all, Headline).GetAttribute("value"));
        Assert.Equal("アングル材の靴棚", (await StoredAsync(work, "ja"))[PaperTextKeys.Entry(work.EntryId, "title")]);
    }

    [Theory, Engines]
    public async Task The_missing_lists_links_lead_to_the_very_field(string engine)
    {
        var work = await ArrangeAsync(engine);
        using var browser = await work.SignInAsync(work.StudentId);

        var page = await browser.GetPageAsync("/portfolio/texts/ko");
        var link = PaperPlaces.Texts("ko", PaperTextKeys.Headline);

        Assert.Equal(Headline, page.Document.GetElementById(link.Split('#')[1])!.GetAttribute("name"));
    }

    [Theory, Engines]
    public async Task What_portfolio_and_entries_say_in_English_is_not_asked_again(string engine)
    {
        var work = await ArrangeAsync(engine);
        using var browser = await work.SignInAsync(work.StudentId);

        var page = await browser.GetPageAsync("/portfolio/texts/en?All=true");

        Assert.Empty(page.Document.GetElementsByName(Headline));
        Assert.Contains("Young welder", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.GetElementsByName("t:" + PaperTextKeys.Entry(work.EntryId, "title")));
    }

    [Theory, Engines]
    public async Task Too_long_a_text_is_said_beside_its_field_and_nothing_typed_is_lost(string engine)
    {
        var work = await ArrangeAsync(engine);
        using var browser = await work.SignInAsync(work.StudentId);
        var title = "t:" + PaperTextKeys.Entry(work.EntryId, "title");

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/portfolio/texts/de"), Form, (Headline, new string('ä', 201)), (title, "Schuhregal"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("200", page.FieldErrors()[Headline].Single(), StringComparison.Ordinal);
        Assert.NotNull(page.Document.GetElementById(page.One(".errors a").GetAttribute("href")![1..]));
        Assert.Equal("Schuhregal", Field(page, title).GetAttribute("value"));
        Assert.Empty(await StoredAsync(work, "de"));
    }

    [Theory, Engines]
    public async Task Characters_that_cannot_be_printed_are_named_and_keep_the_text_on_the_list(string engine)
    {
        var work = await ArrangeAsync(engine);
        using var browser = await work.SignInAsync(work.StudentId);

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/portfolio/texts/ja"), Form, (Headline, "溶接\U0001F600"));

        Assert.Equal("溶接\U0001F600", Field(page, Headline).GetAttribute("value"));
        Assert.Contains("U+1F600", Field(page, Headline).ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task When_it_was_saved_elsewhere_the_typed_text_stays_and_the_other_is_shown(string engine)
    {
        var work = await ArrangeAsync(engine);
        using var browser = await work.SignInAsync(work.StudentId);
        var first = await browser.GetPageAsync("/portfolio/texts/ja?All=true");
        await browser.SubmitAsync(first, Form, (Headline, "パソコンから"));

        var page = await browser.SubmitAsync(first, Form, (Headline, "スマホから"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("パソコンから", page.One("#elsewhere").TextContent, StringComparison.Ordinal);
        Assert.Equal("スマホから", Field(page, Headline).GetAttribute("value"));
        Assert.Equal("パソコンから", (await StoredAsync(work, "ja"))[PaperTextKeys.Headline]);
        await browser.SubmitAsync(page, Form);
        Assert.Equal("スマホから", (await StoredAsync(work, "ja"))[PaperTextKeys.Headline]);
    }

    [Theory, Engines]
    public async Task Quiet_saving_answers_200_400_or_409(string engine)
    {
        var work = await ArrangeAsync(engine);
        using var browser = await work.SignInAsync(work.StudentId);
        const string door = "/portfolio/texts/ja?handler=Autosave";

        using var saved = await browser.ForgeAsync(work.App, "/portfolio/texts/ja", door, ("Version", "0"), (Headline, "溶接工"));
        using var unfit = await browser.ForgeAsync(work.App, "/portfolio/texts/ja", door, ("Version", "2"), (Headline, new string('a', 201)));
        using var behind = await browser.ForgeAsync(work.App, "/portfolio/texts/ja", door, ("Version", "0"), (Headline, "遅い"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Conflict], new[] { saved.StatusCode, unfit.StatusCode, behind.StatusCode });
        Assert.Equal("溶接工", (await StoredAsync(work, "ja"))[PaperTextKeys.Headline]);
    }

    [Theory, Engines]
    public async Task Fields_that_no_paper_has_are_not_stored(string engine)
    {
        var work = await ArrangeAsync(engine);
        using var browser = await work.SignInAsync(work.StudentId);

        using var answer = await browser.ForgeAsync(work.App, "/portfolio/texts/ja", "/portfolio/texts/ja", ("Version", "0"), ("t:anything", "x"), (Headline, "溶接工"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal([PaperTextKeys.Headline], (await StoredAsync(work, "ja")).Keys);
    }

    private static IElement Field(Page page, string name) => Assert.Single(page.Document.GetElementsByName(name));

    private static (int Value, int Max) Meter(Page page) =>
        (int.Parse(page.One("#texts-meter").GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture), int.Parse(page.One("#texts-meter").GetAttribute("max")!, System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<IReadOnlyDictionary<string, string>> StoredAsync(SignedWork work, string language)
    {
        IReadOnlyDictionary<string, string>? texts = null;
        await work.InAsync(async (db, _) => texts = await db.PaperTexts.AsNoTracking().Where(t => t.PersonId == work.StudentId && t.Language == language).Select(t => t.Texts).SingleOrDefaultAsync());
        return texts ?? new Dictionary<string, string>();
    }

    private async Task<SignedWork> ArrangeAsync(string engine) => await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
}
