using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Demo;

/// <summary>Writes documents whose verdict is genuine and current into a folder, with an index, for whoever tests a checker.</summary>
public sealed class Samples(AppDb db, IBlobStore blobs, PaperReplay papers, TimeProvider clock)
{
    private const string Hero = "murid@demo.sch.id";
    private const int Others = 4;

    /// <summary>Every format in every language it has.</summary>
    private static readonly IReadOnlyList<(string Format, string Language)> EveryPaper = [.. CvFormats.All.SelectMany(f => f.Languages.Select(l => (f.Name, l)))];
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private sealed record Item(string File, string Kind, string? Format, string? Language, string? Code, string Student);

    /// <summary>0 when written, 1 when there is no demo to write from.</summary>
    public async Task<int> WriteAsync(string folder, CancellationToken cancel)
    {
        db.Scope.SeeAllSchools();
        var hero = await db.Users.Where(u => u.Email == Hero).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancel);
        if (hero is not { } heroId)
        {
            await Console.Error.WriteLineAsync("There is no demo in this database: samples need Demo:Seed in Development.");
            return 1;
        }
        Directory.CreateDirectory(folder);
        List<Item> index = [];
        await WriteStudentAsync(folder, index, heroId, 1, EveryPaper, cancel);
        var number = 2;
        foreach (var other in await OthersAsync(heroId, cancel))
        {
            await WriteStudentAsync(folder, index, other, number++, [("drh", "id")], cancel);
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "index.json"), JsonSerializer.Serialize(index, Indented), cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{index.Count} documents in {folder}"));
        return 0;
    }

    /// <summary>Adults of four other fields, each with the most endorsed entries of their field.</summary>
    private async Task<IReadOnlyList<Guid>> OthersAsync(Guid hero, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var students = await (from m in db.Memberships
                              join g in db.ClassGroups on new { m.SchoolId, Id = m.ClassGroupId } equals new { g.SchoolId, Id = (Guid?)g.Id }
                              where m.Role == Role.Student
                              select new { m.PersonId, g.StudyFieldCode }).ToListAsync(cancel);
        var adults = (await db.People.Where(p => p.Nisn != null).ToListAsync(cancel)).Where(p => !p.IsMinorOn(today)).Select(p => p.Id).ToHashSet();
        var endorsed = (await db.Entries.Where(e => e.Word != Word.Self && e.BinnedAt == null).GroupBy(e => e.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key, g => g.Count);
        var heroField = students.First(s => s.PersonId == hero).StudyFieldCode;
        return [.. students.Where(s => adults.Contains(s.PersonId) && s.StudyFieldCode != heroField && endorsed.ContainsKey(s.PersonId))
            .GroupBy(s => string.Join('.', s.StudyFieldCode.Split('.').Take(2)), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(s => endorsed[s.PersonId]).ThenBy(s => s.PersonId).First().PersonId)
            .Take(Others)];
    }

    private async Task WriteStudentAsync(string folder, List<Item> index, Guid personId, int number, IEnumerable<(string Format, string Language)> wanted, CancellationToken cancel)
    {
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        var prefix = string.Create(CultureInfo.InvariantCulture, $"student-{number}");
        foreach (var (format, language) in wanted)
        {
            var cv = await PaperAsync(person, format, language, cancel);
            var name = $"{prefix}-{cv.Format}-{language}.pdf";
            await using (var pdf = await blobs.OpenReadAsync(cv.SchoolId, cv.PdfSha256, cancel) ?? throw new InvalidDataException($"The file of {cv.Code} is not in the evidence store."))
            await using (var file = File.Create(Path.Combine(folder, name)))
            {
                await pdf.CopyToAsync(file, cancel);
            }
            index.Add(new Item(name, "paper", cv.Format, language, CvCode.Written(cv.Code), person.Name));
        }
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7));
        var credentials = await db.Credentials.Where(c => c.SubjectPersonId == personId && c.State == CredentialState.Active && (c.ValidUntil == null || c.ValidUntil > today)).OrderBy(c => c.Id).ToListAsync(cancel);
        for (var i = 0; i < credentials.Count; i++)
        {
            var kind = credentials[i].Kind switch { CredentialKind.OpenBadge => "badge", CredentialKind.Endorsement => "endorsement", CredentialKind.Portfolio => "portfolio", _ => throw new InvalidOperationException() };
            var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{kind}-{i + 1}.json");
            await File.WriteAllBytesAsync(Path.Combine(folder, name), credentials[i].Bytes, cancel);
            index.Add(new Item(name, "credential", null, null, null, person.Name));
        }
    }

    private async Task<CvDocument> PaperAsync(Person person, string format, string language, CancellationToken cancel)
    {
        var standing = await db.CvDocuments.Where(c => c.PersonId == person.Id && c.Language == language && c.Format == format && c.WithdrawnAt == null).OrderByDescending(c => c.IssuedAt).FirstOrDefaultAsync(cancel);
        if (standing is not null)
        {
            return standing;
        }
        var schoolId = await db.Memberships.Where(m => m.PersonId == person.Id && m.Role == Role.Student).OrderByDescending(m => m.From).Select(m => m.SchoolId).FirstAsync(cancel);
        return await papers.IssueAsync(schoolId, person.Id, language, cancel, format);
    }
}
