using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.WebTests.Pages.Verify;

/// <summary>A paper with as many confirmed lines as a good CV has, by two teachers, each with an own status list.</summary>
internal static class LongPaper
{
    public const int Lines = 9;

    public static async Task<(CvDocument Paper, byte[] File)> IssueAsync(SignedWork work)
    {
        CvDocument? paper = null;
        byte[] file = [];
        await work.InAsync(async (db, services) =>
        {
            var school = await db.Schools.SingleAsync(s => s.Id == work.SchoolId);
            var other = Person.Of(Guid.CreateVersion7(), "Agus Setiawan, S.T.");
            db.AddRange(other, Membership.OfStaff(work.SchoolId, Guid.CreateVersion7(), other.Id, Role.Teacher, new DateOnly(2020, 7, 1)));
            List<Guid> order = [work.EntryId];
            for (var i = 1; i < Lines; i++)
            {
                var title = string.Create(CultureInfo.InvariantCulture, $"Rangka besi {i}");
                var entry = Entry.Begin(work.SchoolId, Guid.CreateVersion7(), work.StudentId, new ProjectDetail { Title = new Bilingual(title), Done = new Bilingual("Memotong dan mengelas.") }, work.By(work.StudentId).At);
                var (revision, errors) = entry.Submit(Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(16), work.By(work.StudentId));
                Assert.Empty(errors);
                db.AddRange(entry, revision!);
                await db.SaveChangesAsync();
                var teacher = i % 2 == 0 ? other.Id : work.TeacherId;
                var issuer = await services.GetRequiredService<KeyRing>().StaffAsync(school, teacher, "teacher", CancellationToken.None);
                Assert.Null(await services.GetRequiredService<Endorsing>().EndorseAsync(school, entry, revision!.Id, new Endorser(issuer, "Guru Uji", EndorserRole.Teacher), work.By(teacher, "Saya melihatnya."), CancellationToken.None));
                order.Add(entry.Id);
            }
            (paper, var error, var detail) = await services.GetRequiredService<Papers>()
                .IssueAsync(work.SchoolId, work.StudentId, new PaperOrder("id", order, Photo: false, BirthDate: true, Address: false, Contact: false), work.By(work.StudentId), CancellationToken.None);
            Assert.True(error is null, $"{error} {detail}");
            await using var stored = await services.GetRequiredService<IBlobStore>().OpenReadAsync(work.SchoolId, paper!.PdfSha256, CancellationToken.None);
            using var bytes = new MemoryStream();
            await stored!.CopyToAsync(bytes);
            file = bytes.ToArray();
        });
        return (paper!, file);
    }
}
