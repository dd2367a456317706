using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Sharing;

namespace SmkPortfolio.Web.Access;

/// <summary>
/// Who may see signed records and evidence: the owner, a minor owner's guardian, staff in reach, whoever has a share (<c>?s=TOKEN</c>) or a paper's
/// code (<c>?code=CODE</c>) that shows the very thing. Public doors ask it; a refusal is a 404.
/// </summary>
public sealed class Disclosure(AppDb db, Actor actor, OpenShares shares, EntryReach reach, Guardians guardians, HeldFiles held)
{
    /// <summary>A file of an entry: through a share or paper only when what is shown there pins it.</summary>
    public async Task<bool> ShowsFileAsync(Entry entry, Guid fileId, HttpRequest request, CancellationToken cancel)
    {
        if (await IsInsiderAsync(entry.SchoolId, entry.PersonId, entry.Id, cancel))
        {
            return true;
        }
        var ticket = await TicketAsync(request, cancel);
        if (ticket.Portfolio is not null && entry.EndorsedRevisionId is null)
        {
            return Covers(ticket.Portfolio, entry) && entry.Evidence.Any(f => f.Id == fileId);
        }
        if (await ShownRevisionAsync(ticket, entry, cancel) is not { } revisionId)
        {
            return false;
        }
        var revision = await db.Revisions.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(r => r.SchoolId == entry.SchoolId && r.Id == revisionId, cancel);
        return revision?.Read().Files.Any(f => f.Id == fileId) == true;
    }

    /// <summary>A file that is held back: to its owner, and once it was handed in to whoever may review it; no share, paper or other office sees that it exists.</summary>
    public async Task<bool> ShowsHeldFileAsync(Entry entry, CancellationToken cancel) =>
        actor.IsSignedIn && (actor.PersonId == entry.PersonId || (actor.SchoolIdOrNone == entry.SchoolId && await reach.MayReviewAsync(entry, cancel)));

    /// <summary>A portrait that is held back: to its owner only.</summary>
    public bool ShowsHeldPhoto(Guid personId) => actor.IsSignedIn && actor.PersonId == personId;

    /// <summary>A revision's bytes name its files: while one of them is held back, only those few get them who may know of it.</summary>
    public async Task<bool> ShowsRevisionAsync(Revision revision, HttpRequest request, CancellationToken cancel) =>
        await OpensRevisionAsync(revision, request, cancel) && (!await held.AreInAsync(revision, cancel) || await KnowsHeldAsync(revision, cancel));

    /// <summary>
    /// Which of a credential's versions (newest first) this caller gets; null when none. The school's word on a work names its files: while one of them is
    /// held back, only those few get it who may know of it.
    /// </summary>
    public async Task<IssuedCredential?> ChooseAsync(IReadOnlyList<IssuedCredential> versions, HttpRequest request, CancellationToken cancel)
    {
        if (await ChoiceAsync(versions, request, cancel) is not { } chosen)
        {
            return null;
        }
        if (chosen is not { Kind: CredentialKind.OpenBadge, RevisionId: { } revisionId })
        {
            return chosen;
        }
        var revision = await db.Revisions.IgnoreQueryFilters().AsNoTracking().SingleAsync(r => r.SchoolId == chosen.SchoolId && r.Id == revisionId, cancel);
        return !await held.AreInAsync(revision, cancel) || await KnowsHeldAsync(revision, cancel) ? chosen : null;
    }

    private async Task<bool> KnowsHeldAsync(Revision revision, CancellationToken cancel) =>
        await EntryAsync(revision.SchoolId, revision.EntryId, cancel) is { } entry && await ShowsHeldFileAsync(entry, cancel);

    private async Task<bool> OpensRevisionAsync(Revision revision, HttpRequest request, CancellationToken cancel)
    {
        if (await IsInsiderAsync(revision.SchoolId, revision.PersonId, revision.EntryId, cancel))
        {
            return true;
        }
        var ticket = await TicketAsync(request, cancel);
        return await EntryAsync(revision.SchoolId, revision.EntryId, cancel) is { } entry && await ShownRevisionAsync(ticket, entry, cancel) == revision.Id;
    }

