using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Entries;

public sealed class EditTests(PageSites sites)
{
    public const string Form = "form[data-autosave]";

    /// <summary>Kind, field, what is typed, a part of the sentence beside the field.</summary>
    private static readonly (EntryDetail Detail, string Field, string Typed, string Said)[] Bad =
    [
        (TestSchool.Project(), "f.title", new string('a', 121), "120 karakter"),
        (TestSchool.Project(), "f.title.en", new string('a', 121), "120 karakter"),
        (TestSchool.Project(), "f.done", new string('a', 20_001), "20"),
        (TestSchool.Project(), "f.start", "2026-11-24", "belum terjadi"),
        (TestSchool.Project(), "f.start", "kemarin", "bukan tanggal"),
        (TestSchool.Project(), "f.link", "javascript:alert(1)", "https://"),
        (TestSchool.Project(), "f.context", "Hobby", "dari daftar"),
        (TestSchool.Certificate(), "f.units", "J.620100.004.02\nBUKAN KODE", "kode SKKNI"),
        (TestSchool.Certificate(), "f.issued", "2027-01-01", "belum terjadi"),
        (TestSchool.Certificate(), "f.validUntil", "2026-05-11", "mendahului"),
        (TestSchool.Internship(), "f.end", "2026-01-04", "mendahului"),
        (TestSchool.Internship(), "f.country", "Indonesia", "dua huruf"),
        (TestSchool.Internship(), "f.country", "XX", "dua huruf"),
        (TestSchool.Internship(), "f.hoursPerDay", "25", "24"),
        (TestSchool.Internship(), "f.hoursPerDay", "0", "1"),
        (TestSchool.Internship(), "f.score", "delapan", "bilangan bulat"),
        (TestSchool.Internship(), "f.score", "101", "100"),
    ];

    public static TheoryData<string, int> BadFields() => new(Engine.All.SelectMany(e => Enumerable.Range(0, Bad.Length).Select(i => (e, i))));

