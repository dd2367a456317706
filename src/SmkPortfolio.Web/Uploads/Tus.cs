using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Domain.Files;

namespace SmkPortfolio.Web.Uploads;

/// <summary>The words of the protocol tus 1.0 that this site speaks.</summary>
internal static class Tus
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,creation-with-upload,checksum,expiration,termination";
    public const string Algorithms = "sha256,sha1";
    public const string ContentType = "application/offset+octet-stream";

    public const string Resumable = "Tus-Resumable";
    public const string Offset = "Upload-Offset";
    public const string Length = "Upload-Length";
    public const string Metadata = "Upload-Metadata";
    public const string Expires = "Upload-Expires";
    public const string Checksum = "Upload-Checksum";
    public const string DeferLength = "Upload-Defer-Length";
    public const string MethodOverride = "X-HTTP-Method-Override";

    /// <summary>The status that the extension gives to a part that arrived otherwise than it was sent.</summary>
    public const int ChecksumMismatch = 460;

    /// <summary>A count of bytes as the protocol writes it; null for anything else.</summary>
    public static long? Number(string? text) => text is { Length: > 0 and <= 18 } && text.All(char.IsAsciiDigit) ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Keys and values of <c>Upload-Metadata</c>; null when it is not written as the protocol says, or too long.</summary>
    public static IReadOnlyDictionary<string, string>? ReadMetadata(string header)
    {
        if (header.Length > Upload.MetadataMax)
        {
            return null;
        }
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries).Where(p => p.Length > 0))
        {
            var words = pair.Split(' ');
            if (words.Length > 2 || words[0].Any(c => c is <= ' ' or > '~') || ReadText(words.ElementAtOrDefault(1) ?? "") is not { } value || !read.TryAdd(words[0], value))
            {
                return null;
            }
        }
        return read;
    }

    /// <summary>The checksum that is announced for a part; null when it is written otherwise than the protocol says, or with an algorithm that is not offered.</summary>
    public static AnnouncedChecksum? ReadChecksum(string header)
    {
        if (header.Split(' ') is not [var name, var encoded] || encoded.Length > 100)
        {
            return null;
        }
        var digest = new byte[100];
        if (!Convert.TryFromBase64String(encoded, digest, out var length))
        {
            return null;
        }
        return (name, length) switch
        {
            ("sha256", SHA256.HashSizeInBytes) => new AnnouncedChecksum(HashAlgorithmName.SHA256, digest[..length]),
            ("sha1", SHA1.HashSizeInBytes) => new AnnouncedChecksum(HashAlgorithmName.SHA1, digest[..length]),
            _ => null,
        };
    }

    private static string? ReadText(string encoded)
    {
        var bytes = new byte[encoded.Length];
        try
        {
            return Convert.TryFromBase64String(encoded, bytes, out var length) ? Strict.GetString(bytes, 0, length) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}

/// <summary>What a part's bytes must hash to.</summary>
internal sealed record AnnouncedChecksum(HashAlgorithmName Algorithm, byte[] Digest);
