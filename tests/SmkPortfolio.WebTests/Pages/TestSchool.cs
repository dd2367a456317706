using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.WebTests.Hosting;
using SignIn = SmkPortfolio.Data.Account;

namespace SmkPortfolio.WebTests.Pages;

/// <summary>Somebody with an account; students have a NISN.</summary>
public sealed record TestPerson(Guid Id, string Name, string Address, string? Nisn = null);

/// <summary>A school of one test, with two classes and whoever the test needs.</summary>
public sealed class TestSchool
{
    private static readonly DateOnly Joined = new(2026, 7, 1);
    private static int numbers;

    private TestSchool(WebApp app, School school, ClassGroup welding, ClassGroup culinary)
    {
        App = app;
        School = school;
        Welding = welding;
        Culinary = culinary;
    }

    public WebApp App { get; }
    public School School { get; }
    public ClassGroup Welding { get; }
    public ClassGroup Culinary { get; }

    public DateTime Now => App.Clock.GetUtcNow().UtcDateTime;

    public static async Task<TestSchool> OpenAsync(WebApp app)
    {
        var school = School.Open(Guid.CreateVersion7(), Next("{0:D8}"), "SMK Uji", "Jalan Uji 1", "Semarang", "Jawa Tengah", "Asia/Jakarta");
        var year = AcademicYear.Of(school.Id, Guid.CreateVersion7(), 2026);
        var welding = ClassGroup.Of(school.Id, Guid.CreateVersion7(), year.Id, "XII Las 1", 12, "2.3.1", "Teknik Pengelasan");
        var culinary = ClassGroup.Of(school.Id, Guid.CreateVersion7(), year.Id, "XII Kuliner 1", 12, "9.3.1", "Kuliner");
        var opened = new TestSchool(app, school, welding, culinary);
        await opened.InDbAsync(async db =>
        {
            db.Schools.Add(school);
            db.AddRange(year, welding, culinary);
            await db.SaveChangesAsync();
        });
        return opened;
    }

    public async Task<TestPerson> StudentAsync(string name = "Bagus Prasetyo", ClassGroup? group = null, int age = 18)
    {
        var person = Person.Student(Guid.CreateVersion7(), name, Next("00{0:D8}"), "Semarang", DateOnly.FromDateTime(Now).AddYears(-age).AddDays(-30));
        var membership = Membership.OfStudent(School.Id, Guid.CreateVersion7(), person.Id, (group ?? Welding).Id, Next("{0}"), Joined);
        return await AddAsync(person, db => db.Memberships.Add(membership));
    }

    public async Task<TestPerson> StaffAsync(Role role, string name = "Ratna Wulandari, S.Pd.", ClassGroup? reach = null, string? program = null)
    {
        var person = Person.Of(Guid.CreateVersion7(), name);
        return await AddAsync(person, db =>
        {
            db.Memberships.Add(Membership.OfStaff(School.Id, Guid.CreateVersion7(), person.Id, role, Joined));
            if (reach is not null)
            {
                db.Reaches.Add(Reach.ToClass(School.Id, Guid.CreateVersion7(), person.Id, reach.Id));
            }
            if (program is not null)
            {
                db.Reaches.Add(Reach.ToProgram(School.Id, Guid.CreateVersion7(), person.Id, program));
            }
        });
    }

    public async Task<TestPerson> GuardianAsync(params TestPerson[] children)
    {
        var person = Person.Of(Guid.CreateVersion7(), "Sri Handayani");
        return await AddAsync(person, db => db.Guardianships.AddRange(children.Select(c => Guardianship.Of(School.Id, Guid.CreateVersion7(), person.Id, c.Id, "ibu"))));
    }

    /// <summary>An entry of a student, handed in unless told otherwise.</summary>
    public async Task<Guid> EntryAsync(TestPerson student, EntryDetail? detail = null, bool handedIn = true, TimeSpan ago = default)
    {
        var at = Now - ago;
        var entry = Entry.Begin(School.Id, Guid.CreateVersion7(), student.Id, detail ?? Project(), at);
        await InDbAsync(async db =>
        {
            db.Entries.Add(entry);
            if (handedIn)
            {
                HandIn(db, entry, student, at);
            }
            await db.SaveChangesAsync();
        });
        return entry.Id;
    }

    /// <summary>The student changes what came back, or takes back what waits, and hands it in again.</summary>
    public Task HandInAnewAsync(Guid entryId, TestPerson student, EntryDetail detail) => InDbAsync(async db =>
    {
        var entry = await db.Entries.SingleAsync(e => e.Id == entryId);
        var change = new Change(student.Id, Now);
        entry.TakeBack(change);
        Assert.Null(entry.Edit(detail, entry.Version, change));
        HandIn(db, entry, student, Now);
        await db.SaveChangesAsync();
    });

    public Task<Entry> EntryNowAsync(Guid id) => FromDbAsync(db => db.Entries.AsNoTracking().SingleAsync(e => e.Id == id));

    public async Task InDbAsync(Func<AppDb, Task> work)
    {
        await using var scope = App.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        await work(db);
    }

    public async Task<T> FromDbAsync<T>(Func<AppDb, Task<T>> question)
    {
        await using var scope = App.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        return await question(db);
    }

    public Task<Browser> SignInAsync(TestPerson person) => App.SignedInAsync(person.Address);

    public static ProjectDetail Project(string title = "Rak sepatu besi siku", string done = "Memotong, mengelas, dan mengecat rak empat tingkat.") =>
        new() { Title = new Bilingual(title), Done = new Bilingual(done) };

    public static CertificationDetail Certificate(string title = "Juru las SMAW 3G") => new()
    {
        Title = new Bilingual(title),
        Body = "LSP P1 SMK Uji",
        Number = "123/LSP/2026",
        Issued = new DateOnly(2026, 5, 12),
        ValidUntil = new DateOnly(2029, 5, 12),
    };

    public static InternshipDetail Internship(string title = "PKL di bengkel fabrikasi") =>
        new() { Title = new Bilingual(title), Company = "PT Baja Uji", Start = new DateOnly(2026, 1, 5) };

    private static void HandIn(AppDb db, Entry entry, TestPerson student, DateTime at)
    {
        var change = new Change(student.Id, at);
        var (revision, errors) = entry.Submit(Guid.CreateVersion7(), new byte[16], change);
        Assert.Empty(errors);
        db.Revisions.Add(revision!);
        db.ReviewEvents.Add(ReviewEvent.Of(entry, Guid.CreateVersion7(), revision!.Id, ReviewStep.Submitted, student.Name, change));
    }

    private async Task<TestPerson> AddAsync(Person person, Action<AppDb> more)
    {
        var address = Next("orang{0}@uji.sch.id");
        await using var scope = App.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        db.People.Add(person);
        more(db);
        await db.SaveChangesAsync();
        var account = new SignIn { Id = person.Id, UserName = address, Email = address, EmailConfirmed = true, LockoutEnabled = true };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<SignIn>>().CreateAsync(account, Browser.DemoPassword);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
        return new TestPerson(person.Id, person.Name, address, person.Nisn);
    }

    private static string Next(string format) => string.Format(CultureInfo.InvariantCulture, format, 10_000_000 + Interlocked.Increment(ref numbers));
}
