using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Reviews;

/// <summary>What the acting person may do with the revision on the sheet.</summary>
public enum Decision
{
    None,
    Endorse,

    /// <summary>First of two for a certificate.</summary>
    Check,

    /// <summary>Second of two for a certificate.</summary>
    Confirm,

    /// <summary>A further word beside a colleague's.</summary>
    Add,
}

/// <summary>Everything that stands on the one screen of a review. It shows what was handed in, never a draft.</summary>
public sealed class ReviewSheet
{
    private ReviewSheet()
    {
    }

    public required Entry Entry { get; init; }
    public required School School { get; init; }
    public required StudentLine Student { get; init; }
    public required Revision Revision { get; init; }
    public required RevisionContent Content { get; init; }

    /// <summary>What was endorsed or answered last, to compare with; null when this is the first.</summary>
    public RevisionContent? Before { get; private init; }

    public required IReadOnlyList<ReviewEvent> History { get; init; }
    public required Decision Decision { get; init; }

    /// <summary>The acting person's own endorsement of this revision stands.</summary>
    public required bool EndorsedByMe { get; init; }

    public required bool IssuingStopped { get; init; }
    public required int Waiting { get; init; }
    public required Guid? Next { get; init; }

    public bool MayHandBack => Entry.State == EntryState.Submitted;

    /// <summary>A field's name, or its English half's, whose text is another than before.</summary>
    public bool IsChanged(string field) => Before is not null && Text(Content, field) != Text(Before, field);

    public IReadOnlyList<RevisionFile> Added => Before is null ? [] : [.. Content.Files.Where(f => Before.Files.All(b => b.Sha256 != f.Sha256))];

    public IReadOnlyList<RevisionFile> TakenOff => Before is null ? [] : [.. Before.Files.Where(b => Content.Files.All(f => f.Sha256 != b.Sha256))];

    public static string Text(RevisionContent content, string field) => content.Fields.GetValueOrDefault(field, "");

    /// <summary>Null when the entry does not exist, is out of reach, or was never answered and has been taken back.</summary>
    public static async Task<ReviewSheet?> LoadAsync(AppDb db, EntryReach reach, Actor actor, Guid id, CancellationToken cancel)
    {
        if (await reach.All().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } entry)
        {
            return null;
        }
        var history = await db.ReviewEvents.AsNoTracking().Where(e => e.EntryId == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToListAsync(cancel);
        var answered = history.Where(e => e.RevisionId is not null && e.Step is not (ReviewStep.Submitted or ReviewStep.TakenBack)).Select(e => e.RevisionId).ToList();
        if ((entry.SubmittedRevisionId ?? entry.EndorsedRevisionId ?? answered.FirstOrDefault()) is not { } shown)
        {
            return null;
        }
        var before = entry.SubmittedRevisionId is null ? null : entry.EndorsedRevisionId ?? answered.FirstOrDefault(r => r != shown);
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.EntryId == id && (r.Id == shown || r.Id == before)).ToListAsync(cancel);
        var revision = revisions.Single(r => r.Id == shown);
        var standing = await db.Endorsements.AsNoTracking().Where(e => e.EntryId == id && e.RevisionId == shown && e.WithdrawnAt == null).ToListAsync(cancel);
        var mine = standing.Any(e => e.ByPersonId == actor.PersonId);
        var queue = reach.Queue().Where(e => e.Id != id);
        return new ReviewSheet
        {
            Entry = entry,
            School = await db.Schools.SingleAsync(s => s.Id == entry.SchoolId, cancel),
            Student = (await Students.LinesAsync(db, [entry.PersonId], cancel))[entry.PersonId],
            Revision = revision,
            Content = revision.Read(),
            Before = revisions.SingleOrDefault(r => r.Id == before && r.Id != shown)?.Read(),
            History = history,
            Decision = DecisionOn(entry, standing, mine),
            EndorsedByMe = mine,
            IssuingStopped = await db.Memberships.AnyAsync(m => m.PersonId == entry.PersonId && m.Role == Role.Student && m.IssuingStopped, cancel),
            Waiting = await queue.CountAsync(cancel),
            Next = await NextAsync(queue, entry.SubmittedAt, cancel),
        };
    }

    private static Decision DecisionOn(Entry entry, IReadOnlyList<Endorsement> standing, bool mine) =>
        entry.State == EntryState.Submitted ? entry.Kind == EntryKind.Certification ? Decision.Check : Decision.Endorse
        : mine || entry.EndorsedRevisionId is null ? Decision.None
        : entry.Kind != EntryKind.Certification ? Decision.Add
        : entry.State != EntryState.Endorsed || !entry.AwaitsConfirmation ? Decision.None
        : standing.Any(e => e.Role == EndorserRole.Checker) ? Decision.Confirm
        : Decision.Check;

    // Whoever skips one comes to the one after it, not back to the first.
    private static async Task<Guid?> NextAsync(IQueryable<Entry> queue, DateTime? after, CancellationToken cancel)
    {
        var next = await queue.Where(e => e.SubmittedAt >= after).OrderBy(e => e.SubmittedAt).ThenBy(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel);
        return next ?? await queue.OrderBy(e => e.SubmittedAt).ThenBy(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel);
    }
}
