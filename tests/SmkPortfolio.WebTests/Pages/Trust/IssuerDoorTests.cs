using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Trust;

public sealed class IssuerDoorTests(WebApps apps)
{
    [Theory, Engines]
    public async Task A_school_its_staff_and_the_platform_publish_their_keys(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var client = app.NewClient();
        var staff = "";
        await work.InAsync(async (db, _) => staff = await db.Issuers.Where(i => i.Kind == IssuerKind.Staff && i.SchoolId == work.SchoolId).Select(i => i.Opaque).SingleAsync());

        foreach (var (path, did) in new[]
        {
            ("/.well-known/did.json", "did:web:localhost%3A5080"),
            ($"/schools/{work.Npsn}/did.json", $"did:web:localhost%3A5080:schools:{work.Npsn}"),
            ($"/schools/{work.Npsn}/staff/{staff}/did.json", $"did:web:localhost%3A5080:schools:{work.Npsn}:staff:{staff}"),
        })
        {
            using var answer = await client.GetAsync(path);
            using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal(did, document.RootElement.GetProperty("id").GetString());
            Assert.NotEqual(0, document.RootElement.GetProperty("assertionMethod").GetArrayLength());
        }
    }

    [Theory, Engines]
    public async Task Nobody_is_found_under_a_foreign_number_or_name(string engine)
    {
        var app = await apps.DemoAsync(engine);
        using var client = app.NewClient();

        foreach (var path in new[] { "/schools/00000000/did.json", "/schools/00000000/staff/abc/did.json", $"/partners/{Guid.NewGuid()}/mentors/abc/did.json", "/schools/00000000/status/rev-1.json" })
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory, Engines]
    public async Task A_status_list_is_public_and_known_by_its_tag(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var client = app.NewClient();
        var path = $"/schools/{work.Npsn}/status/rev-1.json";

        using var first = await client.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again);
        using var missing = await client.GetAsync($"/schools/{work.Npsn}/status/rev-2.json");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.True(first.Headers.CacheControl?.Public);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory, Engines]
    public async Task The_register_lists_a_school_as_soon_as_it_signs(string engine)
    {
        var app = await apps.DemoAsync(engine);
        using var client = app.NewClient();
        var before = RegisterFile.Read(await client.GetStringAsync("/register.jws"));
        var work = await SignedWork.ArrangeAsync(app);

        var after = RegisterFile.Read(await client.GetStringAsync("/register.jws"));

        Assert.Null(before.Find($"did:web:localhost%3A5080:schools:{work.Npsn}"));
        Assert.Equal(work.Npsn, after.Find($"did:web:localhost%3A5080:schools:{work.Npsn}")?.Npsn);
        Assert.DoesNotContain(after.Content.Persons, p => p.ToString().Contains("Ratna", StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task The_state_of_a_credential_is_signed_by_its_school(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var client = app.NewClient();
        var path = $"/schools/{work.Npsn}/credentials/{(await work.IssuedAsync()).PublicId}/state";
        var register = RegisterFile.Read(await client.GetStringAsync("/register.jws"));

        var active = StateRecord.Read(await client.GetStringAsync(path), register);
        await work.WithdrawAsync();
        var withdrawn = StateRecord.Read(await client.GetStringAsync(path), register);

        Assert.Equal(Credentials.CredentialState.Active, active?.State);
        Assert.Equal(Credentials.CredentialState.Withdrawn, withdrawn?.State);
        Assert.Equal("Fotonya milik orang lain.", withdrawn?.ReasonId);
        Assert.Equal($"did:web:localhost%3A5080:schools:{work.Npsn}", withdrawn?.SignedBy);
    }

    [Theory, Engines]
    public async Task An_achievement_and_a_unit_name_no_person(string engine)
    {
        var app = await apps.DemoAsync(engine);
        var work = await SignedWork.ArrangeAsync(app);
        using var client = app.NewClient();

        var achievement = await client.GetStringAsync($"/schools/{work.Npsn}/achievements/{(await work.IssuedAsync()).PublicId}");
        var unit = await client.GetStringAsync("/competencies/J.620100.004.02");
        using var unknown = await client.GetAsync("/competencies/no-code");

        Assert.Contains("Rak sepatu besi siku", achievement, StringComparison.Ordinal);
        Assert.DoesNotContain("Dewi", achievement, StringComparison.Ordinal);
        Assert.Contains("Menggunakan Struktur Data", unit, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
