namespace SmkPortfolio.Credentials;

/// <summary>One version of a credential: versions share the id, and each has its own place in a status list.</summary>
/// <param name="StatusList">Address of the list; null when the document names none.</param>
public sealed record CredentialVersion(string Id, string? StatusList, int StatusIndex);

/// <summary>
/// Where current status comes from: the site's own database, or the register's origin over the network. Answers are bytes that are
/// checked like anybody else's; null means "could not be had" and never "all is well".
/// </summary>
public interface IStatusSources
{
    /// <summary>False when only what is stapled to the document may be used.</summary>
    bool Online { get; }

    /// <summary>Says what is going to be asked, so that it can be fetched in one go. What is asked beyond it is answered too.</summary>
    ValueTask PrepareAsync(IReadOnlyCollection<string> lists, IReadOnlyCollection<CredentialVersion> versions, CancellationToken ct) => ValueTask.CompletedTask;

    /// <summary>The signed status list at that address.</summary>
    ValueTask<byte[]?> StatusListAsync(string url, CancellationToken ct);

    /// <summary>The signed state record of one version of a credential.</summary>
    ValueTask<string?> StateAsync(CredentialVersion version, CancellationToken ct);

    /// <summary>SHA-256 (hex) of the paper as issued under that code; null when this source does not know such things.</summary>
    ValueTask<string?> IssuedFileSha256Async(string cvCode, CancellationToken ct);

    /// <summary>The log proof of exactly these bytes; null when this source has none.</summary>
    ValueTask<string?> LogProofAsync(CredentialVersion version, ReadOnlyMemory<byte> file, CancellationToken ct) => ValueTask.FromResult<string?>(null);
}

/// <summary>No network: stapled lists or nothing.</summary>
public sealed class OfflineSources : IStatusSources
{
    /// <inheritdoc/>
    public bool Online => false;

    /// <inheritdoc/>
    public ValueTask<byte[]?> StatusListAsync(string url, CancellationToken ct) => ValueTask.FromResult<byte[]?>(null);

    /// <inheritdoc/>
    public ValueTask<string?> StateAsync(CredentialVersion version, CancellationToken ct) => ValueTask.FromResult<string?>(null);

    /// <inheritdoc/>
    public ValueTask<string?> IssuedFileSha256Async(string cvCode, CancellationToken ct) => ValueTask.FromResult<string?>(null);
}
