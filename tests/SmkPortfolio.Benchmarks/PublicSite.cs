using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmkPortfolio.Benchmarks;

/// <summary>The real program in a process of its own, as in production behind a proxy, on a demo that is thrown away.</summary>
internal sealed partial class PublicSite : IDisposable
{
    private const string Url = "https://folio.example";
    private readonly string _folder;
    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    private PublicSite(string folder, Process process, int port)
    {
        _folder = folder;
        _process = process;
        Port = port;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new UriBuilder("http", "127.0.0.1", port).Uri };
        _client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
    }

    public int Port { get; }

    /// <summary>What the site's process has used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="settings">More settings, as the environment spells them.</param>
    public static async Task<PublicSite> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("smk-benchmark-").FullName;
        using (var samples = Start(folder, "Development", 0, settings, "samples", Path.Combine(folder, "samples")))
        {
            await samples.WaitForExitAsync();
            if (samples.ExitCode != 0)
            {
                throw new InvalidOperationException($"The samples could not be written: exit code {samples.ExitCode}.");
            }
        }
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var site = new PublicSite(folder, Start(folder, "Production", port, settings), port);
        await site.WaitUntilReadyAsync();
        return site;
    }

    /// <summary>The code of the first sample paper and how many lines it has.</summary>
    public async Task<(string Code, int Lines)> PaperAsync()
    {
        using var index = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "samples", "index.json")));
        var code = index.RootElement.EnumerateArray().First(d => d.GetProperty("kind").GetString() == "paper").GetProperty("code").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/verify/{code}");
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await _client.SendAsync(request);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (code, report.RootElement.GetProperty("lines").GetArrayLength());
    }

    /// <summary>Signs in as the demo's student.</summary>
    public Task SignInAsync() => SubmitAsync("/account/login", "action=\"/account/login", ("Name", "murid@demo.sch.id"), ("Password", "Demo-2026-smk"));

    /// <summary>Sets the portrait as the student does.</summary>
    public Task SetPortraitAsync(byte[] jpeg) => SubmitAsync("/portfolio", "handler=Photo", fields =>
    {
        var form = Multipart(jpeg, "photo", "potret.jpg", "image/jpeg");
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }
        return form;
    });

    /// <summary>Issues a CV as the student does: what the page proposes, with portrait and contact.</summary>
    public async Task IssuePaperAsync()
    {
        var proposed = ProposedEntry().Matches(await GetAsync("/cvs/new")).Select(m => ("Input.Entries", m.Groups[1].Value));
        await SubmitAsync("/cvs/new", "action=\"/cvs/new\"", [.. proposed, ("Input.Language", "id"), ("Input.Photo", "true"), ("Input.Contact", "true")]);
    }

    /// <summary>The student's newest papers, as downloaded.</summary>
    public async Task<IReadOnlyList<byte[]>> OwnPapersAsync(int count)
    {
        List<byte[]> papers = [];
        foreach (var path in PdfInPage().Matches(await GetAsync("/cvs")).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Take(count))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            using var answer = await SendAsync(request);
            papers.Add(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        }
        return papers.Count == count ? papers : throw new InvalidDataException($"The page of CVs has {papers.Count} papers, not {count}.");
    }

    /// <summary>Hands a paper to the check page as a stranger does.</summary>
    public async Task CheckFileAsync(byte[] paper)
    {
        using var form = Multipart(paper, "file", "cv.pdf", "application/pdf");
        using var answer = await _client.PostAsync("/verify", form);
        var page = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        if (!page.Contains("genuine-current", StringComparison.Ordinal))
        {
            throw new InvalidDataException("The check page does not call the paper genuine.");
        }
    }

    /// <summary>Begins a work as the student does, and gives its id.</summary>
    public async Task<string> BeginEntryAsync()
    {
        await SubmitAsync("/entries/new?kind=project", "action=\"/entries/new", hidden => new FormUrlEncodedContent(hidden.Concat([("f.title", "Unggahan"), ("f.done", "Mengukur.")]).Select(v => KeyValuePair.Create(v.Item1, v.Item2))));
        return EntryInPage().Matches(await GetAsync("/entries"))[0].Groups[1].Value;
    }

    /// <summary>The session, for requests that are written by hand.</summary>
    public string Cookie => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));

    /// <summary>What the site's process holds in memory now, and the most it held since <see cref="ForgetPeak"/>; bytes.</summary>
    public (long Now, long Peak) Memory
    {
        get
        {
            var lines = File.ReadAllLines(FormattableString.Invariant($"/proc/{_process.Id}/status"));
            long Of(string name) => long.Parse(lines.First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
            return (Of("VmRSS:"), Of("VmHWM:"));
        }
    }

    /// <summary>Until the processors have been left alone for three seconds: what works behind the pages has come to its end.</summary>
    public async Task RestAsync()
    {
        var (quiet, used) = (0, ProcessorTime);
        while (quiet < 6)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            var now = ProcessorTime;
            quiet = now - used < TimeSpan.FromMilliseconds(30) ? quiet + 1 : 0;
            used = now;
        }
    }

    public void ForgetPeak() => File.WriteAllText(FormattableString.Invariant($"/proc/{_process.Id}/clear_refs"), "5");

    /// <summary>Where the site keeps its files: what is compared with it is written beside them.</summary>
    public string Folder => _folder;

    /// <summary>Makes a link as the student does, and gives its token.</summary>
    public async Task<string> ShareAsync()
    {
        await SignInAsync();
        await SubmitAsync("/shares", "action=\"/shares\"", ("Input.Days", "30"));
        return TokenInPage().Match(await GetAsync("/shares")) is { Success: true } found ? found.Groups[1].Value : throw new InvalidDataException("The new link does not stand on the page.");
    }

    /// <summary>Looks at an answer before it is measured.</summary>
    public async Task ExpectAsync(string path, string text)
    {
        _cookies.Clear();
        if (!(await GetAsync(path)).Contains(text, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path} does not answer with '{text}'.");
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Process Start(string folder, string environment, int port, (string Name, string Value)[] settings, params string[] arguments)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "SmkPortfolio.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("The benchmark does not lie in the repository.");
        }
        var project = Path.Combine(root, "src", "SmkPortfolio.Web");
        var built = Path.GetRelativePath(Path.Combine(root, "tests", "SmkPortfolio.Benchmarks"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, built, "SmkPortfolio.Web.dll"), .. arguments]) { WorkingDirectory = project, RedirectStandardOutput = true };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", environment), ("ASPNETCORE_URLS", FormattableString.Invariant($"http://127.0.0.1:{port}")), ("Site__PublicUrl", Url),
            ("Storage__Root", Path.Combine(folder, "data")), ("Proxy__KnownProxies__0", "127.0.0.1"), ("Limits__VerifyPerMinute", "0"), ("Limits__SignInPerMinute", "0"),
        }.Concat(settings))
        {
            start.Environment[name] = value;
        }
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private async Task WaitUntilReadyAsync()
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromMinutes(2) && !_process.HasExited;)
        {
            try
            {
                using var answer = await _client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
        throw new TimeoutException("The site did not become ready.");
    }

    private static MultipartFormDataContent Multipart(byte[] file, string field, string name, string mediaType)
    {
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new MultipartFormDataContent { { part, field, name } };
    }

    private Task SubmitAsync(string path, string mark, params (string Name, string Value)[] fields) =>
        SubmitAsync(path, mark, hidden => new FormUrlEncodedContent(fields.Concat(hidden).Select(v => KeyValuePair.Create(v.Name, v.Value))));

    private async Task SubmitAsync(string path, string mark, Func<IEnumerable<(string Name, string Value)>, HttpContent> fill)
    {
        var form = FormInPage().Matches(await GetAsync(path)).Select(m => m.Value).First(f => f.Contains(mark, StringComparison.Ordinal));
        var target = WebUtility.HtmlDecode(FormAction().Match(form).Groups[1].Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = fill([("__RequestVerificationToken", HiddenToken().Match(form).Groups[1].Value)]) };
        using var answer = await SendAsync(request);
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
        {
            throw new InvalidDataException($"The form on {path} was answered with {(int)answer.StatusCode}.");
        }
    }

    private async Task<string> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        }
        var answer = await _client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var parts = cookie.Split(';')[0].Split('=', 2);
            _cookies[parts[0]] = parts[1];
        }
        return answer;
    }

    [GeneratedRegex("<form[^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormInPage();

    [GeneratedRegex("^<form[^>]* action=\"([^\"]+)\"")]
    private static partial Regex FormAction();

    [GeneratedRegex("name=\"Input.Entries\" value=\"([^\"]+)\" checked")]
    private static partial Regex ProposedEntry();

    [GeneratedRegex("href=\"(/cvs\\?handler=Pdf[^\"]+)\"")]
    private static partial Regex PdfInPage();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex HiddenToken();

    [GeneratedRegex("href=\"/entries/([0-9a-f-]{36})\"")]
    private static partial Regex EntryInPage();

    [GeneratedRegex("/s/([A-Za-z0-9_-]{22})")]
    private static partial Regex TokenInPage();
}
