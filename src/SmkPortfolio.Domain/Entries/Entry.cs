using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Entries;

/// <summary>One piece of work in a student's portfolio, changed only by its verbs.</summary>
public sealed partial class Entry : ISchoolOwned
{
    private readonly List<Evidence> evidence = [];

    private Entry()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public EntryKind Kind { get; private set; }
    public EntryDetail Detail { get; private set; } = new ProjectDetail();

    /// <summary>The Indonesian title (else the English one), for lists.</summary>
    public string Title { get; private set; } = "";

    public EntryState State { get; private set; }

    /// <summary>Grows with each change; two people who start from the same one do not overwrite each other.</summary>
    public int Version { get; private set; }

    public DateTime CreatedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    public DateTime? BinnedAt { get; private set; }
    public Guid? SubmittedRevisionId { get; private set; }
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>The revision that stands endorsed; later edits do not touch it.</summary>
    public Guid? EndorsedRevisionId { get; private set; }

    public bool ChangedSinceEndorsed { get; private set; }

    /// <summary>The highest step reached by endorsements that stand.</summary>
    public Word Word { get; private set; }

    /// <summary>A certification that one staff member checked and nobody confirmed yet.</summary>
    public bool AwaitsConfirmation { get; private set; }

    public int LastRevisionNumber { get; private set; }

    /// <summary>The files in their order, without those taken off.</summary>
    public IReadOnlyList<Evidence> Evidence => [.. evidence.Where(e => e.RemovedAt is null).OrderBy(e => e.Position)];

    public bool InBin => BinnedAt is not null;
    public bool IsLocked => State == EntryState.Submitted;

    public static Entry Begin(Guid schoolId, Guid id, Guid personId, EntryDetail detail, DateTime at) => new()
    {
        SchoolId = schoolId,
        Id = id,
        PersonId = personId,
        Kind = detail.Kind,
        Detail = detail,
        Title = detail.Title.In("id"),
        Version = 1,
        CreatedAt = at,
        UpdatedAt = at,
    };

    /// <summary>Replaces what the entry says. A submitted entry, one in the bin, or one changed meanwhile is left as it is.</summary>
    public Error? Edit(EntryDetail detail, int expectedVersion, Change by)
    {
        if (detail.Kind != Kind)
        {
            return Error.Invalid("kind-fixed");
        }
        if (Refusal(by) is { } refusal)
        {
            return refusal;
        }
        if (expectedVersion != Version)
        {
            return Error.Conflict("entry-changed");
        }
        if (detail.Equals(Detail))
        {
            return null;
        }
        Detail = detail;
        Title = detail.Title.In("id");
        Edited(by);
        return null;
    }

    /// <summary>Puts a stored file on the entry, last in order.</summary>
    /// <param name="most">How many files an entry may hold.</param>
    public Error? AddEvidence(Guid id, EvidenceFile file, int most, Change by)
    {
        if (Refusal(by) is { } refusal)
        {
            return refusal;
        }
        if (Evidence.Count >= most)
        {
            return Error.Invalid("too-many-files", "files", most);
        }
        if (CleanText.Line(file.Caption).Length > Entries.Evidence.CaptionMax)
        {
            return Error.Invalid("too-long", "caption", Entries.Evidence.CaptionMax);
        }
        evidence.Add(Entries.Evidence.Of(this, id, file, Evidence.Count == 0 ? 1 : Evidence[^1].Position + 1, by.At));
        Edited(by);
        return null;
    }

    public Error? RemoveEvidence(Guid evidenceId, Change by) => OnFile(evidenceId, by, file =>
    {
        file.Remove(by.At);
        Forget(evidenceId);
        return null;
    });

    public Error? DescribeEvidence(Guid evidenceId, string caption, Change by) => OnFile(evidenceId, by, file => file.Describe(caption));

    /// <summary>Moves a file one place up (-1) or down (+1); at the end of the list nothing happens.</summary>
    public Error? MoveEvidence(Guid evidenceId, int step, Change by) => OnFile(evidenceId, by, file =>
    {
        var order = Evidence.ToList();
        var at = order.IndexOf(file);
        var to = Math.Clamp(at + step, 0, order.Count - 1);
        order.RemoveAt(at);
        order.Insert(to, file);
        for (var i = 0; i < order.Count; i++)
        {
            order[i].Place(i + 1);
        }
        return null;
    });

