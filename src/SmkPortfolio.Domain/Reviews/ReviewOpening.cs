using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.Domain.Reviews;

/// <summary>A member of the staff opened a revision on the review page, for the first time then. Whoever did may endorse it among others.</summary>
public sealed class ReviewOpening : ISchoolOwned
{
    private ReviewOpening()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid RevisionId { get; private set; }
    public Guid ByPersonId { get; private set; }
    public DateTime At { get; private set; }

    public static ReviewOpening Of(Revision revision, Change by) => new() { SchoolId = revision.SchoolId, RevisionId = revision.Id, ByPersonId = by.By, At = by.At };
}
