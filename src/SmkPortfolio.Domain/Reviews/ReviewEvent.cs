using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Reviews;

/// <summary>What happened to an entry on its way; the student reads it as history.</summary>
public enum ReviewStep
{
    Submitted,
    TakenBack,
    Returned,
    Declined,
    Endorsed,
    Checked,
    Confirmed,
    Withdrawn,

    /// <summary>Endorsed together with others by somebody who had not opened it.</summary>
    EndorsedInBatch,
}

/// <summary>One step of the review, kept for ever.</summary>
public sealed class ReviewEvent : ISchoolOwned
{
    public const int TextMax = 2000;

    private ReviewEvent()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid EntryId { get; private set; }
    public Guid? RevisionId { get; private set; }
    public ReviewStep Step { get; private set; }
    public Guid ByPersonId { get; private set; }

    /// <summary>Name and role as they were.</summary>
    public string ByName { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>The statement or reason.</summary>
    public string Text { get; private set; } = "";

    public static ReviewEvent Of(Entry entry, Guid id, Guid? revisionId, ReviewStep step, string byName, Change by) => new()
    {
        SchoolId = entry.SchoolId,
        Id = id,
        EntryId = entry.Id,
        RevisionId = revisionId,
        Step = step,
        ByPersonId = by.By,
        ByName = byName,
        At = by.At,
        Text = CleanText.Of(by.Why),
    };
}
