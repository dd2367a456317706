using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Sharing;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// Loads what papers are made of, for one student or many, in the same few queries and as it all stands at one moment: whoever saves in
/// between is either wholly on the paper or not at all.
/// </summary>
public sealed class PaperFactsLoader(AppDb db, PaperPictures pictures, KeyRing keys, ShareTokens tokens, HeldFiles held, AllSettings settings, TimeProvider clock)
{
    /// <summary>The facts of each of these students that exists, by person. Pictures are held in memory: ask for them in small portions.</summary>
    public async Task<IReadOnlyDictionary<Guid, PaperFacts>> LoadAsync(School school, IReadOnlyCollection<Guid> personIds, PaperWants wants, CancellationToken cancel)
    {
        var registerKey = await RegisterKeyAsync(cancel);
        await using var moment = await db.BeginReadingAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        // Each query names the school itself: the wall's own filter says "or all schools", and no index helps with that.
        var people = await db.People.AsNoTracking().Where(p => personIds.Contains(p.Id)).ToListAsync(cancel);
        var portfolios = await db.Portfolios.AsNoTracking().Where(p => p.SchoolId == school.Id && personIds.Contains(p.PersonId)).ToDictionaryAsync(p => p.PersonId, cancel);
        var texts = (await db.PaperTexts.AsNoTracking().Where(t => t.SchoolId == school.Id && personIds.Contains(t.PersonId) && wants.Languages.Contains(t.Language)).ToListAsync(cancel)).ToLookup(t => t.PersonId);
        var schooling = await SchoolingAsync(school.Id, personIds, cancel);
        var entries = await EntriesAsync(school.Id, personIds, wants.Entries, cancel);
        var principal = await PrincipalAsync(school.Id, school.Today(now), cancel);
        var shares = await SharesAsync(school, people, wants.Shares, now, cancel);
        if (moment is not null)
        {
            await moment.CommitAsync(cancel);
        }
        Dictionary<Guid, PaperFacts> facts = [];
        foreach (var person in people)
        {
            var portfolio = portfolios.GetValueOrDefault(person.Id) ?? Portfolio.Of(school.Id, Guid.CreateVersion7(), person.Id, now);
            var work = entries[person.Id].ToList();
            facts[person.Id] = new PaperFacts(school, registerKey, person, portfolio)
            {
                Principal = principal,
                Texts = texts[person.Id].ToDictionary(t => t.Language, t => t.Texts),
                Schooling = [.. schooling[person.Id]],
                Entries = work,
                Shares = shares[person.Id].ToDictionary(s => s.Id, Address),
                Files = await FilesAsync(school.Id, [.. Wanted(portfolio, work, wants).DistinctBy(f => f.Sha256)], cancel),
            };
        }
        return facts;
    }

    private async Task<ILookup<Guid, SchoolingFacts>> SchoolingAsync(Guid schoolId, IReadOnlyCollection<Guid> personIds, CancellationToken cancel) => (await (
        from m in db.Memberships
        join g in db.ClassGroups on m.ClassGroupId equals g.Id
        join y in db.AcademicYears on g.AcademicYearId equals y.Id
        where m.SchoolId == schoolId && personIds.Contains(m.PersonId) && m.Role == Role.Student
        orderby m.From descending
        select new { m.PersonId, m.From, m.To, Group = g, Year = y }).AsNoTracking().ToListAsync(cancel))
        .ToLookup(r => r.PersonId, r => new SchoolingFacts(r.From, r.To, r.Group, r.Year));

    private async Task<ILookup<Guid, EntryFacts>> EntriesAsync(Guid schoolId, IReadOnlyCollection<Guid> personIds, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var entries = await db.Entries.AsNoTracking().Where(e => e.SchoolId == schoolId && personIds.Contains(e.PersonId) && e.BinnedAt == null && (only == null || only.Contains(e.Id))).ToListAsync(cancel);
        var ids = entries.Where(e => e.EndorsedRevisionId is not null && e.Word != Word.Self).Select(e => e.Id).ToList();
        var revisionIds = entries.Where(e => ids.Contains(e.Id)).Select(e => e.EndorsedRevisionId!.Value).ToList();
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.SchoolId == schoolId && revisionIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var endorsements = (await db.Endorsements.AsNoTracking().Where(e => e.SchoolId == schoolId && ids.Contains(e.EntryId) && revisionIds.Contains(e.RevisionId)).ToListAsync(cancel)).ToLookup(e => e.RevisionId);
        var credentials = (await db.Credentials.AsNoTracking().Where(c => c.SchoolId == schoolId && ids.Contains(c.EntryId!.Value) && c.Kind == CredentialKind.OpenBadge && c.State == CredentialState.Active).ToListAsync(cancel)).ToLookup(c => c.EntryId);
        return entries.ToLookup(e => e.PersonId, e =>
        {
            var credential = credentials[e.Id].MaxBy(c => c.Number);
            return credential is null || e.EndorsedRevisionId is not { } revision
                ? new EntryFacts(e, null, [], null)
                : new EntryFacts(e, revisions[revision].Read(), [.. endorsements[revision].Where(o => o.Stands).OrderBy(o => o.At)], credential);
        });
    }

