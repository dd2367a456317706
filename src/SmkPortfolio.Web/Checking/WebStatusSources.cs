using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Issuing.Log;
using SmkPortfolio.Web.Startup;

namespace SmkPortfolio.Web.Checking;

/// <summary>Status, states and file hashes from our own database. What cannot be read now is null, and the check says so.</summary>
public sealed class WebStatusSources(AppDb db, StatusLists lists, StateRecords states, LogReader log) : IStatusSources
{
    private const string ListMark = "status/rev-";
    private const string Proof = "log-proof";
    private readonly Dictionary<string, byte[]?> seenLists = new(StringComparer.Ordinal);
    private readonly Dictionary<CredentialVersion, VersionRecord?> seenVersions = [];
    private readonly Dictionary<string, string?> seenFiles = new(StringComparer.Ordinal);

    public bool Online => true;

    /// <summary>What this check may remember.</summary>
    public CheckMemo Memo { get; set; } = new();

    /// <summary>Says what is at hand already: the hash of the file that was issued under a code.</summary>
    public void Knows(string cvCode, string fileSha256) => seenFiles[cvCode] = fileSha256;

    public async ValueTask PrepareAsync(IReadOnlyCollection<string> lists, IReadOnlyCollection<CredentialVersion> versions, CancellationToken ct)
    {
        await ReadListsAsync(lists, ct);
        await ReadVersionsAsync(versions, ct);
    }

    public async ValueTask<byte[]?> StatusListAsync(string url, CancellationToken ct)
    {
        if (!seenLists.ContainsKey(url))
        {
            await ReadListsAsync([url], ct);
        }
        return seenLists[url];
    }

    public async ValueTask<string?> StateAsync(CredentialVersion version, CancellationToken ct) => (await VersionAsync(version, ct))?.State;

    public async ValueTask<string?> IssuedFileSha256Async(string cvCode, CancellationToken ct) => seenFiles.TryGetValue(cvCode, out var known)
        ? known
        : await WhenStorageAnswersAsync(() => db.CvDocuments.IgnoreQueryFilters().Where(c => c.Code == cvCode).Select(c => c.PdfSha256).SingleOrDefaultAsync(ct));

    private async Task<VersionRecord?> VersionAsync(CredentialVersion version, CancellationToken ct)
    {
        if (!seenVersions.ContainsKey(version))
        {
            await ReadVersionsAsync([version], ct);
        }
        return seenVersions[version];
    }

    private async Task ReadListsAsync(IReadOnlyCollection<string> urls, CancellationToken ct)
    {
        var places = urls.ToDictionary(url => url, Place, StringComparer.Ordinal);
        var wanted = places.Values.OfType<(string Did, int Number)>().ToList();
        var found = wanted.Count == 0 ? null : await WhenStorageAnswersAsync(() => lists.PublishedAsync(wanted, ct)!);
        foreach (var (url, place) in places)
        {
            seenLists[url] = place is { } known ? found?.GetValueOrDefault(known) : null;
        }
    }

    private async Task ReadVersionsAsync(IReadOnlyCollection<CredentialVersion> versions, CancellationToken ct)
    {
        var found = versions.Count == 0 ? null : await WhenStorageAnswersAsync(() => states.OfAsync(versions, ct)!);
        foreach (var version in versions)
        {
            seenVersions[version] = found?.GetValueOrDefault(version);
        }
    }

    /// <summary>A proof never grows old: one for a paper of ours is made once, as long as that check's memo remembers.</summary>
    public async ValueTask<string?> LogProofAsync(CredentialVersion version, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        if (Memo.TryFind(Proof, file.Span, out string? known))
        {
            return known;
        }
        // The same document written otherwise is as genuine, but it is not the file that was entered.
        var proof = await VersionAsync(version, ct) is { File: { } entered } && entered.Is(file.Span)
            ? await WhenStorageAnswersAsync(async () => (await log.ProofAsync(entered, ct))?.Write())
            : null;
        if (proof is not null)
        {
            Memo.Keep(Proof, file.Span, proof);
        }
        return proof;
    }

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
        catch (Exception e) when (Faults.IsStorage(e) || e is LogBrokenException or KeysClosedException)
        {
            return null;
        }
    }
}
