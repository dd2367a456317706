using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Entries;

/// <content>What stands around an entry's files: cover, pair, what is seen, and erasing.</content>
public sealed partial class Entry
{
    /// <summary>The picture that stands for the entry in lists; null means the first one.</summary>
    public Guid? CoverId { get; private set; }

    /// <summary>Two pictures of the same thing, shown side by side; both or none.</summary>
    public Guid? BeforeId { get; private set; }

    public Guid? AfterId { get; private set; }

    /// <summary>Any file that ever stood here, also one taken off or erased: revisions go on naming it.</summary>
    public Evidence? FileOf(Guid evidenceId) => evidence.SingleOrDefault(e => e.Id == evidenceId);

    /// <summary>The files that stood here until they were erased for good, in their order. One that was taken off before does not come back as a name.</summary>
    public IReadOnlyList<Evidence> ErasedFiles() => [.. evidence.Where(e => e.ErasedAt is not null && e.RemovedAt == e.ErasedAt).OrderBy(e => e.Position)];

    /// <summary>The picture that stands for the entry: the chosen one, else the first that is shown.</summary>
    /// <param name="converted">As <see cref="Entries.Evidence.IsShown"/>.</param>
    public Evidence? CoverPicture(IReadOnlySet<string> converted)
    {
        var shown = Evidence.Where(e => e.IsShown(converted)).ToList();
        return shown.Find(e => e.Id == CoverId) ?? shown.FirstOrDefault();
    }

    /// <summary>
    /// Takes a file's bytes away for good, whatever pins them: the wish of a person about their own picture is above what was endorsed. The digest, the
    /// date and the reason stay, so that whoever reads the endorsement learns what is missing and since when.
    /// </summary>
    /// <param name="by">With the reason.</param>
    public Error? EraseEvidence(Guid evidenceId, Change by)
    {
        if (evidence.SingleOrDefault(e => e.Id == evidenceId) is not { ErasedAt: null } file)
        {
            return Error.NotFound("file-unknown");
        }
        if (string.IsNullOrWhiteSpace(by.Why))
        {
            return Error.Invalid("required", "reason");
        }
        var why = CleanText.Line(by.Why);
        if (why.Length > Entries.Evidence.ReasonMax)
        {
            return Error.Invalid("too-long", "reason", Entries.Evidence.ReasonMax);
        }
        var shown = file.RemovedAt is null;
        file.Erase(by.At, why);
        Forget(evidenceId);
        if (shown)
        {
            Edited(by);
        }
        return null;
    }

    /// <summary>What is to be seen on a picture. It is no part of what gets endorsed.</summary>
    public Error? DescribePicture(Guid evidenceId, string alternativeText, Change by) => OnFile(evidenceId, by, file => file.SayWhatIsSeen(alternativeText), Touch);

    /// <summary>Which picture stands for the entry; null for the first one.</summary>
    public Error? SetCover(Guid? evidenceId, Change by)
    {
        if (evidenceId is { } id)
        {
            return OnFile(id, by, file =>
            {
                if (!file.IsPhoto)
                {
                    return Error.Invalid("no-picture", "cover");
                }
                CoverId = id;
                return null;
            }, Touch);
        }
        if (Refusal(by) is { } refusal)
        {
            return refusal;
        }
        CoverId = null;
        Touch(by);
        return null;
    }

    /// <summary>Shows two pictures side by side, the state before beside the one after; null for both ends it.</summary>
    public Error? SetPair(Guid? beforeId, Guid? afterId, Change by)
    {
        if (Refusal(by) is { } refusal)
        {
            return refusal;
        }
        if (beforeId is null != afterId is null || (beforeId is not null && beforeId == afterId))
        {
            return Error.Invalid("pair-needs-two", "pair");
        }
        if (beforeId is not null && (!HasPicture(beforeId.Value) || !HasPicture(afterId!.Value)))
        {
            return Error.Invalid("no-picture", "pair");
        }
        (BeforeId, AfterId) = (beforeId, afterId);
        Touch(by);
        return null;
    }

    private bool HasPicture(Guid evidenceId) => Evidence.Any(e => e.Id == evidenceId && e.IsPhoto);

    private void Forget(Guid evidenceId)
    {
        CoverId = CoverId == evidenceId ? null : CoverId;
        if (BeforeId == evidenceId || AfterId == evidenceId)
        {
            (BeforeId, AfterId) = (null, null);
        }
    }
}
