namespace SmkPortfolio.Credentials;

/// <summary>How a decentralised identifier is spelt, whatever its method (W3C DID Core, section 3.1).</summary>
internal static class DidSyntax
{
    private const int MaxLength = 4096;

    /// <summary>True for <c>did:method:id</c>. No blank, no letter beyond ASCII and no invisible mark fits in, so that it can be shown.</summary>
    public static bool IsDid(string text)
    {
        var parts = text.Length <= MaxLength ? text.Split(':', 3) : [];
        return parts is ["did", { Length: > 0 } method, { Length: > 0 } id]
            && method.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            && id[^1] != ':' && IsPlain(id);
    }

    /// <summary>True for the address of a page, which the data model allows as an issuer too.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= MaxLength && text.All(c => c is > ' ' and < '\u007f') && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http";

    private static bool IsPlain(string id)
    {
        for (var i = 0; i < id.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(id[i]) || id[i] is '.' or '-' or '_' or ':') continue;
            if (id[i] != '%' || i + 2 >= id.Length || !char.IsAsciiHexDigit(id[i + 1]) || !char.IsAsciiHexDigit(id[i + 2])) return false;
            i += 2;
        }
        return true;
    }
}
