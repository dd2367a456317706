using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Entries;

public sealed class NewTests(PageSites sites)
{
    private const string Form = "form.card";

    private static Upload Photo(string name = "rak.jpg") => new("Files", name, "image/jpeg", Fixtures.Read("bare.jpg"));

    [Theory, Engines]
    public async Task A_photo_and_two_fields_are_an_entry(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/entries/new"), Form, [("f.title", "Rak sepatu"), ("f.done", "Memotong dan mengelas.")], [Photo()]);

        var entry = await school.FromDbAsync(db => db.Entries.AsNoTracking().SingleAsync(e => e.PersonId == student.Id));
        Assert.Equal($"/entries/{entry.Id}/edit", page.Path);
        Assert.Contains("Tersimpan", page.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Rak sepatu", EntryState.Draft, Word.Self), (entry.Title, entry.State, entry.Word));
        Assert.Equal("rak.jpg", Assert.Single(entry.Evidence).FileName);
        Assert.Contains("Rak sepatu", (await browser.GetPageAsync("/entries")).Text, StringComparison.Ordinal);
        Assert.True(await school.FromDbAsync(db => db.AuditEvents.AnyAsync(e => e.Subject == entry.Id && e.Action == "entry-begun")));
    }

    [Theory, Engines("project", "f.done"), Engines("certification", "f.body"), Engines("internship", "f.company"), Engines("teaching-factory", "f.role")]
    public async Task Each_kind_begins_with_its_own_two_fields(string engine, string kind, string second)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);

        await browser.SubmitAsync(await browser.GetPageAsync($"/entries/new?kind={kind}"), Form, ("f.title", "Judul"), (second, "Isi"));

        var entry = await school.FromDbAsync(db => db.Entries.AsNoTracking().SingleAsync(e => e.PersonId == student.Id));
        Assert.Equal(kind, EntryNames.Of(entry.Kind));
        Assert.Equal("Isi", EntrySchema.Values(entry.Detail)[second[2..]]);
    }

    [Theory, Engines]
    public async Task A_missing_and_a_too_long_field_are_said_beside_the_field_and_on_top_and_everything_typed_stays(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        var form = await browser.GetPageAsync("/entries/new");

        var missing = await browser.SubmitAsync(form, Form, ("f.title", "  "), ("f.done", "Sudah kutulis panjang lebar."));
        var tooLong = await browser.SubmitAsync(form, Form, ("f.title", new string('a', 121)), ("f.done", "Sudah kutulis panjang lebar."));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (missing.Status, tooLong.Status));
        Assert.Contains("Isi bagian ini.", missing.FieldErrors()["f.title"].Single(), StringComparison.Ordinal);
        Assert.Equal("#f_title", missing.One(".errors a").GetAttribute("href"));
        Assert.Equal("Sudah kutulis panjang lebar.", missing.One("[name='f.done']").TextContent);
        Assert.Contains("120", tooLong.FieldErrors()["f.title"].Single(), StringComparison.Ordinal);
        Assert.Equal(121, tooLong.One("[name='f.title']").GetAttribute("value")!.Length);
        Assert.False(await school.FromDbAsync(db => db.Entries.AnyAsync(e => e.PersonId == student.Id)));
    }

    [Theory, Engines]
    public async Task A_kind_that_does_not_exist_is_not_found(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/entries/new?kind=poem")).Status);
        using var answer = await browser.ForgeAsync(school.App, "/entries/new", "/entries/new?kind=poem", ("f.title", "Puisi"), ("f.done", "Menulis."));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(await school.FromDbAsync(db => db.Entries.AnyAsync(e => e.PersonId == student.Id)));
    }

    [Theory, Engines]
    public async Task A_refused_file_does_not_cost_the_text_and_is_named_with_its_reason(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/entries/new"), Form, [("f.title", "Rak"), ("f.done", "Mengelas.")],
            [Photo(), new Upload("Files", "kosong.jpg", "image/jpeg", []), new Upload("Files", "makro.docx", "application/octet-stream", [.. "PK\u0003\u0004 bukan gambar"u8])]);

        var warning = page.One(".notice.warning").TextContent;
        Assert.Contains("kosong.jpg: Berkasnya kosong.", warning, StringComparison.Ordinal);
        Assert.Contains("makro.docx: Berkasnya terpotong", warning, StringComparison.Ordinal);
        var entry = await school.FromDbAsync(db => db.Entries.AsNoTracking().SingleAsync(e => e.PersonId == student.Id));
        Assert.Equal(("Rak", "rak.jpg"), (entry.Title, Assert.Single(entry.Evidence).FileName));
    }

    [Theory, Engines]
    public async Task More_files_than_an_entry_holds_are_refused_before_anything_is_kept(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);

        var page = await browser.SubmitAsync(await browser.GetPageAsync("/entries/new"), Form, [("f.title", "Rak"), ("f.done", "Mengelas.")], [.. Enumerable.Range(1, 21).Select(i => Photo($"{i}.jpg"))]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("paling banyak 20 berkas", page.FieldErrors()["Files"].Single(), StringComparison.Ordinal);
        Assert.Equal("Rak", page.One("[name='f.title']").GetAttribute("value"));
        Assert.False(await school.FromDbAsync(db => db.Entries.AnyAsync(e => e.PersonId == student.Id)));
    }
}
