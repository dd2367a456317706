using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Issuing;

/// <summary>Who endorses, as the credential names them.</summary>
/// <param name="Batch">Endorses several at once and has not opened this one.</param>
public sealed record Endorser(Issuer Issuer, string Name, EndorserRole Role, bool Batch = false);

/// <summary>
/// Endorsing and withdrawing, with what is signed: the endorser's EndorsementCredential on the revision, then the school's
/// OpenBadgeCredential with the endorsements that caused it embedded. One transaction.
/// </summary>
public sealed class Endorsing(AppDb db, KeyRing keys, Signing signing, HeldFiles held, AllSettings settings, TimeProvider clock)
{
    /// <summary>So many may stand behind one revision: every check reads more than these, whatever is issued anew later.</summary>
    public const int MostEndorsements = PaperLimits.Endorsements / 2;

    private string Site => settings.PublicUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>Endorses one revision. The reach of the endorser has been judged by the caller; own work, order, state, a stop and a closed school are judged here.</summary>
    public async Task<Error?> EndorseAsync(School school, Entry entry, Guid revisionId, Endorser endorser, Change change, CancellationToken cancel)
    {
        if (school.IssuesNoMore is { } closed)
        {
            return closed;
        }
        if (await db.Memberships.AnyAsync(m => m.SchoolId == school.Id && m.PersonId == entry.PersonId && m.IssuingStopped, cancel))
        {
            return Error.Conflict("issuing-stopped");
        }
        var standing = await db.Endorsements.Where(e => e.EntryId == entry.Id).ToListAsync(cancel);
        var (endorsement, refusal) = Endorsement.Give(entry, Guid.CreateVersion7(), revisionId, endorser.Issuer.Id, endorser.Name, endorser.Role, standing, change, endorser.Batch);
        if (endorsement is null)
        {
            return refusal;
        }
        var revision = await db.Revisions.SingleAsync(r => r.Id == revisionId, cancel);
        if (revision.Read().Detail is CertificationDetail { ValidUntil: { } last } && EndOfDay(school, last) <= At(change.At))
        {
            return Error.Conflict("certificate-expired");
        }
        if (await held.AreInAsync(revision, cancel))
        {
            // What is signed names its files to whoever reads it.
            return Error.Conflict("files-held");
        }
        var onRevision = standing.Where(e => e.Stands && e.RevisionId == revisionId).Append(endorsement).ToList();
        if (onRevision.Count > MostEndorsements)
        {
            return new Error(ErrorKind.Conflict, "too-many-endorsements", Limit: MostEndorsements);
        }
        var word = Endorsement.WordOf(entry.Kind, onRevision);
        if (entry.Endorsed(revisionId, word, entry.Kind == EntryKind.Certification && word != Word.Certificate, change) is { } error)
        {
            return error;
        }
        var content = revision.Read();
        var publicId = Guid.CreateVersion7();
        var signed = await signing.SignAsync(CredentialKind.Endorsement, endorser.Issuer, school.Id, entry.PersonId, publicId, 1, status => new EndorsementClaims
        {
            Id = $"{Site}/schools/{school.Npsn}/endorsements/{publicId}",
            Name = $"Dukungan: {content.Detail.Title.In("id")}",
            Issuer = new IssuerProfile(endorser.Issuer.Did, endorser.Name)
            {
                ParentDid = endorser.Issuer.Kind == IssuerKind.Staff ? DidWeb.ForSchool(settings.PublicUrl, school.Npsn) : null,
                ParentName = endorser.Issuer.Kind == IssuerKind.Staff ? school.Name : null,
            },
            ValidFrom = clock.GetUtcNow(),
            SubjectId = $"{Site}/revisions/{revision.Id}",
            SubjectSha256Hex = revision.Digest,
            Comment = endorsement.Statement,
            Batch = endorsement.Batch,
            Status = status,
        }, cancel);
        signed.For(entry.Id, revision.Id, null);
        endorsement.SignedAs(signed.Id);
        db.Endorsements.Add(endorsement);
        await IssueSchoolCredentialAsync(school, entry, revision, content, onRevision, change, cancel);
        var step = endorser.Role switch
        {
            EndorserRole.Checker => ReviewStep.Checked,
            EndorserRole.Confirmer => ReviewStep.Confirmed,
            EndorserRole.Teacher or EndorserRole.Mentor or EndorserRole.Client => endorsement.Batch ? ReviewStep.EndorsedInBatch : ReviewStep.Endorsed,
            _ => throw new ArgumentOutOfRangeException(nameof(endorser)),
        };
        db.ReviewEvents.Add(ReviewEvent.Of(entry, Guid.CreateVersion7(), revision.Id, step, endorser.Name, change));
        await db.SaveAsync(school.Id, endorsement.Batch ? "entry-endorsed-in-batch" : "entry-endorsed", entry.Id, change, cancel);
        return null;
    }

