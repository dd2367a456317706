namespace SmkPortfolio.Domain.Cvs;

/// <summary>Papers of one format for many students at once, made in the background. Its rows are durable: whoever holds the lease goes on where another stopped.</summary>
public sealed class PaperBatch : ISchoolOwned
{
    public const int StudentsMax = 10_000;
    public const int LabelMax = 160;

    private PaperBatch()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }

    /// <summary>The member of staff who ordered it.</summary>
    public Guid OrderedBy { get; private set; }

    /// <summary>Which students, in the words of who chose them, e.g. <c>XII TKR 1</c>.</summary>
    public string Label { get; private set; } = "";

    public string Format { get; private set; } = "";
    public string Language { get; private set; } = "";

    /// <summary>The switches of the order as JSON; entries are chosen for each student.</summary>
    public string Order { get; private set; } = "";

    public int Total { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? FinishedAt { get; private set; }
    public DateTime? CancelledAt { get; private set; }

    /// <summary>Who works on it, until when; null when nobody does.</summary>
    public Guid? LeaseBy { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    public bool IsOver => FinishedAt is not null || CancelledAt is not null;

    public static PaperBatch Of(Guid schoolId, Guid id, string label, string format, string language, string order, int total, Change by) => new()
    {
        SchoolId = schoolId,
        Id = id,
        OrderedBy = by.By,
        Label = label,
        Format = format,
        Language = language,
        Order = order,
        Total = total,
        CreatedAt = by.At,
    };

    /// <summary>Takes the work, or keeps it; false while another holds the lease, or when there is no more to do.</summary>
    public bool Claim(Guid worker, DateTime now, TimeSpan length)
    {
        if (IsOver || (LeaseBy is { } other && other != worker && LeaseUntil > now))
        {
            return false;
        }
        (LeaseBy, LeaseUntil) = (worker, now + length);
        StartedAt ??= now;
        return true;
    }

    /// <summary>Lets go of the work: another may take it at once.</summary>
    public void Release(Guid worker)
    {
        if (LeaseBy == worker)
        {
            (LeaseBy, LeaseUntil) = (null, null);
        }
    }

    /// <summary>Goes on with what failed, when it has been mended.</summary>
    public Error? Resume()
    {
        if (FinishedAt is null || CancelledAt is not null)
        {
            return Error.Conflict("batch-not-over");
        }
        FinishedAt = null;
        return null;
    }

    public void Finish(DateTime at) => (FinishedAt, LeaseBy, LeaseUntil) = (at, null, null);

    public Error? Cancel(Change by)
    {
        if (IsOver)
        {
            return Error.Conflict("batch-over");
        }
        (CancelledAt, LeaseBy, LeaseUntil) = (by.At, null, null);
        return null;
    }
}

public enum BatchItemState
{
    Waiting,
    Done,
    Failed,
}

/// <summary>One student of a batch.</summary>
public sealed class PaperBatchItem : ISchoolOwned
{
    private PaperBatchItem()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid BatchId { get; private set; }
    public int Position { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>The class at the time of ordering: files and print runs are sorted by it.</summary>
    public string ClassName { get; private set; } = "";

    public BatchItemState State { get; private set; }

    /// <summary>Why there is no paper: a refusal's code.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What helps to mend it, e.g. the characters that cannot be set and where they stand; not yet in words. Older rows hold a sentence.</summary>
    public string ReasonDetail { get; private set; } = "";

    public Guid? CvId { get; private set; }

    public static PaperBatchItem Of(Guid schoolId, Guid batchId, int position, Guid personId, string className) =>
        new() { SchoolId = schoolId, BatchId = batchId, Position = position, PersonId = personId, ClassName = className };

    public void Done(Guid cvId) => (State, CvId, Reason, ReasonDetail) = (BatchItemState.Done, cvId, "", "");

    public void Failed(string reason, string detail) => (State, Reason, ReasonDetail) = (BatchItemState.Failed, reason, detail);

    /// <summary>Back into the queue, when what was wrong has been mended.</summary>
    public void Again() => (State, Reason, ReasonDetail) = (BatchItemState.Waiting, "", "");
}
