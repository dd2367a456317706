using System.Text.RegularExpressions;

namespace SmkPortfolio.BrowserTests.Browsing;

/// <summary>What a first view costs on the wire, compressed as the site sends it to a browser.</summary>
/// <param name="View">Bytes of HTML and stylesheets.</param>
/// <param name="Script">Bytes of scripts that the page names; none of them may be needed.</param>
public sealed partial record PageWeight(int View, int Script)
{
    public static async Task<PageWeight> MeasureAsync(string origin, string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(origin) };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        var view = await SizeAsync(client, path);
        using var plain = new HttpClient { BaseAddress = new Uri(origin) };
        var html = await plain.GetStringAsync(path);
        foreach (var sheet in Addresses(StyleLink(), html))
        {
            view += await SizeAsync(client, sheet);
        }
        var script = 0;
        foreach (var module in Addresses(ScriptLink(), html))
        {
            script += await SizeAsync(client, module);
        }
        return new PageWeight(view, script);
    }

    private static async Task<int> SizeAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private static IEnumerable<string> Addresses(Regex link, string html) =>
        link.Matches(html).Select(match => match.Groups["address"].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("""<link\b(?=[^>]*\brel="stylesheet")(?![^>]*\bmedia="print")[^>]*\bhref="(?<address>[^"]+)""")]
    private static partial Regex StyleLink();

    [GeneratedRegex("""<script\b[^>]*\bsrc="(?<address>[^"]+)""")]
    private static partial Regex ScriptLink();
}
