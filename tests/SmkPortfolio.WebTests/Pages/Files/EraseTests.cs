using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Files;

public sealed class EraseTests(PageSites sites)
{
    private const string Form = "form[action$='/erase']";
    private const string Reason = "Wajah teman terlihat";

    [Theory, Engines]
    public async Task The_owner_erases_an_endorsed_picture_and_digest_date_and_reason_stay(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var work = await SignedWork.ArrangeAsync(school.App);
        var sha256 = "";
        await work.InAsync(async (db, services) =>
        {
            sha256 = (await db.Evidence.SingleAsync(f => f.Id == work.PictureId)).Sha256;
            var smaller = await services.GetRequiredService<IBlobStore>().PutAsync(work.SchoolId, new MemoryStream([1, 2, 3]), 3, CancellationToken.None);
            db.Derivatives.Add(Derivative.Of(work.SchoolId, sha256, "320.webp", smaller.Sha256Hex, 3, 4, 3));
            await db.SaveChangesAsync();
        });
        using var owner = await work.SignInAsync(work.StudentId);

        var page = await owner.GetPageAsync($"/evidence/{work.PictureId}/erase");
        Assert.Contains("Karya ini sudah disahkan", page.Text, StringComparison.Ordinal);
        var done = await owner.SubmitAsync(page, Form, [("Input.Reason", Reason)]);

        Assert.Equal($"/entries/{work.EntryId}", done.Path);
        var gone = await owner.GetAsync($"/evidence/{work.PictureId}");
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        var said = System.Text.Encoding.UTF8.GetString(gone.Body);
        Assert.Contains(Reason, said, StringComparison.Ordinal);
        Assert.Contains(sha256, said, StringComparison.Ordinal);
        await work.InAsync(async (db, services) =>
        {
            var file = await db.Evidence.SingleAsync(f => f.Id == work.PictureId);
            Assert.Equal((sha256, Reason, true), (file.Sha256, file.ErasedWhy, file.ErasedAt is not null));
            Assert.Equal(Word.Teacher, (await db.Entries.SingleAsync(e => e.Id == work.EntryId)).Word);
            Assert.False(await services.GetRequiredService<IBlobStore>().ExistsAsync(work.SchoolId, sha256, CancellationToken.None));
            Assert.Equal(0, await db.Derivatives.CountAsync(d => d.SchoolId == work.SchoolId));
            var noted = await db.AuditEvents.SingleAsync(e => e.Subject == work.PictureId && e.Action == "evidence-erased");
            Assert.Equal((work.StudentId, Reason), (noted.ByPersonId, noted.Why));
        });
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/evidence/{work.PictureId}/erase")).Status);
    }

