using System.Text.Json;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Web.Demo.Story;

namespace SmkPortfolio.WebTests.Demo;

/// <summary>The demo's story: complete, believable in its dates, and always the same.</summary>
public sealed class DemoStoryTests
{
    private static readonly DateOnly Usual = new(2026, 11, 23);

    public static TheoryData<string> Days => ["2026-07-01", "2026-12-31", "2027-06-30", "2028-02-29"];

    private static DemoStoryContent Story(DateOnly? today = null) => DemoStory.Tell(DemoStory.UsualSeed, today ?? Usual);

    private static IEnumerable<DemoStudent> Students(DemoStoryContent story) => story.Schools.SelectMany(s => s.Students);

    [Fact]
    public void Two_schools_have_at_least_64_students()
    {
        var story = Story();
        Assert.Equal(["99900001", "99900002"], story.Schools.Select(s => s.Npsn));
        Assert.True(Students(story).Count() >= 64);
        Assert.True(story.Schools[1].Students.Count >= 14);
        Assert.Equal(Students(story).Count(), Students(story).Select(s => s.Nisn).Distinct().Count());
        Assert.Equal(Students(story).Count(), Students(story).Select(s => s.Name).Distinct().Count());
    }

    [Fact]
    public void Every_class_and_every_teachers_program_is_in_the_official_list_under_its_official_name()
    {
        foreach (var school in Story().Schools)
        {
            Assert.All(school.ClassGroups, g =>
            {
                var study = StudyFields.Find(g.StudyFieldCode);
                Assert.NotNull(study?.Program);
                // Konsentrasi known by name only stand beneath their program with a name of their own.
                Assert.True(study.Concentration is null ? g.Grade > 10 || g.StudyFieldName == study.Program : g.StudyFieldName == study.Concentration, $"{g.StudyFieldCode} {g.StudyFieldName}");
            });
            Assert.All(school.Staff.SelectMany(s => s.ProgramCodes), code => Assert.NotNull(StudyFields.Find(code)));
        }
    }

