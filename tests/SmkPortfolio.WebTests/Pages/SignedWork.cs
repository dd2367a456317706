using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Sharing;
using SmkPortfolio.WebTests.Hosting;
using SignIn = SmkPortfolio.Data.Account;

namespace SmkPortfolio.WebTests.Pages;

/// <summary>A school of its own on a site: one student with a project that a teacher endorsed and one that nobody did.</summary>
internal sealed class SignedWork
{
    private readonly WebApp app;

    private SignedWork(WebApp app) => this.app = app;

    public WebApp App => app;

    public static readonly byte[] Picture = [0xFF, 0xD8, .. RandomNumberGenerator.GetBytes(3000), 0xFF, 0xD9];

    public static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(500)];

    public string Npsn { get; } = RandomNumberGenerator.GetInt32(10_000_000, 99_000_000).ToString(CultureInfo.InvariantCulture);

    public Guid SchoolId { get; } = Guid.CreateVersion7();

    public Guid StudentId { get; } = Guid.CreateVersion7();

    public Guid TeacherId { get; } = Guid.CreateVersion7();

    public Guid EntryId { get; } = Guid.CreateVersion7();

    public Guid PictureId { get; } = Guid.CreateVersion7();

    public Guid RevisionId { get; } = Guid.CreateVersion7();

    public static async Task<SignedWork> ArrangeAsync(WebApp app, int age = 19)
    {
        var work = new SignedWork(app);
        await work.InAsync(async (db, services) =>
        {
            var now = app.Clock.GetUtcNow().UtcDateTime;
            var school = School.Open(work.SchoolId, work.Npsn, "SMK Uji Tautan", "Jalan Uji 1", "Semarang", "Jawa Tengah", "Asia/Jakarta");
            var year = AcademicYear.Of(work.SchoolId, Guid.CreateVersion7(), 2026);
            var group = ClassGroup.Of(work.SchoolId, Guid.CreateVersion7(), year.Id, "XII LAS 1", 12, "1.2.3", "Teknik Pengelasan");
            var student = Person.Student(work.StudentId, "Dewi Lestari Anggraini", RandomNumberGenerator.GetInt32(1_000_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture), "Semarang", school.Today(now).AddYears(-age));
            db.AddRange(school, year, group, student, Person.Of(work.TeacherId, "Ratna Wulandari, S.Pd."));
            db.Memberships.Add(Membership.OfStudent(work.SchoolId, Guid.CreateVersion7(), student.Id, group.Id, "1234", new DateOnly(2024, 7, 15)));
            db.Reaches.Add(Reach.ToClass(work.SchoolId, Guid.CreateVersion7(), work.TeacherId, group.Id));
            db.Memberships.Add(Membership.OfStaff(work.SchoolId, Guid.CreateVersion7(), work.TeacherId, Role.Teacher, new DateOnly(2020, 7, 1)));
            var portfolio = Domain.Portfolios.Portfolio.Of(work.SchoolId, Guid.CreateVersion7(), student.Id, now);
            portfolio.Write(new Bilingual("Juru las muda", "Young welder"), Bilingual.Empty, [new Bilingual("SMAW 3G")], new Domain.Portfolios.ContactDetails("dewi@contoh.example", "0812 0000 1111", "Jalan Rahasia 7", "Semarang"), 1, work.By(student.Id));
            db.Portfolios.Add(portfolio);
            await work.AddEntriesAsync(db, services.GetRequiredService<IBlobStore>(), now);
            await db.SaveChangesAsync();
            if (services.GetRequiredService<VirusScanner>().IsOn)
            {
                // Else the teacher could not endorse it.
                await ScannedAsync(db, await db.Evidence.SingleAsync(f => f.Id == work.PictureId), now);
            }
            var issuer = await services.GetRequiredService<KeyRing>().StaffAsync(school, work.TeacherId, "teacher", CancellationToken.None);
            var entry = await db.Entries.SingleAsync(e => e.Id == work.EntryId);
            var refusal = await services.GetRequiredService<Endorsing>().EndorseAsync(
                school, entry, work.RevisionId, new Endorser(issuer, "Ratna Wulandari, S.Pd.", EndorserRole.Teacher), work.By(work.TeacherId, "Saya melihat pengelasannya di bengkel."), CancellationToken.None);
            Assert.Null(refusal);
        });
        return work;
    }

    /// <summary>The virus scanner is switched on only now: it has seen nothing yet.</summary>
    public Task ForgetScansAsync() => InAsync((db, _) => db.StoredFiles.Where(f => f.SchoolId == SchoolId).ExecuteDeleteAsync());

    /// <summary>The virus scanner has found the picture clean.</summary>
    public Task PictureIsScannedAsync() => InAsync(async (db, _) => await ScannedAsync(db, await db.Evidence.SingleAsync(f => f.Id == PictureId), app.Clock.GetUtcNow().UtcDateTime));

    /// <summary>Works on the site's own services, across schools.</summary>
    public async Task InAsync(Func<AppDb, IServiceProvider, Task> work)
    {
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        await work(db, scope.ServiceProvider);
    }

    /// <summary>Makes a link to the portfolio and gives its token.</summary>
    /// <param name="paperId">Set for a link to one paper.</param>
    public async Task<string> ShareAsync(int days = 90, Guid? paperId = null)
    {
        var token = "";
        await InAsync(async (db, services) =>
        {
            (token, var hash, var kept) = services.GetRequiredService<ShareTokens>().Make();
            var (link, error) = ShareLink.Make(SchoolId, Guid.CreateVersion7(), StudentId, hash, kept, "PT Uji", paperId, days, 365, app.Clock.GetUtcNow().UtcDateTime);
            Assert.Null(error);
            db.ShareLinks.Add(link!);
            await db.SaveChangesAsync();
        });
        return token;
    }

    /// <summary>A guardian's consent for one purpose.</summary>
    public Task ConsentAsync(ConsentPurpose purpose) => InAsync(async (db, _) =>
    {
        var guardian = Person.Of(Guid.CreateVersion7(), "Sulastri");
        var guardianship = Guardianship.Of(SchoolId, Guid.CreateVersion7(), guardian.Id, StudentId, "ibu");
        db.AddRange(guardian, guardianship, Consent.Give(guardianship, Guid.CreateVersion7(), purpose, By(guardian.Id)));
        await db.SaveChangesAsync();
    });

    /// <summary>A paper's row over the endorsed entry, with a file that is no real paper.</summary>
    public async Task<CvDocument> AddPaperAsync()
    {
        var line = await IssuedAsync();
        var id = Guid.CreateVersion7();
        var paper = CvDocument.Issue(
            SchoolId, id, StudentId, CvCode.From(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8))), "drh", "id", "Dewi Lestari Anggraini", false, "{}"u8.ToArray(),
            [CvLine.Of(SchoolId, id, 1, EntryId, EntryKind.Project, "Rak sepatu besi siku", Word.Teacher, line.Id)], app.Clock.GetUtcNow().UtcDateTime);
        await InAsync(async (db, services) =>
        {
            var stored = await services.GetRequiredService<IBlobStore>().PutAsync(SchoolId, new MemoryStream(Pdf), Pdf.Length, CancellationToken.None);
            paper.Sealed(stored.Sha256Hex, stored.Size, Guid.CreateVersion7());
            db.CvDocuments.Add(paper);
            await db.SaveChangesAsync();
        });
        return paper;
    }

    /// <summary>A real paper over the endorsed entry and the one that nobody endorsed, as the student prints it.</summary>
    public async Task<(CvDocument Paper, byte[] File)> PrintAsync()
    {
        CvDocument? paper = null;
        byte[] file = [];
        await InAsync(async (db, services) =>
        {
            var own = await db.Entries.Where(e => e.PersonId == StudentId && e.Id != EntryId && e.LastRevisionNumber > 0).Select(e => e.Id).SingleAsync();
            var order = new PaperOrder("id", [EntryId, own], Photo: false, BirthDate: true, Address: true, Contact: true);
            (paper, var error, var detail) = await services.GetRequiredService<Papers>().IssueAsync(SchoolId, StudentId, order, By(StudentId), CancellationToken.None);
            Assert.True(error is null, $"{error} {detail}");
            await using var stored = await services.GetRequiredService<IBlobStore>().OpenReadAsync(SchoolId, paper!.PdfSha256, CancellationToken.None);
            using var bytes = new MemoryStream();
            await stored!.CopyToAsync(bytes);
            file = bytes.ToArray();
        });
        return (paper!, file);
    }

    /// <summary>Lets a person sign in.</summary>
    public async Task<Browser> SignInAsync(Guid personId)
    {
        var name = $"{personId:N}@uji.example";
        await InAsync(async (_, services) =>
        {
            var made = await services.GetRequiredService<UserManager<SignIn>>().CreateAsync(new SignIn { Id = personId, UserName = name, Email = name }, Browser.DemoPassword);
            Assert.True(made.Succeeded, made.ToString());
        });
        return await app.SignedInAsync(name);
    }

    /// <summary>Another member of the staff, who teaches nobody here.</summary>
    public async Task<Guid> AddStaffAsync(Role role)
    {
        var person = Person.Of(Guid.CreateVersion7(), "Agus Setiawan, S.T.");
        await InAsync(async (db, _) =>
        {
            db.AddRange(person, Membership.OfStaff(SchoolId, Guid.CreateVersion7(), person.Id, role, new DateOnly(2020, 7, 1)));
            await db.SaveChangesAsync();
        });
        return person.Id;
    }

    /// <summary>The newest credential or endorsement as it was issued.</summary>
    public async Task<IssuedCredential> IssuedAsync(CredentialKind kind = CredentialKind.OpenBadge)
    {
        IssuedCredential? found = null;
        await InAsync(async (db, _) => found = await db.Credentials.AsNoTracking().Where(c => c.EntryId == EntryId && c.Kind == kind).OrderByDescending(c => c.Number).FirstAsync());
        return found!;
    }

    /// <summary>The teacher takes the endorsement back.</summary>
    public Task WithdrawAsync() => InAsync(async (db, services) =>
    {
        var school = await db.Schools.SingleAsync(s => s.Id == SchoolId);
        var entry = await db.Entries.SingleAsync(e => e.Id == EntryId);
        var endorsement = await db.Endorsements.SingleAsync(e => e.EntryId == EntryId);
        Assert.Null(await services.GetRequiredService<Endorsing>().WithdrawAsync(school, entry, endorsement, By(TeacherId, "Fotonya milik orang lain."), CancellationToken.None));
    });

    public Change By(Guid person, string? why = null) => new(person, app.Clock.GetUtcNow().UtcDateTime, why);

    private async Task AddEntriesAsync(AppDb db, IBlobStore blobs, DateTime now)
    {
        var stored = await blobs.PutAsync(SchoolId, new MemoryStream(Picture), Picture.Length, CancellationToken.None);
        var endorsed = Entry.Begin(SchoolId, EntryId, StudentId, Project("Rak sepatu besi siku", "Memotong dan mengelas rangka."), now);
        Assert.Null(endorsed.AddEvidence(PictureId, new EvidenceFile("rak.jpg", "image/jpeg", stored.Size, stored.Sha256Hex, 40, 30, "Sambungan sudut"), 20, By(StudentId)));
        HandIn(db, endorsed, RevisionId);
        var own = Entry.Begin(SchoolId, Guid.CreateVersion7(), StudentId, Project("Pagar teralis rumah", "Mengukur dan merakit."), now);
        HandIn(db, own, Guid.CreateVersion7());
        db.Entries.Add(Entry.Begin(SchoolId, Guid.CreateVersion7(), StudentId, Project("Masih draf", "Belum selesai."), now));
    }

    private void HandIn(AppDb db, Entry entry, Guid revisionId)
    {
        var (revision, errors) = entry.Submit(revisionId, RandomNumberGenerator.GetBytes(16), By(StudentId));
        Assert.Empty(errors);
        db.Entries.Add(entry);
        db.Revisions.Add(revision!);
    }

    private static ProjectDetail Project(string title, string done) => new() { Title = new Bilingual(title), Done = new Bilingual(done), Team = "Budi Santoso" };

    private static async Task ScannedAsync(AppDb db, Evidence picture, DateTime now)
    {
        await db.TouchFileAsync(picture.SchoolId, new EvidenceFile(picture.FileName, picture.MediaType, picture.Size, picture.Sha256, 4, 3), now, CancellationToken.None);
        (await db.StoredFiles.SingleAsync(f => f.SchoolId == picture.SchoolId && f.Sha256 == picture.Sha256)).Scanned(finding: null, now);
        await db.SaveChangesAsync();
    }
}