    /// <summary>Links to the whole portfolio that are open: a minor's only while the guardian consents.</summary>
    private async Task<ILookup<Guid, ShareLink>> SharesAsync(School school, IReadOnlyList<Person> people, IReadOnlyCollection<Guid> wanted, DateTime now, CancellationToken cancel)
    {
        var personIds = people.Select(p => p.Id).ToList();
        var links = wanted.Count == 0 ? [] : await db.ShareLinks.AsNoTracking().Where(l => l.SchoolId == school.Id && wanted.Contains(l.Id) && personIds.Contains(l.PersonId) && l.CvDocumentId == null).ToListAsync(cancel);
        var minors = people.Where(p => p.IsMinorOn(school.Today(now))).Select(p => p.Id).ToList();
        var consented = links.Count == 0 || minors.Count == 0 ? [] : await db.Consents.Where(c => c.SchoolId == school.Id && minors.Contains(c.StudentId) && c.Purpose == ConsentPurpose.ShareLinks && c.WithdrawnAt == null).Select(c => c.StudentId).ToListAsync(cancel);
        return links.Where(l => l.IsOpen(now) && (!minors.Contains(l.PersonId) || consented.Contains(l.PersonId))).ToLookup(l => l.PersonId);
    }

    private string Address(ShareLink link) => $"{settings.PublicUrl.GetLeftPart(UriPartial.Authority)}/s/{tokens.Show(link.ProtectedToken)}";

    private async Task<string?> PrincipalAsync(Guid schoolId, DateOnly today, CancellationToken cancel) => await (
        from m in db.Memberships
        join p in db.People on m.PersonId equals p.Id
        where m.SchoolId == schoolId && m.Role == Role.Principal && m.From <= today && (m.To == null || m.To >= today)
        orderby m.From descending
        select p.Name).FirstOrDefaultAsync(cancel);

    private static IEnumerable<(string Sha256, bool IsEmbedded)> Wanted(Portfolio portfolio, IEnumerable<EntryFacts> entries, PaperWants wants)
    {
        if (wants.Photo && portfolio is { PhotoSha256: { } portrait } && PaperPictures.IsEmbedded(portfolio.PhotoMediaType))
        {
            yield return (portrait, true);
        }
        foreach (var file in wants.Pictures ? entries.SelectMany(e => e.Files).Where(f => f.MediaType.StartsWith("image/", StringComparison.Ordinal)) : [])
        {
            yield return (file.Sha256, PaperPictures.IsEmbedded(file.MediaType));
        }
    }

    private async Task<Dictionary<string, byte[]>> FilesAsync(Guid schoolId, IReadOnlyList<(string Sha256, bool IsEmbedded)> wanted, CancellationToken cancel)
    {
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
        // A paper goes to strangers: what the virus scanner has not found clean is left out.
        var hidden = wanted.Count == 0 ? null : await held.AmongAsync(schoolId, [.. wanted.Select(f => f.Sha256)], cancel);
        var shown = wanted.Where(f => hidden?.Contains(f.Sha256) != true).ToList();
        var standIns = await pictures.StandInsAsync(schoolId, [.. shown.Where(f => !f.IsEmbedded).Select(f => f.Sha256)], cancel);
        foreach (var (sha256, isEmbedded) in shown.Where(f => f.IsEmbedded || standIns.ContainsKey(f.Sha256)))
        {
            if (await pictures.ReadAsync(schoolId, isEmbedded ? sha256 : standIns[sha256], cancel) is { } bytes)
            {
                files[sha256] = bytes;
            }
        }
        return files;
    }

    private async Task<string> RegisterKeyAsync(CancellationToken cancel)
    {
        var key = await keys.SigningKeyAsync(await keys.PlatformAsync(cancel), cancel);
        return Convert.ToHexStringLower(SHA256.HashData(key.Key.PublicKey.Span));
    }
}
