using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Demo.Story;
using SmkPortfolio.Web.Issuing;

namespace SmkPortfolio.Web.Demo;

/// <summary>Turns the demo's story into schools, people and entries, through the same verbs that people use. All or nothing.</summary>
public sealed class Seeder(AppDb db, KeyRing keys, EntryReplay replay, PortraitStore portraits, AbroadReplay abroad, PaperReplay papers, IPasswordHasher<Account> hasher, TimeProvider clock, ILogger<Seeder> log)
{
    /// <summary>Published on purpose: these accounts exist only in Development.</summary>
    private const string HeroEmail = "murid@demo.sch.id";

    public const string Password = "Demo-2026-smk";

    public async Task SeedWhenEmptyAsync(CancellationToken cancel)
    {
        if (await db.Schools.AnyAsync(cancel))
        {
            return;
        }
        var began = clock.GetTimestamp();
        var now = clock.GetUtcNow().UtcDateTime;
        var story = DemoStory.Tell(DemoStory.UsualSeed, DateOnly.FromDateTime(now.AddHours(7)));
        var hash = hasher.HashPassword(new Account(), Password);
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        foreach (var outsider in story.Outsiders)
        {
            var person = AddPerson(Person.Of(Guid.CreateVersion7(), outsider.Name), outsider.Email, hash);
            db.UserClaims.Add(new IdentityUserClaim<Guid> { UserId = person.Id, ClaimType = ActorClaims.Role, ClaimValue = outsider.Kind });
        }
        foreach (var told in story.Schools)
        {
            await SeedSchoolAsync(told, story.Papers, hash, now, cancel);
        }
        await all.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        log.LogInformation("Demo seeded in {Seconds:0.0} s", clock.GetElapsedTime(began).TotalSeconds);
    }

    private async Task SeedSchoolAsync(DemoSchool told, DemoPapers paper, string hash, DateTime now, CancellationToken cancel)
    {
        var school = School.Open(Guid.CreateVersion7(), told.Npsn, told.Name, told.Address, told.City, told.Province, told.TimeZone);
        db.Schools.Add(school);
        await keys.SchoolAsync(school, cancel);
        using (await keys.SealerAsync(school, cancel))
        {
        }
        var years = told.AcademicYears.ToDictionary(y => y, y => AcademicYear.Of(school.Id, Guid.CreateVersion7(), y));
        db.AcademicYears.AddRange(years.Values);
        var cast = new Cast(school);
        foreach (var group in told.ClassGroups)
        {
            cast.Classes[group.Key] = ClassGroup.Of(school.Id, Guid.CreateVersion7(), years[group.AcademicYear].Id, group.Name, group.Grade, group.StudyFieldCode, group.StudyFieldName);
        }
        db.ClassGroups.AddRange(cast.Classes.Values);
        AddStaff(told, cast, hash);
        foreach (var partner in told.Partners)
        {
            var company = Partner.Of(school.Id, Guid.CreateVersion7(), partner.Name, partner.City, partner.Country);
            db.Partners.Add(company);
            foreach (var mentor in partner.Mentors)
            {
                cast.Mentors[mentor.Key] = Mentor.Of(school.Id, Guid.CreateVersion7(), company.Id, mentor.Name, mentor.Position);
                db.Mentors.Add(cast.Mentors[mentor.Key]);
                cast.MentorPartners[mentor.Key] = partner.Name;
            }
        }
        foreach (var student in told.Students)
        {
            AddStudent(student, cast, hash);
        }
        foreach (var guardian in told.Guardians)
        {
            AddGuardian(guardian, cast, hash, now);
        }
        await db.SaveChangesAsync(cancel);
        foreach (var student in told.Students)
        {
            db.ChangeTracker.Clear();
            await portraits.SeedPortfolioAsync(school, cast.People[student.Key], student, now, cancel);
            foreach (var entry in student.Entries)
            {
                await replay.PlayAsync(cast, student, entry, cancel);
            }
            if (student.Email == HeroEmail)
            {
                db.ChangeTracker.Clear();
                await abroad.PlayAsync(school, cast.People[student.Key], now, cancel);
            }
        }
        await papers.PlayAsync(cast, paper, cancel);
    }

    private void AddStaff(DemoSchool told, Cast cast, string hash)
    {
        foreach (var staff in told.Staff)
        {
            var person = AddPerson(Person.Of(Guid.CreateVersion7(), staff.Name), staff.Email, hash);
            cast.People[staff.Key] = person;
            cast.StaffRoles[staff.Key] = staff.Role;
            db.Memberships.Add(Membership.OfStaff(cast.School.Id, Guid.CreateVersion7(), person.Id, RoleNames.Parse(staff.Role), staff.From));
            foreach (var program in staff.ProgramCodes)
            {
                db.Reaches.Add(Reach.ToProgram(cast.School.Id, Guid.CreateVersion7(), person.Id, program));
            }
            foreach (var group in told.ClassGroups.Where(g => g.HomeroomStaffKey == staff.Key))
            {
                db.Reaches.Add(Reach.ToClass(cast.School.Id, Guid.CreateVersion7(), person.Id, cast.Classes[group.Key].Id));
            }
        }
    }

    private void AddStudent(DemoStudent student, Cast cast, string hash)
    {
        var person = AddPerson(Person.Student(Guid.CreateVersion7(), student.Name, student.Nisn, student.BirthPlace, student.BirthDate), student.Email, hash);
        cast.People[student.Key] = person;
        var membership = Membership.OfStudent(cast.School.Id, Guid.CreateVersion7(), person.Id, cast.Classes[student.ClassKey].Id, student.Nis, student.From);
        if (student.GraduatedOn is { } last)
        {
            membership.End(last);
        }
        db.Memberships.Add(membership);
    }

    private void AddGuardian(DemoGuardian guardian, Cast cast, string hash, DateTime now)
    {
        var person = AddPerson(Person.Of(Guid.CreateVersion7(), guardian.Name), guardian.Email, hash);
        var guardianship = Guardianship.Of(cast.School.Id, Guid.CreateVersion7(), person.Id, cast.People[guardian.StudentKey].Id, guardian.Relation);
        db.Guardianships.Add(guardianship);
        foreach (var purpose in guardian.Consents.Select(Enum.Parse<ConsentPurpose>))
        {
            db.Consents.Add(Consent.Give(guardianship, Guid.CreateVersion7(), purpose, new Change(person.Id, now.AddDays(-14))));
        }
    }

    /// <summary>A person with a sign-in: by e-mail, or, for students without one, by NISN and NPSN.</summary>
    private Person AddPerson(Person person, string? email, string hash)
    {
        db.People.Add(person);
        if (email is null && person.Nisn is null)
        {
            return person;
        }
        var name = email ?? person.Nisn!;
        db.Users.Add(new Account
        {
            Id = person.Id,
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email?.ToUpperInvariant(),
            EmailConfirmed = email is not null,
            LockoutEnabled = true,
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        });
        return person;
    }
}
