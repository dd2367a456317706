using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Batches;

/// <summary>Papers for many students in one call.</summary>
public sealed class ManyPapersTests(PageSites sites)
{
    [Theory, Engines]
    public async Task Whoever_cannot_be_printed_fails_alone_with_the_reason(string engine)
    {
        var school = await ClassOfStudents.OpenAsync(await sites.SchoolAsync(engine), "Ayu Lestari", "Emoji \U0001F600 Nama", "Bagus Prasetyo", "Citra Dewi", "Dian Kusuma");
        await school.School.InDbAsync(async db =>
        {
            (await db.Memberships.SingleAsync(m => m.PersonId == school.Students[2].Id)).StopIssuing(school.By with { Why = "Ada pertanyaan." });
            await db.SaveChangesAsync();
        });
        var requests = await RequestsAsync(school);
        requests[3] = requests[3] with { Order = requests[3].Order with { Entries = [] } };

        var outcomes = await IssueAsync(school, requests);

        Assert.Equal([null, "glyph-missing", "issuing-stopped", "nothing-chosen", null], outcomes.Select(o => o.Error?.Code));
        Assert.Equal([new Unprintable("\U0001F600", "U+1F600", "person.name", "")], outcomes[1].Unprintable);
        var papers = await school.PapersAsync();
        Assert.Equal(new[] { school.Students[0].Id, school.Students[4].Id }.Order(), papers.Select(p => p.PersonId).Order());
        Assert.Equal(outcomes.Select(o => o.Cv?.Id).OfType<Guid>().Order(), papers.Select(p => p.Id).Order());
        await school.School.InDbAsync(async db =>
        {
            var credentials = await db.Credentials.AsNoTracking().Where(c => c.SchoolId == school.School.School.Id).ToListAsync();
            Assert.All(papers, paper => Assert.Equal(paper.Id, Assert.Single(credentials, c => c.Id == paper.CredentialId).CvDocumentId));
            Assert.Equal(2, credentials.Count);
            Assert.Equal(2, await db.AuditEvents.CountAsync(e => e.SchoolId == school.School.School.Id && e.Action == "cv-issued"));
        });
        foreach (var paper in papers)
        {
            Assert.Equal("genuine-current", (await JudgedAsync(school.App, paper.Code)).Verdict);
        }
    }

    [Theory, Engines]
    public async Task The_same_requests_twice_at_once_and_again_later_make_one_paper_each(string engine)
    {
        var school = await ClassOfStudents.OpenAsync(await sites.SchoolAsync(engine), "Ayu Lestari", "Bagus Prasetyo", "Citra Dewi");
        var requests = await RequestsAsync(school);

        var both = await Task.WhenAll(IssueAsync(school, requests), IssueAsync(school, requests), IssueAsync(school, [requests[1]]));
        var later = await IssueAsync(school, requests);

        var papers = await school.PapersAsync();
        Assert.Equal(3, papers.Count);
        Assert.Equal(later.Select(o => o.Cv!.Id), both[0].Select(o => o.Cv!.Id));
        Assert.Equal(later.Select(o => o.Cv!.Id), both[1].Select(o => o.Cv!.Id));
        Assert.Equal(later[1].Cv!.Id, both[2][0].Cv!.Id);
        await school.School.InDbAsync(async db =>
        {
            Assert.Equal(3, await db.Credentials.CountAsync(c => c.SchoolId == school.School.School.Id && c.Kind == CredentialKind.Portfolio));
            Assert.Equal(3, await db.AuditEvents.CountAsync(e => e.SchoolId == school.School.School.Id && e.Action == "cv-issued"));
        });
    }

    [Theory, Engines]
    public async Task The_number_of_somebody_elses_request_gives_nobody_their_paper(string engine)
    {
        var school = await ClassOfStudents.OpenAsync(await sites.SchoolAsync(engine), "Ayu Lestari", "Bagus Prasetyo");
        var requests = await RequestsAsync(school);
        await IssueAsync(school, [requests[0]]);

        var outcome = (await IssueAsync(school, [requests[1] with { Order = requests[1].Order with { RequestId = requests[0].Order.RequestId } }]))[0];

        Assert.Equal(("request-taken", null), (outcome.Error?.Code, outcome.Cv));
    }

