using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Tests;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Golden;

/// <summary>A tiny school with one student whose work stands on every step of the ladder, issued and sealed the way pages do it.</summary>
internal sealed class GoldenSchool
{
    private const string Picture = "scene-welding-bead-1.jpg";
    private const string Portrait = "portrait-02.jpg";

    private readonly TestSchool school;
    private readonly List<Guid> printed = [];

    private GoldenSchool(TestSchool school, TestPerson student)
    {
        this.school = school;
        Student = student;
    }

    public TestPerson Student { get; }

    /// <summary>Work that was endorsed, seen through, withdrawn and has run out; nothing printed yet.</summary>
    public static async Task<GoldenSchool> OpenAsync(WebApp app)
    {
        var school = await TestSchool.OpenAsync(app);
        var made = new GoldenSchool(school, await school.StudentAsync("Ayu Lestari Handayani"));
        await made.FillPortfolioAsync();
        var teacher = await school.StaffAsync(Role.Teacher, reach: school.Welding);
        var checker = await school.StaffAsync(Role.Bkk, "Hendra Saputra, S.T.");
        var confirmer = await school.StaffAsync(Role.Operator, "Maria Simanjuntak, S.Kom.");
        var project = await made.HandInAsync(TestSchool.Project(), Picture);
        var internship = await made.HandInAsync(TestSchool.Internship());
        var certificate = await made.HandInAsync(TestSchool.Certificate());
        var running = await made.HandInAsync(TestSchool.Certificate("Juru las GMAW 1F") with { ValidUntil = DateOnly.FromDateTime(school.Now.AddDays(1)) });
        var doubtful = await made.HandInAsync(TestSchool.Project("Pagar teralis rumah"));
        made.printed.AddRange([project, internship, certificate, await made.HandInAsync(TestSchool.Project("Rak bunga dari sisa besi"))]);
        await made.EndorseAsync(project, teacher, EndorserRole.Teacher);
        await made.EndorseByMentorAsync(internship);
        foreach (var entry in new[] { certificate, running })
        {
            await made.EndorseAsync(entry, checker, EndorserRole.Checker);
            await made.EndorseAsync(entry, confirmer, EndorserRole.Confirmer);
        }
        await made.EndorseAsync(doubtful, teacher, EndorserRole.Teacher);
        await made.WithdrawAsync(doubtful, teacher);
        return made;
    }

    public Task<(CvDocument Paper, byte[] File)> PrintAsync(string format, string language) => InAsync(async (db, services) =>
    {
        var order = new PaperOrder(language, printed, Photo: language != "en", BirthDate: true, Address: true, Contact: true) { Format = format };
        var (paper, error, detail) = await services.GetRequiredService<Papers>().IssueAsync(school.School.Id, Student.Id, order, By(Student.Id), CancellationToken.None);
        Assert.True(error is null, $"{error} {detail}");
        await using var stored = await services.GetRequiredService<IBlobStore>().OpenReadAsync(school.School.Id, paper!.PdfSha256, CancellationToken.None);
        using var file = new MemoryStream();
        await stored!.CopyToAsync(file);
        return (paper, file.ToArray());
    });

    private async Task FillPortfolioAsync() => await InAsync(async (db, services) =>
    {
        var portfolio = Portfolio.Of(school.School.Id, Guid.CreateVersion7(), Student.Id, school.Now);
        Assert.Empty(portfolio.Write(
            new Bilingual("Juru las muda", "Young welder"), new Bilingual("Teliti dan tepat waktu.", "Careful and on time."), [new Bilingual("SMAW 3G"), new Bilingual("Membaca gambar teknik", "Reading drawings")],
            new ContactDetails("ayu@contoh.example", "0812 0000 1111", "Jalan Contoh 7", "Semarang"), 1, By(Student.Id)));
        Assert.Null(portfolio.AddLanguage(new LanguageSkill("Jawa", "native"), By(Student.Id)));
        portfolio.SetPhoto((await StoreAsync(services, Portrait)).Sha256Hex, "image/jpeg", By(Student.Id));
        db.Portfolios.Add(portfolio);
        await db.SaveChangesAsync();
        return true;
    });

