using System.Buffers;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>The one spelling of <c>{schoolId}/{sha256}</c>, shared by all stores.</summary>
internal static class BlobAddress
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static string Folder(Guid schoolId) => schoolId.ToString("D");

    public static string For(Guid schoolId, string sha256Hex) => $"{Folder(schoolId)}/{Checked(sha256Hex)}";

    /// <summary>The school and hash that a name spells; null when it is no such name.</summary>
    public static (Guid SchoolId, string Sha256Hex)? Read(string name) =>
        name.Length == 101 && name[36] == '/' && Guid.TryParseExact(name[..36], "D", out var school) && name.AsSpan(37) is var hash && !hash.ContainsAnyExcept(HexDigits)
            ? (school, hash.ToString())
            : null;

    /// <summary>Hashes come from our own rows; anything else here would be a way out of the folder.</summary>
    public static string Checked(string sha256Hex)
    {
        ArgumentNullException.ThrowIfNull(sha256Hex);
        if (sha256Hex.Length != 64 || sha256Hex.AsSpan().ContainsAnyExcept(HexDigits))
        {
            throw new ArgumentException("A SHA-256 is written as 64 lower-case hexadecimal digits.", nameof(sha256Hex));
        }
        return sha256Hex;
    }
}
