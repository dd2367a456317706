using System.Text.RegularExpressions;
using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;

namespace SmkPortfolio.BrowserTests.Journeys;

/// <summary>Somebody with only the paper, the file or the QR code. Each answer is the verdict shown.</summary>
internal sealed partial class Stranger(Visitor visitor, Site site, bool script)
{
    public async Task<string> CheckCodeAsync(string code)
    {
        await visitor.GoAsync("/verify");
        await visitor.Page.Locator("[name=code]").FillAsync(code);
        await visitor.PressAsync("form:has([name=code]) button");
        return await VerdictAsync();
    }

    public async Task<string> CheckFileAsync(string pdf)
    {
        await visitor.GoAsync("/verify");
        await visitor.Page.Locator("[name=file]").SetInputFilesAsync(pdf);
        if (!script)
        {
            await visitor.PressAsync("form:has([name=file]) button");
        }
        return await VerdictAsync();
    }

    /// <summary>Points a phone at the printed page: the address in the QR code, at this site.</summary>
    public async Task<string> CheckQrAsync(string pdf)
    {
        await visitor.GoAsync(site.Here(await PaperTool.ReadQrAsync(pdf)));
        return await VerdictAsync();
    }

    private async Task<string> VerdictAsync()
    {
        var classes = await visitor.Page.Locator("section.verdict").GetAttributeAsync("class") ?? "";
        Assert.Empty(await visitor.Page.Context.CookiesAsync());
        return Blank().Split(classes).Single(name => name.Length > 0 && name != "verdict");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
