using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Derived;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Entries;

public sealed class FilesTests(PageSites sites)
{
    private const int Most = 25 * 1024 * 1024;

    /// <summary>File name, its bytes, a part of the sentence beside the field.</summary>
    private static readonly (string Name, Func<byte[]> Content, string Said)[] Refused =
    [
        ("kosong.jpg", () => [], "Berkasnya kosong."),
        ("tugas.docx", () => [.. "PK\u0003\u0004"u8, .. new byte[40]], "Berkasnya terpotong"),
        ("gambar.svg", () => [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8], "isinya halaman web atau gambar SVG"),
        ("terpotong.jpg", () => Fixtures.Read("bare.jpg")[..200], "rusak"),
        ("skrip.pdf", () => PdfFiles.With("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "skrip"),
        ("besar.jpg", () => [.. Fixtures.Read("bare.jpg"), .. new byte[Most]], "Berkasnya 25,1 MB; gambar atau dokumen paling besar 25 MB."),
    ];

    public static TheoryData<string, int> RefusedFiles() => new(Engine.All.SelectMany(e => Enumerable.Range(0, Refused.Length).Select(i => (e, i))));

    [Theory, MemberData(nameof(RefusedFiles))]
    public async Task A_refused_file_is_named_beside_the_field_while_text_and_sound_files_are_kept(string engine, int index)
    {
        var (name, content, said) = Refused[index];
        var (school, student, entry) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [("f.title", "Judul baru")],
            [new Upload("Files", name, "image/jpeg", content()), new Upload("Files", "baik.jpg", "image/jpeg", Fixtures.Read("bare.jpg"))]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        var sentence = page.FieldErrors()["Files"].Single();
        Assert.Contains(name, sentence, StringComparison.Ordinal);
        Assert.Contains(said, sentence, StringComparison.Ordinal);
        Assert.Equal("#Files", page.One(".errors a").GetAttribute("href"));
        Assert.Equal("Judul baru", EditTests.Value(page, "f.title"));
        var now = await school.EntryNowAsync(entry);
        Assert.Equal(("Judul baru", "baik.jpg"), (now.Title, Assert.Single(now.Evidence).FileName));
        Assert.NotNull(page.Document.QuerySelector($"[name='caption.{now.Evidence[0].Id}']"));
    }

    [Theory, Engines]
    public async Task The_twenty_first_file_is_refused_and_the_twenty_stay(string engine)
    {
        var (school, student, entry) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);
        var full = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [], [.. Enumerable.Range(1, 20).Select(i => Photo($"{i}.jpg"))]);
        Assert.Equal($"/entries/{entry}", full.Path);

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [], [Photo("lebih.jpg")]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("lebih.jpg: Satu karya memuat paling banyak 20 berkas", page.FieldErrors()["Files"].Single(), StringComparison.Ordinal);
        Assert.Equal(20, (await school.EntryNowAsync(entry)).Evidence.Count);
    }

    [Theory, Engines]
    public async Task Files_are_captioned_moved_and_taken_off(string engine)
    {
        var (school, student, entry) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);
        await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [], [Photo("satu.jpg"), Photo("dua.jpg"), new Upload("Files", "denah.pdf", "application/pdf", PdfFiles.Plain)]);
        var files = (await school.EntryNowAsync(entry)).Evidence;

        var moved = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [($"caption.{files[1].Id}", "Sambungan sudut")], [], $"button[value='up:{files[1].Id}']");
        Assert.Equal($"/entries/{entry}/edit", moved.Path);
        Assert.Equal(["dua.jpg", "satu.jpg", "denah.pdf"], (await school.EntryNowAsync(entry)).Evidence.Select(f => f.FileName));
        await browser.SubmitAsync(moved, EditTests.Form, [], [], $"button[value='remove:{files[0].Id}']");

        var now = (await school.EntryNowAsync(entry)).Evidence;
        Assert.Equal([("dua.jpg", "Sambungan sudut"), ("denah.pdf", "")], now.Select(f => (f.FileName, f.Caption)));
        var shown = await browser.GetPageAsync($"/entries/{entry}");
        Assert.Contains("Sambungan sudut", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("satu.jpg", shown.Text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_caption_that_is_too_long_is_said_beside_it_and_comes_back_as_typed(string engine)
    {
        var (school, student, entry) = await ArrangeAsync(engine);
        using var browser = await school.SignInAsync(student);
        await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [], [Photo("satu.jpg")]);
        var caption = $"caption.{(await school.EntryNowAsync(entry)).Evidence[0].Id}";

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, (caption, new string('b', 301)), ("f.title", "Judul baru"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("300", page.FieldErrors()[caption].Single(), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(page.One(".errors a").GetAttribute("href")!.Replace("#", "[id='", StringComparison.Ordinal) + "']"));
        Assert.Equal(new string('b', 301), EditTests.Value(page, caption));
        Assert.Equal("Judul baru", (await school.EntryNowAsync(entry)).Title);
    }

    [Theory, Engines]
    public async Task A_file_of_another_student_is_neither_moved_nor_described_nor_taken_off(string engine)
    {
        var (school, student, entry) = await ArrangeAsync(engine);
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

        foreach (var verb in new[] { "up", "down", "remove" })
        {
            var version = (await school.EntryNowAsync(entry)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
            using var answer = await browser.ForgeAsync(school.App, "/entries/new", $"/entries/{entry}/edit", ("Version", version), ("f.title", "Rak"), ("f.done", "Mengelas."), ("Do", $"{verb}:{file}"), ($"caption.{file}", "Diganti"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("Berkas ini sudah tidak ada.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        Assert.Equal(("punya-citra.jpg", "Asli"), (await school.EntryNowAsync(foreign)).Evidence.Select(f => (f.FileName, f.Caption)).Single());
    }

    private static Upload Photo(string name) => new("Files", name, "image/jpeg", Fixtures.Read("bare.jpg"));

    private async Task<(TestSchool School, TestPerson Student, Guid Entry)> ArrangeAsync(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        return (school, student, await school.EntryAsync(student, handedIn: false));
    }

    [Theory, Engines]
    public async Task On_the_way_to_erasing_a_file_what_was_typed_is_saved(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var (entry, file) = await new FileBench(school).AddAsync(student, FileBench.Picture(7));
        await school.InDbAsync(async db =>
        {
            Assert.Null((await db.Entries.SingleAsync(e => e.Id == entry)).TakeBack(new Change(student.Id, school.Now)));
            await db.SaveChangesAsync();
        });
        using var browser = await school.SignInAsync(student);

        var asked = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [("Do", $"erase:{file}"), ($"caption.{file}", "Las sudut kedua")]);

        Assert.Equal($"/evidence/{file}/erase", asked.Path);
        Assert.Equal("Las sudut kedua", (await school.EntryNowAsync(entry)).Evidence[0].Caption);
    }
}
