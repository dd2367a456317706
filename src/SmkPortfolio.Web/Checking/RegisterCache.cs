using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Checking;

/// <summary>The signed register as it is published.</summary>
public sealed record PublishedRegister(string Jws, Register Register, DateTimeOffset At);

/// <summary>
/// Keeps the signed register for at most a minute, and only while no key or seal was added, retired or reported stolen: a paper that was issued a second ago
/// must not be called a stranger's.
/// </summary>
public sealed class RegisterCache(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim once = new(1);
    private (PublishedRegister Published, Stamp Stamp)? kept;

    private sealed record Stamp(int Keys, int Ended, int Seals);

    /// <summary>
    /// The register, or the last one known when the database does not answer or the key cannot be opened; null when there never was one, or when keys are
    /// known to have changed since: an older one would call the newest issuer a stranger and a stolen key good.
    /// </summary>
    /// <param name="db">The caller's, which is open already; only making a new register takes one of its own.</param>
    public async Task<PublishedRegister?> CurrentAsync(AppDb db, CancellationToken cancel)
    {
        Stamp? stamp = null;
        try
        {
            stamp = await StampAsync(db, cancel);
            if (Fresh(stamp) is { } known)
            {
                return known;
            }
            await once.WaitAsync(cancel);
            try
            {
                if (Fresh(stamp) is { } meanwhile)
                {
                    return meanwhile;
                }
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<AppDb>().Scope.SeeAllSchools();
                var jws = await scope.ServiceProvider.GetRequiredService<Registry>().SignedAsync(cancel);
                var published = new PublishedRegister(jws, RegisterFile.Read(jws), clock.GetUtcNow());
                kept = (published, stamp);
                return published;
            }
            finally
            {
                once.Release();
            }
        }
        catch (Exception e) when (Faults.IsStorage(e) || e is KeysClosedException)
        {
            return kept is { } last && (stamp is null || last.Stamp == stamp) ? last.Published : null;
        }
    }

    public void Dispose() => once.Dispose();

    private PublishedRegister? Fresh(Stamp stamp) =>
        kept is { } k && k.Stamp == stamp && clock.GetUtcNow() - k.Published.At is var age && age >= TimeSpan.Zero && age < Life ? k.Published : null;

    // One row of each kind in one query: three counts by themselves would be three.
    private static async Task<Stamp> StampAsync(AppDb db, CancellationToken cancel) =>
        await db.IssuerKeys.Select(k => new { IsSeal = false, Ends = (k.RetiredAt != null ? 1 : 0) + (k.CompromisedAt != null ? 1 : 0) })
            .Concat(db.SchoolSeals.Select(s => new { IsSeal = true, Ends = s.CompromisedAt != null ? 1 : 0 }))
            .GroupBy(_ => 1)
            .Select(all => new Stamp(all.Count(k => !k.IsSeal), all.Sum(k => k.Ends), all.Count(k => k.IsSeal)))
            .IgnoreQueryFilters().FirstOrDefaultAsync(cancel) ?? new Stamp(0, 0, 0);
}
