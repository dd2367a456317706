namespace SmkPortfolio.Credentials;

/// <summary>The did:web identifiers of one site. They are made from the site's public origin and never from a request.</summary>
public static class DidWeb
{
    private const string Prefix = "did:web:";

    /// <summary>The platform itself.</summary>
    public static string ForPlatform(Uri site) => Prefix + Host(site);

    /// <summary>A school by its NPSN.</summary>
    public static string ForSchool(Uri site, string npsn) => $"{Prefix}{Host(site)}:schools:{Segment(npsn)}";

    /// <summary>A member of a school's staff; <paramref name="opaque"/> is random, never a name or number of the person.</summary>
    public static string ForStaff(Uri site, string npsn, string opaque) => $"{ForSchool(site, npsn)}:staff:{Segment(opaque)}";

    /// <summary>A mentor or client of a partner company.</summary>
    public static string ForMentor(Uri site, Guid partnerId, string opaque) => $"{Prefix}{Host(site)}:partners:{partnerId:D}:mentors:{Segment(opaque)}";

    /// <summary>The address of a DID's document: https, and http only for localhost.</summary>
    /// <exception cref="FormatException">The text is not a did:web of a host name.</exception>
    public static Uri DocumentUrl(string did)
    {
        var parts = did.StartsWith(Prefix, StringComparison.Ordinal) ? did[Prefix.Length..].Split(':') : [];
        if (parts.Length == 0 || parts.Any(p => p.Length == 0 || p.Any(c => !IsPlain(c)))) throw new FormatException("not a did:web");
        var authority = parts[0].Replace("%3A", ":", StringComparison.Ordinal);
        if (authority.Contains('%') || parts.Skip(1).Any(p => p.Contains('%') || p is "." or "..")) throw new FormatException("not a did:web");
        var scheme = authority == "localhost" || authority.StartsWith("localhost:", StringComparison.Ordinal) ? "http" : "https";
        var path = parts.Length == 1 ? "/.well-known/did.json" : "/" + string.Join('/', parts.Skip(1)) + "/did.json";
        var isUrl = Uri.TryCreate($"{scheme}://{authority}{path}", UriKind.Absolute, out var url);
        if (!isUrl || url!.HostNameType != UriHostNameType.Dns || !string.Equals(authority, url.Authority, StringComparison.Ordinal))
            throw new FormatException("not a did:web of a host");
        return url;
    }

    /// <summary>The address under which everything of a DID lies (status lists, credentials), ending in a slash.</summary>
    public static string BaseUrl(string did)
    {
        var url = DocumentUrl(did).AbsoluteUri;
        return did.Count(c => c == ':') == 2 ? url[..^".well-known/did.json".Length] : url[..^"did.json".Length];
    }

    /// <summary>True when the text is a did:web we could look up.</summary>
    public static bool IsValid(string? did)
    {
        try
        {
            return did is not null && DocumentUrl(did) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string Host(Uri site)
    {
        if (!site.IsAbsoluteUri || site.HostNameType != UriHostNameType.Dns || site.Scheme is not ("http" or "https"))
            throw new ArgumentException("A did:web needs an http(s) origin with a host name.", nameof(site));
        var host = site.IdnHost.ToLowerInvariant();
        return site.IsDefaultPort ? host : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{host}%3A{site.Port}");
    }

    private static string Segment(string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? value : throw new ArgumentException("Only letters, digits, '-' and '_' may stand in a DID.", nameof(value));

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '%';
}
