using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;
using Portfolio = SmkPortfolio.Domain.Portfolios.Portfolio;

namespace SmkPortfolio.Benchmarks;

/// <summary>
/// A school of thousands in class XII, hosted in this process on SQLite and a folder that are thrown away. Each student has five entries: three
/// confirmed (a project and an internship by a teacher, a certificate by two people) and two on the student's own word. What is confirmed is
/// truly signed, by the teachers' and the school's own keys, as a batch: the same documents as one by one, only made side by side.
/// </summary>
internal sealed class BatchSchool : IAsyncDisposable
{
    private const int PerClass = 36;
    private const int Teachers = 60;
    private const int Together = 240;
    private static readonly string[] GivenNames = ["Dyah", "Bagas", "Ni Luh", "Teuku", "Maria", "Agus", "Siti", "Yohanes", "Rahmat", "Putri", "Wayan", "Fitri", "Joko", "Lestari", "Daniel"];
    private static readonly string[] OtherNames = ["Kusumaningrum", "Prasetyo", "Handayani", "Simanjuntak", "Wulandari", "Nugroho", "Rahmawati", "Lumban Gaol", "Saputra", "Anggraini", "Setiawan"];
    private static readonly Bilingual[] Works =
    [
        new("rangka meja kerja", "a workbench frame"), new("teralis jendela", "window bars"), new("rak gudang", "warehouse shelving"), new("panel listrik tiga fasa", "a three-phase panel"), new("jaringan kantor desa", "a village office network"),
        new("menu prasmanan", "a buffet menu"), new("seragam kerja", "work uniforms"), new("gambar rumah tinggal", "drawings of a house"), new("poros bertingkat", "a stepped shaft"), new("perawatan sepeda motor", "motorcycle maintenance"),
    ];

    private readonly string _folder;
    private readonly WebApplication _app;
    private readonly Random _random = new(20_261_201);
    private readonly List<(Issuer Issuer, Person Person)> _teachers = [];
    private readonly List<ClassGroup> _classes = [];
    private School _school = null!;

    private BatchSchool(string folder, WebApplication app)
    {
        _folder = folder;
        _app = app;
    }

    public IServiceProvider Services => _app.Services;

    public Guid SchoolId => _school.Id;

    public Guid Staff => _teachers[0].Person.Id;

    public IReadOnlyList<(Guid PersonId, string ClassName)> Students { get; private set; } = [];

    public string EvidenceFolder => Path.Combine(_folder, "evidence");

