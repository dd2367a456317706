using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Cv;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Derived;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Cvs;

/// <summary>What a paper is made of, before any format sets it.</summary>
public sealed class ContentTests(PageSites sites)
{
    private static readonly DateTimeOffset Now = TestClock.Start;

    [Theory, Engines]
    public async Task What_nobody_wrote_in_the_papers_language_stands_in_another_one_and_is_named(string engine)
    {
        var work = await ArrangeAsync(engine);
        await WriteAsync(work, "ja", (PaperTextKeys.Headline, "溶接技能者"), (PaperTextKeys.Statement(CvStatements.Motivation), "御社で学びたい。"));

        var source = await MakeAsync(work, "ja");

        Assert.Equal("溶接技能者", source.Content.Person.Headline);
        Assert.False(source.Content.ForeignTexts.ContainsKey("person.headline"));
        Assert.Equal("Rak sepatu besi siku", source.Content.Entries[0].Title);
        Assert.Equal("id", source.Content.ForeignTexts["entries[0].title"]);
        Assert.Equal(PaperTextKeys.Entry(work.EntryId, "title"), source.TextPlaces["entries[0].title"]);
        Assert.Equal("id", source.Content.ForeignTexts["skills[0]"]);
        Assert.Equal("id", source.Content.ForeignTexts["education[0].field"]);
        // The sheet of this format has no place for it.
        Assert.Empty(source.Content.Statements);
    }

    [Theory, Engines]
    public async Task English_comes_before_Indonesian_where_neither_is_the_papers_language(string engine)
    {
        var work = await ArrangeAsync(engine);

        var source = await MakeAsync(work, "de");

        Assert.Equal("Young welder", source.Content.Person.Headline);
        Assert.Equal("en", source.Content.ForeignTexts["person.headline"]);
    }

    [Theory, Engines]
    public async Task An_endorsed_text_is_never_replaced_by_a_later_one_in_its_own_language(string engine)
    {
        var work = await ArrangeAsync(engine);
        await WriteAsync(work, "id", (PaperTextKeys.Entry(work.EntryId, "title"), "Rak baja hias"));

        var source = await MakeAsync(work, "id");

        Assert.Equal("Rak sepatu besi siku", source.Content.Entries[0].Title);
        Assert.Empty(source.Content.ForeignTexts);
    }

    [Theory, Engines]
    public async Task Names_of_languages_are_known_in_every_language_of_papers(string engine)
    {
        var work = await ArrangeAsync(engine);
        await PortfolioAsync(work, portfolio =>
        {
            Assert.Null(portfolio.AddLanguage(new LanguageSkill("Jepang", "B1") { Grid = "B1 B1 A2 A2 A2" }, work.By(work.StudentId)));
            Assert.Null(portfolio.AddLanguage(new LanguageSkill("Bahasa Osing", "native"), work.By(work.StudentId)));
        });

        var korean = (await MakeAsync(work, "ko")).Content;

        Assert.Equal(("일본어", "Bahasa Osing"), (korean.Languages[0].Language, korean.Languages[1].Language));
        Assert.Equal(["B1", "B1", "A2", "A2", "A2"], korean.Languages[0].Grid);
        Assert.Equal("id", korean.ForeignTexts["languages[1].language"]);
    }

    [Theory, Engines]
    public async Task Schooling_is_this_school_once_and_the_earlier_ones_as_the_student_states_them(string engine)
    {
        var work = await ArrangeAsync(engine);
        await PortfolioAsync(work, portfolio =>
        {
            Assert.Empty(portfolio.Describe(new Particulars("DEWI LESTARI", "female", "ID", "50123", new DateOnly(2027, 5, 5)), portfolio.Version, work.By(work.StudentId)));
            foreach (var (title, from, until) in new[] { ("SD Negeri 2 Semarang", 2015, 2021), ("SMP Negeri 5 Semarang", 2021, 2024) })
            {
                var item = new PastItem(Guid.CreateVersion7(), PastKind.School, new Bilingual(title), "", "Semarang", Bilingual.Empty, new DateOnly(from, 7, 1), new DateOnly(until, 6, 1));
                Assert.Empty(portfolio.Remember(item, new DateOnly(2026, 11, 1), work.By(work.StudentId)));
            }
        });

        var rows = (await MakeAsync(work, "id")).Content.Education;

        Assert.Equal(["SMK Uji Tautan", "SMP Negeri 5 Semarang", "SD Negeri 2 Semarang"], rows.Select(r => r.Institution));
        Assert.Equal(["senior", "junior", "primary"], rows.Select(r => r.Level));
        Assert.Equal(["expected", "graduated", "graduated"], rows.Select(r => r.Outcome));
        Assert.Equal([false, true, true], rows.Select(r => r.OwnWord));
        Assert.Equal(new DateOnly(2027, 5, 5), rows[0].ExpectedOn);
    }

    [Theory, Engines(15, false), Engines(19, true)]
    public async Task Sex_nationality_and_street_stand_only_on_the_paper_of_an_adult_who_asks_for_them(string engine, int age, bool shown)
    {
        var work = await ArrangeAsync(engine, age);
        await PortfolioAsync(work, portfolio => Assert.Empty(portfolio.Describe(new Particulars("DEWI LESTARI", "female", "ID", "50123", null), portfolio.Version, work.By(work.StudentId))));

        var silent = (await MakeAsync(work, "ja")).Content.Person;
        var asked = (await MakeAsync(work, "ja", o => o with { Gender = true, Nationality = true, Address = true })).Content.Person;

        Assert.Equal("DEWI LESTARI", silent.PassportName);
        Assert.True(silent is { Gender: null, Nationality: null, NationalityName: null, Address: null, PostalCode: null });
        Assert.Equal(shown ? "female" : null, asked.Gender);
        Assert.Equal(shown ? "インドネシア" : null, asked.NationalityName);
        Assert.Equal(shown ? "50123" : null, asked.PostalCode);
        Assert.Equal(shown ? "Jalan Rahasia 7" : null, asked.Address);
    }

