using System.Security.Cryptography;

namespace SmkPortfolio.Domain.Issuing;

/// <summary>What kind of happening a log entry records; the numbers are part of the published format.</summary>
public enum LogKind
{
    Credential = 1,
    Endorsement = 2,
    StatusChange = 3,
    KeyEvent = 4,
    Register = 5,
}

/// <summary>A row of the transparency log: a salted commitment, no name and no plain hash. Numbered in commit order later.</summary>
public sealed class LogEntry
{
    private LogEntry()
    {
    }

    /// <summary>Order of arrival.</summary>
    public long Id { get; private set; }

    /// <summary>The 42 published bytes: version, kind, unix time (8, big endian), commitment (32).</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Place in the published log; null until the sequencer gave one.</summary>
    public long? Sequence { get; private set; }

    /// <summary>What is entered when a key begins, ends or is stolen: a small JSON text with the DID, the key, what happened and when.</summary>
    public static LogEntry OfKey(string did, IssuerKey key, KeyHappening happening, DateTimeOffset at) =>
        Of(LogKind.KeyEvent, at, key.LogSalt, KeyEvent.Bytes(did, key.Multikey, happening, at));

    public static LogEntry Of(LogKind kind, DateTimeOffset at, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> fileBytes) =>
        new() { Bytes = Published(kind, at, salt, SHA256.HashData(fileBytes)) };

    /// <summary>The 42 bytes under which a file of that SHA-256 and moment is entered.</summary>
    public static byte[] Published(LogKind kind, DateTimeOffset at, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> fileSha256)
    {
        Span<byte> inner = stackalloc byte[64];
        salt.CopyTo(inner);
        fileSha256.CopyTo(inner[32..]);
        var bytes = new byte[42];
        bytes[0] = 1;
        bytes[1] = (byte)kind;
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(2), at.ToUnixTimeSeconds());
        SHA256.HashData(inner, bytes.AsSpan(10));
        return bytes;
    }
}

/// <summary>A full tile of hashes of the published log: 256 of 32 bytes each. Written once.</summary>
public sealed class LogTile
{
    private LogTile()
    {
    }

    /// <summary>0 for hashes of entries, 1 for hashes of whole tiles of level 0, and so on.</summary>
    public int Level { get; private set; }

    public long Number { get; private set; }
    public byte[] Hashes { get; private set; } = [];

    public static LogTile Of(int level, long number, byte[] hashes) => new() { Level = level, Number = number, Hashes = hashes };
}

/// <summary>What the log said of itself at one size, as published. Never changed and never removed.</summary>
public sealed class LogCheckpoint
{
    private LogCheckpoint()
    {
    }

    /// <summary>Entries in the log.</summary>
    public long Size { get; private set; }

    public byte[] Root { get; private set; } = [];

    /// <summary>The signed note.</summary>
    public string Note { get; private set; } = "";

    public DateTime At { get; private set; }

    public static LogCheckpoint Of(long size, byte[] root, string note, DateTime at) => new() { Size = size, Root = root, Note = note, At = at };
}
