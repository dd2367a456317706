using System.Text.RegularExpressions;
using SmkPortfolio.Tests;

namespace SmkPortfolio.WebTests.Architecture;

/// <summary>Slices of Web/Pages do not use each other; what two of them need moves to Pages/Shared or beside the rooms' own folders.</summary>
public sealed partial class SliceTests
{
    private const string Pages = "SmkPortfolio.Web/Pages/";

    [Fact]
    public void No_slice_uses_another()
    {
        var files = Repository.Files("src/SmkPortfolio.Web/Pages", "*.cs").Concat(Repository.Files("src/SmkPortfolio.Web/Pages", "*.cshtml"))
            .Select(path => (Path: Repository.Relative(path), Text: File.ReadAllText(path))).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => Trespasses(file.Path, file.Text)));
    }

    [Fact]
    public void A_slice_that_uses_another_is_caught()
    {
        const string review = "src/SmkPortfolio.Web/Pages/Review/Show.cshtml.cs";

        Assert.Equal([$"{review} uses Entries"], Trespasses(review, "using SmkPortfolio.Web.Pages.Entries;"));
        Assert.Equal([$"{review} uses Cvs"], Trespasses(review, "var x = new Pages.Cvs.Issuing();"));
        Assert.Equal([$"{review} uses Cvs"], Trespasses(review, "<partial name=\"/Pages/Cvs/_Line.cshtml\" />"));
        Assert.Empty(Trespasses(review, "using SmkPortfolio.Web.Pages.Shared; namespace SmkPortfolio.Web.Pages.Review;"));
        Assert.Empty(Trespasses("src/SmkPortfolio.Web/Pages/Index.cshtml.cs", "namespace SmkPortfolio.Web.Pages;"));
    }

    private static IEnumerable<string> Trespasses(string path, string text)
    {
        var inside = path[(path.IndexOf(Pages, StringComparison.Ordinal) + Pages.Length)..];
        var own = inside.Contains('/', StringComparison.Ordinal) ? inside[..inside.IndexOf('/', StringComparison.Ordinal)] : "";
        return own == "Shared" ? [] : Mention().Matches(text).Select(match => match.Groups[1].Value).Distinct()
            .Where(slice => slice != own && slice != "Shared")
            .Select(slice => $"{path} uses {slice}");
    }

    // A namespace (Pages.Slice.) or a view's path (/Pages/Slice/).
    [GeneratedRegex(@"\bPages[./]([A-Z]\w*)(?=[./;{\r\n])")]
    private static partial Regex Mention();
}
