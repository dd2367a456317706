namespace SmkPortfolio.Credentials;

/// <summary>
/// Where current status comes from: the site's own database, or the register's origin over the network. Answers are bytes that are
/// checked like anybody else's; null means "could not be had" and never "all is well".
/// </summary>
public interface IStatusSources
{
    /// <summary>False when only what is stapled to the document may be used.</summary>
    bool Online { get; }

    /// <summary>The signed status list at that address.</summary>
    ValueTask<byte[]?> StatusListAsync(string url, CancellationToken ct);

    /// <summary>The signed state record of a credential.</summary>
    ValueTask<string?> StateAsync(string credentialId, CancellationToken ct);

    /// <summary>SHA-256 (hex) of the paper as issued under that code; null when this source does not know such things.</summary>
    ValueTask<string?> IssuedFileSha256Async(string cvCode, CancellationToken ct);
}

/// <summary>No network: stapled lists or nothing.</summary>
public sealed class OfflineSources : IStatusSources
{
    /// <inheritdoc/>
    public bool Online => false;

    /// <inheritdoc/>
    public ValueTask<byte[]?> StatusListAsync(string url, CancellationToken ct) => ValueTask.FromResult<byte[]?>(null);

    /// <inheritdoc/>
    public ValueTask<string?> StateAsync(string credentialId, CancellationToken ct) => ValueTask.FromResult<string?>(null);

    /// <inheritdoc/>
    public ValueTask<string?> IssuedFileSha256Async(string cvCode, CancellationToken ct) => ValueTask.FromResult<string?>(null);
}
