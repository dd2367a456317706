namespace SmkPortfolio.Credentials;

/// <summary>
/// The evidence that was handed in with a document: of each file only what its address ends in, <c>revisions/ID</c> or <c>evidence/ID</c>,
/// and its SHA-256.
/// </summary>
public sealed class EvidenceFiles
{
    private readonly Dictionary<(string Folder, Guid Id), List<string>> _digests = [];

    /// <summary>Nothing at hand.</summary>
    public static EvidenceFiles None { get; } = new();

    /// <summary>Notes a file.</summary>
    /// <param name="folder"><c>revisions</c> or <c>evidence</c>.</param>
    /// <param name="id">The last part of its address.</param>
    /// <param name="sha256">Of its bytes, 32 of them.</param>
    public void Add(string folder, Guid id, ReadOnlySpan<byte> sha256)
    {
        if (!_digests.TryGetValue((folder, id), out var known)) _digests.Add((folder, id), known = []);
        known.Add("sha256-" + Convert.ToBase64String(sha256));
    }

    /// <summary>The digests of what is at hand for an address; none when nothing is. Two files of one id must both be the one that was pinned.</summary>
    internal IReadOnlyList<string> Of(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Segments is [.., var folder, var name] && Guid.TryParse(name, out var id)
        && _digests.TryGetValue((folder.TrimEnd('/'), id), out var known) ? known : [];
}
