using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Trust;

public sealed class SignedRecordTests(WebApps apps)
{
    [Theory, Engines]
    public async Task A_stranger_gets_no_record_and_no_evidence(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var client = app.NewClient();

        foreach (var path in await PathsAsync(work))
        {
            foreach (var query in new[] { "", "?s=AAAAAAAAAAAAAAAAAAAAAA", "?s=x", "?code=7K3QF-2M9XDA" })
            {
                using var answer = await client.GetAsync(path + query);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
    }

    [Theory, Engines]
    public async Task A_share_opens_the_records_of_its_own_student_only(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var other = await SignedWork.ArrangeAsync(app);
        var token = await work.ShareAsync();
        using var client = app.NewClient();

        foreach (var path in await PathsAsync(work))
        {
            using var answer = await client.GetAsync($"{path}?s={token}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        foreach (var path in await PathsAsync(other))
        {
            using var answer = await client.GetAsync($"{path}?s={token}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory, Engines]
    public async Task A_credential_comes_byte_for_byte_in_the_type_asked_for(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var issued = await work.IssuedAsync();
        var path = $"/schools/{work.Npsn}/credentials/{issued.PublicId}?s={await work.ShareAsync()}";
        using var client = app.NewClient();

        foreach (var (accept, type) in new[] { ("*/*", "application/json"), ("application/vc", "application/vc"), ("application/vc+ld+json", "application/vc+ld+json") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd(accept);
            using var answer = await client.SendAsync(request);
            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal(issued.Bytes, await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory, Engines]
    public async Task A_revoked_share_opens_nothing(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var token = await work.ShareAsync();
        await work.InAsync(async (db, _) =>
        {
            (await db.ShareLinks.SingleAsync(l => l.PersonId == work.StudentId)).Revoke(work.By(work.StudentId));
            await db.SaveChangesAsync();
        });
        using var client = app.NewClient();

        foreach (var path in await PathsAsync(work))
        {
            using var answer = await client.GetAsync($"{path}?s={token}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory, Engines]
    public async Task Evidence_comes_in_ranges_and_cannot_run(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/evidence/{work.PictureId}?s={await work.ShareAsync()}");
        request.Headers.Range = new RangeHeaderValue(10, 19);

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(SignedWork.Picture[10..20], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.Private);
    }

    [Theory, Engines]
    public async Task Owner_teacher_in_reach_and_principal_get_the_records_without_a_share(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var owner = await work.SignInAsync(work.StudentId);
        using var teacher = await work.SignInAsync(work.TeacherId);
        using var principal = await work.SignInAsync(await work.AddStaffAsync(Role.Principal));

        foreach (var path in await PathsAsync(work))
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.OK, (await teacher.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.OK, (await principal.GetAsync(path)).Status);
        }
    }

    [Theory, Engines]
    public async Task Staff_out_of_reach_and_people_of_another_school_get_nothing(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        var other = await SignedWork.ArrangeAsync(app);
        using var colleague = await work.SignInAsync(await work.AddStaffAsync(Role.Teacher));
        using var stranger = await other.SignInAsync(other.TeacherId);
        using var student = await other.SignInAsync(other.StudentId);

        foreach (var path in await PathsAsync(work))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync(path)).Status);
        }
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(SignedWork work) =>
    [
        $"/schools/{work.Npsn}/credentials/{(await work.IssuedAsync()).PublicId}",
        $"/schools/{work.Npsn}/endorsements/{(await work.IssuedAsync(CredentialKind.Endorsement)).PublicId}",
        $"/revisions/{work.RevisionId}",
        $"/evidence/{work.PictureId}",
    ];
}
