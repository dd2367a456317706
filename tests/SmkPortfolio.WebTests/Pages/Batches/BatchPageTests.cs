using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Batches;

/// <summary>The pages on which the office orders papers for many students and takes them along.</summary>
public sealed class BatchPageTests(PageSites sites)
{
    private const string Count = "button[formaction$='Count']";
    private const string Start = "button:not([formaction])";
    private const string Form = "form[action='/batches/new'][method='post']";

    [Theory, Engines]
    public async Task The_student_sees_which_office_made_the_paper_and_when_and_that_its_seal_has_no_time_stamp(string engine)
    {
        var school = await ClassOfStudents.OpenAsync(await sites.SchoolAsync(engine), "Ayu Lestari");
        await school.OrderAsync();
        await school.Work.RunAsync(CancellationToken.None);
        var paper = Assert.Single(await school.PapersAsync());
        using var student = await school.School.SignInAsync(school.Students[0]);

        var pages = new[] { await student.GetPageAsync("/cvs"), await student.GetPageAsync($"/cvs/{paper.Id}") };

        Assert.All(pages, page => Assert.Contains($"oleh BKK sekolah, {Format.Date(school.School.Now, TimeZoneInfo.FindSystemTimeZoneById(school.School.School.TimeZoneId), CultureInfo.GetCultureInfo("id"))}", page.Text, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("tanpa cap waktu", page.Text, StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task A_class_is_counted_ordered_made_and_taken_along(string engine)
    {
        var school = await ClassOfStudents.OpenAsync(await sites.SchoolAsync(engine), "Ayu Lestari", "=Bagus: Prasetyo", "Citra Dewi");
        using var office = await school.School.SignInAsync(school.Office);
        var choosing = await office.GetPageAsync("/batches/new?format=drh&language=id");
        (string, string)[] fields = [("Input.Classes", school.School.Welding.Id.ToString()), ("Input.Lines", "all"), ("Input.Contact", "true")];

        var counted = await office.SubmitAsync(choosing, Form, fields, [], Count);
        var running = await office.SubmitAsync(choosing, Form, fields, [], Start);
        await school.Work.RunAsync(CancellationToken.None);
        var done = await office.GetPageAsync(running.Path);
        var zip = await DownloadAsync(office, running.Path + "?handler=Zip");
        var print = await DownloadAsync(office, done.One("a[href*='handler=Print']").GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.OK, counted.Status);
        Assert.Contains("3 siswa akan mendapat kertas.", counted.One(".notice.info").TextContent, StringComparison.Ordinal);
        Assert.Equal("0", running.One(".figures div:first-child b").TextContent);
        Assert.Equal("3", running.Headers.GetValues("Refresh").Single());
        Assert.Equal("3", done.One(".figures div:first-child b").TextContent);
        Assert.False(done.Headers.Contains("Refresh"));
        var papers = await school.PapersAsync();
        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Equal(
            papers.Select(p => $"XII-Las-1/{(p.NameAsPrinted[0] == '=' ? "=Bagus-Prasetyo" : p.NameAsPrinted.Replace(' ', '-'))}_{CvCode.Written(p.Code)}.pdf").Append("manifest.csv").Order(StringComparer.Ordinal),
            archive.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        foreach (var paper in papers)
        {
            using var file = archive.Entries.Single(e => e.FullName.Contains(CvCode.Written(paper.Code), StringComparison.Ordinal)).Open();
            Assert.Equal(paper.PdfSha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(file)));
        }
        using var reader = new StreamReader(archive.GetEntry("manifest.csv")!.Open(), Encoding.UTF8);
        var rows = (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, rows.Length);
        Assert.Contains(rows, r => r.Contains("\"'=Bagus: Prasetyo\"", StringComparison.Ordinal));
        // One page of names, then the papers; nothing is sealed.
        Assert.DoesNotContain("/ByteRange", Encoding.Latin1.GetString(print), StringComparison.Ordinal);
        var read = PdfReadBack.Read(print);
        Assert.StartsWith("Salinan cetak", read.Title, StringComparison.Ordinal);
        Assert.True(read.Pages.Count >= 4, $"{read.Pages.Count}");
    }

    [Theory, Engines]
    public async Task Another_format_keeps_the_students_and_the_language_where_it_has_it(string engine)
    {
        var school = await ClassOfStudents.OpenAsync(await sites.SchoolAsync(engine), "Ayu Lestari");
        using var office = await school.School.SignInAsync(school.Office);

        var first = await office.GetPageAsync("/batches/new");
        var choosing = await office.GetPageAsync(first.One("#formats a[href$='format=drh']").GetAttribute("href")!);
        var other = await office.SubmitAsync(choosing, Form, [("Input.Language", "en"), ("Input.Search", "Ayu"), ("Input.Lines", "all")], [], "button[name='choose'][value='europass']");
        var unknown = await office.GetAsync("/batches/new?format=xx");
        using var forged = await office.ForgeAsync(school.App, "/batches/new", "/batches/new", ("Input.Format", "europass"), ("Input.Language", "ko"), ("Input.Search", "Ayu"), ("Input.Lines", "all"));

        Assert.Null(choosing.One("#formats").GetAttribute("open"));
        Assert.Equal(("europass", "en", "Ayu"), (other.One("input[name='Input.Format']").GetAttribute("value"), other.One("#Input_Language option[selected]").GetAttribute("value"), other.One("#Input_Search").GetAttribute("value")));
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(0, await school.School.FromDbAsync(db => db.PaperBatches.CountAsync(b => b.SchoolId == school.School.School.Id)));
    }

    [Theory, Engines]
    public async Task A_pasted_list_is_refused_with_each_wrong_row_named_and_taken_when_it_is_right(string engine)
    {
        var page = await sites.SchoolAsync(engine);
        var elsewhere = await TestSchool.OpenAsync(page.App);
        var stranger = await elsewhere.StudentAsync("Orang Lain");
        var school = await ClassOfStudents.OpenAsync(page, "Ayu Lestari", "Bagus Prasetyo");
        using var office = await school.School.SignInAsync(school.Office);
        var choosing = await office.GetPageAsync("/batches/new?format=drh&language=id");
        var (first, second) = (school.Students[0].Nisn!, school.Students[1].Nisn!);

        var wrong = await office.SubmitAsync(choosing, Form, [("Input.Numbers", $"{first}\n12345\n\n{first}\n{stranger.Nisn}\n9999999999"), ("Input.Lines", "all")], [], Start);
        var right = await office.SubmitAsync(choosing, Form, [("Input.Numbers", $" {first[..5]} {first[5..]}\r\n\"{second}\";"), ("Input.Lines", "all")], [], Start);

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var said = wrong.One(".errors").TextContent;
        foreach (var sentence in new[] { "Baris 2, “12345”: NISN terdiri dari sepuluh angka.", $"Baris 4, “{first}”: tercantum dua kali.", $"Baris 5, “{stranger.Nisn}”: bukan siswa sekolah ini.", "Baris 6, “9999999999”: bukan siswa sekolah ini." })
        {
            Assert.Contains(sentence, said, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, right.Status);
        var ordered = await school.School.FromDbAsync(db => db.PaperBatchItems.Where(i => i.SchoolId == school.School.School.Id).Select(i => i.PersonId).ToListAsync());
        Assert.Equal(school.Students.Select(s => s.Id).Order(), ordered.Order());
    }

    [Theory, Engines]
    public async Task Of_students_under_18_no_personal_fact_is_printed_and_of_others_only_what_was_switched_on(string engine)
    {
        var school = await ClassOfStudents.OpenAsync(await sites.SchoolAsync(engine), "Ayu Lestari");
        var child = await school.School.StudentAsync("Dewi Muda", age: 16);
        await school.School.EntryAsync(child);
        using var office = await school.School.SignInAsync(school.Office);
        var choosing = await office.GetPageAsync("/batches/new?format=drh&language=id");

        var counted = await office.SubmitAsync(choosing, Form, [("Input.Classes", school.School.Welding.Id.ToString()), ("Input.Lines", "all"), ("Input.BirthDate", "true")], [], Count);
        await office.SubmitAsync(choosing, Form, [("Input.Classes", school.School.Welding.Id.ToString()), ("Input.Lines", "all"), ("Input.BirthDate", "true")], [], Start);
        await school.Work.RunAsync(CancellationToken.None);

        Assert.Contains("1 di antaranya di bawah 18 tahun", counted.One(".notice.info").TextContent, StringComparison.Ordinal);
        var papers = (await school.PapersAsync()).ToDictionary(p => p.PersonId, p => Encoding.UTF8.GetString(p.Snapshot));
        Assert.Contains("\"birthDate\"", papers[school.Students[0].Id], StringComparison.Ordinal);
        Assert.DoesNotContain("\"address\"", papers[school.Students[0].Id], StringComparison.Ordinal);
        foreach (var fact in new[] { "birthDate", "birthPlace", "address", "phone", "email" })
        {
            Assert.DoesNotContain($"\"{fact}\"", papers[child.Id], StringComparison.Ordinal);
        }
        Assert.Contains("\"under18\":true", papers[child.Id], StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Whoever_got_none_is_named_with_the_reason_and_is_tried_again(string engine)
    {
        var school = await ClassOfStudents.OpenAsync(await sites.SchoolAsync(engine), "Ayu Lestari", "Bagus Prasetyo");
        await school.School.InDbAsync(async db =>
        {
            (await db.Memberships.SingleAsync(m => m.PersonId == school.Students[1].Id)).StopIssuing(school.By with { Why = "Ada pertanyaan." });
            await db.SaveChangesAsync();
        });
        var batch = await school.OrderAsync();
        await school.Work.RunAsync(CancellationToken.None);
        using var office = await school.School.SignInAsync(school.Office);

        var page = await office.GetPageAsync($"/batches/{batch.Id}");
        await school.School.InDbAsync(async db =>
        {
            (await db.Memberships.SingleAsync(m => m.PersonId == school.Students[1].Id)).ResumeIssuing(school.By with { Why = "Sudah jelas." });
            await db.SaveChangesAsync();
        });
        var again = await office.SubmitAsync(page, "form[action*='Again']");
        await school.Work.RunAsync(CancellationToken.None);
        var after = await office.GetPageAsync($"/batches/{batch.Id}");

        Assert.Contains("Bagus Prasetyo", page.One("#failed ~ ul").TextContent, StringComparison.Ordinal);
        Assert.Contains("Sekolah menghentikan", page.One("#failed ~ ul").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Null(after.Document.QuerySelector("#failed"));
        Assert.Equal(2, (await school.PapersAsync()).Count);
    }

    [Theory, Engines]
    public async Task A_reason_is_said_in_the_language_of_each_reader_and_the_sentence_of_an_older_row_as_it_stands(string engine)
    {
        const string Older = "🔥 (U+1F525): judul karya “Las tikung”.";
        var school = await ClassOfStudents.OpenAsync(await sites.SchoolAsync(engine), "Ayu Lestari", "Emoji \U0001F600 Nama");
        var batch = await school.OrderAsync();
        await school.Work.RunAsync(CancellationToken.None);
        await school.School.InDbAsync(async db =>
        {
            (await db.PaperBatchItems.SingleAsync(i => i.BatchId == batch.Id && i.PersonId == school.Students[0].Id)).Failed("glyph-missing", Older);
            await db.SaveChangesAsync();
        });
        using var indonesian = await school.School.SignInAsync(school.Office);
        using var english = school.App.NewBrowser("en");
        await english.SignInAsync(school.Office.Address);

        var said = new[] { (await indonesian.GetPageAsync($"/batches/{batch.Id}")).One("#failed ~ ul").TextContent, (await english.GetPageAsync($"/batches/{batch.Id}")).One("#failed ~ ul").TextContent };

        Assert.Contains("Ada karakter yang belum bisa dicetak. \U0001F600 (U+1F600): namamu.", said[0], StringComparison.Ordinal);
        Assert.Contains("There is a character that cannot be printed yet. \U0001F600 (U+1F600): your name.", said[1], StringComparison.Ordinal);
        Assert.All(said, text => Assert.Contains(Older, text, StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task A_student_finds_the_schools_paper_among_the_own_and_withdraws_it(string engine)
    {
        var school = await ClassOfStudents.OpenAsync(await sites.SchoolAsync(engine), "Ayu Lestari");
        var batch = await school.OrderAsync();
        await school.Work.RunAsync(CancellationToken.None);
        using var student = await school.School.SignInAsync(school.Students[0]);

        var own = await student.GetPageAsync("/cvs");
        var withdrawn = await student.SubmitAsync(own, "form[action*='Withdraw']", ("reason", "Saya tidak mau."));
        using var office = await school.School.SignInAsync(school.Office);
        using var archive = new ZipArchive(new MemoryStream(await DownloadAsync(office, $"/batches/{batch.Id}?handler=Zip")));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/batches/{batch.Id}?handler=Print&group=XII%20Las%201");
        using var print = await office.SendAsync(request);

        Assert.Contains(CvCode.Written((await school.PapersAsync())[0].Code), own.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, withdrawn.Status);
        Assert.Equal(["manifest.csv"], archive.Entries.Select(e => e.FullName));
        Assert.Equal(HttpStatusCode.NotFound, print.StatusCode);
    }

    [Theory, Engines]
    public async Task Only_the_placement_office_and_the_operator_have_these_pages(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        List<(Role Role, HttpStatusCode Status)> answers = [];
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Student))
        {
            using var browser = await school.SignInAsync(await school.StaffAsync(role));
            answers.Add((role, (await browser.GetAsync("/batches")).Status));
        }
        using var student = await school.SignInAsync(await school.StudentAsync());

        Assert.Equal([Role.Bkk, Role.Operator], answers.Where(a => a.Status == HttpStatusCode.OK).Select(a => a.Role));
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal(HttpStatusCode.NotFound, a.Status));
        Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync("/batches")).Status);
    }

    private static async Task<byte[]> DownloadAsync(Browser browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
