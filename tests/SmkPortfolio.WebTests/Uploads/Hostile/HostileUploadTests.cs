using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Data.EvidenceFiles;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Pages.Entries;
using SmkPortfolio.WebTests.Texts;

namespace SmkPortfolio.WebTests.Uploads.Hostile;

/// <summary>Every hostile file goes through the real form of a real site: all on SQLite and disk, one of each class on PostgreSQL and Azurite.</summary>
public sealed partial class HostileUploadTests
{
    private const int Fewest = 200;

    private static readonly Regex[] Sentences =
        [.. PageText.Resources["src/SmkPortfolio.Web/Wording/ErrorWords.id.resx"].Values.Select(v => new Regex("^" + Placeholder().Replace(Regex.Escape(v), ".+") + "$", RegexOptions.CultureInvariant))];

    [Fact]
    public void There_are_enough_of_them_and_no_two_are_the_same()
    {
        Assert.True(HostileFiles.All.Count >= Fewest, $"{HostileFiles.All.Count} files");
        Assert.Equal(HostileFiles.All.Count, HostileFiles.All.Select(f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(f.Content))).Distinct().Count());
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', HostileFiles.All.GroupBy(f => f.Class).Select(c => $"{c.Count(),4}  {c.Key}").Append($"{HostileFiles.All.Count,4}  in all")));
    }

    [Theory, Engines]
    public async Task A_hostile_file_is_refused_by_name_and_reason_and_leaves_nothing(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        // At its first start it looks for tables that are not there yet.
        var faults = app.Faults.Count;
        var school = await TestSchool.OpenAsync(app);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);
        var page = await browser.GetPageAsync($"/entries/{entry}/edit");
        List<string> wrong = [];
        var number = 0;

        foreach (var file in engine == Engine.Sqlite ? HostileFiles.All : HostileFiles.All.DistinctBy(f => f.Class))
        {
            var title = $"Judul {++number}";
            page = await browser.SubmitAsync(page, EditTests.Form, [("f.title", title)], [new Upload("Files", file.Name, "image/jpeg", file.Content)]);
            if (page.Status != HttpStatusCode.BadRequest)
            {
                wrong.Add($"{file} answered {(int)page.Status}");
                page = await browser.GetPageAsync($"/entries/{entry}/edit");
                continue;
            }
            var sentence = page.FieldErrors()["Files"].SingleOrDefault() ?? "";
            var named = sentence.IndexOf(file.Name + ": ", StringComparison.Ordinal);
            var reason = named < 0 ? "" : sentence[(named + file.Name.Length + 2)..];
            // Of an archive, with the file in it.
            if (!Sentences.Any(s => s.IsMatch(reason) || (reason.Contains(" – ", StringComparison.Ordinal) && s.IsMatch(reason[(reason.IndexOf(" – ", StringComparison.Ordinal) + 3)..]))))
            {
                wrong.Add($"{file} is answered by \"{sentence}\"");
            }
            if (page.Text.Contains("Exception", StringComparison.Ordinal) || page.Text.Contains("   at ", StringComparison.Ordinal))
            {
                wrong.Add($"{file} shows where the program stood");
            }
            if (EditTests.Value(page, "f.title") != title)
            {
                wrong.Add($"{file} cost the text");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal($"Judul {number}", (await school.EntryNowAsync(entry)).Title);
        Assert.Equal(0, await school.FromDbAsync(db => db.Evidence.IgnoreQueryFilters().CountAsync(f => f.SchoolId == school.School.Id)));
        Assert.Equal(0, await KeptAsync(school));
        Assert.Empty(app.Faults.Skip(faults));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/entries")).Status);
    }

    /// <summary>Name as it came, name as it is kept, a part of what is said.</summary>
    private static readonly (string Given, string Kept, string Said)[] Names =
    [
        ("foto.jpg.exe", "foto.jpg", "Akhiran namanya"), ("foto.exe.jpg", "foto.jpg", "Akhiran namanya"), ("a.pdf.html", "a.jpg", "Akhiran namanya"), ("skrip.js", "skrip.jpg", "Akhiran namanya"),
        ("tugas.docm", "tugas.jpg", "Akhiran namanya"), ("foto.jpg.lnk.scr", "foto.jpg", "Akhiran namanya"), ("foto", "foto.jpg", "Akhiran namanya"), ("gambar.svg", "gambar.jpg", "Akhiran namanya"),
        ("../../etc/passwd.jpg", "passwd.jpg", "Nama folder"), ("C:\\Users\\budi\\foto.jpg", "foto.jpg", "Nama folder"), ("/var/www/a.php.jpg", "a.jpg", "Nama folder"),
        ("\u202Egpj.exe", "gpj.jpg", "Karakter tersembunyi"), ("foto\u200B.jpg", "foto.jpg", "Karakter tersembunyi"), ("foto\u2066gpj.jpg", "fotogpj.jpg", "Karakter tersembunyi"),
        ("CON.jpg", "_CON.jpg", ""), ("<script>.jpg", "script.jpg", ""), (new string('n', 300) + ".jpg", new string('n', 116) + ".jpg", ""), ("a\u009Fb.jpg", "ab.jpg", "Karakter tersembunyi"),
    ];

    [Theory, Engines]
    public async Task A_hostile_name_is_made_harmless_and_its_owner_is_told(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        // At its first start it looks for tables that are not there yet.
        var faults = app.Faults.Count;
        var school = await TestSchool.OpenAsync(app);
        var student = await school.StudentAsync();
        var entry = await school.EntryAsync(student, handedIn: false);
        using var browser = await school.SignInAsync(student);

        foreach (var (given, kept, said) in Names)
        {
            var page = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{entry}/edit"), EditTests.Form, [], [new Upload("Files", given, "image/jpeg", Fixtures.Read("bare.jpg"))]);

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(kept, (await school.EntryNowAsync(entry)).Evidence[^1].FileName);
            Assert.Contains(said.Length == 0 ? "Tersimpan." : $"{kept}: {said}", page.One(".notice.success").TextContent, StringComparison.Ordinal);
        }

        Assert.Empty(app.Faults.Skip(faults));
        Assert.Equal(1, await KeptAsync(school));
    }

    [Theory, Engines]
    public async Task A_zip_is_taken_with_a_project_and_not_with_a_certificate(string engine)
    {
        await using var app = await WebApps.EmptyAsync(engine);
        var school = await TestSchool.OpenAsync(app);
        var student = await school.StudentAsync();
        var project = await school.EntryAsync(student, handedIn: false);
        var certificate = await school.EntryAsync(student, TestSchool.Certificate(), handedIn: false);
        using var browser = await school.SignInAsync(student);
        var zip = new Upload("Files", "berkas.zip", "application/zip", PackageFiles.Zip(("foto.jpg", Fixtures.Read("bare.jpg")), ("denah.pdf", PdfFiles.Plain)));

        var taken = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{project}/edit"), EditTests.Form, [], [zip]);
        var refused = await browser.SubmitAsync(await browser.GetPageAsync($"/entries/{certificate}/edit"), EditTests.Form, [], [zip]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (taken.Status, refused.Status));
        Assert.Equal("application/zip", (await school.EntryNowAsync(project)).Evidence.Single().MediaType);
        Assert.Contains("berkas.zip: ZIP hanya diterima", refused.FieldErrors()["Files"].Single(), StringComparison.Ordinal);
        Assert.Empty((await school.EntryNowAsync(certificate)).Evidence);
    }

    /// <summary>How many files the store holds for a school: on disk counted, on Azure those whose content was sent asked for.</summary>
    private static async Task<int> KeptAsync(TestSchool school)
    {
        if (school.App.Engine == Engine.Sqlite)
        {
            return Directory.EnumerateFiles(school.App.StorageRoot, "*", SearchOption.AllDirectories).Count(f => f.Contains(school.School.Id.ToString(), StringComparison.OrdinalIgnoreCase));
        }
        await using var scope = school.App.NewScope();
        var blobs = scope.ServiceProvider.GetRequiredService<IBlobStore>();
        var kept = 0;
        foreach (var content in HostileFiles.All.Select(f => f.Content).Append(Fixtures.Read("bare.jpg")))
        {
            var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
            kept += await blobs.ExistsAsync(school.School.Id, digest, TestContext.Current.CancellationToken) ? 1 : 0;
        }
        return kept;
    }

    [GeneratedRegex(@"\\\{\d\}")]
    private static partial Regex Placeholder();
}