    private Task<Guid> HandInAsync(EntryDetail detail, string? picture = null) => InAsync(async (db, services) =>
    {
        var entry = Entry.Begin(school.School.Id, Guid.CreateVersion7(), Student.Id, detail, school.Now);
        if (picture is not null)
        {
            var stored = await StoreAsync(services, picture);
            Assert.Null(entry.AddEvidence(Guid.CreateVersion7(), new EvidenceFile(picture, "image/jpeg", stored.Size, stored.Sha256Hex, 640, 480, "Sambungan sudut"), 20, By(Student.Id)));
        }
        var (revision, errors) = entry.Submit(Guid.CreateVersion7(), new byte[16], By(Student.Id));
        Assert.Empty(errors);
        db.AddRange(entry, revision!);
        await db.SaveChangesAsync();
        return entry.Id;
    });

    private Task EndorseAsync(Guid entryId, TestPerson who, EndorserRole role) => EndorseAsync(entryId, who.Id, "Saya melihat sendiri pekerjaan ini.", async (keys, here) =>
        new Endorser(await keys.StaffAsync(here, who.Id, role == EndorserRole.Teacher ? "teacher" : "operator", CancellationToken.None), who.Name, role));

    private async Task EndorseByMentorAsync(Guid entryId)
    {
        var company = Partner.Of(school.School.Id, Guid.CreateVersion7(), "PT Baja Uji", "Semarang", "ID");
        var mentor = Mentor.Of(school.School.Id, Guid.CreateVersion7(), company.Id, "Agus Nugroho", "Kepala bengkel");
        await school.InDbAsync(async db =>
        {
            db.AddRange(company, mentor);
            await db.SaveChangesAsync();
        });
        await EndorseAsync(entryId, mentor.Id, "Ayu bekerja enam bulan di bengkel kami.", async (keys, _) =>
            new Endorser(await keys.MentorAsync(mentor, "mentor", CancellationToken.None), $"{mentor.Name}, {company.Name}", EndorserRole.Mentor));
    }

    private Task EndorseAsync(Guid entryId, Guid by, string statement, Func<KeyRing, School, Task<Endorser>> endorser) => InAsync(async (db, services) =>
    {
        var here = await db.Schools.SingleAsync(s => s.Id == school.School.Id);
        var entry = await db.Entries.SingleAsync(e => e.Id == entryId);
        var revision = entry.SubmittedRevisionId ?? entry.EndorsedRevisionId!.Value;
        Assert.Null(await services.GetRequiredService<Endorsing>().EndorseAsync(
            here, entry, revision, await endorser(services.GetRequiredService<KeyRing>(), here), By(by, statement), CancellationToken.None));
        return true;
    });

    private Task WithdrawAsync(Guid entryId, TestPerson teacher) => InAsync(async (db, services) =>
    {
        var here = await db.Schools.SingleAsync(s => s.Id == school.School.Id);
        var entry = await db.Entries.SingleAsync(e => e.Id == entryId);
        var endorsement = await db.Endorsements.SingleAsync(e => e.EntryId == entryId);
        Assert.Null(await services.GetRequiredService<Endorsing>().WithdrawAsync(here, entry, endorsement, By(teacher.Id, "Fotonya milik orang lain."), CancellationToken.None));
        return true;
    });

    private async Task<StoredBlob> StoreAsync(IServiceProvider services, string asset)
    {
        await using var file = File.OpenRead(Repository.PathOf("assets", "demo", asset));
        return await services.GetRequiredService<IBlobStore>().PutAsync(school.School.Id, file, file.Length, CancellationToken.None);
    }

    private async Task<T> InAsync<T>(Func<AppDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = school.App.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        return await work(db, scope.ServiceProvider);
    }

    private Change By(Guid person, string? why = null) => new(person, school.Now, why);
}
