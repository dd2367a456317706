using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// Issues anew what stolen keys had signed, from our records: same id and content, later, by the keys of now. One transaction per entry, so
/// that it can stop anywhere and go on. Papers are not: their stolen signature is in the file, so students print new ones.
/// </summary>
public sealed class Reissuing(AppDb db, Signing signing)
{
    public const string Action = "credentials-reissued";

    private static readonly Bilingual Later = new("Diterbitkan ulang dengan kunci yang baru.", "Re-issued with a new key.");

    /// <summary>How many entries of the school wait for it.</summary>
    public async Task<int> WaitingAsync(Guid schoolId, CancellationToken cancel) => (await EntriesAsync(schoolId, cancel)).Count;

    /// <summary>Goes on until nothing is left or the time is over.</summary>
    /// <returns>Entries done, and entries left; or why nothing is issued.</returns>
    public async Task<(Error? Error, int Done, int Left)> RunAsync(Guid schoolId, TimeSpan atMost, Change change, CancellationToken cancel)
    {
        if ((await db.Schools.AsNoTracking().SingleAsync(s => s.Id == schoolId, cancel)).IssuesNoMore is { } closed)
        {
            return (closed, 0, 0);
        }
        var since = Stopwatch.StartNew();
        var waiting = await EntriesAsync(schoolId, cancel);
        var done = 0;
        foreach (var entry in waiting)
        {
            if (since.Elapsed > atMost)
            {
                break;
            }
            await AgainAsync(schoolId, entry, change, cancel);
            db.ChangeTracker.Clear();
            done++;
        }
        return (null, done, waiting.Count - done);
    }

    /// <summary>Entries whose newest credential or a standing endorsement was signed by a stolen key.</summary>
    private async Task<List<Guid>> EntriesAsync(Guid schoolId, CancellationToken cancel) => await (
        from credential in Newest(schoolId)
        where credential.KeyStolen && credential.State == CredentialState.Withdrawn && credential.EntryId != null
            && (credential.Kind == CredentialKind.OpenBadge || db.Endorsements.Any(e => e.SchoolId == schoolId && e.CredentialId == credential.Id && e.WithdrawnAt == null))
        select credential.EntryId!.Value).Distinct().Order().ToListAsync(cancel);

    private IQueryable<IssuedCredential> Newest(Guid schoolId) =>
        db.Credentials.Where(c => c.SchoolId == schoolId && !db.Credentials.Any(later => later.SchoolId == schoolId && later.PublicId == c.PublicId && later.Number > c.Number));

    private async Task AgainAsync(Guid schoolId, Guid entryId, Change change, CancellationToken cancel)
    {
        var issuers = await db.Issuers.Where(i => i.SchoolId == schoolId).ToDictionaryAsync(i => i.Id, cancel);
        var newest = await Newest(schoolId).Where(c => c.EntryId == entryId).ToListAsync(cancel);
        var standing = (await db.Endorsements.Where(e => e.SchoolId == schoolId && e.EntryId == entryId && e.WithdrawnAt == null).ToListAsync(cancel)).ToDictionary(e => e.CredentialId);
        var renewed = new HashSet<Guid>();
        foreach (var signed in newest.Where(c => c.Kind == CredentialKind.Endorsement && IsStolen(c)))
        {
            if (standing.Remove(signed.Id, out var endorsement))
            {
                var next = await signing.SignAgainAsync(signed, issuers[signed.IssuerId], null, cancel);
                endorsement.SignedAs(next.Id);
                standing.Add(next.Id, endorsement);
                renewed.Add(endorsement.RevisionId);
            }
        }
        List<IssuedCredential> replaced = [];
        foreach (var badge in newest.Where(c => c.Kind == CredentialKind.OpenBadge && (IsStolen(c) || (c.State == CredentialState.Active && renewed.Contains(c.RevisionId!.Value)))))
        {
            await signing.SignAgainAsync(badge, issuers[badge.IssuerId], await EmbeddedAsync(badge, standing.Values, cancel), cancel);
            if (badge.Replace(Later, change.At) is null)
            {
                replaced.Add(badge);
            }
        }
        await signing.SetAsync(replaced, cancel);
        await db.SaveAsync(schoolId, Action, entryId, change, cancel);
    }

    private async Task<IReadOnlyList<byte[]>> EmbeddedAsync(IssuedCredential badge, IEnumerable<Endorsement> standing, CancellationToken cancel)
    {
        var ids = standing.Where(e => e.RevisionId == badge.RevisionId).Select(e => e.CredentialId).ToHashSet();
        var embedded = db.Credentials.Local.Where(c => ids.Contains(c.Id)).ToList();
        var known = embedded.Select(c => c.Id).ToList();
        embedded.AddRange(await db.Credentials.Where(c => ids.Contains(c.Id) && !known.Contains(c.Id)).ToListAsync(cancel));
        return [.. embedded.OrderBy(c => c.Number).ThenBy(c => c.IssuedAt).ThenBy(c => c.Id).Select(c => c.Bytes)];
    }

    private static bool IsStolen(IssuedCredential credential) => credential is { KeyStolen: true, State: CredentialState.Withdrawn };
}
