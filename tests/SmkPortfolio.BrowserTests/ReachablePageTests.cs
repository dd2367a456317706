using System.Text.RegularExpressions;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;

namespace SmkPortfolio.BrowserTests;

/// <summary>Every page that a person can reach by links, one of each kind: clean for axe, within the phone's width, no error of script or policy.</summary>
public sealed partial class ReachablePageTests(Chromium chromium, Site site)
{
    private const int MostPages = 60;

    [Theory]
    [InlineData("murid@demo.sch.id")]
    [InlineData("murid-muda@demo.sch.id")]
    [InlineData("wali@demo.sch.id")]
    [InlineData("guru@demo.sch.id")]
    [InlineData("operator@demo.sch.id")]
    [InlineData("kepsek@demo.sch.id")]
    public async Task Every_page_that_links_lead_to_is_clean(string account)
    {
        await using var visitor = await chromium.VisitAsync(site.Origin);
        await visitor.SignInAsync(account, Site.Password);
        var findings = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/", new Uri(visitor.Page.Url).PathAndQuery]);
        while (waiting.TryDequeue(out var path) && seen.Count < MostPages)
        {
            if (!seen.Add(Kind(path)))
            {
                continue;
            }
            await visitor.GoAsync(path);
            findings.AddRange((await visitor.AxeAsync()).Select(finding => $"{path}: {finding}"));
            if (await visitor.OverflowAsync() is var wider and > 0)
            {
                findings.Add($"{path} is {wider} px wider than the phone");
            }
            foreach (var link in await LinksAsync(visitor))
            {
                waiting.Enqueue(link);
            }
        }

        Assert.True(seen.Count < MostPages, $"{account} reaches more than {MostPages} kinds of page: {string.Join(' ', seen)}");
        Visitor.Expect(findings.Concat(visitor.Complaints));
    }

    // Files, sign-out and the choice of language are no pages.
    private async Task<IEnumerable<string>> LinksAsync(Visitor visitor)
    {
        var links = await visitor.Page.Locator("a[href]:not([download])").EvaluateAllAsync<string[]>("all => all.map(link => link.href)");
        return links.Where(link => link.StartsWith(site.Origin + "/", StringComparison.Ordinal))
            .Select(link => new Uri(link))
            .Where(link => !NoPage().IsMatch(link.AbsolutePath))
            .Select(link => link.PathAndQuery);
    }

    private static string Kind(string path) => Particular().Replace(path, "{}");

    [GeneratedRegex(@"^/(evidence|portfolio/photo|language|account/logout|revisions|schools|partners|api|openapi)\b|\.(pdf|json|jws|jpg|png|webp|js|css|txt|woff2)$|/(pdf|download|file)$")]
    private static partial Regex NoPage();

    // Ids, codes and the words of a search make no other kind of page.
    [GeneratedRegex(@"[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}|(?<=/verify/)[^/?]+|(?<=/s/)[^/?]+|(?<==)[^&]*|(?<=/)\d+")]
    private static partial Regex Particular();
}
