using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Files;

/// <summary>Files as the student, the reviewer and a stranger with a link see them.</summary>
public sealed class ShownFilesTests(PageSites sites)
{
    private const string Reason = "Wajah teman terlihat";

    [Theory, Engines]
    public async Task Alternative_text_and_smaller_pictures_reach_every_reader_with_the_address_that_lets_them_in(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        await work.InAsync(async (db, _) =>
        {
            var entry = await db.Entries.SingleAsync(e => e.Id == work.EntryId);
            Assert.Null(entry.DescribePicture(work.PictureId, "Dua pelat bertemu pada sudut siku", work.By(work.StudentId)));
            await db.SaveChangesAsync();
        });
        foreach (var (reader, page, query) in await ReadersAsync(work))
        {
            using (reader)
            {
                var shown = await reader.GetPageAsync(page);
                Assert.Equal((Small(work.PictureId, 320, query), "Dua pelat bertemu pada sudut siku"), (shown.One(".gallery img").GetAttribute("src"), shown.One(".gallery img").GetAttribute("alt")));
                var large = await reader.GetPageAsync(page + shown.One(".gallery a").GetAttribute("href"));
                Assert.Equal(Small(work.PictureId, 960, query), large.One(".viewer img").GetAttribute("src"));
                Assert.Equal("Sambungan sudut", large.One("figcaption").TextContent.Trim());
                Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(large.One(".viewer img").GetAttribute("src")!)).Status);
                Assert.Equal($"{page}#p-{work.PictureId}", large.One("#picture .button").GetAttribute("href"));
                Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{page}?picture={Guid.CreateVersion7()}")).Status);
            }
        }
    }

    [Theory, Engines]
    public async Task An_erased_picture_is_a_line_with_its_reason_for_every_reader_and_no_picture(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        await work.InAsync(async (db, _) =>
        {
            var entry = await db.Entries.SingleAsync(e => e.Id == work.EntryId);
            Assert.Null(entry.EraseEvidence(work.PictureId, work.By(work.StudentId, Reason)));
            await db.SaveChangesAsync();
        });
        foreach (var (reader, page, _) in await ReadersAsync(work))
        {
            using (reader)
            {
                var shown = await reader.GetPageAsync(page);
                Assert.Contains($": {Reason}", shown.One(".files li").TextContent, StringComparison.Ordinal);
                Assert.Contains("Dihapus untuk selamanya pada ", shown.One(".files li").TextContent, StringComparison.Ordinal);
                Assert.Empty(shown.Document.QuerySelectorAll($"img[src*='{work.PictureId}'], a[href*='{work.PictureId}']"));
                Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{page}?picture={work.PictureId}")).Status);
            }
        }
    }

    [Theory, Engines]
    public async Task Clips_and_sounds_are_played_on_the_page_and_documents_say_what_they_are(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var id = await school.EntryAsync(student, handedIn: false);
        (string Name, string Type)[] files = [("las.mp4", "video/mp4"), ("mesin.mp3", "audio/mpeg"), ("denah.pdf", "application/pdf"), ("foto.heic", "image/heic"), ("nilai.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")];
        await school.InDbAsync(async db =>
        {
            var entry = await db.Entries.SingleAsync(e => e.Id == id);
            foreach (var (name, type, i) in files.Select((f, i) => (f.Name, f.Type, i)))
            {
                Assert.Null(entry.AddEvidence(Guid.CreateVersion7(), new EvidenceFile(name, type, 2048, new string((char)('a' + i), 64), null, null), 20, new(student.Id, school.Now)));
            }
            await db.TouchFileAsync(school.School.Id, new EvidenceFile("denah.pdf", "application/pdf", 2048, new string('c', 64), null, null), school.Now, CancellationToken.None);
            (await db.StoredFiles.SingleAsync(f => f.SchoolId == school.School.Id)).WorkDone();
            db.Derivatives.Add(Derivative.Of(school.School.Id, new string('c', 64), "320.webp", new string('f', 64), 3, 226, 320));
            await db.SaveChangesAsync();
        });
        using var browser = await school.SignInAsync(student);

        var page = await browser.GetPageAsync($"/entries/{id}");

        var lines = page.Document.QuerySelectorAll(".files li");
        Assert.Equal(["Video", "Suara", "PDF", "Foto HEIC, dibuka di luar peramban", "Lembar kerja Excel"], lines.Select(l => l.QuerySelector(".quiet-text")!.TextContent.Split(" · ")[0]));
        Assert.Equal(("none", "las.mp4"), (page.One("video[controls]").GetAttribute("preload"), page.One("video").GetAttribute("aria-label")));
        Assert.Equal("none", page.One("audio[controls]").GetAttribute("preload"));
        Assert.EndsWith("?size=320", lines[2].QuerySelector("img.thumb")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll(".files img"));
        Assert.Empty(page.Document.QuerySelectorAll(".gallery"));
    }

    private static string Small(Guid picture, int side, string query) => $"/evidence/{picture}?size={side}{query}";

    /// <summary>Student, reviewer and stranger: a browser, the page, what the addresses of files carry.</summary>
    private static async Task<IReadOnlyList<(Browser Reader, string Page, string Query)>> ReadersAsync(SignedWork work)
    {
        var token = await work.ShareAsync();
        return
        [
            (await work.SignInAsync(work.StudentId), $"/entries/{work.EntryId}", ""),
            (await work.SignInAsync(work.TeacherId), $"/reviews/{work.EntryId}", ""),
            (new Browser(work.App.NewClient(), "id"), $"/s/{token}", $"&s={token}"),
        ];
    }
}
