using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages.Cvs;

/// <summary>What no check would read to its end is not issued.</summary>
public sealed class LimitTests(PageSites sites)
{
    [Theory, Engines]
    public async Task A_paper_with_more_lines_than_a_check_reads_is_refused_and_named(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        await work.InAsync(async (db, services) =>
        {
            var order = new List<Guid> { work.EntryId };
            for (var i = 1; i <= PaperLimits.Lines; i++) order.Add((await HandInAsync(work, db, i)).Entry.Id);

            Assert.Equal(Error.Invalid("too-many-lines", "entries", PaperLimits.Lines), await RefusalAsync(work, services, order));
            Assert.Null(await RefusalAsync(work, services, order.GetRange(0, 3)));
        });
    }

    [Theory, Engines]
    public async Task A_paper_that_needs_more_status_lists_than_a_check_reads_is_refused_and_named(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        await work.InAsync(async (db, services) =>
        {
            var school = await db.Schools.SingleAsync(s => s.Id == work.SchoolId);
            List<Guid> order = [];
            // The school's own list is one of them.
            for (var i = 1; i < PaperLimits.StatusLists; i++)
            {
                var (entry, revision) = await HandInAsync(work, db, i);
                Assert.Null(await EndorseAsync(work, services, school, entry, revision.Id, i));
                order.Add(entry.Id);
            }

            Assert.Equal(Error.Invalid("too-many-endorsers", "entries", PaperLimits.StatusLists - 1), await RefusalAsync(work, services, order));
            Assert.Null(await RefusalAsync(work, services, order.GetRange(0, order.Count - 1)));
        });
    }

    [Theory, Engines]
    public async Task A_revision_takes_no_more_endorsements_than_a_check_reads(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        await work.InAsync(async (db, services) =>
        {
            var school = await db.Schools.SingleAsync(s => s.Id == work.SchoolId);
            var (entry, revision) = await HandInAsync(work, db, 1);
            for (var i = 1; i < Endorsing.MostEndorsements; i++)
            {
                var (given, refusal) = Endorsement.Give(entry, Guid.CreateVersion7(), revision.Id, Guid.CreateVersion7(), "Guru Uji", EndorserRole.Teacher, [], work.By(Guid.CreateVersion7(), "Saya melihatnya."));
                Assert.Null(refusal);
                db.Endorsements.Add(given!);
            }
            await db.SaveChangesAsync();

            Assert.Null(await EndorseAsync(work, services, school, entry, revision.Id, 1));
            Assert.Equal(new Error(ErrorKind.Conflict, "too-many-endorsements", Limit: 50), await EndorseAsync(work, services, school, entry, revision.Id, 2));
        });
    }

    private static async Task<(Entry Entry, Revision Revision)> HandInAsync(SignedWork work, AppDb db, int number)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Rangka besi {number}");
        var entry = Entry.Begin(work.SchoolId, Guid.CreateVersion7(), work.StudentId, new ProjectDetail { Title = new Bilingual(title), Done = new Bilingual("Memotong dan mengelas.") }, work.By(work.StudentId).At);
        var (revision, errors) = entry.Submit(Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(16), work.By(work.StudentId));
        Assert.Empty(errors);
        db.AddRange(entry, revision!);
        await db.SaveChangesAsync();
        return (entry, revision!);
    }

    private static async Task<Error?> EndorseAsync(SignedWork work, IServiceProvider services, School school, Entry entry, Guid revisionId, int number)
    {
        var db = services.GetRequiredService<AppDb>();
        var teacher = Person.Of(Guid.CreateVersion7(), string.Create(CultureInfo.InvariantCulture, $"Guru Uji {number}"));
        db.AddRange(teacher, Membership.OfStaff(work.SchoolId, Guid.CreateVersion7(), teacher.Id, Role.Teacher, new DateOnly(2020, 7, 1)));
        await db.SaveChangesAsync();
        var issuer = await services.GetRequiredService<KeyRing>().StaffAsync(school, teacher.Id, "teacher", CancellationToken.None);
        return await services.GetRequiredService<Endorsing>().EndorseAsync(school, entry, revisionId, new Endorser(issuer, teacher.Name, EndorserRole.Teacher), work.By(teacher.Id, "Saya melihatnya."), CancellationToken.None);
    }

    private static async Task<Error?> RefusalAsync(SignedWork work, IServiceProvider services, IReadOnlyList<Guid> order) =>
        (await services.GetRequiredService<Papers>().IssueAsync(work.SchoolId, work.StudentId, new PaperOrder("id", order, Photo: false, BirthDate: false, Address: false, Contact: false), work.By(work.StudentId), CancellationToken.None)).Error;
}
