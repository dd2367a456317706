using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Schools;

namespace SmkPortfolio.Web.Access;

/// <summary>
/// Which handed-in entries of the school the acting staff member may see and decide on: teachers those of their classes and programs, the
/// offices those of their kind in the whole school; nobody their own.
/// </summary>
public sealed class EntryReach(AppDb db, Actor actor)
{
    /// <summary>Every entry in reach that was ever handed in, whatever became of it.</summary>
    public IQueryable<Entry> All()
    {
        var me = actor.PersonId;
        var teaches = actor.Is(RoleNames.Teacher);
        var kinds = KindsOfOffice();
        var taught = TaughtStudents(me);
        return db.Entries.Where(e => e.BinnedAt == null && e.LastRevisionNumber > 0 && e.PersonId != me
            && (kinds.Contains(e.Kind) || (teaches && taught.Contains(e.PersonId))));
    }

    /// <summary>What waits for a first decision; not in order.</summary>
    public IQueryable<Entry> Queue() => All().Where(e => e.State == EntryState.Submitted);

    /// <summary>Certificates that somebody else has checked and that this person may confirm.</summary>
    public IQueryable<Entry> ToConfirm()
    {
        var me = actor.PersonId;
        return All().Where(e => e.State == EntryState.Endorsed && e.AwaitsConfirmation
            && !db.Endorsements.Any(o => o.EntryId == e.Id && o.RevisionId == e.EndorsedRevisionId && o.WithdrawnAt == null && o.ByPersonId == me));
    }

    /// <summary>What colleagues have endorsed and this person may add a word to. Certificates take exactly two.</summary>
    public IQueryable<Entry> ToAdd()
    {
        var me = actor.PersonId;
        return All().Where(e => e.State != EntryState.Submitted && e.EndorsedRevisionId != null && e.Kind != EntryKind.Certification
            && !db.Endorsements.Any(o => o.EntryId == e.Id && o.RevisionId == e.EndorsedRevisionId && o.WithdrawnAt == null && o.ByPersonId == me));
    }

    /// <summary>Whether the acting person may see and decide on this entry.</summary>
    public Task<bool> MayReviewAsync(Entry entry, CancellationToken cancel) => All().AnyAsync(e => e.Id == entry.Id, cancel);

    private List<EntryKind> KindsOfOffice()
    {
        List<EntryKind> kinds = [];
        if (actor.Is(RoleNames.Hubin))
        {
            kinds.Add(EntryKind.Internship);
        }
        if (actor.Is(RoleNames.TefaHead))
        {
            kinds.Add(EntryKind.TeachingFactory);
        }
        if (actor.Is(RoleNames.Bkk) || actor.Is(RoleNames.Operator))
        {
            kinds.Add(EntryKind.Certification);
        }
        return kinds;
    }

    // The class joined last counts, so that last year's teacher does not keep the student, and a graduate keeps a teacher.
    private IQueryable<Guid> TaughtStudents(Guid teacher) =>
        from membership in db.Memberships
        where membership.Role == Role.Student
            && !db.Memberships.Any(later => later.PersonId == membership.PersonId && later.Role == Role.Student && later.From > membership.From)
        join classGroup in db.ClassGroups on membership.ClassGroupId equals classGroup.Id
        where db.Reaches.Any(reach => reach.PersonId == teacher
            && (reach.ClassGroupId == classGroup.Id
                || (reach.ProgramCode != null && (classGroup.StudyFieldCode == reach.ProgramCode || classGroup.StudyFieldCode.StartsWith(reach.ProgramCode + ".")))))
        select membership.PersonId;
}
