using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

public sealed class ReferenceListTests
{
    [Fact]
    public void The_spectrum_has_ten_fields_and_fifty_programs_with_fitting_codes()
    {
        using var list = Read("study-fields.json");
        var fields = list.RootElement.GetProperty("fields").EnumerateArray().ToList();
        var programs = fields.SelectMany(f => f.GetProperty("programs").EnumerateArray().Select(p => (Field: Text(f, "code"), Program: p))).ToList();
        var concentrations = programs.SelectMany(p => p.Program.GetProperty("concentrations").EnumerateArray().Select(c => (Program: Text(p.Program, "code"), Code: Text(c, "code"), Name: Text(c, "name")))).ToList();

        Assert.Equal(10, fields.Count);
        Assert.Equal(50, programs.Count);
        Assert.All(programs, p => Assert.StartsWith(p.Field + ".", Text(p.Program, "code"), StringComparison.Ordinal));
        Assert.All(concentrations.Where(c => c.Code is not null), c => Assert.StartsWith(c.Program + ".", c.Code, StringComparison.Ordinal));
        Assert.Equal(15, concentrations.Count(c => c.Code is not null));
        Assert.Equal(programs.Count, programs.Select(p => Text(p.Program, "code")).Distinct().Count());
        Assert.Equal(concentrations.Count, concentrations.Select(c => (c.Program, c.Name)).Distinct().Count());
    }

    [Fact]
    public void Every_country_stands_once_with_both_names()
    {
        using var list = Read("countries.json");
        var countries = list.RootElement.EnumerateArray().ToList();

        Assert.Equal(249, countries.Select(c => Text(c, "code")).Distinct().Count());
        Assert.All(countries, c => Assert.Matches("^[A-Z]{2}$", Text(c, "code")));
        Assert.All(countries, c => Assert.False(string.IsNullOrWhiteSpace(Text(c, "id")) || string.IsNullOrWhiteSpace(Text(c, "en"))));
        Assert.Equal("Jepang", Text(countries.Single(c => Text(c, "code") == "JP"), "id"));
    }

    [Fact]
    public void Every_level_of_a_language_test_lies_on_its_scale_and_no_two_rows_answer_the_same_score()
    {
        using var list = Read("language-tests.json");
        foreach (var test in list.RootElement.GetProperty("tests").EnumerateArray())
        {
            var scales = test.GetProperty("scales").EnumerateArray().ToDictionary(s => Text(s, "code")!);
            foreach (var group in test.GetProperty("cefr").EnumerateArray().GroupBy(r => (Text(r, "scale"), Text(r, "level"), Text(r, "from"))))
            {
                var scale = scales[group.Key.Item1!];
                var end = double.MinValue;
                foreach (var row in group)
                {
                    var (min, max) = (row.GetProperty("min").GetDouble(), row.GetProperty("max").GetDouble());
                    Assert.True(min > end && max >= min && min >= scale.GetProperty("min").GetDouble() && max <= scale.GetProperty("max").GetDouble(), $"{Text(test, "code")}: {row}");
                    end = max;
                }
            }
        }
    }

    [Fact]
    public void Every_unit_code_has_the_shape_of_its_generation()
    {
        using var list = Read("sample-skkni.json");
        var patterns = list.RootElement.GetProperty("patterns").EnumerateArray().ToDictionary(p => Text(p, "generation")!, p => Text(p, "pattern")!);
        foreach (var unit in list.RootElement.GetProperty("units").EnumerateArray())
        {
            Assert.Matches(new Regex(patterns[Text(unit, "generation")!], RegexOptions.CultureInvariant), Text(unit, "code"));
        }
    }

    [Theory]
    [InlineData("study-fields.json")]
    [InlineData("countries.json")]
    [InlineData("language-tests.json")]
    [InlineData("sample-skkni.json")]
    public void A_list_is_plain_utf8_in_composed_form(string name)
    {
        var bytes = File.ReadAllBytes(PathOf(name));
        Assert.False(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.True(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).IsNormalized(NormalizationForm.FormC));
    }

    private static string PathOf(string name) => Path.Combine(Fixtures.RepositoryRoot(), "assets", "reference", name);

    private static JsonDocument Read(string name) => JsonDocument.Parse(File.ReadAllBytes(PathOf(name)));

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
