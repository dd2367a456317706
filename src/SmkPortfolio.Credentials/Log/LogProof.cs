using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmkPortfolio.Credentials.Log;

/// <summary>What an entry records, as its second byte says.</summary>
public enum LogEntryKind : byte
{
    Credential = 1,
    Endorsement = 2,
    StatusChange = 3,
    KeyEvent = 4,
    Register = 5,
}

/// <summary>
/// Shows to a stranger that a file was entered in the log (C2SP tlog-proof v1). It carries the entry and the salt of its commitment as
/// extra data, so that the holder of the file can recompute the leaf.
/// </summary>
/// <param name="Entry">The 42 published bytes.</param>
/// <param name="Salt">The 32 bytes that blind the commitment.</param>
/// <param name="Index">Place in the log.</param>
/// <param name="Path">Audit path, from the leaf upwards.</param>
/// <param name="Checkpoint">The signed checkpoint, as published.</param>
public sealed record LogProof(byte[] Entry, byte[] Salt, long Index, IReadOnlyList<byte[]> Path, string Checkpoint)
{
    private const string Header = "c2sp.org/tlog-proof@v1";
    private const int EntryLength = 42;
    private const int SaltLength = 32;
    private const int MaxPath = 63;
    private const byte Version = 1;

    // The end of the year 9999.
    private const long LastSecond = 253_402_300_800;

    private const int MaxLength = 64 * 1024;

    /// <summary>The proof as a file.</summary>
    public string Write()
    {
        var text = new StringBuilder(Header).Append('\n');
        text.Append("extra ").Append(Convert.ToBase64String([.. Entry, .. Salt])).Append('\n');
        text.Append("index ").Append(Index.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var hash in Path) text.Append(Convert.ToBase64String(hash)).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }

    /// <summary>Reads a proof file; null when it is none.</summary>
    public static LogProof? Read(string file)
    {
        if (file.Length > MaxLength || file.IndexOf("\n\n", StringComparison.Ordinal) is not (> 0 and var gap)) return null;
        if (file[..gap].Split('\n') is not [Header, var extra, var index, .. var hashes] || hashes.Length > MaxPath) return null;
        if (Bytes(extra, "extra ") is not { Length: EntryLength + SaltLength } data) return null;
        if (!index.StartsWith("index ", StringComparison.Ordinal) || !long.TryParse(index[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var place) || index != string.Create(CultureInfo.InvariantCulture, $"index {place}")) return null;
        var path = hashes.Select(h => Bytes(h, "")).ToList();
        if (path.Any(h => h is not { Length: MerkleTree.HashLength })) return null;
        return new LogProof(data[..EntryLength], data[EntryLength..], place, [.. path.Select(h => h!)], file[(gap + 2)..]);
    }

    /// <summary>When the log says the file was entered.</summary>
    public DateTimeOffset? EnteredAt =>
        BinaryPrimitives.ReadInt64BigEndian(Entry.AsSpan(2)) is >= 0 and < LastSecond and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>True for an entry of that kind, of the version that is known here.</summary>
    public bool IsOf(LogEntryKind kind) => Entry[0] == Version && Entry[1] == (byte)kind;

    /// <summary>True when the entry commits to exactly these file bytes and lies in the log that this key keeps under this origin.</summary>
    public bool Proves(ReadOnlySpan<byte> file, string origin, ReadOnlySpan<byte> logKey) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData([.. Salt, .. SHA256.HashData(file)]), Entry.AsSpan(10))
        && Log.Checkpoint.Open(Checkpoint, origin, logKey) is { } checkpoint
        && MerkleTree.VerifyInclusion(MerkleTree.Leaf(Entry), Index, checkpoint.Size, Path, checkpoint.Root);

    private static byte[]? Bytes(string line, string word) => line.StartsWith(word, StringComparison.Ordinal) ? StrictBase64.Read(line[word.Length..]) : null;
}
