using System.Text.RegularExpressions;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Architecture;

/// <summary>A form that names its action gets no token unless it asks for one; forgetting it makes a form that nobody can send.</summary>
public sealed partial class FormTests
{
    [Fact]
    public void Every_posted_form_says_whether_it_carries_the_token()
    {
        var forms = Repository.Files("src/SmkPortfolio.Web/Pages", "*.cshtml")
            .SelectMany(path => Silent(File.ReadAllText(path)).Select(form => $"{Repository.Relative(path)}: {form}"));

        Assert.Empty(forms);
    }

    [Fact]
    public void A_silent_form_is_caught()
    {
        Assert.Single(Silent("<form method=\"post\" action=\"/entries/new?kind=@kind\" class=\"card\">"));
        Assert.Empty(Silent("<form method=\"post\" asp-antiforgery=\"true\" action=\"/entries/new\"><form method=\"get\" action=\"/verify\">"));
    }

    private static IEnumerable<string> Silent(string view) =>
        PostedForm().Matches(view).Select(match => match.Value).Where(form => !form.Contains("asp-antiforgery=", StringComparison.Ordinal));

    [GeneratedRegex("<form\\b[^>]*\\bmethod=\"post\"[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex PostedForm();
}
