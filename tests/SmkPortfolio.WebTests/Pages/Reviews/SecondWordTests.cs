using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Reviews;

/// <summary>A colleague's word beside the first, and what is left when one of the two is taken back.</summary>
public sealed class SecondWordTests(PageSites sites)
{
    private const string Endorse = "form[action$='handler=Endorse']";
    private const string Withdraw = "article form";

    [Theory, Engines]
    public async Task A_colleague_adds_a_word_and_the_schools_credential_is_issued_anew_with_both(string engine)
    {
        using var work = await EndorsedTwiceAsync(engine);

        var versions = await work.VersionsAsync();
        Assert.Equal([(1, CredentialState.Replaced), (2, CredentialState.Active)], versions.Select(v => (v.Number, v.State)));
        Assert.Single(versions.Select(v => v.Uri).Distinct());
        Assert.Equal(2, versions.Select(v => v.StatusIndex).Distinct().Count());
        Assert.Equal([1, 2], versions.Select(v => JsonDocument.Parse(v.Bytes).RootElement.GetProperty("endorsement").GetArrayLength()));
        var entry = await work.School.EntryNowAsync(work.Entry);
        Assert.Equal((EntryState.Endorsed, Word.Teacher), (entry.State, entry.Word));
        using var student = await work.School.SignInAsync(work.Student);
        var history = (await student.GetPageAsync($"/entries/{work.Entry}")).One(".timeline").TextContent;
        Assert.Contains("Ratna Wulandari", history, StringComparison.Ordinal);
        Assert.Contains("Joko Susilo", history, StringComparison.Ordinal);
        Assert.Contains("Saya juga melihatnya.", history, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task Who_has_given_a_word_is_offered_no_second_one_and_a_sent_form_answers_409(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var entry = await school.EntryAsync(await school.StudentAsync());
        using var first = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var second = await school.SignInAsync(await school.StaffAsync(Role.Teacher, "Joko Susilo, S.T.", reach: school.Welding));
        await first.SubmitAsync(await first.GetPageAsync($"/reviews/{entry}"), Endorse, ("Start", "0"));
        var form = await second.GetPageAsync($"/reviews/{entry}");

        var own = await first.GetPageAsync($"/reviews/{entry}");
        await second.SubmitAsync(form, Endorse, ("Start", "1"));
        var again = await second.SubmitAsync(form, Endorse, ("Start", "1"));

        Assert.Empty(own.Document.QuerySelectorAll(Endorse));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("Ini sudah disahkan.", again.One(".errors").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await school.FromDbAsync(db => db.Endorsements.CountAsync(e => e.EntryId == entry)));
    }

    [Theory, Engines]
    public async Task What_colleagues_endorsed_stands_below_the_queue_and_certificates_take_no_third_word(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var (project, certificate) = (await school.EntryAsync(student), await school.EntryAsync(student, TestSchool.Certificate()));
        using var first = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var office = await school.SignInAsync(await school.StaffAsync(Role.Bkk, "Dewi Anggraini"));
        using var third = await school.SignInAsync(await school.StaffAsync(Role.Teacher, "Joko Susilo, S.T.", reach: school.Welding));
        await first.SubmitAsync(await first.GetPageAsync($"/reviews/{project}"), Endorse, ("Start", "0"));
        await first.SubmitAsync(await first.GetPageAsync($"/reviews/{certificate}"), Endorse, ("SeenNumber", "true"), ("SeenBody", "true"), ("SeenExpiry", "true"));
        await office.SubmitAsync(await office.GetPageAsync($"/reviews/{certificate}"), Endorse, ("Start", "0"));

        var queue = await third.GetPageAsync("/reviews");

        Assert.Equal([$"/reviews/{project}"], queue.Document.QuerySelectorAll("section[aria-labelledby=add] .entry-title a").Select(a => a.GetAttribute("href")));
        Assert.Empty((await first.GetPageAsync("/reviews")).Document.QuerySelectorAll("section[aria-labelledby=add]"));
        Assert.Empty((await third.GetPageAsync($"/reviews/{certificate}")).Document.QuerySelectorAll(Endorse));
    }

    [Theory, Engines]
    public async Task When_the_second_word_is_withdrawn_the_first_stands_in_a_new_version_and_papers_of_the_first_alone_stay_genuine(string engine)
    {
        using var work = await EndorsedTwiceAsync(engine);

        await work.Second.SubmitAsync(await work.Second.GetPageAsync("/reviews/endorsements"), Withdraw, ("Reason", "Ternyata kelas lain."));

        var versions = await work.VersionsAsync();
        Assert.Equal([CredentialState.Replaced, CredentialState.Withdrawn, CredentialState.Active], versions.Select(v => v.State));
        Assert.Equal(1, JsonDocument.Parse(versions[2].Bytes).RootElement.GetProperty("endorsement").GetArrayLength());
        Assert.Equal([false, true, false], await work.BitsAsync(versions));
        var entry = await work.School.EntryNowAsync(work.Entry);
        Assert.Equal((EntryState.Endorsed, Word.Teacher), (entry.State, entry.Word));
        Assert.Equal(("genuine-current", "current"), await work.CheckAsync(work.PaperOfFirst));
        Assert.Equal(("genuine-withdrawn", "withdrawn"), await work.CheckAsync(work.PaperOfBoth));
        Assert.Equal(("genuine-current", "current"), await work.CheckAsync(await work.PrintAsync()));
    }

    [Theory, Engines]
    public async Task When_the_first_word_is_withdrawn_the_second_stands_in_a_new_version_and_all_papers_that_show_the_first_are_withdrawn(string engine)
    {
        using var work = await EndorsedTwiceAsync(engine);
        Assert.Equal(("genuine-current", "current"), await work.CheckAsync(work.PaperOfFirst));

        await work.First.SubmitAsync(await work.First.GetPageAsync("/reviews/endorsements"), Withdraw, ("Reason", "Salah siswa."));

        var versions = await work.VersionsAsync();
        Assert.Equal([CredentialState.Withdrawn, CredentialState.Withdrawn, CredentialState.Active], versions.Select(v => v.State));
        Assert.Equal([true, true, false], await work.BitsAsync(versions));
        Assert.Equal(("genuine-withdrawn", "withdrawn"), await work.CheckAsync(work.PaperOfFirst));
        Assert.Equal(("genuine-withdrawn", "withdrawn"), await work.CheckAsync(work.PaperOfBoth));
        Assert.Equal(("genuine-current", "current"), await work.CheckAsync(await work.PrintAsync()));
    }

    [Theory, Engines]
    public async Task When_both_are_withdrawn_nothing_stands(string engine)
    {
        using var work = await EndorsedTwiceAsync(engine);

        await work.First.SubmitAsync(await work.First.GetPageAsync("/reviews/endorsements"), Withdraw, ("Reason", "Salah siswa."));
        await work.Second.SubmitAsync(await work.Second.GetPageAsync("/reviews/endorsements"), Withdraw, ("Reason", "Saya juga keliru."));

        Assert.All(await work.VersionsAsync(), v => Assert.Equal(CredentialState.Withdrawn, v.State));
        var entry = await work.School.EntryNowAsync(work.Entry);
        Assert.Equal((EntryState.Returned, Word.Self, null), (entry.State, entry.Word, entry.EndorsedRevisionId));
        Assert.Equal(("genuine-withdrawn", "withdrawn"), await work.CheckAsync(work.PaperOfBoth));
    }

    private async Task<Work> EndorsedTwiceAsync(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student);
        var first = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        var second = await school.SignInAsync(await school.StaffAsync(Role.Teacher, "Joko Susilo, S.T.", reach: school.Welding));
        await first.SubmitAsync(await first.GetPageAsync($"/reviews/{entry}"), Endorse, ("Start", "0"));
        var work = new Work(school, student, entry, first, second);
        work.PaperOfFirst = await work.PrintAsync();
        var added = await second.SubmitAsync(await second.GetPageAsync($"/reviews/{entry}"), Endorse, ("Statement", "Saya juga melihatnya."));
        Assert.Contains("ditambahkan", added.One(".notice.success").TextContent, StringComparison.Ordinal);
        work.PaperOfBoth = await work.PrintAsync();
        return work;
    }

    private sealed class Work(TestSchool school, TestPerson student, Guid entry, Browser first, Browser second) : IDisposable
    {
        public TestSchool School => school;
        public TestPerson Student => student;
        public Guid Entry => entry;
        public Browser First => first;
        public Browser Second => second;

        /// <summary>Code of the paper that was printed before the second word.</summary>
        public string PaperOfFirst { get; set; } = "";

        public string PaperOfBoth { get; set; } = "";

        public Task<List<IssuedCredential>> VersionsAsync() =>
            school.FromDbAsync(db => db.Credentials.AsNoTracking().Where(c => c.EntryId == entry && c.Kind == CredentialKind.OpenBadge).OrderBy(c => c.Number).ToListAsync());

        public async Task<List<bool>> BitsAsync(List<IssuedCredential> versions)
        {
            var lists = await school.FromDbAsync(db => db.StatusLists.AsNoTracking().ToDictionaryAsync(l => l.Id));
            return [.. versions.Select(v => lists[v.StatusListId].IsSet(v.StatusIndex))];
        }

        public async Task<string> PrintAsync()
        {
            await using var scope = school.App.NewScope();
            scope.ServiceProvider.GetRequiredService<AppDb>().Scope.SeeAllSchools();
            var order = new PaperOrder("id", [entry], Photo: false, BirthDate: false, Address: false, Contact: false);
            var (paper, error, _) = await scope.ServiceProvider.GetRequiredService<Papers>().IssueAsync(school.School.Id, student.Id, order, new Change(student.Id, school.Now), CancellationToken.None);
            Assert.Null(error);
            return paper!.Code;
        }

        public async Task<(string Verdict, string Line)> CheckAsync(string code)
        {
            using var stranger = school.App.NewClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/verify/{code}") { Headers = { { "Accept", "application/json" } } };
            using var answer = await stranger.SendAsync(request);
            var report = JsonDocument.Parse(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())).RootElement;
            return (report.GetProperty("verdict").GetString()!, report.GetProperty("lines")[0].GetProperty("state").GetString()!);
        }

        public void Dispose()
        {
            first.Dispose();
            second.Dispose();
        }
    }
}