    [Fact]
    public void Every_account_of_the_demo_is_there_once()
    {
        var story = Story();
        var accounts = Students(story).Select(s => s.Email)
            .Concat(story.Schools.SelectMany(s => s.Staff).Select(s => s.Email))
            .Concat(story.Schools.SelectMany(s => s.Guardians).Select(g => g.Email))
            .Concat(story.Outsiders.Select(o => o.Email)).OfType<string>().Order(StringComparer.Ordinal);
        string[] expected =
        [
            "murid@demo.sch.id", "murid-muda@demo.sch.id", "wali@demo.sch.id", "guru@demo.sch.id", "guru2@demo.sch.id", "hubin@demo.sch.id",
            "bkk@demo.sch.id", "operator@demo.sch.id", "kepsek@demo.sch.id", "perusahaan@demo.co.id", "perekrut@demo.jp", "dinas@demo.go.id",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), accounts);
    }

    [Fact]
    public void Every_kind_stands_in_every_state()
    {
        var entries = Students(Story()).SelectMany(s => s.Entries).ToList();
        foreach (var kind in new[] { "project", "certification", "internship", "teaching-factory" })
        {
            foreach (var state in new[] { "draft", "submitted", "returned", "endorsed", "declined" })
            {
                Assert.True(entries.Exists(e => e.Kind == kind && e.State == state && !e.InBin), $"No {kind} is {state}.");
            }
            Assert.True(entries.Exists(e => e.Kind == kind && e.Changed), $"No {kind} changed since endorsed.");
            Assert.True(entries.Exists(e => e.Kind == kind && e.InBin), $"No {kind} in the bin.");
        }
        Assert.Contains(entries, e => e is { Kind: "certification", Word: "certificate" });
        Assert.Contains(entries, e => e is { Kind: "certification", State: "endorsed", Word: "teacher" });
        Assert.Contains(entries, e => e is { Kind: "internship", Word: "company" });
        Assert.Contains(entries, e => e is { Kind: "teaching-factory", Word: "company" });
    }

    [Fact]
    public void The_same_seed_and_academic_year_tell_the_same_story()
    {
        Assert.Equal(JsonSerializer.Serialize(Story()), JsonSerializer.Serialize(Story(new DateOnly(2027, 6, 30))));
        Assert.NotEqual(JsonSerializer.Serialize(Story()), JsonSerializer.Serialize(DemoStory.Tell(2, Usual)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_domain_accepts_every_entry_and_nothing_lies_in_the_future(string day)
    {
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var student in Students(Story(today)))
        {
            Assert.All(student.Languages, l => Assert.True(l.TakenOn is null || l.TakenOn < today));
            foreach (var entry in student.Entries)
            {
                foreach (var fields in entry.Steps.Select(s => s.Fields).OfType<IReadOnlyDictionary<string, string>>().Prepend(entry.Fields))
                {
                    var (_, errors) = EntrySchema.Read(EntryNames.Kind(entry.Kind)!.Value, fields, today);
                    Assert.True(errors.Count == 0, $"{entry.Key}: {string.Join(", ", errors)}");
                }
                var days = entry.Steps.Select(s => s.Day(today)).ToList();
                Assert.True(days[^1] < today, $"{entry.Key} reaches into the future.");
                Assert.Equal(days.Distinct().Order(), days);
            }
        }
    }

    [Fact]
    public void What_was_submitted_has_all_that_submitting_needs()
    {
        foreach (var entry in Students(Story()).SelectMany(s => s.Entries))
        {
            var fields = entry.Fields;
            foreach (var step in entry.Steps)
            {
                fields = step.Fields ?? fields;
                if (step.Name == "submitted")
                {
                    var (detail, _) = EntrySchema.Read(EntryNames.Kind(entry.Kind)!.Value, fields, Usual);
                    Assert.Empty(EntrySchema.Missing(detail, FieldNeed.Required));
                }
                Assert.True(step.Name is "begun" or "edited" or "submitted" or "binned" || step.Text.Length > 0, $"{entry.Key}: {step.Name} says nothing.");
            }
        }
    }

    [Fact]
    public void No_placeholder_is_left_and_no_two_entries_of_a_class_are_alike()
    {
        var story = Story();
        foreach (var group in Students(story).GroupBy(s => s.ClassKey))
        {
            var projects = group.SelectMany(s => s.Entries).Where(e => e.Kind == "project")
                .Select(e => string.Join('|', e.Fields.Where(f => f.Key is "title" or "done" or "problem" or "role").Select(f => f.Value)) + e.Steps[^1].Fields?["result"] + e.Fields.GetValueOrDefault("result")).ToList();
            Assert.Equal(projects.Distinct(), projects);
        }
        foreach (var text in Students(story).SelectMany(s => s.Entries).SelectMany(e => e.Fields.Values.Concat(e.Evidence.SelectMany(f => f.Sheet is { } s ? [f.Caption, s.Title, s.Note, .. s.Rows.SelectMany(r => r)] : new[] { f.Caption }))))
        {
            Assert.DoesNotContain('{', text);
        }
    }

    [Fact]
    public void A_national_number_begins_with_the_birth_year_and_the_two_chief_students_have_their_ages()
    {
        var story = Story();
        Assert.All(Students(story), s =>
        {
            Assert.Equal(10, s.Nisn.Length);
            Assert.Equal((s.BirthDate.Year % 1000).ToString("000", System.Globalization.CultureInfo.InvariantCulture), s.Nisn[..3]);
        });
        Assert.True(Students(story).Single(s => s.Email == "murid@demo.sch.id").BirthDate <= new DateOnly(2026 - 18, 7, 1));
        Assert.True(Students(story).Single(s => s.Email == "murid-muda@demo.sch.id").BirthDate > new DateOnly(2027 - 18, 6, 30));
    }

    [Fact]
    public void The_chief_student_has_eight_entries_in_two_languages()
    {
        var entries = Students(Story()).Single(s => s.Email == "murid@demo.sch.id").Entries;
        Assert.Equal(8, entries.Count);
        Assert.All(entries, e => Assert.All(e.Fields.Keys.Where(k => k is "title" or "done" or "tasks" or "quality"), k => Assert.True(e.Fields.ContainsKey(k + ".en"))));
        var all = Students(Story()).SelectMany(s => s.Entries).ToList();
        Assert.True(all.Count(e => e.Fields.ContainsKey("title.en")) * 4 >= all.Count);
    }

    [Fact]
    public void Every_picture_exists_and_all_of_them_stay_small()
    {
        var assembly = typeof(DemoStory).Assembly;
        var embedded = assembly.GetManifestResourceNames().Where(n => n.StartsWith("demo/", StringComparison.Ordinal)).ToHashSet();
        var wanted = Students(Story()).SelectMany(s => s.Entries.SelectMany(e => e.Evidence).Select(e => e.Picture).Append(s.Photo)).OfType<string>().Distinct();
        Assert.All(wanted, name => Assert.Contains("demo/" + name, embedded));
        Assert.True(embedded.Sum(name => assembly.GetManifestResourceStream(name)!.Length) <= 6_000_000);
    }
}