    [Theory, MemberData(nameof(BadFields))]
    public async Task What_does_not_fit_is_said_beside_its_field_and_on_top_and_nothing_typed_is_lost(string engine, int index)
    {
        var (detail, field, typed, said) = Bad[index];
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, detail, handedIn: false);
        using var browser = await school.SignInAsync(student);
        var other = field == "f.title" ? "f.title.en" : "f.title";

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), Form, (field, typed), (other, "Judul baru"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(said, page.FieldErrors()[field].Single(), StringComparison.Ordinal);
        Assert.Equal("#" + field.Replace('.', '_'), page.One(".errors a").GetAttribute("href"));
        Assert.NotNull(page.Document.GetElementById(field.Replace('.', '_')));
        Assert.Equal("Judul baru", Value(page, other));
        if (field is not ("f.context" or "f.start"))
        {
            Assert.Equal(typed, Value(page, field));
        }
        Assert.Equal((detail.Title.Id, 1), ((await school.EntryNowAsync(entry)).Title, (await school.EntryNowAsync(entry)).Version));
    }

    [Theory, Engines]
    public async Task All_fields_are_saved_and_shown(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, TestSchool.Internship(), handedIn: false);
        using var browser = await school.SignInAsync(student);

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), Form,
            ("f.title", "PKL di galangan"), ("f.title.en", "Internship at a shipyard"), ("f.company", "PT Galangan Uji"), ("f.country", "id"), ("f.start", "2026-01-05"), ("f.end", "2026-06-30"), ("f.hoursPerDay", "8"), ("f.score", "91"));

        Assert.Equal($"/entries/{entry}", page.Path);
        Assert.Contains("Tersimpan", page.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Contains("PT Galangan Uji", page.Text, StringComparison.Ordinal);
        var detail = Assert.IsType<InternshipDetail>((await school.EntryNowAsync(entry)).Detail);
        Assert.Equal((new Bilingual("PKL di galangan", "Internship at a shipyard"), "ID", 8, 91), (detail.Title, detail.Country, detail.HoursPerDay, detail.Score));
        Assert.True(await school.FromDbAsync(db => db.AuditEvents.AnyAsync(e => e.Subject == entry && e.Action == "entry-edited")));
    }

    [Theory, Engines]
    public async Task When_it_was_saved_elsewhere_the_typed_text_stays_the_other_is_shown_and_saving_again_decides(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);
        var phone = await browser.GetPageAsync($"/entries/{entry}/edit");
        await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), Form, ("f.title", "Dari komputer sekolah"));

        var page = await browser.SubmitAsync(phone, Form, ("f.title", "Dari ponsel"), ("f.tools", "Mesin las"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("Dari ponsel", Value(page, "f.title"));
        Assert.Equal("Mesin las", Value(page, "f.tools"));
        Assert.Contains("Dari komputer sekolah", page.One("#elsewhere").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Memotong", page.One("#elsewhere").TextContent, StringComparison.Ordinal);
        Assert.Equal("Dari komputer sekolah", (await school.EntryNowAsync(entry)).Title);

        await browser.SubmitAsync(page, Form);
        Assert.Equal("Dari ponsel", (await school.EntryNowAsync(entry)).Title);
    }

    [Theory, Engines]
    public async Task What_is_handed_in_or_in_the_bin_is_not_edited(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        using var browser = await school.SignInAsync(student);
        foreach (var inBin in new[] { false, true })
        {
            var entry = await school.EntryAsync(student, handedIn: false);
            var form = await browser.GetPageAsync($"/entries/{entry}/edit");
            await school.InDbAsync(async db =>
            {
                var stored = await db.Entries.SingleAsync(e => e.Id == entry);
                var change = new Change(student.Id, school.Now);
                if (inBin)
                {
                    Assert.Null(stored.MoveToBin(change));
                }
                else
                {
                    db.Revisions.Add(stored.Submit(Guid.CreateVersion7(), new byte[16], change).Revision!);
                }
                await db.SaveChangesAsync();
            });

            var late = await browser.SubmitAsync(form, Form, ("f.title", "Terlambat"));
            var again = await browser.GetPageAsync($"/entries/{entry}/edit");

            Assert.Equal(HttpStatusCode.Conflict, late.Status);
            Assert.Contains(inBin ? "tempat sampah" : "sudah diajukan", late.One(".errors").TextContent, StringComparison.Ordinal);
            Assert.Equal("Terlambat", Value(late, "f.title"));
            Assert.Equal($"/entries/{entry}", again.Path);
            Assert.Equal("Rak sepatu besi siku", (await school.EntryNowAsync(entry)).Title);
        }
    }

    [Theory, Engines]
    public async Task Saving_and_handing_in_says_what_is_missing_and_keeps_the_text(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, TestSchool.Internship(), handedIn: false);
        using var browser = await school.SignInAsync(student);

        var page = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), Form, [("f.company", ""), ("f.title", "PKL Batam")], [], "button[value=submit]");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.FieldErrors()["f.company"]);
        Assert.Equal(("PKL Batam", EntryState.Draft), ((await school.EntryNowAsync(entry)).Title, (await school.EntryNowAsync(entry)).State));

        var done = await browser.SubmitAsync(page, Form, [("f.company", "PT Uji")], [], "button[value=submit]");
        Assert.Equal($"/entries/{entry}", done.Path);
        Assert.Contains("Sudah diajukan", done.One(".notice.success").TextContent, StringComparison.Ordinal);
        Assert.Equal(EntryState.Submitted, (await school.EntryNowAsync(entry)).State);
    }

    [Theory, Engines]
    public async Task Text_typed_while_the_session_ended_comes_back_after_signing_in(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);
        var form = await browser.GetPageAsync($"/entries/{entry}/edit");
        browser.ForgetCookies();

        var signIn = await browser.SubmitAsync(form, Form, ("f.done", "Baris satu.\nBaris dua."), ("f.start", "2026-10-01"));
        var back = await browser.SubmitAsync(signIn, "form:has(input[type=password])", ("Name", student.Address), ("Password", Browser.DemoPassword));

        Assert.StartsWith($"/entries/{entry}/edit", back.Path, StringComparison.Ordinal);
        Assert.Equal("Baris satu.\nBaris dua.", Value(back, "f.done").ReplaceLineEndings("\n"));
        Assert.Equal("2026-10-01", Value(back, "f.start"));
        Assert.Contains("sudah kembali", back.One(".notice.info").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, (await school.EntryNowAsync(entry)).Version);
    }

    [Theory, Engines]
    public async Task What_was_endorsed_stays_while_the_entry_is_changed(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var work = await SignedWork.ArrangeAsync(school.App);
        using var browser = await work.SignInAsync(work.StudentId);

        var form = await browser.GetPageAsync($"/entries/{work.EntryId}/edit");
        var page = await browser.SubmitAsync(form, Form, ("f.title", "Judul lain"));

        Assert.Contains("yang sudah disahkan", form.One(".notice.info").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var now = await school.EntryNowAsync(work.EntryId);
        Assert.Equal((true, work.RevisionId), (now.ChangedSinceEndorsed, now.EndorsedRevisionId!.Value));
        var revision = await school.FromDbAsync(db => db.Revisions.AsNoTracking().SingleAsync(r => r.Id == work.RevisionId));
        Assert.Equal("Rak sepatu besi siku", revision.Read().Detail.Title.Id);
    }

    public static string Value(Page page, string name)
    {
        var field = page.One($"[name='{name}']");
        return field.LocalName == "textarea" ? field.TextContent : field.GetAttribute("value") ?? "";
    }
}
