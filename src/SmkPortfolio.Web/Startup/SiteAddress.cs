using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>Keeps the public address of the first start: identifiers in signed documents are made from it.</summary>
public static class SiteAddress
{
    private const string Fact = "Site:PublicUrl";

    public static async Task CheckAsync(AppDb db, AllSettings settings, CancellationToken cancel)
    {
        var now = settings.PublicUrl.GetLeftPart(UriPartial.Authority);
        var known = await db.SiteFacts.SingleOrDefaultAsync(f => f.Name == Fact, cancel);
        if (known is null)
        {
            db.SiteFacts.Add(new SiteFact { Name = Fact, Value = now });
        }
        else if (known.Value != now)
        {
            if (!settings.Site.FormerUrls.Contains(known.Value, StringComparer.Ordinal))
            {
                throw new SettingException($"Site:PublicUrl was {known.Value} at the first start and is {now} now; to move, add the old address to Site:FormerUrls.");
            }
            known.Value = now;
        }
        await db.SaveChangesAsync(cancel);
    }
}
