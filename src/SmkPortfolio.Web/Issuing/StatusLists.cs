using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Issuing;

/// <summary>The revocation lists of all issuers: places at random, bits set for ever, signed anew at least daily.</summary>
public sealed class StatusLists(AppDb db, KeyRing keys, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    public static string Url(Issuer issuer, int number) => new Uri(DidWeb.DocumentUrl(issuer.Did), $"status/rev-{number}.json").ToString();

    /// <summary>Takes a free place at random; the caller saves in the issuing transaction.</summary>
    public async Task<(StatusList List, int Index, StatusPointer Pointer)> TakeAsync(Issuer issuer, CancellationToken cancel)
    {
        var list = db.StatusLists.Local.Where(l => l.IssuerId == issuer.Id).MaxBy(l => l.Number)
            ?? await db.StatusLists.Where(l => l.IssuerId == issuer.Id).OrderByDescending(l => l.Number).FirstOrDefaultAsync(cancel);
        // Half full is full: random places stay cheap to find, and a list tells little about how many were issued.
        if (list is null || await db.StatusEntries.CountAsync(e => e.ListId == list.Id, cancel) >= StatusList.Length / 2)
        {
            list = StatusList.Open(Guid.CreateVersion7(), issuer.Id, (list?.Number ?? 0) + 1);
            await SignAsync(list, issuer, cancel);
            db.StatusLists.Add(list);
        }
        int index;
        do
        {
            index = RandomNumberGenerator.GetInt32(StatusList.Length);
        }
        while (db.StatusEntries.Local.Any(e => e.ListId == list.Id && e.Index == index) || await db.StatusEntries.AnyAsync(e => e.ListId == list.Id && e.Index == index, cancel));
        db.StatusEntries.Add(StatusEntry.Of(list.Id, index));
        return (list, index, new StatusPointer(Url(issuer, list.Number), index));
    }

    /// <summary>
    /// Sets bits for ever and signs the lists anew; the caller saves. A school's withdrawals all fall on one list, so they queue for it
    /// instead of refusing each other.
    /// </summary>
    public async Task SetAsync(IReadOnlyCollection<IssuedCredential> credentials, CancellationToken cancel)
    {
        foreach (var list in await db.LockListsAsync(credentials.Select(c => c.StatusListId), cancel))
        {
            foreach (var credential in credentials.Where(c => c.StatusListId == list.Id && !list.IsSet(c.StatusIndex)))
            {
                list.Set(credential.StatusIndex);
            }
            await SignAsync(list, await db.Issuers.SingleAsync(i => i.Id == list.IssuerId, cancel), cancel);
        }
    }

    /// <summary>The signed list of an issuer, signed anew when it is getting old; null when there is none of that number.</summary>
    public async Task<byte[]?> PublishedAsync(Issuer issuer, int number, CancellationToken cancel)
    {
        var list = await db.StatusLists.SingleOrDefaultAsync(l => l.IssuerId == issuer.Id && l.Number == number, cancel);
        if (list is null)
        {
            return null;
        }
        if (IsOld(list.SignedAt))
        {
            await SignAsync(list, issuer, cancel);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody else signed or set a bit meanwhile: theirs is the newer one.
                await db.Entry(list).ReloadAsync(cancel);
            }
        }
        return list.Signed;
    }

    /// <summary>The signed lists of many issuers, in one query; those that are getting old are signed anew.</summary>
    public async Task<IReadOnlyDictionary<(string Did, int Number), byte[]>> PublishedAsync(IReadOnlyCollection<(string Did, int Number)> places, CancellationToken cancel)
    {
        var dids = places.Select(p => p.Did).Distinct().ToList();
        var numbers = places.Select(p => p.Number).Distinct().ToList();
        var found = await (
            from list in db.StatusLists
            join issuer in db.Issuers on list.IssuerId equals issuer.Id
            // As one parameter each: spread out, the text of the query would be put together anew every time.
            where EF.Parameter(dids).Contains(issuer.Did) && EF.Parameter(numbers).Contains(list.Number)
            select new { Issuer = issuer, list.Number, list.Signed, list.SignedAt }).AsNoTracking().ToListAsync(cancel);
        var published = new Dictionary<(string Did, int Number), byte[]>();
        foreach (var list in found)
        {
            var signed = IsOld(list.SignedAt) ? await PublishedAsync(list.Issuer, list.Number, cancel) : list.Signed;
            published.Add((list.Issuer.Did, list.Number), signed ?? list.Signed);
        }
        return published;
    }

    private bool IsOld(DateTime signedAt) => clock.GetUtcNow().UtcDateTime - signedAt > Fresh;

    private async Task SignAsync(StatusList list, Issuer issuer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var prepared = Issuance.PrepareStatusList(new StatusListClaims { ListUrl = Url(issuer, list.Number), IssuerDid = issuer.Did, ValidFrom = now, Length = StatusList.Length, SetBits = [.. list.SetBits()] });
        list.Publish(Issuance.Issue(prepared, await keys.SigningKeyAsync(issuer, cancel), now), now.UtcDateTime);
    }
}
