using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace SmkPortfolio.Credentials.Status;

/// <summary>The bits of a Bitstring Status List: <c>u</c> + base64url of GZIP; index 0 is the left-most bit.</summary>
internal static class BitstringStatusList
{
    /// <summary>Fewer entries would tell too much about whose bit was set.</summary>
    public const int MinLength = 131_072;

    private const int MaxBytes = 1024 * 1024;

    public static string Encode(int length, IEnumerable<int> setBits)
    {
        var bits = new byte[length / 8];
        foreach (var index in setBits) bits[index / 8] |= (byte)(0x80 >> (index % 8));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bits);
        return "u" + Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>The bits, or null when the text is no list or unpacks to more than a list may hold.</summary>
    public static byte[]? Decode(string? encoded)
    {
        if (encoded is not ['u', ..] || encoded.Length > MaxBytes * 2) return null;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(Base64Url.DecodeFromUtf8(Encoding.ASCII.GetBytes(encoded[1..]))), CompressionMode.Decompress);
            // Most lists have the least length: room for the largest would be a megabyte for each.
            var bits = new byte[(MinLength / 8) + 1];
            var length = gzip.ReadAtLeast(bits, bits.Length, throwOnEndOfStream: false);
            if (length == bits.Length)
            {
                Array.Resize(ref bits, MaxBytes + 1);
                length += gzip.ReadAtLeast(bits.AsSpan(length), bits.Length - length, throwOnEndOfStream: false);
            }
            return length > MaxBytes || length * 8 < MinLength ? null : bits[..length];
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return null;
        }
    }

    public static bool IsSet(byte[] bits, int index) => (bits[index / 8] & (0x80 >> (index % 8))) != 0;
}
