using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SmkPortfolio.Credentials.Foreign;

/// <summary>What a badge picture carries.</summary>
/// <param name="IsReadable">False when the file is cut, or a part of it does not fit its own checksum.</param>
/// <param name="Credential">The text baked in; null when there is none, or more than one.</param>
/// <param name="IsOldBadge">It carries an Open Badge of version 2, which is another thing.</param>
public sealed record BakedPng(bool IsReadable, ReadOnlyMemory<byte>? Credential, bool IsOldBadge)
{
    private const int MaxChunks = 20_000;
    private const int MaxTextBytes = 5 * 1024 * 1024;
    private const int HeaderBytes = 8;

    // Of the checksum that PNG and ZIP share.
    private static readonly uint[] Table = MakeTable();

    private static readonly BakedPng Unreadable = new(false, null, false);

    /// <summary>Reads the picture's chunks; the picture itself is not looked at.</summary>
    public static BakedPng Read(ReadOnlyMemory<byte> file)
    {
        ReadOnlyMemory<byte>? found = null;
        var isOld = false;
        var rest = file.Length > HeaderBytes ? file[HeaderBytes..] : default;
        for (var count = 0; count < MaxChunks && rest.Length >= 12; count++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
            if (length > rest.Length - 12) return Unreadable;
            var body = rest.Slice(8, (int)length);
            if (BinaryPrimitives.ReadUInt32BigEndian(rest.Span[(8 + (int)length)..]) != Checksum(rest.Span.Slice(4, (int)length + 4))) return Unreadable;
            var type = Encoding.ASCII.GetString(rest.Span.Slice(4, 4));
            // What comes after the end belongs to no picture.
            if (type == "IEND") return new BakedPng(true, found, isOld && found is null);
            if (type is "iTXt" or "tEXt" && Keyword(body) is { } keyword)
            {
                isOld |= keyword == "openbadges";
                if (keyword == "openbadgecredential")
                {
                    // Two are no badge, whatever they say: a second one is not unpacked.
                    if (found is not null) return new BakedPng(true, null, false);
                    found = Text(body[(keyword.Length + 1)..], type == "iTXt");
                    if (found is null) return Unreadable;
                }
            }
            rest = rest[(12 + (int)length)..];
        }
        return Unreadable;
    }

    /// <summary>The checksum of a chunk: over its type and content.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : 0xedb88320 ^ (value >> 1);
            table[i] = value;
        }
        return table;
    }

    private static string? Keyword(ReadOnlyMemory<byte> body)
    {
        var end = body.Span.IndexOf((byte)0);
        return end is > 0 and < 80 ? Encoding.ASCII.GetString(body.Span[..end]) : null;
    }

    private static ReadOnlyMemory<byte>? Text(ReadOnlyMemory<byte> body, bool isInternational)
    {
        if (!isInternational) return body.Length <= MaxTextBytes ? body : default(ReadOnlyMemory<byte>?);
        if (body.Length < 4) return null;
        var isCompressed = body.Span[0] == 1;
        if (body.Span[0] > 1 || (isCompressed && body.Span[1] != 0)) return null;
        body = body[2..];
        // Language and translated keyword.
        for (var i = 0; i < 2; i++)
        {
            var end = body.Span.IndexOf((byte)0);
            if (end < 0) return null;
            body = body[(end + 1)..];
        }
        if (body.Length > MaxTextBytes) return null;
        return isCompressed ? Inflate(body) : body;
    }

    private static ReadOnlyMemory<byte>? Inflate(ReadOnlyMemory<byte> packed)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            using var text = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                if (text.Length + read > MaxTextBytes) return null;
                text.Write(buffer, 0, read);
            }
            return text.GetBuffer().AsMemory(0, (int)text.Length);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // The latter when it asks for a dictionary agreed upon beforehand.
            return null;
        }
    }
}
