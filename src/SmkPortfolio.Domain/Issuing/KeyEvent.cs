using System.Globalization;
using System.Text;

namespace SmkPortfolio.Domain.Issuing;

/// <summary>What can happen to a signing key; the names are part of the logged format.</summary>
public enum KeyHappening
{
    Added,
    Retired,
    Compromised,
}

/// <summary>The file to which a key event's log entry commits.</summary>
public static class KeyEvent
{
    /// <summary>RFC 8785 JSON: DID, multikey and happening hold nothing that needs escaping.</summary>
    public static byte[] Bytes(string did, string multikey, KeyHappening happening, DateTimeOffset at) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"at":"{{at.UtcDateTime:yyyy-MM-dd'T'HH':'mm':'ss'Z'}}","did":"{{did}}","event":"{{Name(happening)}}","key":"{{multikey}}"}"""));

    private static string Name(KeyHappening happening) => happening switch
    {
        KeyHappening.Added => "added",
        KeyHappening.Retired => "retired",
        KeyHappening.Compromised => "compromised",
        _ => throw new ArgumentOutOfRangeException(nameof(happening), happening, "This happening has no name in the log."),
    };
}
