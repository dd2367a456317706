using System.Net;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Web.Sharing;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Shares;

public sealed class SharedPageTests(WebApps apps)
{
    [Theory, Engines]
    public async Task A_stranger_sees_confirmed_work_first_and_no_address(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var browser = app.NewBrowser();

        var page = await browser.GetPageAsync($"/s/{await work.ShareAsync()}");

        Assert.Equal("Dewi Lestari Anggraini", page.One("h1").TextContent);
        Assert.Equal(["Rak sepatu besi siku", "Pagar teralis rumah"], page.Document.QuerySelectorAll("article h3").Select(h => h.TextContent));
        Assert.Contains("Teknik Pengelasan", page.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { "Jalan Rahasia", "0812 0000 1111", "dewi@contoh.example", "Masih draf", "Budi Santoso" })
        {
            Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
        }
        Assert.NotNull(page.Document.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Empty(page.Document.QuerySelectorAll("script"));
        Assert.Empty(browser.Cookies);
        var picture = await browser.GetAsync(page.One("article img").GetAttribute("src")!);
        Assert.Equal(SignedWork.Picture, picture.Body);
    }

    [Theory, Engines]
    public async Task An_unknown_a_broken_and_an_expired_link_answer_alike(string engine)
    {
        await using var app = await apps.OwnDemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var token = await work.ShareAsync(days: 1);
        using var browser = app.NewBrowser();

        app.Clock.Advance(TimeSpan.FromDays(1));

        foreach (var link in new[] { token, "AAAAAAAAAAAAAAAAAAAAAA", "x" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/s/{link}")).Status);
        }
    }

    [Theory, Engines]
    public async Task A_minor_is_shown_only_while_the_guardian_consents(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app, age: 16);
        var token = await work.ShareAsync();
        using var browser = app.NewBrowser();

        var before = await browser.GetAsync($"/s/{token}");
        await work.ConsentAsync(ConsentPurpose.ShareLinks);
        var open = await browser.GetAsync($"/s/{token}");
        await work.InAsync(async (db, services) =>
        {
            var consent = await db.Consents.SingleAsync(c => c.StudentId == work.StudentId);
            consent.Withdraw(work.By(consent.GuardianId));
            await db.SaveChangesAsync();
            await services.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(CacheTags.Person(work.StudentId), CancellationToken.None);
        });
        var after = await browser.GetAsync($"/s/{token}");

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound], [before.Status, open.Status, after.Status]);
    }

    [Theory, Engines]
    public async Task Visits_are_counted_from_the_cache_too_and_nothing_else_is(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var token = await work.ShareAsync();
        using var browser = app.NewBrowser();
        for (var i = 0; i < 3; i++)
        {
            await browser.GetPageAsync($"/s/{token}");
        }
        using (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/s/{token}")))
        {
        }

        await app.Services.GetRequiredService<VisitCounter>().FlushAsync(CancellationToken.None);

        await work.InAsync(async (db, _) => Assert.Equal(3, await db.ShareVisits.Where(v => v.SchoolId == work.SchoolId).SumAsync(v => v.Count)));
    }

    [Theory, Engines]
    public async Task A_later_edit_does_not_change_what_stands_endorsed(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        await work.InAsync(async (db, _) =>
        {
            var entry = await db.Entries.SingleAsync(e => e.Id == work.EntryId);
            Assert.Null(entry.Edit(entry.Detail with { Title = new Domain.Text.Bilingual("Rak emas murni") }, entry.Version, work.By(work.StudentId)));
            await db.SaveChangesAsync();
        });
        using var browser = app.NewBrowser();

        var page = await browser.GetPageAsync($"/s/{await work.ShareAsync()}");

        Assert.DoesNotContain("Rak emas murni", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rak sepatu besi siku", page.Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_stranger_reads_names_of_fields_not_questions_to_the_student(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        await work.InAsync(async (db, _) =>
        {
            var portfolio = await db.Portfolios.SingleAsync(p => p.PersonId == work.StudentId);
            Assert.Null(portfolio.AddLanguage(new LanguageSkill("Jawa", LanguageSkill.Native), work.By(work.StudentId)));
            await db.SaveChangesAsync();
        });
        using var browser = app.NewBrowser();

        var page = await browser.GetPageAsync($"/s/{await work.ShareAsync()}");

        Assert.Equal("Yang dikerjakan", page.Document.QuerySelector("article dt")!.TextContent);
        Assert.DoesNotContain("kamu", page.One("main").TextContent, StringComparison.Ordinal);
        Assert.Equal("Bahasa ibu", page.Document.QuerySelectorAll("dt").Single(name => name.TextContent == "Jawa").NextElementSibling!.TextContent);
    }
}
