using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Batches;

/// <summary>Seals with a time stamp by an authority, and what happens when it gives none.</summary>
public sealed class StampTests
{
    [Theory, Engines]
    public async Task With_an_authority_seals_are_stamped_and_other_peoples_programs_and_ours_call_them_sound(string engine)
    {
        await using var authority = await StampingAuthority.StartAsync();
        await using var app = await WebApps.EmptyAsync(engine, settings: new KeyValuePair<string, string>("Seal:TimestampUrl", authority.Url));
        var (school, batch) = await PrintAsync(app, "Ayu Lestari");

        var paper = Assert.Single(await school.PapersAsync());
        var file = await FileAsync(school, paper);
        var seen = await PdfsigAsync(file);

        Assert.Equal(("B-T", 1), (paper.SealLevel, authority.Asked));
        Assert.Contains("Signature is Valid", seen, StringComparison.Ordinal);
        Assert.Contains("Total document signed", seen, StringComparison.Ordinal);
        Assert.Equal("genuine-current", (await app.JudgeAsync(file)).Verdict);
        using var office = await school.School.SignInAsync(school.Office);
        Assert.DoesNotContain("tidak bercap waktu", (await office.GetPageAsync($"/batches/{batch.Id}")).Text, StringComparison.Ordinal);
        using var student = await school.School.SignInAsync(school.Students[0]);
        Assert.Contains("dengan cap waktu dari Otoritas Cap Waktu Uji", (await student.GetPageAsync($"/cvs/{paper.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("dengan cap waktu", (await student.GetPageAsync("/cvs")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [Engines(false)]
    [Engines(true)]
    public async Task Nonsense_or_the_stamp_of_another_seal_is_not_taken_and_the_paper_says_that_it_has_none(string engine, bool another)
    {
        await using var authority = await StampingAuthority.StartAsync();
        await using var app = await WebApps.EmptyAsync(engine, settings: new KeyValuePair<string, string>("Seal:TimestampUrl", authority.Url));
        await PrintAsync(app, "Ayu Lestari");
        authority.Confuses = another;
        authority.Instead = another ? null : Encoding.ASCII.GetBytes("<html>Not here</html>");

        var (school, batch) = await PrintAsync(app, "Bagus Prasetyo");

        var paper = Assert.Single(await school.PapersAsync());
        Assert.Equal(("B-B", 2), (paper.SealLevel, authority.Asked));
        Assert.Equal("genuine-current", (await app.JudgeAsync(await FileAsync(school, paper))).Verdict);
        using var office = await school.School.SignInAsync(school.Office);
        Assert.Contains("1 kertas tidak bercap waktu", (await office.GetPageAsync($"/batches/{batch.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_is_away_holds_up_one_paper_and_not_all_of_them()
    {
        string url;
        await using (var gone = await StampingAuthority.StartAsync())
        {
            url = gone.Url;
        }
        await using var app = await WebApps.EmptyAsync(Engine.Sqlite, settings: new KeyValuePair<string, string>("Seal:TimestampUrl", url));

        var (school, _) = await PrintAsync(app, "Ayu Lestari", "Bagus Prasetyo", "Citra Dewi");

        Assert.All(await school.PapersAsync(), p => Assert.Equal("B-B", p.SealLevel));
        Assert.Equal(3, (await school.PapersAsync()).Count);
    }

    private static async Task<(ClassOfStudents School, PaperBatch Batch)> PrintAsync(WebApp app, params string[] names)
    {
        var school = await ClassOfStudents.OpenAsync(await TestSchool.OpenAsync(app), names);
        var batch = await school.OrderAsync();
        await school.Work.RunAsync(CancellationToken.None);
        return (school, batch);
    }

    private static async Task<byte[]> FileAsync(ClassOfStudents school, CvDocument paper)
    {
        using var bytes = new MemoryStream();
        await school.InAsync(async services =>
        {
            await using var stored = await services.GetRequiredService<IBlobStore>().OpenReadAsync(paper.SchoolId, paper.PdfSha256, CancellationToken.None);
            await stored!.CopyToAsync(bytes);
        });
        return bytes.ToArray();
    }

    private static async Task<string> PdfsigAsync(byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("smk-stamp-").FullName;
        try
        {
            var path = Path.Combine(folder, "paper.pdf");
            await File.WriteAllBytesAsync(path, file);
            using var process = Process.Start(new ProcessStartInfo("pdfsig", [path]) { RedirectStandardOutput = true })!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return said;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
