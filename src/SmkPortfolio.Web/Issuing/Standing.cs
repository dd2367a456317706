using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// The school's decisions on what it has issued, each with a dated reason that everybody can read. One at a time: whoever decides on a
/// credential holds its status list until it is saved, so that two decisions follow each other.
/// </summary>
public sealed class Standing(AppDb db, Signing signing, StatusLists lists, Endorsing endorsing)
{
    public const string Suspended = "credential-suspended";
    public const string Lifted = "credential-suspension-lifted";
    public const string Withdrawn = "credential-withdrawn";
    public const string Replaced = "credential-replaced";

    /// <summary>Longest public reason.</summary>
    public const int ReasonMax = 300;

    public static readonly IReadOnlyList<string> Happenings = [Suspended, Lifted, Withdrawn, Replaced];

    /// <summary>A question is open: our own check says so; other people's programs are told nothing, for a bit could never be taken back.</summary>
    public Task<Error?> SuspendAsync(IssuedCredential credential, Bilingual reason, Change change, CancellationToken cancel) =>
        DecideAsync(credential, Suspended, reason, change, () => Task.FromResult(credential.Suspend(reason, change.At)), cancel);

    /// <summary>The question is settled in the holder's favour.</summary>
    public Task<Error?> LiftAsync(IssuedCredential credential, Bilingual reason, Change change, CancellationToken cancel) =>
        DecideAsync(credential, Lifted, reason, change, () => Task.FromResult(credential.Lift(reason, change.At)), cancel);

    /// <summary>For ever.</summary>
    public Task<Error?> WithdrawAsync(IssuedCredential credential, Bilingual reason, Change change, CancellationToken cancel) =>
        DecideAsync(credential, Withdrawn, reason, change, async () =>
        {
            if (credential.Withdraw(reason, change.At) is { } refusal)
            {
                return refusal;
            }
            if (credential.CvDocumentId is { } paperId)
            {
                (await db.CvDocuments.SingleAsync(c => c.Id == paperId, cancel)).WithdrawnBySchool(reason.In("id"), change.At);
            }
            await lists.SetAsync([credential], cancel);
            return null;
        }, cancel);

    /// <summary>A new version from what our records say now.</summary>
    /// <param name="oldStaysGood">The old file goes on being accepted: only a slip of the pen was mended.</param>
    public Task<Error?> ReplaceAsync(IssuedCredential credential, Bilingual reason, bool oldStaysGood, Change change, CancellationToken cancel) =>
        DecideAsync(credential, Replaced, reason, change, async () =>
        {
            if (credential.EntryId is not { } entryId)
            {
                return Error.Conflict("not-replaceable");
            }
            var school = await db.Schools.SingleAsync(s => s.Id == credential.SchoolId, cancel);
            var entry = await db.Entries.SingleAsync(e => e.Id == entryId, cancel);
            if (await endorsing.ReplaceAsync(school, entry, credential, reason, change, cancel) is { } refusal)
            {
                return refusal;
            }
            await lists.SetAsync(oldStaysGood ? [] : [credential], cancel);
            return null;
        }, cancel);

    private async Task<Error?> DecideAsync(IssuedCredential credential, string action, Bilingual reason, Change change, Func<Task<Error?>> verb, CancellationToken cancel)
    {
        if (reason.Id.Length == 0 || Math.Max(reason.Id.Length, reason.En?.Length ?? 0) > ReasonMax)
        {
            return reason.Id.Length == 0 ? Error.Invalid("required", "reason") : Error.Invalid("too-long", "reason", ReasonMax);
        }
        await db.LockListsAsync([credential.StatusListId], cancel);
        await db.Entry(credential).ReloadAsync(cancel);
        if (await verb() is { } refusal)
        {
            await db.DropAsync();
            return refusal;
        }
        signing.Note(credential);
        await db.SaveAsync(credential.SchoolId, action, credential.Id, change with { Why = reason.Id }, cancel);
        return null;
    }
}
