using SmkPortfolio.Credentials;

namespace SmkPortfolio.Verifier.Cli;

/// <summary>Reads the issuer register from a file or an address.</summary>
internal static class RegisterLoader
{
    /// <summary>The register's text.</summary>
    public static async Task<string> LoadAsync(string source, AddressMap map, HttpClient http, CancellationToken ct)
    {
        var isAddress = source.StartsWith("https://", StringComparison.Ordinal) || source.StartsWith("http://", StringComparison.Ordinal);
        try
        {
            return isAddress ? await http.GetStringAsync(map.Resolve(source), ct) : await File.ReadAllTextAsync(source, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            throw new UsageException($"The register {source} cannot be read.");
        }
    }

    /// <summary>The register behind the text.</summary>
    public static Register Read(string text, string source)
    {
        try
        {
            return RegisterFile.Read(text);
        }
        catch (RegisterException e)
        {
            throw new UsageException($"The register {source} cannot be believed ({e.Message}).");
        }
    }
}
