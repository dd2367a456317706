using System.Globalization;
using System.Security.Cryptography;
using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Issuing;

/// <summary>A line and what stands behind it.</summary>
public sealed record PaperLine(Guid EntryId, EntryKind Kind, string Title, Word Word, IssuedCredential? Credential);

/// <summary>All that a paper is made of.</summary>
public sealed record PaperSource(string Name, bool IsMinor, int? BirthYear, IReadOnlyList<PaperLine> Lines, CvContent Content, CvOptions Options);

/// <summary>Gathers a paper's content: endorsed lines from their endorsed revision, own-word lines from what the entry says now.</summary>
public sealed class PaperContent(AppDb db, IBlobStore blobs, KeyRing keys, IMapper mapper, IStringLocalizer<EntryWords> words, AllSettings settings)
{
    public async Task<PaperSource> GatherAsync(School school, Guid personId, PaperOrder order, string code, DateTimeOffset now, CancellationToken cancel)
    {
        var culture = CultureInfo.GetCultureInfo(order.Language);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
            var portfolio = await db.Portfolios.SingleOrDefaultAsync(p => p.PersonId == personId, cancel) ?? Portfolio.Of(school.Id, Guid.CreateVersion7(), personId, now.UtcDateTime);
            var today = school.Today(now.UtcDateTime);
            var lines = new List<(PaperLine Line, CvEntry Entry)>();
            var entries = await db.Entries.Where(e => e.PersonId == personId && e.BinnedAt == null && order.Entries.Contains(e.Id)).ToListAsync(cancel);
            foreach (var entry in order.Entries.Select(id => entries.SingleOrDefault(e => e.Id == id)).OfType<Entry>())
            {
                lines.Add(await LineAsync(school, entry, order.Language, cancel));
            }
            var zone = TimeZoneInfo.FindSystemTimeZoneById(school.TimeZoneId);
            var content = new CvContent(
                await PersonAsync(school, person, portfolio, order, today, cancel),
                new CvSchool(school.Npsn, school.Name, school.City, school.Province),
                await EducationAsync(school, personId, cancel),
                [.. portfolio.Skills.Select(s => s.In(order.Language))],
                mapper.Map<List<CvLanguage>>(portfolio.Languages),
                [.. lines.Select(l => l.Entry)],
                new CvVerification(CvCode.Written(code), $"{settings.PublicUrl.GetLeftPart(UriPartial.Authority)}/verify/{code}", await RegisterKeyAsync(cancel), today, Format.Instant(now.UtcDateTime, zone, culture)));
            return new PaperSource(person.Name, person.IsMinorOn(today), person.BirthDate?.Year, [.. lines.Select(l => l.Line)], content, new CvOptions(order.Language, now) { Today = today });
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private async Task<CvPerson> PersonAsync(School school, Person person, Portfolio portfolio, PaperOrder order, DateOnly today, CancellationToken cancel)
    {
        var photo = order.Photo && portfolio is { PhotoSha256: { } sha, PhotoMediaType: "image/jpeg" } ? await ReadAsync(school.Id, sha, cancel) : null;
        return new CvPerson(person.Name)
        {
            Headline = portfolio.Headline.In(order.Language),
            Summary = portfolio.Summary.In(order.Language),
            BirthPlace = order.BirthDate ? person.BirthPlace : null,
            BirthDate = order.BirthDate ? person.BirthDate : null,
            Address = order.Address ? Some(portfolio.Contact.Address) : null,
            City = Some(portfolio.Contact.City),
            Phone = order.Contact ? Some(portfolio.Contact.Phone) : null,
            Email = order.Contact ? Some(portfolio.Contact.Email) : null,
            Photo = photo,
            PhotoSha256 = photo is null ? null : Convert.ToHexStringLower(SHA256.HashData(photo)),
            Under18 = person.IsMinorOn(today),
        };
    }

    private async Task<List<CvEducation>> EducationAsync(School school, Guid personId, CancellationToken cancel)
    {
        var rows = await (from m in db.Memberships
                          join g in db.ClassGroups on m.ClassGroupId equals g.Id
                          where m.PersonId == personId && m.Role == Role.Student
                          orderby m.From descending
                          select new { m.From, m.To, Group = g }).ToListAsync(cancel);
        return [.. rows.Select(r => new CvEducation(school.Name, r.To is null ? $"{r.Group.StudyName} ({r.Group.Name})" : r.Group.StudyName, r.From, r.To, school.City))];
    }

    private async Task<(PaperLine Line, CvEntry Entry)> LineAsync(School school, Entry entry, string language, CancellationToken cancel)
    {
        var credential = await db.Credentials.Where(c => c.EntryId == entry.Id && c.Kind == CredentialKind.OpenBadge && c.State == Domain.Issuing.CredentialState.Active).OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancel);
        // While the school has suspended or withdrawn its credential, the line stands on the student's own word only.
        if (entry.EndorsedRevisionId is not { } revisionId || entry.Word == Word.Self || credential is null)
        {
            var own = entry.Detail.Title.In(language);
            return (new PaperLine(entry.Id, entry.Kind, own, Word.Self, null), CvEntryMaker.Make(entry.Detail, Word.Self, language, words));
        }
        var revision = await db.Revisions.SingleAsync(r => r.Id == revisionId, cancel);
        var standing = (await db.Endorsements.Where(e => e.EntryId == entry.Id && e.RevisionId == revisionId).OrderBy(e => e.At).ToListAsync(cancel)).Where(e => e.Stands).ToList();
        var detail = revision.Read().Detail;
        var made = CvEntryMaker.Make(detail, entry.Word, language, words) with
        {
            ConfirmedBy = [.. standing.Select(e => e.ByName)],
            ConfirmedOn = standing.Count == 0 ? null : school.Today(standing[^1].At),
            CredentialId = credential.Uri,
        };
        return (new PaperLine(entry.Id, entry.Kind, detail.Title.In(language), entry.Word, credential), made);
    }

    private async Task<string> RegisterKeyAsync(CancellationToken cancel)
    {
        var key = await keys.SigningKeyAsync(await keys.PlatformAsync(cancel), cancel);
        return Convert.ToHexStringLower(SHA256.HashData(key.Key.PublicKey.Span));
    }

    private async Task<byte[]?> ReadAsync(Guid schoolId, string sha256, CancellationToken cancel)
    {
        await using var stream = await blobs.OpenReadAsync(schoolId, sha256, cancel);
        if (stream is null)
        {
            return null;
        }
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, cancel);
        return copy.ToArray();
    }

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
