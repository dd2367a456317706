using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SmkPortfolio.Credentials;

/// <summary>
/// Remembers what follows from bytes alone, whoever asks and whenever: that a proof is sound, what a document says. It is found by the
/// SHA-256 of those bytes, so that one changed byte is computed anew. Status, state, register and dates are never kept here.
/// </summary>
/// <param name="mostBytes">About so much memory; when it is full, everything is forgotten.</param>
public sealed class CheckMemo(long mostBytes = 16 * 1024 * 1024)
{
    private const int PerResult = 200;

    // A parsed document takes some three times the bytes that it was parsed from.
    private const int PerByte = 3;

    private readonly ConcurrentDictionary<(string Kind, UInt128 High, UInt128 Low), object?> _results = new();
    private long _weight;

    /// <summary>The result for these bytes, computed when it is not known yet. What throws is not kept.</summary>
    /// <param name="kind">Which computation; two of them never share a result.</param>
    public T Of<T>(string kind, ReadOnlySpan<byte> bytes, Func<T> compute)
    {
        if (TryFind(kind, bytes, out T? known)) return known!;
        var result = compute();
        Keep(kind, bytes, result);
        return result;
    }

    /// <summary>True when the result for these bytes is known.</summary>
    public bool TryFind<T>(string kind, ReadOnlySpan<byte> bytes, out T? result)
    {
        var isKnown = _results.TryGetValue(Key(kind, bytes), out var kept);
        result = isKnown ? (T?)kept : default;
        return isKnown;
    }

    /// <summary>Keeps a result that follows from these bytes alone.</summary>
    public void Keep<T>(string kind, ReadOnlySpan<byte> bytes, T result)
    {
        if (Interlocked.Add(ref _weight, (PerByte * bytes.Length) + PerResult) > mostBytes)
        {
            _results.Clear();
            Interlocked.Exchange(ref _weight, 0);
        }
        _results[Key(kind, bytes)] = result;
    }

    private static (string, UInt128, UInt128) Key(string kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return (kind, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash), System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }
}
