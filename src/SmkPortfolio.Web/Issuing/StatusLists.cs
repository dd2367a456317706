using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Issuing;

/// <summary>A place in a status list that belongs to one credential for ever.</summary>
public sealed record TakenPlace(StatusList List, int Index, StatusPointer Pointer);

/// <summary>The revocation lists of all issuers: places at random, bits set for ever, signed anew at least daily.</summary>
public sealed class StatusLists(AppDb db, KeyRing keys, IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    public static string Url(Issuer issuer, int number) => new Uri(DidWeb.DocumentUrl(issuer.Did), $"status/rev-{number}.json").ToString();

    /// <summary>
    /// Takes free places at random, all in one list. They are taken at once and for ever, before anything is signed for them: two who draw the
    /// same one see it here and not when both have signed. What is then not issued wastes a place.
    /// </summary>
    public async Task<IReadOnlyList<TakenPlace>> TakeAsync(Issuer issuer, int count, CancellationToken cancel)
    {
        var list = db.StatusLists.Local.Where(l => l.IssuerId == issuer.Id).MaxBy(l => l.Number)
            ?? await db.StatusLists.Where(l => l.IssuerId == issuer.Id).OrderByDescending(l => l.Number).FirstOrDefaultAsync(cancel);
        // Half full is full: random places stay cheap to find, and a list tells little about how many were issued.
        if (list is null || await db.StatusEntries.CountAsync(e => e.ListId == list.Id, cancel) >= StatusList.Length / 2)
        {
            list = await OpenAsync(issuer, (list?.Number ?? 0) + 1, cancel);
        }
        HashSet<int> taken = [];
        while (taken.Count < count)
        {
            var drawn = Enumerable.Range(0, count - taken.Count).Select(_ => RandomNumberGenerator.GetInt32(StatusList.Length)).ToHashSet();
            taken.UnionWith(await db.TakePlacesAsync(list.Id, drawn, cancel));
        }
        var url = Url(issuer, list.Number);
        return [.. taken.Select(index => new TakenPlace(list, index, new StatusPointer(url, index)))];
    }

    /// <summary>The next list of an issuer; when two open it at once, both go on with the first one's.</summary>
    private async Task<StatusList> OpenAsync(Issuer issuer, int number, CancellationToken cancel)
    {
        var list = StatusList.Open(Guid.CreateVersion7(), issuer.Id, number);
        await SignAsync(list, issuer, cancel);
        if (db.Database.CurrentTransaction is not null || db.Entry(issuer).State == EntityState.Added)
        {
            db.StatusLists.Add(list);
            return list;
        }
        await scopes.AddApartAsync(list);
        return await db.StatusLists.SingleAsync(l => l.IssuerId == issuer.Id && l.Number == number, cancel);
    }

    /// <summary>
    /// Sets bits for ever and signs the lists anew; the caller saves. A school's withdrawals all fall on one list, so they queue for it
    /// instead of refusing each other.
    /// </summary>
    /// <param name="allOf">An issuer of whom every list is signed anew, because the key that signed them is no longer believed.</param>
    public async Task SetAsync(IReadOnlyCollection<IssuedCredential> credentials, CancellationToken cancel, Issuer? allOf = null)
    {
        var others = allOf is null ? [] : await db.StatusLists.Where(l => l.IssuerId == allOf.Id).Select(l => l.Id).ToListAsync(cancel);
        foreach (var list in await db.LockListsAsync(credentials.Select(c => c.StatusListId).Concat(others), cancel))
        {
            foreach (var credential in credentials.Where(c => c.StatusListId == list.Id && !list.IsSet(c.StatusIndex)))
            {
                list.Set(credential.StatusIndex);
            }
            await SignAsync(list, await db.Issuers.SingleAsync(i => i.Id == list.IssuerId, cancel), cancel);
        }
    }

    /// <summary>Signs anew what is getting old, whether anybody reads it or not; safe on many nodes at once.</summary>
    /// <returns>How many lists.</returns>
    public async Task<int> RefreshAsync(CancellationToken cancel)
    {
        var until = clock.GetUtcNow().UtcDateTime - Fresh;
        var old = await (from list in db.StatusLists join issuer in db.Issuers on list.IssuerId equals issuer.Id where list.SignedAt < until select new { Issuer = issuer, list.Number }).ToListAsync(cancel);
        foreach (var list in old)
        {
            await PublishedAsync(list.Issuer, list.Number, cancel);
        }
        return old.Count;
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
            var signed = IsOld(list.SignedAt) ? await RefreshedAsync(list.Issuer, list.Number, cancel) : list.Signed;
            published.Add((list.Issuer.Did, list.Number), signed ?? list.Signed);
        }
        return published;
    }

    /// <summary>Null when it cannot be signed anew: what was published stands until then, with its date.</summary>
    private async Task<byte[]?> RefreshedAsync(Issuer issuer, int number, CancellationToken cancel)
    {
        try
        {
            return await PublishedAsync(issuer, number, cancel);
        }
        catch (KeysClosedException)
        {
            return null;
        }
    }

    private bool IsOld(DateTime signedAt) => clock.GetUtcNow().UtcDateTime - signedAt > Fresh;

    private async Task SignAsync(StatusList list, Issuer issuer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var prepared = Issuance.PrepareStatusList(new StatusListClaims { ListUrl = Url(issuer, list.Number), IssuerDid = issuer.Did, ValidFrom = now, Length = StatusList.Length, SetBits = [.. list.SetBits()] });
        list.Publish(Issuance.Issue(prepared, await keys.SigningKeyAsync(issuer, cancel), now), now.UtcDateTime);
    }
}
