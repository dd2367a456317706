using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Keeping;
using SmkPortfolio.WebTests.Pages;
using SmkPortfolio.WebTests.Pictures;

namespace SmkPortfolio.WebTests.Derived;

/// <summary>Files on entries of a school, put there as the program does it, and the work on them.</summary>
internal sealed class FileBench(TestSchool school)
{
    public TestSchool School => school;
    public WebApp App => school.App;
    public Guid Id => school.School.Id;

    public static async Task<FileBench> OpenAsync(WebApp app) => new(await TestSchool.OpenAsync(app));

    /// <summary>A picture of coloured squares, another for each seed.</summary>
    public static byte[] Picture(int seed = 1, int width = 1000, int height = 600) =>
        DrawnJpeg.Make(width, height, (x, y) => [(byte)(128 + 90 * Math.Sin(x * seed * 0.09 + seed) * Math.Cos(y * (seed % 5 + 1) * 0.07 + seed * 2)), 128, 128]);

    /// <summary>A file on a new entry of this student.</summary>
    /// <param name="student">Whose it is.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="mediaType">As the intake found it.</param>
    /// <param name="handedIn">Into the queue of its reviewers.</param>
    /// <param name="stored">False loses the bytes.</param>
    /// <param name="leased">Somebody who died had begun to work on it.</param>
    public async Task<(Guid Entry, Guid File)> AddAsync(TestPerson student, byte[] content, string mediaType = "image/jpeg", bool handedIn = true, bool stored = true, bool leased = false)
    {
        var entryId = await school.EntryAsync(student, handedIn: false);
        var fileId = Guid.CreateVersion7();
        await using var scope = App.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<SmkPortfolio.Data.AppDb>();
        db.Scope.SeeAllSchools();
        var file = new EvidenceFile("foto" + (mediaType == "application/pdf" ? ".pdf" : mediaType == "image/heic" ? ".heic" : ".jpg"), mediaType, content.Length, KeptSchool.Hash(content), 4, 3);
        await db.TouchFileAsync(Id, file, school.Now, CancellationToken.None);
        if (stored)
        {
            await scope.ServiceProvider.GetRequiredService<IBlobStore>().PutAsync(Id, new MemoryStream(content), content.Length, CancellationToken.None);
        }
        if (leased)
        {
            Assert.True((await db.StoredFiles.SingleAsync(f => f.SchoolId == Id && f.Sha256 == file.Sha256)).Claim(school.Now, FileWork.Lease));
            await db.SaveChangesAsync();
        }
        var entry = await db.Entries.SingleAsync(e => e.Id == entryId);
        var change = new Change(student.Id, school.Now);
        Assert.Null(entry.AddEvidence(fileId, file, 20, change));
        if (handedIn)
        {
            var (revision, errors) = entry.Submit(Guid.CreateVersion7(), new byte[16], change);
            Assert.Empty(errors);
            db.Revisions.Add(revision!);
        }
        await db.SaveChangesAsync();
        return (entryId, fileId);
    }

    /// <summary>Works off what is due at the clock's time.</summary>
    public Task WorkAsync() => App.Services.GetRequiredService<FileWork>().RunAsync(TestContext.Current.CancellationToken);

    public Task<StoredFile> RowAsync(byte[] content)
    {
        var hash = KeptSchool.Hash(content);
        return school.FromDbAsync(db => db.StoredFiles.AsNoTracking().SingleAsync(f => f.SchoolId == Id && f.Sha256 == hash));
    }

    /// <summary>The names of the smaller pictures of a content.</summary>
    public async Task<string> FormsAsync(byte[] content)
    {
        var hash = KeptSchool.Hash(content);
        return string.Join(' ', await school.FromDbAsync(db => db.Derivatives.Where(d => d.SchoolId == Id && d.SourceSha256 == hash).Select(d => d.Form).Order().ToListAsync()));
    }
}