    /// <summary>Freezes what the entry says into a revision and hands it in.</summary>
    public (Revision? Revision, IReadOnlyList<Error> Errors) Submit(Guid revisionId, ReadOnlySpan<byte> salt, Change by)
    {
        if (Refusal(by) is { } refusal)
        {
            return (null, [refusal]);
        }
        if (State == EntryState.Endorsed && !ChangedSinceEndorsed)
        {
            return (null, [Error.Conflict("already-endorsed")]);
        }
        var missing = EntrySchema.Missing(Detail, FieldNeed.Required);
        if (missing.Count > 0)
        {
            return (null, [.. missing.Select(f => Error.Invalid("required", f.Name))]);
        }
        var revision = Revision.Freeze(this, revisionId, LastRevisionNumber + 1, salt, by.At);
        LastRevisionNumber = revision.Number;
        SubmittedRevisionId = revision.Id;
        SubmittedAt = by.At;
        State = EntryState.Submitted;
        Touch(by);
        return (revision, []);
    }

    /// <summary>The student takes a submitted entry back before anyone decided.</summary>
    public Error? TakeBack(Change by)
    {
        if (by.By != PersonId)
        {
            return Error.NotFound("entry-unknown");
        }
        if (State != EntryState.Submitted)
        {
            return Error.Conflict("not-submitted");
        }
        State = EndorsedRevisionId is null ? EntryState.Draft : EntryState.Endorsed;
        SubmittedRevisionId = null;
        Touch(by);
        return null;
    }

    /// <summary>A reviewer hands it back with a reason.</summary>
    public Error? Return(Guid revisionId, Change by) => Decide(revisionId, by, EntryState.Returned);

    /// <summary>A reviewer says no, with a reason.</summary>
    public Error? Decline(Guid revisionId, Change by) => Decide(revisionId, by, EntryState.Declined);

    /// <summary>Records that an endorsement of this revision now stands and what word it gives.</summary>
    public Error? Endorsed(Guid revisionId, Word word, bool awaitsConfirmation, Change by)
    {
        if (InBin || by.By == PersonId)
        {
            return InBin ? Error.Conflict("in-bin") : Error.NotAllowed("own-work");
        }
        if (revisionId == SubmittedRevisionId && State == EntryState.Submitted)
        {
            EndorsedRevisionId = revisionId;
            SubmittedRevisionId = null;
            State = EntryState.Endorsed;
            ChangedSinceEndorsed = false;
        }
        else if (revisionId != EndorsedRevisionId)
        {
            return Error.Conflict("revision-passed");
        }
        Word = word;
        AwaitsConfirmation = awaitsConfirmation;
        Touch(by);
        return null;
    }

    /// <summary>An endorsement was withdrawn; the word falls to what the others still give.</summary>
    public void EndorsementWithdrawn(Word left, bool awaitsConfirmation, Change by)
    {
        Word = left;
        AwaitsConfirmation = awaitsConfirmation;
        if (left == Word.Self)
        {
            EndorsedRevisionId = null;
            ChangedSinceEndorsed = false;
            if (State == EntryState.Endorsed)
            {
                State = EntryState.Returned;
            }
        }
        Touch(by);
    }

    public Error? MoveToBin(Change by)
    {
        if (Refusal(by) is { } refusal)
        {
            return refusal;
        }
        BinnedAt = by.At;
        Touch(by);
        return null;
    }

    public Error? Restore(Change by)
    {
        if (by.By != PersonId)
        {
            return Error.NotFound("entry-unknown");
        }
        if (!InBin)
        {
            return Error.Conflict("not-in-bin");
        }
        BinnedAt = null;
        Touch(by);
        return null;
    }

    private Error? Decide(Guid revisionId, Change by, EntryState state)
    {
        if (by.By == PersonId)
        {
            return Error.NotAllowed("own-work");
        }
        if (State != EntryState.Submitted || SubmittedRevisionId != revisionId)
        {
            return Error.Conflict("revision-passed");
        }
        if (string.IsNullOrWhiteSpace(by.Why))
        {
            return Error.Invalid("required", "reason");
        }
        State = state;
        SubmittedRevisionId = null;
        Touch(by);
        return null;
    }

    private Error? Refusal(Change by) => by.By != PersonId ? Error.NotFound("entry-unknown")
        : InBin ? Error.Conflict("in-bin")
        : IsLocked ? Error.Conflict("entry-submitted")
        : null;

    private Error? OnFile(Guid evidenceId, Change by, Func<Evidence, Error?> verb, Action<Change>? done = null)
    {
        if (Refusal(by) is { } refusal)
        {
            return refusal;
        }
        if (Evidence.SingleOrDefault(e => e.Id == evidenceId) is not { } file)
        {
            return Error.NotFound("file-unknown");
        }
        if (verb(file) is { } error)
        {
            return error;
        }
        (done ?? Edited)(by);
        return null;
    }

    private void Edited(Change by)
    {
        if (EndorsedRevisionId is not null)
        {
            ChangedSinceEndorsed = true;
        }
        if (State == EntryState.Declined)
        {
            State = EntryState.Draft;
        }
        Touch(by);
    }

    private void Touch(Change by)
    {
        Version++;
        UpdatedAt = by.At;
    }
}
