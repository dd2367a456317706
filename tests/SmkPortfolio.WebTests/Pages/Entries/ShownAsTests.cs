using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Entries;

/// <summary>How a student shows the files: order, what is to be seen, the cover, the pair.</summary>
public sealed class ShownAsTests(PageSites sites)
{
    [Theory, Engines]
    public async Task What_is_seen_the_cover_and_the_pair_are_saved_and_shown(string engine)
    {
        var (school, student, entry, files) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);

        var form = await browser.GetPageAsync($"/entries/{entry}/edit");
        Assert.True(form.One($"#cover_{files[0].Id}").HasAttribute("checked"));
        Assert.Equal("Apa yang terlihat di dua.jpg, untuk yang tidak bisa melihatnya", form.One($"label[for='alt_{files[1].Id}']").TextContent);
        var saved = await browser.SubmitAsync(form, EditTests.Form,
            ($"alt.{files[1].Id}", "Dua pelat bertemu pada sudut siku"), ("cover", files[2].Id.ToString()), ($"pair.{files[0].Id}", "before"), ($"pair.{files[1].Id}", "after"), ($"caption.{files[0].Id}", "Pelat mentah"));

        Assert.Equal($"/entries/{entry}", saved.Path);
        var now = await school.EntryNowAsync(entry);
        Assert.Equal(("Dua pelat bertemu pada sudut siku", files[2].Id, files[0].Id, files[1].Id), (now.FileOf(files[1].Id)!.AlternativeText, now.CoverId, now.BeforeId, now.AfterId));
        Assert.Equal([($"/evidence/{files[0].Id}?size=960", "Pelat mentah"), ($"/evidence/{files[1].Id}?size=960", "Dua pelat bertemu pada sudut siku")],
            saved.Document.QuerySelectorAll(".pair img").Select(i => (i.GetAttribute("src")!, i.GetAttribute("alt")!)));
        Assert.Equal(["Sebelum: Pelat mentah", "Sesudah"], saved.Document.QuerySelectorAll(".pair figcaption").Select(c => c.TextContent.Trim()));
        // Nobody described the third one: its number stands in for words, and never a file's name.
        Assert.Equal(($"/evidence/{files[2].Id}?size=320", "Gambar 1 dari 3 untuk “Rak sepatu besi siku”"), (saved.One(".gallery img").GetAttribute("src"), saved.One(".gallery img").GetAttribute("alt")));
        Assert.Equal($"/evidence/{files[2].Id}?size=320", (await browser.GetPageAsync("/entries")).One(".entry-cover").GetAttribute("src"));
        Assert.Equal($"/evidence/{files[2].Id}?size=320", (await browser.GetPageAsync("/")).One(".entry-cover").GetAttribute("src"));
        var again = await browser.GetPageAsync($"/entries/{entry}/edit");
        Assert.True(again.One($"#cover_{files[2].Id}").HasAttribute("checked"));
        Assert.Equal(["after", "before"], again.Document.QuerySelectorAll("option[selected][value=before], option[selected][value=after]").Select(o => o.GetAttribute("value")).Order());
    }

    [Theory, Engines]
    public async Task The_numbers_that_a_script_writes_are_the_order(string engine)
    {
        var (school, student, entry, files) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);

        await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form,
            [($"order.{files[3].Id}", "1"), ($"order.{files[0].Id}", "2"), ($"order.{files[2].Id}", "3"), ($"order.{files[1].Id}", "4")], [new Upload("Files", "lima.jpg", "image/jpeg", Fixtures.Read("bare.jpg"))]);

        Assert.Equal(["denah.pdf", "satu.jpg", "tiga.jpg", "dua.jpg", "lima.jpg"], (await school.EntryNowAsync(entry)).Evidence.Select(f => f.FileName));
    }

    [Theory, Engines]
    public async Task What_is_seen_is_refused_beside_its_field_when_it_is_too_long_and_comes_back_as_typed(string engine)
    {
        var (school, student, entry, files) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);
        var name = $"alt.{files[0].Id}";

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, (name, new string('b', 501)), ("f.title", "Judul baru"), ($"alt.{files[1].Id}", "Sambungan"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("500", page.FieldErrors()[name].Single(), StringComparison.Ordinal);
        Assert.Equal("#" + page.One($"[name='{name}']").Id, page.One(".errors a").GetAttribute("href"));
        Assert.Equal(new string('b', 501), EditTests.Value(page, name));
        var now = await school.EntryNowAsync(entry);
        Assert.Equal(("Judul baru", "", "Sambungan"), (now.Title, now.FileOf(files[0].Id)!.AlternativeText, now.FileOf(files[1].Id)!.AlternativeText));
    }

    [Theory, Engines]
    public async Task A_pair_of_one_or_of_three_is_refused_in_words(string engine)
    {
        var (school, student, entry, files) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);

        foreach (var sides in new[] { new[] { "before", "", "" }, ["", "after", ""], ["before", "after", "before"] })
        {
            var page = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [.. sides.Select((side, i) => ($"pair.{files[i].Id}", side))]);

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal("Pasangan perlu dua gambar: satu sebelum dan satu sesudah.", string.Join(' ', Assert.Single(page.FieldErrors()).Single().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Skip(1)));
            Assert.Equal(sides, page.Document.QuerySelectorAll("select[name^='pair.']").Select(s => s.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""));
            Assert.Null((await school.EntryNowAsync(entry)).BeforeId);
        }
    }

    [Theory, Engines]
    public async Task A_picture_of_another_student_is_neither_described_nor_shown_nor_made_the_cover(string engine)
    {
        var (school, student, entry, _) = await ArrangeAsync(engine);
        var owner = await school.StudentAsync("Citra Lestari");
        var foreign = await school.EntryAsync(owner, handedIn: false);
        var file = Guid.CreateVersion7();
        await school.InDbAsync(async db =>
        {
            var theirs = await db.Entries.SingleAsync(e => e.Id == foreign);
            Assert.Null(theirs.AddEvidence(file, new EvidenceFile("punya-citra.jpg", "image/jpeg", 3, new string('0', 64), 4, 3, "Asli"), 20, new Change(owner.Id, school.Now)));
            await db.SaveChangesAsync();
        });
        using var browser = await school.SignInAsync(student);
        var version = (await school.EntryNowAsync(entry)).Version.ToString(CultureInfo.InvariantCulture);

        using var answer = await browser.ForgeAsync(school.App, "/entries/new", $"/entries/{entry}/edit",
            ("Version", version), ("f.title", "Rak"), ("f.done", "Mengelas."), ("cover", file.ToString()), ($"alt.{file}", "Direbut"), ($"pair.{file}", "before"), ($"order.{file}", "1"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null((await school.EntryNowAsync(entry)).CoverId);
        var theirs = await school.EntryNowAsync(foreign);
        Assert.Equal(("", (Guid?)null, (Guid?)null), (theirs.Evidence[0].AlternativeText, theirs.CoverId, theirs.BeforeId));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/entries/{entry}?picture={file}")).Status);
    }

    [Theory, Engines]
    public async Task A_picture_is_looked_at_alone_with_ways_to_its_neighbours_and_beside_another_one(string engine)
    {
        var (school, student, entry, files) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);

        var page = await browser.GetPageAsync($"/entries/{entry}");
        page = await browser.GetPageAsync($"/entries/{entry}" + page.Document.QuerySelectorAll(".gallery a")[1].GetAttribute("href"));

        Assert.Equal($"/evidence/{files[1].Id}?size=960", page.One(".viewer img").GetAttribute("src"));
        Assert.StartsWith($"/evidence/{files[1].Id}?size=320 ", page.One(".viewer img").GetAttribute("srcset"), StringComparison.Ordinal);
        Assert.Contains("Gambar 2 dari 3", page.Text, StringComparison.Ordinal);
        Assert.Equal($"?picture={files[0].Id}#picture", page.One("a[rel=prev]").GetAttribute("href"));
        Assert.Equal($"?picture={files[2].Id}#picture", page.One("a[rel=next]").GetAttribute("href"));
        page = await browser.GetPageAsync($"/entries/{entry}" + page.Document.QuerySelectorAll(".gallery a")[1].GetAttribute("href"));
        Assert.Equal([files[1].Id, files[2].Id], page.Document.QuerySelectorAll(".pair img").Select(i => Guid.Parse(i.GetAttribute("src")!.Split('/', '?')[2])));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/entries/{entry}?picture={files[3].Id}")).Status);
    }

    private async Task<(TestSchool School, TestPerson Student, Guid Entry, IReadOnlyList<Evidence> Files)> ArrangeAsync(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);
        await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [],
            [.. new[] { "satu.jpg", "dua.jpg", "tiga.jpg" }.Select(name => new Upload("Files", name, "image/jpeg", Fixtures.Read("bare.jpg"))), new Upload("Files", "denah.pdf", "application/pdf", PdfFiles.Plain)]);
        return (school, student, entry, (await school.EntryNowAsync(entry)).Evidence);
    }
}