    public static async Task<BatchSchool> OpenAsync(int students)
    {
        var folder = Directory.CreateTempSubdirectory("smk-batch-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Site:PublicUrl"] = "https://folio.example", ["Storage:Root"] = folder });
        builder.Logging.ClearProviders();
        builder.AddSmkPortfolio(SettingsReader.Read(builder.Configuration, builder.Environment));
        var school = new BatchSchool(folder, builder.Build());
        var preparation = school.Services.GetRequiredService<Preparation>();
        await preparation.MigrateAsync(CancellationToken.None);
        await preparation.RunAsync(CancellationToken.None);
        await school.FoundAsync(students);
        List<(Guid, string)> all = [];
        for (var first = 0; first < students; first += Together)
        {
            all.AddRange(await school.EnrolAsync(first, Math.Min(Together, students - first)));
        }
        school.Students = all;
        return school;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task InAsync(Func<AppDb, IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        await work(db, scope.ServiceProvider);
    }

    private Task FoundAsync(int students) => InAsync(async (db, services) =>
    {
        _school = School.Open(Guid.CreateVersion7(), "99912345", "SMK Negeri Contoh Besar", "Jalan Contoh 1", "Sleman", "DI Yogyakarta", "Asia/Jakarta");
        var year = AcademicYear.Of(_school.Id, Guid.CreateVersion7(), AcademicYear.StartYearOf(DateOnly.FromDateTime(DateTime.UtcNow)));
        db.AddRange(_school, year);
        for (var i = 0; i < (students + PerClass - 1) / PerClass; i++)
        {
            _classes.Add(ClassGroup.Of(_school.Id, Guid.CreateVersion7(), year.Id, FormattableString.Invariant($"XII TKR {i + 1}"), 12, "2.3.1", "Teknik Pengelasan"));
        }
        db.ClassGroups.AddRange(_classes);
        var people = Enumerable.Range(0, Teachers).Select(_ => Person.Of(Guid.CreateVersion7(), Name() + ", S.Pd.")).ToList();
        db.People.AddRange(people);
        db.Memberships.AddRange(people.Select(p => Membership.OfStaff(_school.Id, Guid.CreateVersion7(), p.Id, Role.Teacher, new DateOnly(2020, 7, 1))));
        await db.SaveChangesAsync();
        var ring = services.GetRequiredService<KeyRing>();
        await ring.SchoolAsync(_school, CancellationToken.None);
        foreach (var person in people)
        {
            _teachers.Add((await ring.StaffAsync(_school, person.Id, "teacher", CancellationToken.None), person));
        }
        await db.SaveChangesAsync();
        using var portrait = new MemoryStream(NoisyPortrait.Make());
        await services.GetRequiredService<IBlobStore>().PutAsync(_school.Id, portrait, portrait.Length, CancellationToken.None);
    });

    private async Task<IReadOnlyList<(Guid, string)>> EnrolAsync(int first, int count)
    {
        List<(Guid, string)> enrolled = [];
        await InAsync(async (db, services) =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var now = DateTime.UtcNow;
            List<Confirmed> confirmed = [];
            for (var i = first; i < first + count; i++)
            {
                var group = _classes[i / PerClass];
                var person = Person.Student(Guid.CreateVersion7(), Name(), FormattableString.Invariant($"{80_000_000 + i:D10}"), "Sleman", new DateOnly(now.Year - 19, 1 + _random.Next(10), 1 + _random.Next(28)));
                var portfolio = Portfolio.Of(_school.Id, Guid.CreateVersion7(), person.Id, now);
                portfolio.Write(new Bilingual("Siap bekerja dan belajar", "Ready to work and to learn"), new Bilingual(Sentence(0), Sentence(1)), [new Bilingual("Mengelas SMAW", "SMAW welding"), new Bilingual("Membaca gambar", "Reading drawings")],
                    new ContactDetails(FormattableString.Invariant($"siswa{i}@siswa.example"), FormattableString.Invariant($"0812 {1000 + (i % 9000)} {_random.Next(1000, 9999)}"), FormattableString.Invariant($"Jl. Contoh {i % 200}"), "Sleman"), portfolio.Version, new Change(person.Id, now));
                portfolio.AddLanguage(new LanguageSkill("Jepang", "A2", "JLPT", "N4", new DateOnly(now.Year - 1, 12, 3)), new Change(person.Id, now));
                db.AddRange(person, portfolio, Membership.OfStudent(_school.Id, Guid.CreateVersion7(), person.Id, group.Id, FormattableString.Invariant($"{20_000 + i}"), new DateOnly(now.Year - 3, 7, 15)));
                foreach (var (detail, own) in Told(now.Year))
                {
                    var entry = Entry.Begin(_school.Id, Guid.CreateVersion7(), person.Id, detail, now);
                    db.Entries.Add(entry);
                    if (!own)
                    {
                        var revision = entry.Submit(Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(16), new Change(person.Id, now)).Revision!;
                        db.Revisions.Add(revision);
                        confirmed.Add(new Confirmed(person, entry, revision));
                    }
                }
                enrolled.Add((person.Id, group.Name));
            }
            await ConfirmAsync(db, services, confirmed, now);
            await db.SaveChangesAsync();
        });
        return enrolled;
    }

    /// <summary>Two of a chunk's teachers: one for whatever one person confirms and for checking certificates, one for confirming those.</summary>
    private async Task ConfirmAsync(AppDb db, IServiceProvider services, IReadOnlyList<Confirmed> all, DateTime now)
    {
        var signing = services.GetRequiredService<Signing>();
        var at = _random.Next(Teachers);
        (Issuer Issuer, Person Person)[] two = [_teachers[at], _teachers[(at + 1) % Teachers]];
        var issuer = await db.Issuers.SingleAsync(i => i.Kind == IssuerKind.School && i.SchoolId == _school.Id);
        var school = await signing.DeskAsync(issuer, all.Count, CancellationToken.None);
        SigningDesk[] desks = [await signing.DeskAsync(two[0].Issuer, all.Count, CancellationToken.None), await signing.DeskAsync(two[1].Issuer, all.Count, CancellationToken.None)];
        var rows = new List<object>[all.Count];
        Parallel.For(0, all.Count, i =>
        {
            var (person, entry, revision) = all[i];
            List<Endorsement> standing = [];
            List<IssuedCredential> embedded = [];
            rows[i] = [];
            EndorserRole[] roles = entry.Kind == EntryKind.Certification ? [EndorserRole.Checker, EndorserRole.Confirmer] : [EndorserRole.Teacher];
            foreach (var (role, n) in roles.Select((r, n) => (r, n)))
            {
                var by = new Change(two[n].Person.Id, now, "Saya melihat hasil kerjanya di bengkel sekolah.");
                var given = Endorsement.Give(entry, Guid.CreateVersion7(), revision.Id, two[n].Issuer.Id, two[n].Person.Name, role, standing, by, batch: true).Endorsement!;
                standing.Add(given);
                var word = Endorsement.WordOf(entry.Kind, standing);
                entry.Endorsed(revision.Id, word, entry.Kind == EntryKind.Certification && word != Word.Certificate, by);
                var id = Guid.CreateVersion7();
                var signed = desks[n].Sign(i, CredentialKind.Endorsement, _school.Id, person.Id, id, 1, status => Issuance.Prepare(EndorsementOf(two[n], issuer, revision, given, id, status))).For(entry.Id, revision.Id, null);
                given.SignedAs(signed.Id);
                embedded.Add(signed);
                rows[i].AddRange([given, signed, desks[n].Log(signed)]);
            }
            var publicId = Guid.CreateVersion7();
            var badge = school.Sign(i, CredentialKind.OpenBadge, _school.Id, person.Id, publicId, 1, status => Issuance.Prepare(BadgeOf(issuer, person, entry, revision, publicId, embedded, status))).For(entry.Id, revision.Id, null);
            rows[i].AddRange([badge, school.Log(badge)]);
        });
        db.AddRange(rows.SelectMany(r => r));
    }

    private EndorsementClaims EndorsementOf((Issuer Issuer, Person Person) by, Issuer school, Revision revision, Endorsement given, Guid id, StatusPointer status) => new()
    {
        Id = $"https://folio.example/schools/{_school.Npsn}/endorsements/{id}",
        Name = "Dukungan guru",
        Issuer = new IssuerProfile(by.Issuer.Did, by.Person.Name) { ParentDid = school.Did, ParentName = _school.Name },
        ValidFrom = DateTimeOffset.UtcNow,
        SubjectId = $"https://folio.example/revisions/{revision.Id}",
        SubjectSha256Hex = revision.Digest,
        Comment = given.Statement,
        Batch = true,
        Status = status,
    };

    private OpenBadgeClaims BadgeOf(Issuer issuer, Person person, Entry entry, Revision revision, Guid publicId, IReadOnlyList<IssuedCredential> embedded, StatusPointer status) => new()
    {
        Id = $"https://folio.example/schools/{_school.Npsn}/credentials/{publicId}",
        Name = entry.Title,
        Description = EntrySummary.Of(entry.Detail),
        Issuer = new IssuerProfile(issuer.Did, _school.Name) { Npsn = _school.Npsn },
        ValidFrom = DateTimeOffset.UtcNow,
        AwardedDate = DateTimeOffset.UtcNow,
        SubjectId = $"urn:uuid:{person.Id}",
        SubjectName = person.Name,
        AchievementId = $"https://folio.example/schools/{_school.Npsn}/achievements/{publicId}",
        AchievementType = entry.Kind switch { EntryKind.Certification => "Certification", EntryKind.Internship => "ext:Internship", _ => "Project" },
        AchievementName = entry.Title,
        AchievementDescription = EntrySummary.Of(entry.Detail),
        CriteriaNarrative = "Dikonfirmasi oleh orang yang melihat pekerjaan ini; lihat endorsement.",
        Language = "id",
        Evidence = [new EvidencePin($"https://folio.example/revisions/{revision.Id}", "Revisi 1", "application/json", revision.Digest)],
        Endorsements = [.. embedded.Select(c => c.Bytes)],
        Status = status,
    };

    private IEnumerable<(EntryDetail Detail, bool Own)> Told(int year)
    {
        for (var i = 0; i < 3; i++)
        {
            var work = Works[_random.Next(Works.Length)];
            yield return (new ProjectDetail
            {
                Title = new Bilingual($"Membuat {work.Id}", $"Making {work.En}"),
                Role = new Bilingual("Anggota regu", "Member of the team"),
                Start = new DateOnly(year - 1, 1 + _random.Next(6), 1 + _random.Next(28)),
                End = new DateOnly(year - 1, 7 + _random.Next(6), 1 + _random.Next(28)),
                Done = new Bilingual(Sentence(0) + " " + Sentence(0), Sentence(1) + " " + Sentence(1)),
                Result = new Bilingual("Diterima tanpa perbaikan.", "Accepted without rework."),
                Tools = new Bilingual("Mesin las, gerinda, mistar", "Welder, grinder, rule"),
            }, i > 0);
        }
        yield return (new InternshipDetail
        {
            Title = new Bilingual("Praktik kerja lapangan", "Internship"),
            Company = $"PT {OtherNames[_random.Next(OtherNames.Length)]} Teknik",
            Department = new Bilingual("Bengkel fabrikasi", "Fabrication workshop"),
            Start = new DateOnly(year - 1, 1, 8),
            End = new DateOnly(year - 1, 6, 20),
            HoursPerDay = 8,
            Tasks = new Bilingual(Sentence(0), Sentence(1)),
            Competencies = new Bilingual("Bekerja aman dan tepat waktu", "Working safely and on time"),
            Score = 80 + _random.Next(20),
        }, false);
        yield return (new CertificationDetail
        {
            Title = new Bilingual("Juru las SMAW 3G", "SMAW welder 3G"),
            Body = "LSP P1 SMK Negeri Contoh Besar",
            Number = FormattableString.Invariant($"{_random.Next(100_000, 999_999)}/LSP/{year}"),
            Issued = new DateOnly(year - 1, 5, 12),
            ValidUntil = new DateOnly(year + 2, 5, 12),
        }, false);
    }

    private string Name() => $"{GivenNames[_random.Next(GivenNames.Length)]} {OtherNames[_random.Next(OtherNames.Length)]} {OtherNames[_random.Next(OtherNames.Length)]}";

    private string Sentence(int language)
    {
        var (first, second) = (Works[_random.Next(Works.Length)], Works[_random.Next(Works.Length)]);
        return language == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Mengukur dan memotong {_random.Next(2, 40)} bagian untuk {first.Id}, lalu merakit {second.Id} bersama regu dalam {_random.Next(2, 30)} hari.")
            : string.Create(CultureInfo.InvariantCulture, $"Measured and cut {_random.Next(2, 40)} parts for {first.En}, then assembled {second.En} with the team in {_random.Next(2, 30)} days.");
    }

    private sealed record Confirmed(Person Person, Entry Entry, Revision Revision);
}
