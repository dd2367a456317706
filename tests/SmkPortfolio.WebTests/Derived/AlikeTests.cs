using System.Net;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Tests;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Keeping;
using SmkPortfolio.WebTests.Pages.Entries;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>What reviewers are asked about pictures that another student has handed in too.</summary>
public sealed class AlikeTests
{
    private static readonly byte[] Weld = File.ReadAllBytes(Repository.PathOf("assets", "demo", "scene-weld-3g-1.jpg"));
    private static readonly byte[] Others = File.ReadAllBytes(Repository.PathOf("assets", "demo", "scene-server-rack-1.jpg"));

    [Theory]
    [Engines("as it is")]
    [Engines("packed anew")]
    [Engines("scaled")]
    public async Task The_reviewer_is_asked_and_sees_both_though_the_other_student_is_out_of_reach(string engine, string how)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var school = bench.School;
        var (first, second) = (await school.StudentAsync("Dimas Saputra", school.Culinary), await school.StudentAsync("Bagus Prasetyo"));
        var (_, earlier) = await bench.AddAsync(first, Weld);
        await bench.WorkAsync();
        app.Clock.Advance(TimeSpan.FromDays(400));
        var (entry, _) = await bench.AddAsync(second, Changed(how));
        await bench.WorkAsync();
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        var asked = (await teacher.GetPageAsync($"/reviews/{entry}")).One("#alike");
        Assert.Contains("Dimas Saputra", asked.TextContent, StringComparison.Ordinal);
        Assert.Contains(how == "as it is" ? "Foto ini juga ada di" : "Foto yang tampak hampir sama", asked.TextContent, StringComparison.Ordinal);
        Assert.Contains("Apakah ini karya yang sama?", asked.TextContent, StringComparison.Ordinal);

        var both = await teacher.GetPageAsync(asked.QuerySelector("a")!.GetAttribute("href")!);
        var pictures = both.Document.QuerySelectorAll("main figure img").Select(i => i.GetAttribute("src")!).ToList();
        Assert.Equal($"/reviews/{entry}/alike/{earlier}", pictures[1]);
        foreach (var picture in pictures)
        {
            var seen = await teacher.GetAsync(picture);
            Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (seen.Status, seen.MediaType));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/evidence/{earlier}")).Status);
    }

    [Theory, Engines]
    public async Task Two_pictures_of_one_other_work_are_one_question_and_are_both_shown(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var school = bench.School;
        List<Guid> entries = [];
        foreach (var student in new[] { await school.StudentAsync("Dimas Saputra"), await school.StudentAsync("Bagus Prasetyo") })
        {
            using var owner = await school.SignInAsync(student);
            var id = await school.EntryAsync(student, handedIn: false);
            await owner.SubmitAsync(await owner.GetPageAsync($"/entries/{id}/edit"), EditTests.Form, [("Do", "submit")], [new Upload("Files", "satu.jpg", "image/jpeg", Weld), new Upload("Files", "dua.jpg", "image/jpeg", Others)]);
            entries.Add(id);
        }
        await bench.WorkAsync();
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        var asked = (await teacher.GetPageAsync($"/reviews/{entries[1]}")).One("#alike");

        Assert.Equal(2, asked.QuerySelectorAll("p").Length);
        Assert.Contains("(2)", asked.QuerySelector("a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, (await teacher.GetPageAsync($"/reviews/{entries[1]}/alike")).Document.QuerySelectorAll("main figure img").Length);
    }

    [Theory, Engines]
    public async Task Other_pictures_other_schools_own_older_works_and_drafts_are_no_question(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var (bench, elsewhere) = (await FileBench.OpenAsync(app), await FileBench.OpenAsync(app));
        var school = bench.School;
        var (student, classmate) = (await school.StudentAsync(), await school.StudentAsync("Dimas Saputra"));
        await elsewhere.AddAsync(await elsewhere.School.StudentAsync(), Weld);
        await elsewhere.AddAsync(await elsewhere.School.StudentAsync(), Changed("scaled"));
        await bench.AddAsync(student, Weld);
        await bench.AddAsync(student, Changed("packed anew"));
        var (_, other) = await bench.AddAsync(classmate, Others);
        await bench.AddAsync(classmate, Weld, handedIn: false);
        await bench.AddAsync(classmate, Changed("scaled"), handedIn: false);
        var (entry, _) = await bench.AddAsync(student, Weld);
        await bench.WorkAsync();
        using var teacher = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Welding));

        Assert.Null((await teacher.GetPageAsync($"/reviews/{entry}")).Document.QuerySelector("#alike"));
        Assert.Contains("Tidak ada yang mirip", (await teacher.GetPageAsync($"/reviews/{entry}/alike")).One(".lead").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/reviews/{entry}/alike/{other}")).Status);
        var hash = KeptSchool.Hash(Others);
        Assert.False(await school.FromDbAsync(db => db.Resemblances.AnyAsync(r => r.Sha256 == hash || r.OtherSha256 == hash)));
    }

    [Theory, Engines]
    public async Task Nobody_but_staff_who_may_review_the_work_sees_anything_of_it(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var bench = await FileBench.OpenAsync(app);
        var school = bench.School;
        var (first, second) = (await school.StudentAsync("Dimas Saputra"), await school.StudentAsync());
        var (_, earlier) = await bench.AddAsync(first, Weld);
        var (entry, _) = await bench.AddAsync(second, Weld);
        await bench.WorkAsync();
        using var student = await school.SignInAsync(second);
        using var colleague = await school.SignInAsync(await school.StaffAsync(Role.Teacher, reach: school.Culinary));
        using var stranger = app.NewClient();

        Assert.DoesNotContain("Dimas Saputra", (await student.GetPageAsync($"/entries/{entry}")).One("main").TextContent, StringComparison.Ordinal);
        foreach (var path in new[] { $"/reviews/{entry}/alike", $"/reviews/{entry}/alike/{earlier}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(path)).Status);
            using var asStudent = await student.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
            using var unknown = await stranger.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.OK, asStudent.StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, unknown.StatusCode);
        }
    }

    internal static byte[] Changed(string how)
    {
        if (how == "as it is")
        {
            return Weld;
        }
        using var whole = SKBitmap.Decode(Weld);
        using var other = how == "scaled" ? whole.Resize(new SKSizeI(whole.Width / 2, whole.Height / 2), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)) : whole.Copy();
        using var pixels = other.PeekPixels();
        using var file = pixels.Encode(new SKJpegEncoderOptions(how == "scaled" ? 85 : 40));
        return file!.ToArray();
    }
}
