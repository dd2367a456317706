using SmkPortfolio.Domain.Entries;

namespace SmkPortfolio.Web.Pages.Entries;

/// <summary>The one code under which an entry's state is shown.</summary>
public static class EntryStates
{
    public static string Of(Entry entry) => entry switch
    {
        { InBin: true } => "in-bin",
        { ChangedSinceEndorsed: true, State: EntryState.Endorsed } => "changed-since-endorsed",
        { State: EntryState.Draft } => "draft",
        { State: EntryState.Submitted } => "submitted",
        { State: EntryState.Returned } => "returned",
        { State: EntryState.Endorsed } => "endorsed",
        { State: EntryState.Declined } => "declined",
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };
}
