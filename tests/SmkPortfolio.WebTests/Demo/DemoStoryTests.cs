using System.Text.Json;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reference;
using SmkPortfolio.Web.Demo.Story;
using SmkPortfolio.WebTests.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Demo;

/// <summary>The demo's story: complete, believable in its dates, and always the same.</summary>
public sealed class DemoStoryTests
{
    private static readonly DateOnly Usual = new(2026, 11, 23);

    public static TheoryData<string> Days => ["2026-07-01", "2026-07-15", "2026-12-31", "2027-06-30", "2028-02-29", "2031-07-02"];

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
        Assert.All(entries.SelectMany(Contents), detail => Assert.Empty(EntrySchema.Untranslated(detail)));
    }

    [Fact]
    public void A_third_of_the_entries_can_be_read_wholly_in_English()
    {
        var all = Students(Story()).SelectMany(s => s.Entries).ToList();
        var english = all.Count(e => Contents(e).All(d => EntrySchema.Untranslated(d).Count == 0));
        Assert.True(english * 3 >= all.Count, $"{english} of {all.Count}");
        Assert.True(Students(Story()).Count(s => s.Entries.Any(e => e.Fields.ContainsKey("title.en"))) * 2 >= Students(Story()).Count());
    }

    [Fact]
    public void No_two_students_of_a_class_write_or_hear_the_same()
    {
        foreach (var group in Students(Story()).GroupBy(s => s.ClassKey))
        {
            var entries = group.SelectMany(s => s.Entries).ToList();
            foreach (var field in new[] { "title", "department", "tasks", "competencies" })
            {
                Different($"{group.Key}: {field}", entries.Where(e => e.Kind == "internship").Select(e => e.Fields.GetValueOrDefault(field)));
            }
            // A class sits the same scheme at the same body; what the paper says of the holder differs.
            foreach (var field in new[] { "number", "registration", "blanko" })
            {
                Different($"{group.Key}: {field}", entries.Where(e => e.Kind == "certification").Select(e => e.Fields.GetValueOrDefault(field)));
            }
            Different($"{group.Key}: certificate", entries.Where(e => e.Kind == "certification").Select(e => e.Fields["title"]));
            foreach (var step in new[] { "endorsed", "checked", "confirmed", "mentor-endorsed", "client-endorsed" })
            {
                Different($"{group.Key}: {step}", entries.SelectMany(e => e.Steps).Where(s => s.Name == step).Select(s => s.Text));
            }
        }

        static void Different(string what, IEnumerable<string?> texts)
        {
            var twice = texts.OfType<string>().GroupBy(t => t, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
            Assert.True(twice is null, $"{what} twice: {twice?.Key}");
        }
    }

    [Fact]
    public void An_internship_tells_the_work_of_the_company_it_names()
    {
        foreach (var school in Story().Schools)
        {
            foreach (var entry in school.Students.SelectMany(s => s.Entries).Where(e => e.Kind == "internship"))
            {
                var partner = school.Partners.Single(p => p.Key == entry.PartnerKey);
                Assert.Equal(partner.Name, entry.Fields["company"]);
                Assert.All(entry.Steps.Where(s => s.Name == "mentor-endorsed"), s => Assert.Contains(s.ByKey, partner.Mentors.Select(m => m.Key)));
                Assert.StartsWith(int.Parse(entry.Fields["score"], System.Globalization.CultureInfo.InvariantCulture) >= 90 ? "Amat Baik" : "Baik", entry.Fields["predicate"], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_class_has_a_field_of_study_that_is_known()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(Fixtures.RepositoryRoot(), "assets", "reference", "study-fields.json")));
        var programs = list.RootElement.GetProperty("fields").EnumerateArray().SelectMany(f => f.GetProperty("programs").EnumerateArray()).ToList();
        var fields = programs.Concat(programs.SelectMany(p => p.GetProperty("concentrations").EnumerateArray())).ToList();
        var known = fields.Select(p => p.GetProperty("name").GetString()).ToHashSet(StringComparer.Ordinal);
        var codes = fields.Select(p => p.TryGetProperty("code", out var code) ? code.GetString() : null).ToHashSet(StringComparer.Ordinal);
        Assert.All(Story().Schools.SelectMany(s => s.ClassGroups), g =>
        {
            Assert.Contains(g.StudyFieldName, known);
            Assert.Contains(g.StudyFieldCode, codes);
        });
    }

    [Fact]
    public void Papers_and_links_belong_to_students_who_may_have_them()
    {
        foreach (var today in Days.Select(d => DateOnly.Parse(d.Data, System.Globalization.CultureInfo.InvariantCulture)))
        {
            var story = Story(today);
            var students = Students(story).ToDictionary(s => s.Key);
            Assert.All(story.Papers.Papers, p => Assert.Contains(students[p.Student].Entries, e => e.State == "endorsed"));
            Assert.Equal(story.Papers.Papers.Count, story.Papers.Papers.Select(p => p.Key).Distinct().Count());
            var chief = story.Papers.Papers.Where(p => students[p.Student].Email == "murid@demo.sch.id").ToList();
            Assert.Equal(["en", "id"], chief.Where(p => p.Withdrawn is null).Select(p => p.Language).Order(StringComparer.Ordinal));
            Assert.Contains(chief, p => p.Withdrawn?.Length > 0);
            Assert.All(story.Papers.Links, l =>
            {
                Assert.True(students[l.Student].BirthDate.AddYears(18) <= today.AddDays(-l.MadeDaysAgo), $"{l.Label}: the student was under age.");
                Assert.True(l.Visits.Count <= Math.Min(l.Days, l.MadeDaysAgo));
                Assert.True(l.Paper is null || story.Papers.Papers.Single(p => p.Key == l.Paper).Student == l.Student);
            });
            Assert.Contains(story.Papers.Links, l => l.RevokedDaysAgo is null && l.MadeDaysAgo < l.Days);
            Assert.Contains(story.Papers.Links, l => l.RevokedDaysAgo is not null);
            Assert.Contains(story.Papers.Links, l => l.MadeDaysAgo > l.Days);
        }
    }

    private static IEnumerable<EntryDetail> Contents(DemoEntry entry) => entry.Steps.Select(s => s.Fields).OfType<IReadOnlyDictionary<string, string>>().Prepend(entry.Fields)
        .Select(fields => EntrySchema.Read(EntryNames.Kind(entry.Kind)!.Value, fields, Usual).Detail);

    [Fact]
    public void Every_picture_exists_and_all_of_them_stay_small()
    {
        var assembly = typeof(DemoStory).Assembly;
        var embedded = assembly.GetManifestResourceNames().Where(n => n.StartsWith("demo/", StringComparison.Ordinal)).ToHashSet();
        var wanted = Students(Story()).SelectMany(s => s.Entries.SelectMany(e => e.Evidence).Select(e => e.Picture).Append(s.Photo)).OfType<string>().Distinct();
        Assert.All(wanted, name => Assert.Contains("demo/" + name, embedded));
        Assert.Equal(Scenes(embedded.Select(n => n[5..])), Scenes(wanted));
        Assert.True(Scenes(wanted).Select(n => n.Replace("-99900001", "", StringComparison.Ordinal).Replace("-99900002", "", StringComparison.Ordinal)).Distinct().Count() >= 40);
        Assert.True(embedded.Sum(name => assembly.GetManifestResourceStream(name)!.Length) <= 6_000_000);
    }

    /// <summary>Motifs, without the number of the picture.</summary>
    private static List<string> Scenes(IEnumerable<string> names) => [.. names.Where(n => n.StartsWith("scene-", StringComparison.Ordinal)).Select(n => n[..n.LastIndexOf('-')]).Distinct().Order(StringComparer.Ordinal)];
}
