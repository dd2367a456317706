using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;

namespace SmkPortfolio.Web.Pages.Keys;

/// <summary>Somebody who signs in a school's name or circle, with the name by which people know them and all keys, newest first.</summary>
public sealed record KeyHolder(Issuer Issuer, string Name, IReadOnlyList<IssuerKey> Keys)
{
    public bool WasRobbed => Keys.Any(k => k.CompromisedAt is not null);

    /// <summary>All of a school, or the one with this id.</summary>
    public static async Task<IReadOnlyList<KeyHolder>> OfSchoolAsync(AppDb db, Guid schoolId, Guid? issuerId, CancellationToken cancel)
    {
        var issuers = await db.Issuers.Where(i => i.SchoolId == schoolId && (issuerId == null || i.Id == issuerId)).ToListAsync(cancel);
        var ids = issuers.Select(i => i.Id).ToList();
        var keys = (await db.IssuerKeys.Where(k => ids.Contains(k.IssuerId)).ToListAsync(cancel)).ToLookup(k => k.IssuerId);
        var people = issuers.Where(i => i.PersonId is not null).Select(i => i.PersonId!.Value).ToList();
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        foreach (var mentor in await db.Mentors.AsNoTracking().Where(m => people.Contains(m.Id)).ToListAsync(cancel))
        {
            names[mentor.Id] = mentor.Name;
        }
        var school = await db.Schools.Where(s => s.Id == schoolId).Select(s => s.Name).SingleAsync(cancel);
        return [.. issuers
            .Select(i => new KeyHolder(i, i.PersonId is { } person ? names.GetValueOrDefault(person, "") : school, [.. keys[i.Id].OrderByDescending(k => k.From).ThenByDescending(k => k.Id)]))
            .OrderBy(h => h.Issuer.Kind).ThenBy(h => h.Name, StringComparer.OrdinalIgnoreCase).ThenBy(h => h.Issuer.From)];
    }

    /// <summary>The end of a key's public half: enough to tell keys apart, as the register lists them.</summary>
    public static string Mark(IssuerKey key) => "…" + key.Multikey[^8..];
}