    private async Task<IssuedCredential?> ChoiceAsync(IReadOnlyList<IssuedCredential> versions, HttpRequest request, CancellationToken cancel)
    {
        if (versions.Count == 0)
        {
            return null;
        }
        var newest = versions[0];
        if (await IsInsiderAsync(newest.SchoolId, newest.SubjectPersonId, newest.EntryId, cancel))
        {
            return newest;
        }
        var ticket = await TicketAsync(request, cancel);
        if (ticket.Paper is { } paper && versions.FirstOrDefault(v => v.Id == paper.CredentialId || paper.Lines.Any(l => l.CredentialId == v.Id)) is { } printed)
        {
            return printed;
        }
        if (newest.EntryId is not { } entryId || await EntryAsync(newest.SchoolId, entryId, cancel) is not { } entry)
        {
            return null;
        }
        var shown = await ShownRevisionAsync(ticket, entry, cancel);
        return versions.FirstOrDefault(v => v.RevisionId == shown && shown is not null);
    }

    /// <summary>A portrait: the owner and staff always; a share when it may show photos; a paper when its holder switched the photo on.</summary>
    public async Task<bool> ShowsPhotoAsync(Guid schoolId, Guid personId, HttpRequest request, CancellationToken cancel)
    {
        if (await IsInsiderAsync(schoolId, personId, null, cancel))
        {
            return true;
        }
        var ticket = await TicketAsync(request, cancel);
        return (ticket.Portfolio is { ShowsPhoto: true } share && share.Link.PersonId == personId) || (ticket.Paper is { ShowsPhoto: true } paper && paper.PersonId == personId);
    }

    /// <param name="entryId">The entry it is about, or null for what concerns the person as a whole.</param>
    private async Task<bool> IsInsiderAsync(Guid schoolId, Guid personId, Guid? entryId, CancellationToken cancel)
    {
        if (!actor.IsSignedIn)
        {
            return false;
        }
        if (actor.PersonId == personId)
        {
            return true;
        }
        if (actor.SchoolIdOrNone == schoolId && (actor.Is(RoleNames.Principal) || await reach.All().AnyAsync(e => e.PersonId == personId && (entryId == null || e.Id == entryId), cancel)))
        {
            return entryId is null || await db.Entries.AnyAsync(e => e.Id == entryId && e.LastRevisionNumber > 0, cancel);
        }
        return await guardians.IsOfAsync(personId, cancel);
    }

    private async Task<Ticket> TicketAsync(HttpRequest request, CancellationToken cancel)
    {
        if (await shares.FindAsync(request.Query["s"], cancel) is { } share)
        {
            return share.Link.CvDocumentId is { } cvId
                ? new Ticket(null, await db.CvDocuments.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(c => c.SchoolId == share.Link.SchoolId && c.Id == cvId && c.WithdrawnAt == null, cancel))
                : new Ticket(share, null);
        }
        var (reading, code) = CvCode.Read(request.Query["code"]);
        return reading == CodeReading.Sound
            ? new Ticket(null, await db.CvDocuments.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(c => c.Code == code && c.WithdrawnAt == null, cancel))
            : new Ticket(null, null);
    }

    /// <summary>The revision of this entry that the share or paper shows.</summary>
    private async Task<Guid?> ShownRevisionAsync(Ticket ticket, Entry entry, CancellationToken cancel)
    {
        if (ticket.Portfolio is { } share)
        {
            return Covers(share, entry) ? entry.EndorsedRevisionId : null;
        }
        if (ticket.Paper?.Lines.FirstOrDefault(l => l.EntryId == entry.Id)?.CredentialId is not { } credentialId || ticket.Paper.SchoolId != entry.SchoolId)
        {
            return null;
        }
        return await db.Credentials.IgnoreQueryFilters().Where(c => c.SchoolId == entry.SchoolId && c.Id == credentialId).Select(c => c.RevisionId).SingleOrDefaultAsync(cancel);
    }

    private Task<Entry?> EntryAsync(Guid schoolId, Guid entryId, CancellationToken cancel) =>
        db.Entries.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(e => e.SchoolId == schoolId && e.Id == entryId, cancel);

    private static bool Covers(OpenShare share, Entry entry) => share.Link.PersonId == entry.PersonId && OpenShares.Shows(entry);

    /// <summary>What the caller brought along; at most one of the two.</summary>
    private sealed record Ticket(OpenShare? Portfolio, CvDocument? Paper);
}
