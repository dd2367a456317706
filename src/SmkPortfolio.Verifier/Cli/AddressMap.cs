namespace SmkPortfolio.Verifier.Cli;

/// <summary>Says where an origin is really reached, for sites that answer under another address (a proxy, a test).</summary>
internal sealed class AddressMap
{
    private readonly string? _from;
    private readonly string? _to;

    private AddressMap(string? from, string? to)
    {
        _from = from;
        _to = to;
    }

    public static AddressMap Parse(string? at)
    {
        if (at is null) return new AddressMap(null, null);
        var parts = at.Split('=');
        return parts.Length == 2 && IsOrigin(parts[0]) && IsOrigin(parts[1])
            ? new AddressMap(parts[0], parts[1])
            : throw new UsageException("--at needs the form https://HOST=http://127.0.0.1:PORT.");
    }

    /// <summary>The address to dial. Plain http is dialled only on this machine.</summary>
    public Uri Resolve(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Host.Length == 0) throw new UsageException($"{url} is no address.");
        var origin = parsed.GetLeftPart(UriPartial.Authority);
        var target = new Uri((origin == _from ? _to! : origin) + parsed.PathAndQuery);
        return target.Scheme == "https" || target.IsLoopback ? target : throw new UsageException($"{origin} is not an https address.");
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text;
}
