using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Access;

namespace SmkPortfolio.Web.Pages.Home;

/// <summary>How much waits for a reviewer, and what has waited longest.</summary>
public sealed record ReviewerHome(int Waiting, int ToConfirm, Entry? Oldest)
{
    public static async Task<ReviewerHome> LoadAsync(EntryReach reach, CancellationToken cancel) => new(
        await reach.Queue().CountAsync(cancel),
        await reach.ToConfirm().CountAsync(cancel),
        await reach.Queue().AsNoTracking().OrderBy(e => e.SubmittedAt).ThenBy(e => e.Id).FirstOrDefaultAsync(cancel));
}