    /// <summary>
    /// Withdraws an endorsement: its bit is set for ever, and so are the bits of the school's credentials that rest on it: the versions in
    /// which it is embedded. What other endorsements still give is issued anew, even while issuing is stopped, for it only says less; a closed
    /// school cannot, so there only the endorsements themselves go on standing.
    /// </summary>
    public async Task<Error?> WithdrawAsync(School school, Entry entry, Endorsement endorsement, Change change, CancellationToken cancel)
    {
        if (endorsement.Withdraw(change) is { } refusal)
        {
            return refusal;
        }
        var reason = new Bilingual(endorsement.WithdrawalReason ?? "", null);
        var signed = await db.Credentials.SingleAsync(c => c.Id == endorsement.CredentialId, cancel);
        var versions = await db.Credentials.Where(c => c.EntryId == entry.Id && c.Kind == CredentialKind.OpenBadge && c.RevisionId == endorsement.RevisionId).ToListAsync(cancel);
        var address = Encoding.UTF8.GetBytes(signed.Uri);
        await signing.WithdrawAsync([signed, .. versions.Where(v => v.Bytes.AsSpan().IndexOf(address) >= 0)], reason, cancel);
        if (endorsement.RevisionId == entry.EndorsedRevisionId)
        {
            var left = (await db.Endorsements.Where(e => e.EntryId == entry.Id && e.RevisionId == endorsement.RevisionId && e.Id != endorsement.Id).ToListAsync(cancel)).Where(e => e.Stands).ToList();
            var word = Endorsement.WordOf(entry.Kind, left);
            entry.EndorsementWithdrawn(word, entry.Kind == EntryKind.Certification && word is Word.Teacher, change);
            if (word != Word.Self && school.IssuesNoMore is null)
            {
                var revision = await db.Revisions.SingleAsync(r => r.Id == endorsement.RevisionId, cancel);
                await IssueSchoolCredentialAsync(school, entry, revision, revision.Read(), left, change, cancel);
            }
        }
        db.ReviewEvents.Add(ReviewEvent.Of(entry, Guid.CreateVersion7(), endorsement.RevisionId, ReviewStep.Withdrawn, endorsement.ByName, change));
        await db.SaveAsync(school.Id, "endorsement-withdrawn", entry.Id, change, cancel);
        return null;
    }

    /// <summary>Issues a credential anew from what our records say now (a corrected name, say): same id and day of award. The caller sets its bit and saves.</summary>
    public async Task<Error?> ReplaceAsync(School school, Entry entry, IssuedCredential before, Bilingual reason, Change change, CancellationToken cancel)
    {
        if (school.IssuesNoMore is { } closed)
        {
            return closed;
        }
        var left = (await db.Endorsements.Where(e => e.EntryId == entry.Id && e.RevisionId == before.RevisionId).ToListAsync(cancel)).Where(e => e.Stands).ToList();
        if (before is not { Kind: CredentialKind.OpenBadge, State: Domain.Issuing.CredentialState.Active, RevisionId: { } revisionId } || left.Count == 0)
        {
            return Error.Conflict("not-replaceable");
        }
        var revision = await db.Revisions.SingleAsync(r => r.Id == revisionId, cancel);
        var content = revision.Read();
        if (content.Detail is CertificationDetail { ValidUntil: { } last } && EndOfDay(school, last) <= clock.GetUtcNow())
        {
            return Error.Conflict("certificate-expired");
        }
        using var issued = JsonDocument.Parse(before.Bytes);
        DateTimeOffset? Day(string name) => issued.RootElement.TryGetProperty(name, out var day) ? day.GetDateTimeOffset() : null;
        // A version is the later one by its date, to the second.
        var from = Day("validFrom") is { } start && start >= clock.GetUtcNow().AddSeconds(-1) ? start.AddSeconds(1) : clock.GetUtcNow();
        await IssueSchoolCredentialAsync(school, entry, revision, content, left, change, cancel, new Again(reason, Day("awardedDate"), from));
        return null;
    }

    /// <summary>What a version that replaces another on purpose takes over.</summary>
    private sealed record Again(Bilingual Reason, DateTimeOffset? Awarded, DateTimeOffset From);

