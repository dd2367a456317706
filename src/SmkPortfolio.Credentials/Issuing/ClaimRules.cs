using System.Text;
using System.Text.RegularExpressions;
using SmkPortfolio.Credentials.Status;

namespace SmkPortfolio.Credentials.Issuing;

/// <summary>The rules for single values of a claim; each refusal has its code.</summary>
internal static partial class ClaimRules
{
    private const int MaxText = 20_000;

    /// <summary>Text as it will be signed: normalised, line breaks as LF, without other control characters.</summary>
    public static string Text(string where, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) throw new CredentialLintException("text-empty", where);
        if (value.Length > MaxText) throw new CredentialLintException("text-too-long", where);
        string text;
        try
        {
            text = value.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException e)
        {
            throw new CredentialLintException("text-not-unicode", where, e);
        }
        return text.Any(c => char.IsControl(c) && c != '\n') ? throw new CredentialLintException("control-character", where) : text;
    }

    /// <summary>A name, in which a national number of a person must not stand.</summary>
    public static string PersonName(string where, string? value)
    {
        var name = Text(where, value);
        return NationalNumber().IsMatch(name) ? throw new CredentialLintException("personal-number", where) : name;
    }

    /// <summary>An absolute https address (http on localhost only), a did:web, or <c>urn:uuid:</c>.</summary>
    public static string Id(string where, string? value)
    {
        var isUrn = value is not null && value.StartsWith("urn:uuid:", StringComparison.Ordinal) && Guid.TryParseExact(value["urn:uuid:".Length..], "D", out _);
        return isUrn || DidWeb.IsValid(value) || IsWebAddress(value) ? value! : throw new CredentialLintException("id-not-absolute", where);
    }

    public static string Url(string where, string? value) =>
        IsWebAddress(value) ? value! : throw new CredentialLintException("url-not-absolute", where);

    public static string Did(string where, string? value) =>
        DidWeb.IsValid(value) ? value! : throw new CredentialLintException("issuer-not-did-web", where);

    public static string DigestSri(string where, string? sha256Hex)
    {
        if (sha256Hex is not { Length: 64 } || !sha256Hex.All(char.IsAsciiHexDigit)) throw new CredentialLintException("digest-not-sha256", where);
        return "sha256-" + Convert.ToBase64String(Convert.FromHexString(sha256Hex));
    }

    public static string MediaType(string where, string? value) =>
        value is not null && MediaTypePattern().IsMatch(value) ? value : throw new CredentialLintException("media-type", where);

    public static StatusPointer Status(string issuerDid, StatusPointer? status)
    {
        if (status is null) throw new CredentialLintException("status-missing", "credentialStatus");
        if (status.Index is < 0 or >= BitstringStatusList.MinLength) throw new CredentialLintException("status-index", "credentialStatus");
        ListUrl(issuerDid, status.ListUrl);
        return status;
    }

    /// <summary>One list per issuer, under the issuer's own address: verifiers compare the list's issuer with the credential's.</summary>
    public static string ListUrl(string issuerDid, string? url)
    {
        Url("credentialStatus", url);
        var prefix = DidWeb.BaseUrl(issuerDid) + "status/";
        return url!.StartsWith(prefix, StringComparison.Ordinal) && url.Length > prefix.Length ? url : throw new CredentialLintException("status-list-elsewhere", "credentialStatus");
    }

    private static bool IsWebAddress(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url)
        && (url.Scheme == "https" || (url.Scheme == "http" && url.Host == "localhost"))
        && url.HostNameType == UriHostNameType.Dns
        && value!.All(c => c is > ' ' and < '\u007f' and not ('<' or '>' or '"' or '{' or '}' or '|' or '\\' or '^' or '`'));

    [GeneratedRegex(@"(?<!\d)(\d{10}|\d{16})(?!\d)")]
    private static partial Regex NationalNumber();

    [GeneratedRegex(@"^[a-z]+/[a-z0-9][a-z0-9.+-]{0,80}$")]
    private static partial Regex MediaTypePattern();
}
