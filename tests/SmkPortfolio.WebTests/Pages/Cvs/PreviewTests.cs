using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Cvs;

/// <summary>Looking at a paper before it is issued, and issuing it in every format.</summary>
public sealed class PreviewTests(PageSites sites)
{
    private const string Form = "form[action='/cvs/new']";
    private const string Door = "/cvs/new?handler=Preview";

    private static readonly InternshipDetail Internship = new()
    {
        Title = new Bilingual("PKL juru las"),
        Company = "PT Rangka Baja",
        Start = new DateOnly(2026, 1, 5),
        End = new DateOnly(2026, 5, 29),
        Tasks = new Bilingual("Mengelas rangka gudang."),
        Competencies = new Bilingual("Las SMAW\nMembaca gambar kerja"),
        Score = 88,
    };

    public static TheoryData<string, string> Papers() => new(CvFormats.All.SelectMany(f => f.Languages.Select(l => (f.Name, l))));

    [Theory, Engines]
    public async Task A_preview_shows_real_pages_what_is_missing_and_what_a_machine_reads_and_stores_nothing(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var page = Parse(await PostAsync(work, browser, Door, ("Input.Format", "rirekisho"), ("Input.Language", "ja")));

            Assert.NotEmpty(page.QuerySelectorAll("#preview img"));
            Assert.Contains("Dibaca ulang oleh mesin: 1 dari 1 baris.", page.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector($"#preview a[href='{PaperPlaces.Texts("ja", PaperTextKeys.Statement(CvStatements.Motivation))}']"));
            Assert.NotNull(page.QuerySelector($"#preview a[href='{PaperPlaces.Texts("ja", PaperTextKeys.NameReading)}']"));
            Assert.NotNull(page.QuerySelector("#preview a[href='#Input_BirthDate']"));
            Assert.NotNull(page.QuerySelector($"#preview details a[href='{PaperPlaces.Texts("ja", PaperTextKeys.Entry(work.EntryId, "title"))}']"));
            await work.InAsync(async (db, _) =>
            {
                Assert.False(await db.CvDocuments.AnyAsync(c => c.PersonId == work.StudentId));
                Assert.False(await db.AuditEvents.AnyAsync(e => e.SchoolId == work.SchoolId && e.Action == "cv-issued"));
            });
        }
    }

    [Theory, Engines]
    public async Task Only_its_owner_sees_a_page_and_any_node_can_draw_it(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        var other = await SignedWork.ArrangeAsync(work.App);
        using (browser)
        {
            using var stranger = work.App.NewBrowser();
            using var classmate = await other.SignInAsync(other.StudentId);
            var page = Parse(await PostAsync(work, browser, Door, ("Input.Language", "id")));
            var path = page.QuerySelector("#preview img")!.GetAttribute("src")!;

            var own = await browser.GetAsync(path);

            Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (own.Status, own.MediaType));
            Assert.Contains("default-src 'none'", own.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.StartsWith("<svg", Encoding.UTF8.GetString(own.Body).TrimStart('\uFEFF'), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await classmate.GetAsync(path)).Status);
            Assert.StartsWith("/account/login", (await stranger.GetAsync(path)).Path, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path.Replace("/1.svg", "/99.svg", StringComparison.Ordinal))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/cvs/preview/forged/1.svg")).Status);
            await work.InAsync(async (db, services) =>
            {
                using var empty = new PreviewMemory();
                var elsewhere = new PaperPreviews(services.GetRequiredService<PaperContent>(), services.GetRequiredService<IDataProtectionProvider>(), empty, work.App.Clock);
                var school = await db.Schools.SingleAsync(s => s.Id == work.SchoolId);
                Assert.Equal(own.Body, await elsewhere.PageAsync(school, work.StudentId, path.Split('/')[3], 1, CancellationToken.None));
            });
        }
    }

    [Theory, Engines]
    public async Task The_part_for_the_script_is_the_preview_alone_and_says_refusals_by_its_status(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            using var good = await PostAsync(work, browser, Door + "&part=true", ("Input.Language", "id"));
            using var bad = await browser.ForgeAsync(work.App, "/cvs/new", Door + "&part=true", ("Input.Language", "id"));

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (good.StatusCode, bad.StatusCode));
            var part = await good.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("<form", part, StringComparison.Ordinal);
            Assert.Contains("/1.svg", part, StringComparison.Ordinal);
        }
    }

    [Theory, Engines]
    public async Task Another_format_keeps_the_choices_and_shows_only_its_own_switches(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var page = Parse(await PostAsync(work, browser, "/cvs/new?handler=Choose", ("choose", "international"), ("Input.Language", "id"), ("Input.Audience", "PT Uji"), ("Input.Address", "true"), ($"order.{work.EntryId}", "3")));

            Assert.Equal("international", page.QuerySelector("[name='Input.Format']")!.GetAttribute("value"));
            Assert.Equal("en", page.QuerySelector("[name='Input.Language']")!.GetAttribute("value"));
            Assert.Equal("PT Uji", page.QuerySelector("[name='Input.Audience']")!.GetAttribute("value"));
            Assert.Equal("3", page.QuerySelector($"[name='order.{work.EntryId}']")!.GetAttribute("value"));
            Assert.NotNull(page.QuerySelector($"input[value='{work.EntryId}'][checked]"));
            Assert.NotNull(page.QuerySelector("#Input_Contact"));
            Assert.Null(page.QuerySelector("#Input_Address"));
            Assert.Null(page.QuerySelector("#Input_BirthDate"));
            Assert.NotNull(page.QuerySelector("#Input_Letter"));
        }
    }

    [Theory, Engines]
    public async Task Formats_that_do_not_exist_are_not_found_or_refused(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            using var posted = await PostAsync(work, browser, "/cvs/new", ("Input.Format", "xx"), ("Input.Language", "id"));

            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/cvs/new?format=xx")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cvs/new?from={Guid.CreateVersion7()}")).Status);
            Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
            Assert.Empty(await IssuedAsync(work));
        }
    }

    [Theory, Engines]
    public async Task A_paper_longer_than_its_readers_expect_is_asked_about_once_and_has_the_pages_that_were_shown(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync(age: 19);
        var entry = await school.EntryAsync(student, TestSchool.Project("Rangka gudang", string.Join(' ', Enumerable.Repeat("Mengelas rangka gudang setiap hari.", 700))));
        using var browser = await school.SignInAsync(student);

        var asked = await browser.PressAsync(await browser.GetPageAsync("/cvs/new?format=international"), Form, "#issue", ("Input.Entries", entry.ToString()));
        Assert.True(asked.Status == HttpStatusCode.BadRequest, string.Join('\n', school.App.Faults));
        var before = await school.FromDbAsync(db => db.CvDocuments.CountAsync(c => c.PersonId == student.Id));
        var issued = await browser.PressAsync(asked, Form, "#issue", ("Input.Entries", entry.ToString()), ("Input.Anyway", "true"));

        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.Contains("Kertas ini lebih panjang daripada yang diharapkan pembacanya: paling banyak 2 halaman.", asked.One(".errors").TextContent, StringComparison.Ordinal);
        Assert.Contains("Kurangi satu baris atau pendekkan teks.", asked.One("#preview .error").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, before);
        Assert.Equal(HttpStatusCode.OK, issued.Status);
        var file = await browser.GetAsync(issued.One("a[href*='handler=Pdf']").GetAttribute("href")!);
        Assert.Equal(asked.Document.QuerySelectorAll("#preview img").Length, PdfReadBack.Read(file.Body).Pages.Count);
    }

    [Theory, Engines]
    public async Task What_a_form_needs_is_asked_for_once_and_then_printed_empty_on_demand(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            using var asked = await PostAsync(work, browser, "/cvs/new", ("Input.Format", "rirekisho"), ("Input.Language", "ja"), ("Input.Audience", "PT Kansai"));
            var page = new HtmlParser().ParseDocument(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
            Assert.NotNull(page.QuerySelector("#Input_Anyway"));
            Assert.NotEmpty(page.QuerySelectorAll("#preview img"));
            Assert.Empty(await IssuedAsync(work));

            using var printed = await PostAsync(work, browser, "/cvs/new", ("Input.Format", "rirekisho"), ("Input.Language", "ja"), ("Input.Audience", "PT Kansai"), ("Input.Anyway", "true"));

            Assert.Equal(HttpStatusCode.Redirect, printed.StatusCode);
            var paper = Assert.Single(await IssuedAsync(work));
            Assert.Equal(("rirekisho", "ja", "PT Kansai"), (paper.Format, paper.Language, paper.Audience));
            Assert.DoesNotContain("PT Kansai", Encoding.UTF8.GetString(paper.Snapshot), StringComparison.Ordinal);
        }
    }

    [Theory, Engines]
    public async Task The_young_get_no_paper_for_adults_and_no_street_on_any(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine, age: 16);
        using (browser)
        {
            using var adults = await PostAsync(work, browser, "/cvs/new", ("Input.Format", "ssw-1-1"), ("Input.Language", "ja"), ("Input.Anyway", "true"));
            using var street = await PostAsync(work, browser, "/cvs/new", ("Input.Language", "id"), ("Input.Address", "true"), ("Input.Gender", "true"), ("Input.Nationality", "true"));
            var form = await browser.GetPageAsync("/cvs/new");

            Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (adults.StatusCode, street.StatusCode));
            var snapshot = Encoding.UTF8.GetString(Assert.Single(await IssuedAsync(work)).Snapshot);
            Assert.DoesNotContain("Jalan Rahasia 7", snapshot, StringComparison.Ordinal);
            Assert.DoesNotContain("gender", snapshot, StringComparison.Ordinal);
            Assert.Null(form.Document.QuerySelector("#Input_Address"));
            Assert.Contains("sampai kamu 18 tahun", form.Text, StringComparison.Ordinal);
        }
    }

    [Theory, Engines]
    public async Task A_form_sent_twice_makes_one_paper_and_with_other_choices_another(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var form = await browser.GetPageAsync("/cvs/new");

            var first = await browser.PressAsync(form, Form, "#issue");
            var second = await browser.PressAsync(form, Form, "#issue");
            Assert.Single(await IssuedAsync(work));
            await browser.PressAsync(form, Form, "#issue", ("Input.Language", "en"));

            Assert.Equal(first.One(".notice.success").TextContent, second.One(".notice.success").TextContent);
            Assert.Equal(["en", "id"], (await IssuedAsync(work)).Select(c => c.Language).Order());
        }
    }

    [Theory, Engines]
    public async Task Two_at_the_same_moment_make_one_paper(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            var form = await browser.GetPageAsync("/cvs/new");

            var pages = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => browser.PressAsync(form, Form, "#issue")));

            Assert.All(pages, p => Assert.Equal("/cvs", p.Path));
            Assert.Single(await IssuedAsync(work));
        }
    }

    [Theory, Engines]
    public async Task A_paper_is_ordered_again_as_it_was_chosen(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        using (browser)
        {
            using var made = await PostAsync(work, browser, "/cvs/new", ("Input.Format", "europass"), ("Input.Language", "de"), ("Input.Audience", "Firma Uji"), ("Input.BirthDate", "true"), ("Input.Contact", "false"), ("Input.Anyway", "true"));
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
            var paper = Assert.Single(await IssuedAsync(work));

            var form = await browser.GetPageAsync($"/cvs/new?from={paper.Id}");

            Assert.Equal("europass", form.One("[name='Input.Format']").GetAttribute("value"));
            Assert.Equal("de", form.One("#Input_Language option[selected]").GetAttribute("value"));
            Assert.Equal("Firma Uji", form.One("[name='Input.Audience']").GetAttribute("value"));
            Assert.NotNull(form.Document.QuerySelector("#Input_BirthDate[checked]"));
            Assert.Null(form.Document.QuerySelector("#Input_Contact[checked]"));
            Assert.Equal([work.EntryId.ToString()], form.Document.QuerySelectorAll("[name='Input.Entries'][checked]").Select(i => i.GetAttribute("value")));
        }
    }

    [Theory, Engines]
    public async Task A_paper_of_the_first_releases_is_ordered_again_by_its_lines(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        var old = await work.AddPaperAsync();
        using (browser)
        {
            var form = await browser.GetPageAsync($"/cvs/new?from={old.Id}");

            Assert.Equal("drh", form.One("[name='Input.Format']").GetAttribute("value"));
            Assert.Equal([work.EntryId.ToString()], form.Document.QuerySelectorAll("[name='Input.Entries'][checked]").Select(i => i.GetAttribute("value")));
        }
    }

    [Theory, Engines]
    public async Task Characters_that_cannot_be_printed_are_named_with_their_place(string engine)
    {
        var (work, browser) = await ArrangeAsync(engine);
        await work.InAsync(async (db, _) =>
        {
            var portfolio = await db.Portfolios.SingleAsync(p => p.PersonId == work.StudentId);
            Assert.Empty(portfolio.Write(new Bilingual("Juru las \U0001F600"), Bilingual.Empty, [], portfolio.Contact, portfolio.Version, work.By(work.StudentId)));
            await db.SaveChangesAsync();
        });
        using (browser)
        {
            var page = Parse(await PostAsync(work, browser, Door, ("Input.Language", "id")));

            var told = page.QuerySelector("#preview .notice.danger")!.TextContent;
            Assert.Contains("U+1F600", told, StringComparison.Ordinal);
            Assert.Contains("judul diri", told, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Every format in every language, from what a plain student has: it is issued, and a machine reads every line back.</summary>
    [Theory, MemberData(nameof(Papers))]
    public async Task Every_format_is_issued_and_reads_back(string format, string language)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(Engine.Sqlite)).App);
        await work.InAsync(async (db, services) =>
        {
            var school = await db.Schools.SingleAsync(s => s.Id == work.SchoolId);
            db.Entries.Add(Entry.Begin(work.SchoolId, Guid.CreateVersion7(), work.StudentId, Internship, work.By(work.StudentId).At));
            await db.SaveChangesAsync();
            var own = await db.Entries.Where(e => e.PersonId == work.StudentId).Select(e => e.Id).ToListAsync();
            var order = new PaperOrder(language, own, Photo: true, BirthDate: true, Address: true, Contact: true) { Format = format, Gender = true, Nationality = true };

            var made = await services.GetRequiredService<PaperPreviews>().MakeAsync(school, work.StudentId, order, CancellationToken.None);
            var (cv, error, detail) = await services.GetRequiredService<Web.Issuing.Papers>().IssueAsync(work.SchoolId, work.StudentId, order, work.By(work.StudentId), CancellationToken.None);

            Assert.True(made.Reading is { IsClean: true }, $"{made.Reading?.Problem} {string.Join(" | ", made.Reading?.Missed ?? [])}");
            Assert.Equal(made.Reading!.Lines, made.Reading.LinesRead);
            Assert.True(error is null, $"{error} {detail}");
            Assert.Equal(format, cv!.Format);
        });
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = new StreamReader(answer.Content.ReadAsStream()).ReadToEnd();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {text}");
            return new HtmlParser().ParseDocument(text);
        }
    }

    private static Task<HttpResponseMessage> PostAsync(SignedWork work, Browser browser, string door, params (string Name, string Value)[] fields) =>
        browser.ForgeAsync(work.App, "/cvs/new", door, [("Input.Entries", work.EntryId.ToString()), .. fields]);

    private static async Task<IReadOnlyList<CvDocument>> IssuedAsync(SignedWork work)
    {
        List<CvDocument> papers = [];
        await work.InAsync(async (db, _) => papers = await db.CvDocuments.AsNoTracking().Where(c => c.PersonId == work.StudentId).ToListAsync());
        return papers;
    }

    private async Task<(SignedWork Work, Browser Browser)> ArrangeAsync(string engine, int age = 19)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App, age);
        return (work, await work.SignInAsync(work.StudentId));
    }
}
