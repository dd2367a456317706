using System.Net;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages.Entries;

namespace SmkPortfolio.WebTests.Pages.Files;

public sealed class EvidenceTests(PageSites sites)
{
    [Theory, Engines]
    public async Task A_file_is_for_its_owner_and_after_handing_in_for_staff_in_reach_and_the_guardian(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync(age: 16);
        var entry = await school.EntryAsync(student, handedIn: false);
        using var owner = await school.SignInAsync(student);
        await owner.SubmitAsync(await owner.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [], [new Upload("Files", "foto.jpg", "image/jpeg", Fixtures.Read("bare.jpg"))]);
        var address = $"/evidence/{(await school.EntryNowAsync(entry)).Evidence[0].Id}";
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));
        using var guardian = await school.SignInAsync(await school.GuardianAsync(student));
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(address)).Status);

        await owner.SubmitAsync(await owner.GetPageAsync($"/entries/{entry}"), "form[action$='handler=Submit']");

        foreach (var insider in new[] { owner, teacher, guardian })
        {
            var file = await insider.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (file.Status, file.MediaType));
        }
        Assert.Equal(EntryState.Submitted, (await school.EntryNowAsync(entry)).State);
    }

    [Theory, Engines]
    public async Task Strangers_classmates_teachers_out_of_reach_and_other_schools_find_nothing(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var elsewhere = await sites.SchoolAsync(engine);
        var work = await SignedWork.ArrangeAsync(school.App);
        using var stranger = school.App.NewBrowser();
        using var student = await school.SignInAsync(await school.StudentAsync());
        using var principal = await elsewhere.SignInAsync(await elsewhere.StaffAsync(Role.Principal));
        using var colleague = await work.SignInAsync(await work.AddStaffAsync(Role.Teacher));

        foreach (var browser in new[] { stranger, student, principal, colleague })
        {
            foreach (var address in new[] { $"/evidence/{work.PictureId}", $"/evidence/{Guid.CreateVersion7()}", $"/evidence/{work.PictureId}?s=unknown", $"/evidence/{work.PictureId}?code=00000-000000" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
            }
        }
    }

    [Theory, Engines]
    public async Task A_pdf_is_handed_over_as_a_download_a_picture_in_place_a_clip_by_its_type_and_none_can_run(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);
        await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [],
            [new Upload("Files", "foto.jpg", "image/jpeg", Fixtures.Read("bare.jpg")), new Upload("Files", "denah dapur ü.pdf", "text/html", PdfFiles.Plain), new Upload("Files", "mesin.mp3", "text/html", SoundFiles.Mp3()), new Upload("Files", "las.mp4", "text/html", IsoFiles.Clip())]);
        var files = (await school.EntryNowAsync(entry)).Evidence;

        foreach (var (file, type, disposition) in new[] { (files[0], "image/jpeg", "inline"), (files[1], "application/pdf", "attachment"), (files[2], "audio/mpeg", "attachment"), (files[3], "video/mp4", "attachment") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(school.App.Address, $"/evidence/{file.Id}"));
            using var answer = await browser.SendAsync(request);
            Assert.Equal((type, disposition), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.StartsWith("sandbox;", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Theory, Engines]
    public async Task A_shared_paper_is_fetched_by_its_own_name_only_and_not_after_it_was_withdrawn(string engine)
    {
        var school = await sites.SchoolAsync(engine);
        var work = await SignedWork.ArrangeAsync(school.App);
        var paper = await work.AddPaperAsync();
        var (ofPaper, ofPortfolio) = (await work.ShareAsync(paperId: paper.Id), await work.ShareAsync());
        using var stranger = school.App.NewBrowser();
        var name = (await stranger.GetPageAsync($"/s/{ofPaper}")).Document.QuerySelector($"a[href^='/s/{ofPaper}/']")!.GetAttribute("href")!.Split('/')[^1];

        Assert.Equal(SignedWork.Pdf, (await stranger.GetAsync($"/s/{ofPaper}/{name}")).Body);
        foreach (var path in new[] { $"/s/{ofPaper}/lain.pdf", $"/s/{ofPortfolio}/{name}", $"/s/salah/{name}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
        }
        await work.InAsync(async (db, _) =>
        {
            Assert.Null((await db.CvDocuments.SingleAsync(c => c.Id == paper.Id)).Withdraw(work.By(work.StudentId)));
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/s/{ofPaper}/{name}")).Status);
    }
}
