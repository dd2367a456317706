using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Uploads;

/// <summary>A student with an entry, and requests to <c>/uploads</c> written by hand.</summary>
internal sealed class TusBench : IDisposable
{
    private TusBench(TestSchool school, TestPerson student, Guid entry, Browser browser)
    {
        School = school;
        Student = student;
        Entry = entry;
        Browser = browser;
    }

    /// <summary>A picture without anything that is taken out of it.</summary>
    public static byte[] Picture => Fixtures.Read("bare.jpg");

    public TestSchool School { get; }
    public TestPerson Student { get; }
    public Guid Entry { get; }
    public Browser Browser { get; }

    public static async Task<TusBench> OpenAsync(PageSites sites, string engine, int age = 18) => await OpenAsync(await sites.SchoolAsync(engine), age);

    public static async Task<TusBench> OpenAsync(TestSchool school, int age = 18)
    {
        var student = await school.StudentAsync(age: age);
        var entry = await school.EntryAsync(student, handedIn: false);
        return new TusBench(school, student, entry, await school.SignInAsync(student));
    }

    public void Dispose() => Browser.Dispose();

    public static string Metadata(Guid entry, string name) => $"entry {Encoded(entry.ToString())},filename {Encoded(name)},filetype {Encoded("image/jpeg")}";

    public static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends a request with the protocol's version, unless the headers say otherwise (an empty value leaves one out).</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[]? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        }
        foreach (var (name, value) in headers.Any(h => h.Name == "Tus-Resumable") ? headers : [.. headers, ("Tus-Resumable", "1.0.0")])
        {
            if (value.Length == 0)
            {
                continue;
            }
            if (name == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
        return await Browser.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(long length, string name = "foto.jpg", params (string Name, string Value)[] more) =>
        SendAsync(HttpMethod.Post, "/uploads", null, [("Upload-Length", Text(length)), ("Upload-Metadata", Metadata(Entry, name)), .. more]);

    /// <summary>Announces a file; its address.</summary>
    public async Task<string> CreateAsync(long length, string name = "foto.jpg")
    {
        using var answer = await PostAsync(length, name);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }

    public Task<HttpResponseMessage> PatchAsync(string path, long offset, byte[] bytes, params (string Name, string Value)[] more) =>
        SendAsync(HttpMethod.Patch, path, bytes, [("Upload-Offset", Text(offset)), .. more]);

    public Task<HttpResponseMessage> HeadAsync(string path) => SendAsync(HttpMethod.Head, path);

    /// <summary>What the page is told of an upload.</summary>
    public async Task<JsonElement> StateAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, ("Tus-Resumable", ""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var state = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return state.RootElement.Clone();
    }

    /// <summary>Which uploads have parts in the store.</summary>
    public async Task<IReadOnlyList<string>> PartsAsync()
    {
        List<string> found = [];
        await foreach (var upload in School.App.Services.GetRequiredService<IUploadParts>().ListAsync(CancellationToken.None))
        {
            found.Add($"/uploads/{upload.Id}");
        }
        return found;
    }

    public static Guid IdOf(string path) => Guid.Parse(path["/uploads/".Length..]);

    public static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>Status and code of a refusal, which must be problem details with a sentence.</summary>
    public static async Task<(int Status, string Code)> RefusalAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        return ((int)answer.StatusCode, problem.RootElement.GetProperty("code").GetString()!);
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
