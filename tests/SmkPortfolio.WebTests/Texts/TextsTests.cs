using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.WebTests.Forms;

namespace SmkPortfolio.WebTests.Texts;

public class TextsTests
{
    /// <summary>Languages that need a file: all but English, whose texts are the keys.</summary>
    private static readonly IReadOnlyList<string> Written = [.. Languages.Codes.Where(code => code != "en")];

    [Fact]
    public void Every_text_that_a_page_asks_for_exists_in_every_language()
    {
        var missing = from language in Written
                      from source in PageText.Sources
                      from key in source.Keys
                      let homes = key.IsShared ? [PageText.SharedHome(language)] : source.Homes(language)
                      where !homes.Any(home => PageText.Resources[home].ContainsKey(key.Key))
                      select $"{source.Path}: \"{key.Key}\" has no text in {language}";
        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void No_text_stands_in_a_file_that_nothing_asks_for()
    {
        var asked = PageText.Sources.Select(source => (source, Words: source.Literals.ToHashSet())).ToList();
        var unused = from language in Written
                     from file in PageText.Resources
                     where file.Key.EndsWith($".{language}.resx", StringComparison.Ordinal)
                     let readers = asked.Where(one => one.source.Homes(language).Contains(file.Key)).ToList()
                     from text in file.Value
                     where !readers.Any(one => one.Words.Contains(text.Key))
                     select $"{file.Key}: \"{text.Key}\" is asked for nowhere";
        Assert.Empty(unused);
    }

    [Fact]
    public void Texts_are_not_empty_and_keep_their_placeholders()
    {
        var wrong = from file in PageText.Resources
                    from text in file.Value
                    where text.Value.Trim().Length == 0 || !PageText.Placeholders(text.Key).SequenceEqual(PageText.Placeholders(text.Value))
                    select $"{file.Key}: \"{text.Key}\"";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_scan_sees_texts_of_every_kind()
    {
        var source = new PageText.SourceFile("src/SmkPortfolio.Web/Pages/Nowhere/Page.cshtml.cs", """
            [Display(Name = "A name", Description = "A \"hint\"")] [Required(ErrorMessage = "A message")]
            var x = L["A key"]; var y = S["A shared key", 2]; var z = items["not a text of ours"];
            """);
        Assert.Equal(["A \"hint\"", "A key", "A message", "A name", "A shared key"], source.Keys.Select(key => key.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(source.Homes("id"), home => !home.EndsWith("SharedTexts.id.resx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_without_a_text_of_its_own_finds_the_shared_one()
    {
        await using var bench = new FormBench();
        Assert.Equal("Draf", bench.Localizers.Create(typeof(TextsTests))["Draft"].Value);
        Assert.Equal("Draf", bench.Localizers.Create("SmkPortfolio.Web.Pages.Nowhere.Page", "SmkPortfolio.Web")["Draft"].Value);
        Assert.Equal("3 dari 5 selesai", bench.Localizers.Create(typeof(SampleInput))["{0} of {1} done", 3, 5].Value);
        Assert.Equal("never written", bench.Localizers.Create(typeof(TextsTests))["never written"].Value);
    }

    [Fact]
    public async Task Every_place_in_the_navigation_has_a_name_in_every_language()
    {
        await using var bench = new FormBench();
        string[] roles = ["student", "guardian", "teacher", "hubin", "bkk", "operator", "principal", "tefa-head", "employer", "recruiter", "province"];
        foreach (var role in roles)
        {
            var places = Navigation.For(new Visitor("N", null, [role]));
            Assert.InRange(places.Count, 1, 5);
            Assert.All(places, place => Assert.False(bench.Texts[place.Text].ResourceNotFound));
            Assert.NotEqual(role, Words.Role(role, bench.Texts));
        }
    }

    [Fact]
    public async Task An_unknown_verdict_or_state_is_never_green()
    {
        await using var bench = new FormBench("en");
        Assert.Equal("not-checkable", VerdictWords.Verdict("something-new", bench.Texts).Tone);
        Assert.Equal("unchecked", VerdictWords.State("", bench.Texts).Tone);
        Assert.Equal("word-self", Words.Trust("something-new", bench.Texts).Tone);
    }
}
