using System.Buffers;
using System.Security.Cryptography;

namespace SmkPortfolio.Data.EvidenceFiles;

/// <summary>Reads a stream once, hashing and counting, and hands each piece on.</summary>
internal static class HashingCopy
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Copies to <paramref name="target"/>, or only hashes when it is null.</summary>
    public static async Task<StoredBlob> RunAsync(Stream source, Stream? target, long maxBytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long size = 0;
            int read;
            while ((read = await source.ReadAsync(buffer.AsMemory(0, BufferBytes), ct)) > 0)
            {
                size += read;
                if (size > maxBytes)
                {
                    throw new BlobTooLargeException(maxBytes);
                }
                hash.AppendData(buffer, 0, read);
                if (target is not null)
                {
                    await target.WriteAsync(buffer.AsMemory(0, read), ct);
                }
            }
            return new StoredBlob(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
