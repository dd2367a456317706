using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Checking;

/// <summary>Status, states and file hashes from our own database. What cannot be read now is null, and the check says so.</summary>
public sealed class WebStatusSources(AppDb db, StatusLists lists, StateRecords states) : IStatusSources
{
    private const string ListMark = "status/rev-";
    private readonly Dictionary<string, byte[]?> seen = new(StringComparer.Ordinal);

    public bool Online => true;

    public async ValueTask<byte[]?> StatusListAsync(string url, CancellationToken ct)
    {
        if (seen.TryGetValue(url, out var known))
        {
            return known;
        }
        return seen[url] = Place(url) is { } place ? await WhenStorageAnswersAsync(async () =>
            await db.Issuers.AsNoTracking().SingleOrDefaultAsync(i => i.Did == place.Did, ct) is { } issuer ? await lists.PublishedAsync(issuer, place.Number, ct) : null) : null;
    }

    public async ValueTask<string?> StateAsync(string credentialId, CancellationToken ct) =>
        await WhenStorageAnswersAsync(() => states.SignedAsync(credentialId, ct));

    public async ValueTask<string?> IssuedFileSha256Async(string cvCode, CancellationToken ct) =>
        await WhenStorageAnswersAsync(() => db.CvDocuments.IgnoreQueryFilters().Where(c => c.Code == cvCode).Select(c => c.PdfSha256).SingleOrDefaultAsync(ct));

    /// <summary>The issuer and number that a list's address names. Former addresses of this site still name the issuers of that day.</summary>
    internal static (string Did, int Number)? Place(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length > 0
            || address.AbsolutePath.LastIndexOf(ListMark, StringComparison.Ordinal) is not (> 0 and var mark)
            || !address.AbsolutePath.EndsWith(".json", StringComparison.Ordinal)
            || !int.TryParse(address.AbsolutePath.AsSpan()[(mark + ListMark.Length)..^".json".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }
        var host = address.Authority.Replace(":", "%3A", StringComparison.Ordinal);
        var under = address.AbsolutePath[1..mark].TrimEnd('/');
        return (under == ".well-known" ? $"did:web:{host}" : $"did:web:{host}:{under.Replace('/', ':')}", number);
    }

    private static async Task<T?> WhenStorageAnswersAsync<T>(Func<Task<T?>> ask) where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (Faults.IsStorage(e))
        {
            return null;
        }
    }
}