    [Theory, Engines]
    public async Task The_operator_and_the_guardian_may_and_nobody_else(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync(age: 16);
        var (first, second) = (await FileAsync(school, student, [1, 2, 3]), await FileAsync(school, student, [4, 5, 6]));
        using var keeper = await school.SignInAsync(await school.StaffAsync(Role.Operator));
        using var guardian = await school.SignInAsync(await school.GuardianAsync(student));
        using var classmate = await school.SignInAsync(await school.StudentAsync("Citra Lestari"));
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var other = await school.SignInAsync(await school.GuardianAsync(await school.StudentAsync("Eko Saputra", age: 16)));
        var grown = await school.StudentAsync("Dewi Anggraini");
        var hers = await FileAsync(school, grown, [13, 14, 15]);
        using var former = await school.SignInAsync(await school.GuardianAsync(grown));

        foreach (var stranger in new[] { classmate, teacher, other })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/evidence/{first}/erase")).Status);
        }
        // From 18 on she decides alone.
        Assert.Equal(HttpStatusCode.NotFound, (await former.GetAsync($"/evidence/{hers}/erase")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await former.GetAsync($"/evidence/{hers}")).Status);
        foreach (var (browser, file, back) in new[] { (keeper, first, $"/students/{student.Id}"), (guardian, second, "/guardian") })
        {
            // Each finds it where they look after the student.
            Assert.Single((await browser.GetPageAsync(back)).Document.QuerySelectorAll($"a[href='/evidence/{file}/erase']"));
            Assert.Equal(back, (await browser.SubmitAsync(await browser.GetPageAsync($"/evidence/{file}/erase"), Form, [("Input.Reason", Reason)])).Path);
            Assert.Equal(1, await school.FromDbAsync(db => db.Evidence.CountAsync(f => f.Id == file && f.ErasedAt != null)));
        }
    }

    [Theory, Engines]
    public async Task The_owner_finds_also_what_was_taken_off_and_a_revision_goes_on_naming(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var file = await FileAsync(school, student, [16, 17, 18]);
        var entry = await school.FromDbAsync(db => db.Evidence.Where(f => f.Id == file).Select(f => f.EntryId).SingleAsync());
        await school.InDbAsync(async db =>
        {
            var by = new SmkPortfolio.Domain.Change(student.Id, school.Now);
            var stored = await db.Entries.SingleAsync(e => e.Id == entry);
            Assert.Null(stored.TakeBack(by));
            Assert.Null(stored.RemoveEvidence(file, by));
            await db.SaveChangesAsync();
        });
        using var browser = await school.SignInAsync(student);

        var page = await browser.GetPageAsync($"/entries/{entry}");
        var done = await browser.SubmitAsync(await browser.GetPageAsync(page.One($"a[href='/evidence/{file}/erase']").GetAttribute("href")!), Form, [("Input.Reason", Reason)]);

        Assert.Equal($"/entries/{entry}", done.Path);
        Assert.Empty(done.Document.QuerySelectorAll("a[href$='/erase']"));
        Assert.Equal(1, await school.FromDbAsync(db => db.Evidence.CountAsync(f => f.Id == file && f.ErasedAt != null)));
    }

    [Theory, Engines]
    public async Task Without_a_reason_nothing_is_erased(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var file = await FileAsync(school, student, [7, 8, 9]);
        using var browser = await school.SignInAsync(student);

        foreach (var reason in new[] { "", "   ", new string('x', 301) })
        {
            var answer = await browser.SubmitAsync(await browser.GetPageAsync($"/evidence/{file}/erase"), Form, [("Input.Reason", reason)]);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.NotEmpty(answer.Document.QuerySelectorAll("#Input_Reason[aria-invalid='true']"));
        }
        Assert.Equal(0, await school.FromDbAsync(db => db.Evidence.CountAsync(f => f.Id == file && f.ErasedAt != null)));
    }

    [Theory, Engines]
    public async Task The_same_content_goes_from_all_work_of_the_person_and_stays_with_others(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var (student, other) = (await school.StudentAsync(), await school.StudentAsync("Citra Lestari"));
        byte[] content = [10, 11, 12];
        var (here, there, theirs) = (await FileAsync(school, student, content), await FileAsync(school, student, content), await FileAsync(school, other, content));
        using var browser = await school.SignInAsync(student);
        using var otherBrowser = await school.SignInAsync(other);

        await browser.SubmitAsync(await browser.GetPageAsync($"/evidence/{here}/erase"), Form, [("Input.Reason", Reason)]);

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync($"/evidence/{here}")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync($"/evidence/{there}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await otherBrowser.GetAsync($"/evidence/{theirs}")).Status);
    }

    /// <summary>A file on an entry that was handed in.</summary>
    private static async Task<Guid> FileAsync(TestSchool school, TestPerson student, byte[] content)
    {
        var entry = await school.EntryAsync(student, handedIn: false);
        var id = Guid.CreateVersion7();
        await using var scope = school.App.NewScope();
        var blob = await scope.ServiceProvider.GetRequiredService<IBlobStore>().PutAsync(school.School.Id, new MemoryStream(content), content.Length, CancellationToken.None);
        await school.InDbAsync(async db =>
        {
            var by = new SmkPortfolio.Domain.Change(student.Id, school.Now);
            var stored = await db.Entries.SingleAsync(e => e.Id == entry);
            Assert.Null(stored.AddEvidence(id, new EvidenceFile("foto.jpg", "image/jpeg", blob.Size, blob.Sha256Hex, 4, 3), 20, by));
            db.Revisions.Add(stored.Submit(Guid.CreateVersion7(), new byte[16], by).Revision!);
            await db.SaveChangesAsync();
        });
        return id;
    }
}
