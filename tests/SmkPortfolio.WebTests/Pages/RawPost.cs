using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages;

/// <summary>Requests that no form of ours would send.</summary>
internal static class RawPost
{
    /// <summary>A post with this person's own token, to an address that may be somebody else's; nothing is followed.</summary>
    /// <param name="formPage">A page of this person with any form, from which the token is taken.</param>
    public static async Task<HttpResponseMessage> ForgeAsync(this Browser browser, WebApp app, string formPage, string target, params (string Name, string Value)[] fields)
    {
        var token = (await browser.GetPageAsync(formPage)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(app, target, [("__RequestVerificationToken", token), .. fields]);
    }

    /// <summary>A post with exactly these fields; nothing is followed.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this Browser browser, WebApp app, string target, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, target))
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        return await browser.SendAsync(request);
    }
}
