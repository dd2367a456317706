using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>
/// A person at a browser without script: keeps cookies, follows redirects, sends forms as they stand on the page with their hidden
/// token. What it cannot do, no such person can; hostile requests go through <see cref="SendAsync"/>.
/// </summary>
public sealed class Browser : IDisposable
{
    public const string DemoPassword = "Demo-2026-smk";

    private const int MostRedirects = 10;
    private static readonly HtmlParser Parser = new();
    private readonly HttpClient _client;
    private readonly CookieJar _cookies = new();
    private readonly string _language;

    internal Browser(WebApp app, string language)
        : this(app.NewClient(), language)
    {
    }

    /// <summary>At a site that runs elsewhere; the client follows no redirect and keeps no cookie.</summary>
    internal Browser(HttpClient client, string language)
    {
        _language = language;
        _client = client;
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*;q=0.8");
    }

    public IReadOnlyDictionary<string, string> Cookies => _cookies.All;

    /// <summary>The same person with the same cookies at another node, as behind a proxy.</summary>
    public Browser At(WebApp node) => At(node.NewClient());

    /// <inheritdoc cref="At(WebApp)"/>
    internal Browser At(HttpClient node)
    {
        var same = new Browser(node, _language);
        same._cookies.TakeAll(_cookies);
        return same;
    }

    /// <summary>Opens an address and follows where it leads.</summary>
    public Task<Page> GetAsync(string path) => FollowAsync(HttpMethod.Get, new Uri(_client.BaseAddress!, path), null);

    /// <summary>Opens a page and expects it to be there.</summary>
    public async Task<Page> GetPageAsync(string path)
    {
        var page = await GetAsync(path);
        Assert.True(page.Status == HttpStatusCode.OK, $"{path} answered {(int)page.Status} at {page.Path}: {Shorten(page.Text)}");
        return page;
    }

    /// <summary>Fills the form on a page and presses a button, its first unless told otherwise.</summary>
    public Task<Page> SubmitAsync(Page page, string form, params (string Name, string Value)[] fields) => SubmitAsync(page, form, fields, [], null);

    /// <summary>Presses a certain button of a form that has several.</summary>
    public Task<Page> PressAsync(Page page, string form, string button, params (string Name, string Value)[] fields) => SubmitAsync(page, form, fields, [], button);

    /// <inheritdoc cref="SubmitAsync(Page, string, ValueTuple{string, string}[])"/>
    public Task<Page> SubmitAsync(Page page, string form, IEnumerable<(string Name, string Value)> fields, IReadOnlyList<Upload> files, string? button = null)
    {
        var data = FormData.Of(page, form, button);
        data.Fill(fields);
        data.Choose(files);
        var target = data.Action.Length == 0 ? page.Url : new Uri(page.Url, data.Action);
        if (data.Method == HttpMethod.Get)
        {
            var query = string.Join('&', data.Values.Select(value => $"{Uri.EscapeDataString(value.Name)}={Uri.EscapeDataString(value.Value)}"));
            return FollowAsync(HttpMethod.Get, new UriBuilder(target) { Query = query }.Uri, null);
        }
        return FollowAsync(HttpMethod.Post, target, Encode(data, files));
    }

    public async Task SignInAsync(string account, string password = DemoPassword)
    {
        var page = await TrySignInAsync(account, password);
        Assert.True(page.Status == HttpStatusCode.OK && !page.Path.StartsWith("/account/login", StringComparison.Ordinal),
            $"{account} could not sign in: {(int)page.Status} at {page.Path}: {Shorten(page.Text)}");
    }

    /// <summary>Fills the sign-in form by the order of its fields, as design promises it, and answers with whatever came.</summary>
    public async Task<Page> TrySignInAsync(string account, string password, string? npsn = null)
    {
        var page = await GetPageAsync("/account/login");
        const string form = "form:has(input[type=password])";
        var names = page.One(form).QuerySelectorAll("input:not([type=hidden])").Select(input => input.GetAttribute("name")!).ToList();
        var fields = new List<(string, string)> { (names[0], account), (names[1], password) };
        if (npsn is not null)
        {
            fields.Add((names[2], npsn));
        }
        return await SubmitAsync(page, form, fields, []);
    }

    /// <summary>Forgets everything, as a browser whose session is over.</summary>
    public void ForgetCookies() => _cookies.Clear();

    /// <summary>Sends a request as it is, with this browser's cookies, and follows nothing.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        _cookies.AddTo(request);
        var response = await _client.SendAsync(request);
        _cookies.TakeFrom(response.Headers);
        return response;
    }

    public void Dispose() => _client.Dispose();

    private async Task<Page> FollowAsync(HttpMethod method, Uri url, HttpContent? content)
    {
        for (var step = 0; step <= MostRedirects; step++)
        {
            using var request = new HttpRequestMessage(method, url) { Content = content };
            using var response = await SendAsync(request);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                return await ReadAsync(url, response);
            }
            url = new Uri(url, location);
            if ((int)response.StatusCode is 301 or 302 or 303)
            {
                (method, content) = (HttpMethod.Get, null);
            }
        }
        throw new InvalidOperationException($"More than {MostRedirects} redirects, the last to {url}");
    }

    private static async Task<Page> ReadAsync(Uri url, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        var document = await Parser.ParseDocumentAsync(type == "text/html" ? System.Text.Encoding.UTF8.GetString(body) : "");
        return new Page(url, response.StatusCode, document, response.Headers, type, body);
    }

    private static HttpContent Encode(FormData data, IReadOnlyList<Upload> files)
    {
        if (!data.IsMultipart)
        {
            return new FormUrlEncodedContent(data.Values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
        }
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in data.Values)
        {
            content.Add(new StringContent(value), name);
        }
        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue(file.MediaType);
            content.Add(part, file.Field, file.FileName);
        }
        return content;
    }

    private static string Shorten(string text) => text.Length > 400 ? text[..400] : text;
}
