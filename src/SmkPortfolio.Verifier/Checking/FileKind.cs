using System.Buffers.Text;

namespace SmkPortfolio.Verifier.Checking;

/// <summary>The kinds of file in which a credential may come.</summary>
public enum FileKind
{
    Unknown,
    Pdf,
    Json,
    Jwt,
    Png,
    Zip,
}

/// <summary>Tells kinds apart by their first bytes; names and media types are not believed.</summary>
public static class FileKinds
{
    private const int MaxJwtBytes = 1024 * 1024;
    private const int TrailerBytes = 1024;

    /// <summary>The kind of a file.</summary>
    public static FileKind Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return FileKind.Png;
        if (file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8)) return FileKind.Zip;
        var text = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        text = text.Trim(" \t\r\n"u8);
        if (text.StartsWith("{"u8) || text.StartsWith("["u8)) return FileKind.Json;
        if (IsJwt(text)) return FileKind.Jwt;
        return EndsLikePdf(file) ? FileKind.Pdf : FileKind.Unknown;
    }

    // A PDF whose first bytes were changed is still somebody's PDF, and shall be called altered.
    private static bool EndsLikePdf(ReadOnlySpan<byte> file)
    {
        var end = file[Math.Max(0, file.Length - TrailerBytes)..];
        return end.IndexOf("startxref"u8) >= 0 && end.IndexOf("%%EOF"u8) >= 0;
    }

    private static bool IsJwt(ReadOnlySpan<byte> text)
    {
        // The first part is a JSON object: in base64url its brace is an "e" and one of four letters.
        if (text.Length is < 4 or > MaxJwtBytes || text[0] != 'e' || text[1] is < (byte)'w' or > (byte)'z' || text.Count((byte)'.') != 2) return false;
        foreach (var part in text.Split((byte)'.'))
            if (!Base64Url.IsValid(text[part])) return false;
        return true;
    }
}
