using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Issuing.Log;

/// <summary>The log's name and its signer: made before the first page is served, so that every register since then names them, and kept, also when the site moves.</summary>
public sealed class LogName(AppDb db, KeyRing keys, AllSettings settings, TimeProvider clock)
{
    private const string Fact = "Log:Origin";

    /// <summary>Name and signer, made and saved when there are none.</summary>
    public async Task<(string Origin, Issuer Signer)> EnsureAsync(CancellationToken cancel)
    {
        var signer = await keys.LogAsync(cancel);
        var origin = await OriginAsync(db, cancel);
        if (origin is null)
        {
            origin = string.Create(CultureInfo.InvariantCulture, $"{settings.PublicUrl.Authority}/log/{clock.GetUtcNow().Year}");
            db.SiteFacts.Add(new SiteFact { Name = Fact, Value = origin });
        }
        await db.SaveChangesAsync(cancel);
        return (origin, signer);
    }

    /// <summary>The name, or null when there is no log yet.</summary>
    public static Task<string?> OriginAsync(AppDb db, CancellationToken cancel) =>
        db.SiteFacts.Where(f => f.Name == Fact).Select(f => f.Value).SingleOrDefaultAsync(cancel);
}
