using System.Globalization;
using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.UnitTests.Domain;

public sealed class EntrySchemaTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static (EntryDetail Detail, IReadOnlyList<SmkPortfolio.Domain.Error> Errors) Read(EntryKind kind, params (string Name, string Value)[] values) =>
        EntrySchema.Read(kind, values.ToDictionary(v => v.Name, v => v.Value), Today);

    [Theory]
    [InlineData(EntryKind.Project, "start", "2026-11-21", "in-future")]
    [InlineData(EntryKind.Project, "start", "21/11/2026", "date-invalid")]
    [InlineData(EntryKind.Project, "context", "Nonsense", "unknown-choice")]
    [InlineData(EntryKind.Project, "link", "javascript:alert(1)", "link-invalid")]
    [InlineData(EntryKind.Certification, "units", "J.620100.004.02\nnot a code", "unit-code-invalid")]
    [InlineData(EntryKind.Internship, "country", "Indonesia", "country-unknown")]
    [InlineData(EntryKind.Internship, "score", "101", "too-large")]
    [InlineData(EntryKind.Internship, "hoursPerDay", "0", "too-small")]
    [InlineData(EntryKind.TeachingFactory, "hours", "3,5", "number-invalid")]
    public void A_value_that_cannot_stand_is_named_with_its_field(EntryKind kind, string field, string value, string code)
    {
        var error = Assert.Single(Read(kind, (field, value)).Errors, e => e.Field == field && e.Code == code);
        Assert.Equal(code, error.Code);
    }

    [Fact]
    public void An_end_before_its_start_is_refused_beside_the_end() =>
        Assert.Equal(("end", "end-before-start"), Read(EntryKind.Project, ("start", "2026-05-02"), ("end", "2026-05-01")).Errors.Select(e => (e.Field!, e.Code)).Single());

    [Fact]
    public void A_title_of_121_characters_is_too_long_and_of_120_is_not()
    {
        Assert.Equal(120, Assert.Single(Read(EntryKind.Project, ("title", new string('a', 121))).Errors).Limit);
        Assert.Empty(Read(EntryKind.Project, ("title", new string('a', 120))).Errors);
    }

    [Fact]
    public void A_text_of_20001_characters_is_too_long_in_either_language()
    {
        Assert.Equal("done", Assert.Single(Read(EntryKind.Project, ("done", new string('a', 20_001))).Errors).Field);
        Assert.Equal("done.en", Assert.Single(Read(EntryKind.Project, ("done.en", new string('a', 20_001))).Errors).Field);
    }

    [Fact]
    public void A_certificate_may_be_valid_into_the_future_but_not_issued_there()
    {
        Assert.Empty(Read(EntryKind.Certification, ("issued", "2026-01-01"), ("validUntil", "2029-01-01")).Errors);
        Assert.Equal("issued", Assert.Single(Read(EntryKind.Certification, ("issued", "2026-12-01")).Errors).Field);
    }

    [Theory]
    [InlineData("J.620100.004.02")]
    [InlineData("C.24LAS01.001.1")]
    [InlineData("OTO.KR01.001.01")]
    [InlineData("LOG.OO07.005.00")]
    public void All_generations_of_unit_codes_are_known(string code) => Assert.True(EntrySchema.IsUnitCode(code));

    [Theory]
    [InlineData(EntryKind.Project)]
    [InlineData(EntryKind.Certification)]
    [InlineData(EntryKind.Internship)]
    [InlineData(EntryKind.TeachingFactory)]
    public void Every_field_survives_writing_and_reading_in_an_indonesian_culture(EntryKind kind)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("id-ID");
        try
        {
            var values = new Dictionary<string, string>();
            foreach (var field in EntrySchema.For(kind))
            {
                values[field.Name] = field.Type switch
                {
                    FieldType.Date => "2026-02-03",
                    FieldType.Number => "8",
                    FieldType.Choice => field.Choices[0],
                    _ when field.Rule.Link => "https://contoh.example/",
                    _ when field.Rule.Codes => "J.620100.004.02",
                    _ when field.Rule.Country => "JP",
                    _ => "Isi " + field.Name,
                };
                if (field.Type == FieldType.Bilingual)
                {
                    values[field.Name + ".en"] = "Text " + field.Name;
                }
            }
            var (detail, errors) = EntrySchema.Read(kind, values, Today);
            Assert.Empty(errors);
            Assert.Equal(values, EntrySchema.Values(detail));
            Assert.Empty(EntrySchema.Missing(detail, FieldNeed.Recommended));
            Assert.Empty(EntrySchema.Untranslated(detail));
            Assert.Equal(detail, EntrySchema.Read(kind, EntrySchema.Values(detail), Today).Detail);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Missing_and_untranslated_fields_are_listed()
    {
        var (detail, _) = Read(EntryKind.Project, ("title", "Rak"), ("done", "Membuat rak"), ("done.en", "Made a rack"));
        Assert.DoesNotContain(EntrySchema.Missing(detail, FieldNeed.Required), f => f.Name is "title" or "done");
        Assert.Contains(EntrySchema.Missing(detail, FieldNeed.Recommended), f => f.Name == "result");
        Assert.Equal(["title"], EntrySchema.Untranslated(detail).Select(f => f.Name));
    }
}