    [Theory, Engines]
    public async Task While_no_file_can_be_written_nothing_is_issued_and_afterwards_all_is(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await ClassOfStudents.OpenAsync(await TestSchool.OpenAsync(app), "Ayu Lestari", "Bagus Prasetyo");
        var requests = await RequestsAsync(school);
        var full = new FullDisk();

        Exception? fault = null;
        await school.InAsync(async services => fault = await Record.ExceptionAsync(() =>
            ActivatorUtilities.CreateInstance<Papers>(services, full).IssueManyAsync(school.School.School.Id, requests, school.By, CompressionLevel.Fastest, CancellationToken.None)));
        var between = await school.PapersAsync();
        var outcomes = await IssueAsync(school, requests);

        Assert.True(Faults.IsStorage(fault), fault?.ToString());
        Assert.Empty(between);
        Assert.All(outcomes, o => Assert.NotNull(o.Cv));
        Assert.Equal(2, await school.School.FromDbAsync(db => db.AuditEvents.CountAsync(e => e.SchoolId == school.School.School.Id && e.Action == "cv-issued")));
    }

    private static async Task<List<PaperRequest>> RequestsAsync(ClassOfStudents school)
    {
        List<PaperRequest> requests = [];
        foreach (var student in school.Students)
        {
            var entries = await school.School.FromDbAsync(db => db.Entries.Where(e => e.PersonId == student.Id).Select(e => e.Id).ToListAsync());
            requests.Add(new PaperRequest(student.Id, new PaperOrder("id", entries, Photo: false, BirthDate: false, Address: false, Contact: false) { RequestId = Guid.NewGuid() }));
        }
        return requests;
    }

    private static async Task<IReadOnlyList<PaperOutcome>> IssueAsync(ClassOfStudents school, IReadOnlyList<PaperRequest> requests)
    {
        IReadOnlyList<PaperOutcome> outcomes = [];
        await school.InAsync(async services => outcomes = await services.GetRequiredService<Papers>().IssueManyAsync(school.School.School.Id, requests, school.By, CompressionLevel.Fastest, CancellationToken.None));
        return outcomes;
    }

    private static async Task<(string? Verdict, string? Reason)> JudgedAsync(WebApp app, string code)
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/verify/{code}");
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(request);
        using var report = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (report.RootElement.GetProperty("verdict").GetString(), report.RootElement.GetProperty("reasonCode").GetString());
    }

    /// <summary>A store without room: the second file is the one too many.</summary>
    private sealed class FullDisk : IBlobStore
    {
        private int written;

        public Task<StoredBlob> PutAsync(Guid schoolId, Stream content, long maxBytes, Func<StoredBlob, Task>? named, CancellationToken ct) =>
            Interlocked.Increment(ref written) == 1 ? Task.FromResult(new StoredBlob(new string('a', 64), 1)) : throw new IOException("There is not enough space on the disk.");

        public Task<Stream?> OpenReadAsync(Guid schoolId, string sha256Hex, CancellationToken ct) => Task.FromResult<Stream?>(null);

        public Task<bool> ExistsAsync(Guid schoolId, string sha256Hex, CancellationToken ct) => Task.FromResult(false);

        public Task<bool> DeleteAsync(Guid schoolId, string sha256Hex, CancellationToken ct) => Task.FromResult(false);

        public Uri? ReadOrigin => null;

        public Task<Uri?> ReadAddressAsync(Guid schoolId, string sha256Hex, string mediaType, string disposition, TimeSpan validFor, CancellationToken ct) => Task.FromResult<Uri?>(null);

        public IAsyncEnumerable<BlobListing> ListAsync(Guid? schoolId, CancellationToken ct) => AsyncEnumerable.Empty<BlobListing>();

        public Task DeleteStrayAsync(string name, CancellationToken ct) => Task.CompletedTask;

        public Task<int> SweepAsync(DateTime before, CancellationToken ct) => Task.FromResult(0);

        public Task ProbeAsync(CancellationToken ct) => Task.CompletedTask;
    }
}
