using SmkPortfolio.BrowserTests.Browsing;
using SmkPortfolio.BrowserTests.Hosting;

namespace SmkPortfolio.BrowserTests.Journeys;

/// <summary>The main job, end to end, on a phone: from an entry with a photo to a paper that a stranger checks, and its withdrawal.</summary>
public sealed class MainJourneyTests(Chromium chromium, Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_students_entry_to_a_paper_that_a_stranger_checks(bool script)
    {
        var folder = Directory.CreateTempSubdirectory("smk-paper-");
        await using var studentWindow = await chromium.VisitAsync(site.Origin, script: script);
        await using var teacherWindow = await chromium.VisitAsync(site.Origin, script: script);
        await using var strangerWindow = await chromium.VisitAsync(site.Origin, script: script);
        var student = new Student(studentWindow);
        var teacher = new Teacher(teacherWindow);
        var stranger = new Stranger(strangerWindow, site, script);
        try
        {
            await student.SignInAsync();
            await teacher.SignInAsync();

            var title = script ? "Rak las untuk bengkel" : "Rak las untuk gudang";
            var entry = await student.WriteEntryAsync(title, "Mengukur, memotong dan mengelas rangka rak dari besi siku.");
            await student.HandInAsync(entry);
            await teacher.SendBackAsync(entry, "Tulis hasilnya: berapa beban yang kuat ditahan?");
            await student.MendAsync(entry, "Rak menahan 120 kg selama dua minggu tanpa melengkung.");
            await teacher.EndorseAsync(entry, "Saya melihat rak ini dibuat dan diuji di bengkel.");
            var (code, pdf) = await student.IssueCvAsync(entry, folder.FullName);

            Assert.Equal("genuine-current", await stranger.CheckCodeAsync(code));
            Assert.Contains(title, await strangerWindow.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
            Assert.Equal("genuine-current", await stranger.CheckFileAsync(pdf));
            Assert.Equal("genuine-current", await stranger.CheckQrAsync(pdf));
            await JudgeAsync(pdf, title);

            await teacher.WithdrawAsync(entry, "Rak itu ternyata buatan orang lain.");

            Assert.Equal("genuine-withdrawn", await stranger.CheckCodeAsync(code));
            Assert.Equal("genuine-withdrawn", await stranger.CheckFileAsync(pdf));
            Assert.Equal("genuine-withdrawn", await stranger.CheckQrAsync(pdf));
            Visitor.Expect(studentWindow.Complaints.Concat(teacherWindow.Complaints).Concat(strangerWindow.Complaints));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Somebody else's programs say that the paper is right.</summary>
    private static async Task JudgeAsync(string pdf, string title)
    {
        var signature = await PaperTool.RunAsync("pdfsig", "-nocert", pdf);
        Assert.Contains("Signature is Valid", signature, StringComparison.Ordinal);
        Assert.Contains("Total document signed", signature, StringComparison.Ordinal);
        await PaperTool.RunAsync("qpdf", "--check", pdf);
        var fonts = (await PaperTool.RunAsync("pdffonts", pdf)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", font));
        Assert.Contains("credential.json", await PaperTool.RunAsync("pdfdetach", "-list", pdf), StringComparison.Ordinal);
        Assert.Matches(@"Tagged:\s+yes", await PaperTool.RunAsync("pdfinfo", pdf));
        Assert.Contains(title, await PaperTool.RunAsync("pdftotext", pdf, "-"), StringComparison.Ordinal);
    }
}
