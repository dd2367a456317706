using System.Buffers.Binary;
using SmkPortfolio.Credentials.Foreign;

namespace SmkPortfolio.Credentials;

/// <summary>Bakes a credential into a picture (Open Badges 3.0 section 5.3.1): the PNG stays a PNG, and carries the file to check.</summary>
public static class BadgePicture
{
    private const int HeaderBytes = 8;
    private const int ChunkFrame = 12;

    /// <summary>The picture with the credential inside, in one uncompressed iTXt chunk right behind the head.</summary>
    /// <param name="png">A PNG without a credential.</param>
    /// <param name="credential">The exact file bytes, UTF-8.</param>
    /// <exception cref="ArgumentException">It is no PNG, or one that carries a credential already.</exception>
    public static byte[] Bake(ReadOnlyMemory<byte> png, ReadOnlySpan<byte> credential)
    {
        if (BakedPng.Read(png) is not { IsReadable: true, Credential: null, IsOldBadge: false }) throw new ArgumentException("not a PNG that can be baked into", nameof(png));
        var head = HeaderBytes + ChunkFrame + (int)BinaryPrimitives.ReadUInt32BigEndian(png.Span[HeaderBytes..]);
        // Keyword, not compressed, no language, no translated keyword.
        byte[] body = [.. "iTXtopenbadgecredential"u8, 0, 0, 0, 0, 0, .. credential];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)(body.Length - 4));
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), BakedPng.Checksum(body));
        return [.. png.Span[..head], .. chunk, .. png.Span[head..]];
    }
}