    [Theory, Engines]
    public async Task The_facts_of_a_class_take_no_more_queries_than_those_of_one_student(string engine)
    {
        using var count = new QueryCount();
        Mark(count);
        var work = await ArrangeAsync(engine);
        var school = await sites.SchoolAsync(engine);
        List<Guid> students = [];
        for (var i = 0; i < 12; i++)
        {
            var student = await school.StudentAsync();
            await school.EntryAsync(student);
            students.Add(student.Id);
        }
        await work.InAsync(async (db, services) =>
        {
            var loader = services.GetRequiredService<PaperFactsLoader>();
            var home = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == school.School.Id);
            await loader.LoadAsync(home, students, new PaperWants(["id"]), CancellationToken.None);

            var before = count.Commands.Count;
            await loader.LoadAsync(home, [students[0]], new PaperWants(["id"]), CancellationToken.None);
            var one = count.Commands.Count - before;
            var all = await loader.LoadAsync(home, students, new PaperWants(["id"]), CancellationToken.None);
            var many = count.Commands.Count - before - one;

            Assert.Equal(students.Order(), all.Keys.Order());
            Assert.All(all.Values, f => Assert.Single(f.Entries));
            Assert.Equal(one, many);
            Assert.InRange(many, 1, 10);
        });
    }

    /// <summary>What this test does from now on counts as one request.</summary>
    private static void Mark(QueryCount count)
    {
        var request = new DefaultHttpContext();
        foreach (var (name, values) in count.Mark(new HttpRequestMessage()).Headers)
        {
            request.Request.Headers[name] = values.ToArray();
        }
        new HttpContextAccessor().HttpContext = request;
    }

    [Theory, Engines]
    public async Task Pictures_of_a_booklet_begin_with_the_cover_and_say_to_who_cannot_see_them_what_the_student_wrote(string engine)
    {
        var work = await ArrangeAsync(engine);
        var entryId = Guid.Empty;
        await work.InAsync(async (db, services) =>
        {
            var entry = await db.Entries.SingleAsync(e => e.PersonId == work.StudentId && e.Id != work.EntryId && e.LastRevisionNumber > 0);
            entryId = entry.Id;
            Assert.Null(entry.TakeBack(work.By(work.StudentId)));
            foreach (var (seed, caption) in new[] { (1, ""), (2, "Engsel"), (3, "Cat") })
            {
                var content = FileBench.Picture(seed);
                var stored = await services.GetRequiredService<IBlobStore>().PutAsync(work.SchoolId, new MemoryStream(content), content.Length, CancellationToken.None);
                Assert.Null(entry.AddEvidence(Guid.CreateVersion7(), new EvidenceFile($"{seed}.jpg", "image/jpeg", stored.Size, stored.Sha256Hex, 1000, 600, caption), 20, work.By(work.StudentId)));
            }
            Assert.Null(entry.SetCover(entry.Evidence[2].Id, work.By(work.StudentId)));
            Assert.Null(entry.DescribePicture(entry.Evidence[1].Id, "Engsel kiri yang baru dilas", work.By(work.StudentId)));
            await db.SaveChangesAsync();
        });

        var source = await MakeAsync(work, "id", order => order with { Entries = [entryId], Format = "booklet" });

        Assert.Equal([("Cat", "Cat"), ("", source.Content.Entries[0].Title), ("Engsel", "Engsel kiri yang baru dilas")], source.Content.Entries[0].Pictures.Select(p => (p.Caption, p.Alternative)));
    }

    private async Task<SignedWork> ArrangeAsync(string engine, int age = 19) => await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App, age);

    private static async Task<PaperSource> MakeAsync(SignedWork work, string language, Func<PaperOrder, PaperOrder>? ask = null)
    {
        PaperSource? source = null;
        await work.InAsync(async (db, services) =>
        {
            var order = new PaperOrder(language, [work.EntryId], Photo: false, BirthDate: false, Address: false, Contact: false);
            var school = await db.Schools.SingleAsync(s => s.Id == work.SchoolId);
            source = await services.GetRequiredService<PaperContent>().GatherAsync(school, work.StudentId, ask?.Invoke(order) ?? order, "0000000000A", Now, CancellationToken.None);
        });
        return source!;
    }

    private static Task WriteAsync(SignedWork work, string language, params (string Key, string Text)[] texts) => work.InAsync(async (db, _) =>
    {
        var written = PaperTexts.Of(work.SchoolId, Guid.CreateVersion7(), work.StudentId, language, Now.UtcDateTime);
        Assert.Empty(written.Write(texts.ToDictionary(t => t.Key, t => t.Text), written.Version, work.By(work.StudentId)));
        db.PaperTexts.Add(written);
        await db.SaveChangesAsync();
    });

    private static Task PortfolioAsync(SignedWork work, Action<Domain.Portfolios.Portfolio> change) => work.InAsync(async (db, _) =>
    {
        change(await db.Portfolios.SingleAsync(p => p.PersonId == work.StudentId));
        await db.SaveChangesAsync();
    });
}
