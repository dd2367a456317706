using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Demo;

/// <summary>Papers of the demo's student with the most to show.</summary>
public sealed class DemoPaperTests(WebApps apps)
{
    [Theory]
    [InlineData("lebenslauf", "de")]
    [InlineData("shokumu-keirekisho", "ja")]
    [InlineData("international", "en")]
    public async Task The_fullest_paper_keeps_to_the_pages_that_its_readers_want_and_is_read_whole(string format, string language)
    {
        var app = await apps.DemoAsync(Engine.Sqlite);
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        var hero = await db.Users.Where(u => u.Email == "murid@demo.sch.id").Select(u => u.Id).SingleAsync();
        var entries = await db.Entries.Where(e => e.PersonId == hero && e.BinnedAt == null && (e.Word != Word.Self || e.State == EntryState.Draft)).ToListAsync();
        var school = await db.Schools.SingleAsync(s => s.Id == entries[0].SchoolId);
        var order = new PaperOrder(language, [.. entries.Select(e => e.Id)], true, true, true, true) { Format = format, Nationality = true };

        var made = await scope.ServiceProvider.GetRequiredService<PaperPreviews>().MakeAsync(school, hero, order, CancellationToken.None);

        Assert.True(entries.Count >= 6);
        Assert.InRange(made.Pages.Count, 2, CvFormats.Find(format)!.MostPages!.Value);
        Assert.Empty(made.Reading!.Missed);
    }
}
