using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Cvs;

/// <summary>A preview that was left open for longer than its pages are drawn.</summary>
public sealed class PreviewAgeTests
{
    private const string Form = "form[action='/cvs/new']";
    private const string Look = "button[formaction*='handler=Preview']";

    [Theory, Engines]
    public async Task After_twenty_minutes_its_pages_are_gone_and_the_form_has_lost_nothing(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var browser = await work.SignInAsync(work.StudentId);
        var seen = await browser.PressAsync(
            await browser.GetPageAsync("/cvs/new"), Form, Look, ("Input.Entries", work.EntryId.ToString()), ("Input.Language", "en"), ("Input.Audience", "PT Uji Coba"), ("Input.BirthDate", "true"));
        var sheet = Sheet(seen);

        app.Clock.Advance(TimeSpan.FromMinutes(20));
        var atTheEnd = await browser.GetAsync(sheet);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await browser.GetAsync(sheet);
        var asPicture = await AsPictureAsync(browser, sheet);
        var again = await browser.PressAsync(seen, Form, Look);
        var issued = await browser.PressAsync(seen, Form, "#issue");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (atTheEnd.Status, asPicture));
        Assert.Equal("/cvs/new?over=1", after.Path);
        Assert.Contains("Tekan Pratinjau lagi", after.One(".notice.info").TextContent, StringComparison.Ordinal);
        Assert.NotEqual(sheet, Sheet(again));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Sheet(again))).Status);
        Assert.Equal("PT Uji Coba", again.One("[name='Input.Audience']").GetAttribute("value"));
        Assert.NotNull(again.Document.QuerySelector("#Input_BirthDate[checked]"));
        Assert.Equal([work.EntryId.ToString()], again.Document.QuerySelectorAll("[name='Input.Entries'][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal("/cvs", issued.Path);
        await work.InAsync(async (db, _) =>
        {
            var paper = await db.CvDocuments.AsNoTracking().SingleAsync(c => c.PersonId == work.StudentId);
            Assert.Equal(("en", "PT Uji Coba", work.EntryId), (paper.Language, paper.Audience, paper.Lines.Single().EntryId));
        });
    }

    private static async Task<HttpStatusCode> AsPictureAsync(Browser browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("image/*");
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Sheet(Page page) => page.Document.QuerySelector("#preview img")!.GetAttribute("src")!;
}