    private async Task IssueSchoolCredentialAsync(
        School school, Entry entry, Revision revision, RevisionContent content, IReadOnlyList<Endorsement> endorsements, Change change, CancellationToken cancel, Again? again = null)
    {
        var issuer = await keys.SchoolAsync(school, cancel);
        var person = await db.People.SingleAsync(p => p.Id == entry.PersonId, cancel);
        var before = await db.Credentials.Where(c => c.EntryId == entry.Id && c.Kind == CredentialKind.OpenBadge).OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancel);
        var ids = endorsements.Select(e => e.CredentialId).ToHashSet();
        var embedded = db.Credentials.Local.Where(c => ids.Contains(c.Id)).ToList();
        embedded.AddRange(await db.Credentials.Where(c => ids.Contains(c.Id) && !embedded.Select(e => e.Id).Contains(c.Id)).ToListAsync(cancel));
        var publicId = before?.PublicId ?? Guid.CreateVersion7();
        var detail = content.Detail;
        var issued = await signing.SignAsync(CredentialKind.OpenBadge, issuer, school.Id, entry.PersonId, publicId, (before?.Number ?? 0) + 1, status =>
            Claims(school, issuer, person, publicId, revision, content, detail, status) with
            {
                ValidFrom = again?.From ?? ValidFrom(school, detail, change),
                AwardedDate = again?.Awarded ?? At(change.At),
                Endorsements = [.. embedded.OrderBy(c => c.IssuedAt).Select(c => c.Bytes)],
            }, cancel);
        issued.For(entry.Id, revision.Id, (detail as CertificationDetail)?.ValidUntil);
        // A later endorsement or revision does not make the earlier document untrue: it counts as replaced, its bit stays.
        before?.Replace(again?.Reason ?? new Bilingual("Digantikan versi yang lebih baru.", "Replaced by a later version."), change.At);
    }

    private OpenBadgeClaims Claims(School school, Issuer issuer, Person person, Guid publicId, Revision revision, RevisionContent content, EntryDetail detail, StatusPointer status)
    {
        var title = detail.Title.In("id");
        var achievement = $"{Site}/schools/{school.Npsn}/achievements/{publicId}";
        return new OpenBadgeClaims
        {
            Id = $"{Site}/schools/{school.Npsn}/credentials/{publicId}",
            Name = title,
            Description = EntrySummary.Of(detail),
            Issuer = new IssuerProfile(issuer.Did, school.Name) { Npsn = school.Npsn },
            ValidFrom = clock.GetUtcNow(),
            ValidUntil = detail is CertificationDetail { ValidUntil: { } last } ? EndOfDay(school, last) : null,
            SubjectId = $"urn:uuid:{revision.PersonId}",
            SubjectName = person.Name,
            AchievementId = achievement,
            AchievementType = detail.Kind switch
            {
                EntryKind.Certification => "Certification",
                EntryKind.Internship => "ext:Internship",
                EntryKind.TeachingFactory => "ext:TeachingFactory",
                EntryKind.Project => "Project",
                _ => throw new ArgumentOutOfRangeException(nameof(detail)),
            },
            AchievementName = title,
            AchievementDescription = EntrySummary.Of(detail),
            CriteriaNarrative = "Dikonfirmasi oleh orang yang melihat pekerjaan ini; lihat endorsement.",
            Language = "id",
            Evidence =
            [
                new EvidencePin($"{Site}/revisions/{revision.Id}", $"Revisi {revision.Number}", "application/json", revision.Digest),
                .. content.Files.Select(f => new EvidencePin($"{Site}/evidence/{f.Id}", f.Caption.Length > 0 ? f.Caption : f.Name, f.MediaType, f.Sha256)),
            ],
            Alignments = detail is CertificationDetail certification
                ? [.. certification.UnitCodes.Distinct(StringComparer.Ordinal).Select(code => new AlignmentClaim($"{Site}/competencies/{Uri.EscapeDataString(code)}#{publicId}", code, code, "SKKNI", $"{Site}/competencies/{Uri.EscapeDataString(code)}"))]
                : [],
            Status = status,
        };
    }

    /// <summary>Now; for what was confirmed in time and has run out since, the time it was confirmed.</summary>
    private DateTimeOffset ValidFrom(School school, EntryDetail detail, Change change) =>
        detail is CertificationDetail { ValidUntil: { } last } && EndOfDay(school, last) <= clock.GetUtcNow() ? At(change.At) : clock.GetUtcNow();

    private static DateTimeOffset At(DateTime utc) => new(utc, TimeSpan.Zero);

    /// <summary>A certificate is valid through the end of its last day at the school's place.</summary>
    private static DateTimeOffset EndOfDay(School school, DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(school.TimeZoneId);
        var local = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
