using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;
using SmkPortfolio.Tests;

namespace SmkPortfolio.BrowserTests.Journeys;

/// <summary>What a student does, by the page's own forms.</summary>
internal sealed class Student(Visitor visitor)
{
    public Task SignInAsync() => visitor.SignInAsync("murid@demo.sch.id", Site.Password);

    /// <summary>The fast path: a photo and two fields. Answers with the entry's id.</summary>
    public async Task<string> WriteEntryAsync(string title, string done)
    {
        await visitor.GoAsync("/entries/new?kind=project");
        await visitor.Page.Locator("input[name=Files]").SetInputFilesAsync(Photo());
        await visitor.Page.Locator("[name='f.title']").FillAsync(title);
        await visitor.Page.Locator("[name='f.done']").FillAsync(done);
        await visitor.PressAsync("form[action^='/entries/new'] button.button:not([name]):not(.quiet)");
        await visitor.Page.WaitForURLAsync("**/entries/*/edit");
        return new Uri(visitor.Page.Url).Segments[2].TrimEnd('/');
    }

    public async Task HandInAsync(string entry)
    {
        await visitor.GoAsync($"/entries/{entry}/edit");
        await visitor.PressAsync("button[name=Do][value=submit]");
        await visitor.Page.WaitForURLAsync($"**/entries/{entry}");
    }

    /// <summary>Adds the result that the teacher missed and hands in again.</summary>
    public async Task MendAsync(string entry, string result)
    {
        await visitor.GoAsync($"/entries/{entry}/edit");
        await visitor.Page.Locator("[name='f.result']").FillAsync(result);
        await visitor.PressAsync("button[name=Do][value=submit]");
        await visitor.Page.WaitForURLAsync($"**/entries/{entry}");
    }

    /// <summary>Issues a CV with the entry on it. Answers with its code and the folder's path of the PDF.</summary>
    public async Task<(string Code, string Pdf)> IssueCvAsync(string entry, string folder)
    {
        var before = await PapersAsync();
        await visitor.GoAsync("/cvs/new");
        await visitor.Page.Locator($"[id='e_{entry}']").CheckAsync();
        await visitor.PressAsync("#issue");
        await visitor.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/cvs");
        var (code, href) = Assert.Single(await PapersAsync(), paper => !before.ContainsKey(paper.Key));
        var answer = await visitor.Page.Context.APIRequest.GetAsync(href);
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        var pdf = Path.Combine(folder, code + ".pdf");
        await File.WriteAllBytesAsync(pdf, await answer.BodyAsync());
        return (code, pdf);
    }

    /// <summary>Codes of the CVs issued so far, with the address of each file.</summary>
    private async Task<Dictionary<string, string>> PapersAsync()
    {
        await visitor.GoAsync("/cvs");
        var papers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var card in await visitor.Page.Locator("section.card:has(a[href^='/verify/'])").AllAsync())
        {
            var code = (await card.Locator("a[href^='/verify/']").First.GetAttributeAsync("href"))!["/verify/".Length..];
            papers[code] = (await card.Locator("a[download]").First.GetAttributeAsync("href"))!;
        }
        return papers;
    }

    private static string Photo() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "assets", "demo"), "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
}
