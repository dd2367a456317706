using System.Text;
using SmkPortfolio.Credentials;

namespace SmkPortfolio.Verifier.Cli;

/// <summary>Current status from the register's own origin. No other host is ever dialled, whatever a document asks for.</summary>
internal sealed class HttpSources(HttpClient http, Register register, AddressMap map) : IStatusSources
{
    /// <inheritdoc/>
    public bool Online => true;

    /// <inheritdoc/>
    public async ValueTask<byte[]?> StatusListAsync(string url, CancellationToken ct) => await GetAsync(url, ct);

    /// <inheritdoc/>
    public async ValueTask<string?> StateAsync(CredentialVersion version, CancellationToken ct) =>
        await GetAsync(StateRecord.AddressOf(version), ct) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <inheritdoc/>
    public ValueTask<string?> IssuedFileSha256Async(string cvCode, CancellationToken ct) => ValueTask.FromResult<string?>(null);

    private async Task<byte[]?> GetAsync(string url, CancellationToken ct)
    {
        if (!register.IsOwnAddress(url)) return null;
        var path = new Uri(url).PathAndQuery;
        try
        {
            // A former origin's documents are served by the present one.
            using var answer = await http.GetAsync(map.Resolve(register.Content.Origin + path), ct);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(ct) : null;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
