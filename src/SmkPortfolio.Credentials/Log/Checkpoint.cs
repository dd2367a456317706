using System.Globalization;

namespace SmkPortfolio.Credentials.Log;

/// <summary>What a log says of itself at one size (C2SP tlog-checkpoint): whoever keeps it can tell later whether history was changed.</summary>
/// <param name="Origin">The log's name, <c>HOST/log/YEAR</c>; also the signer's name.</param>
/// <param name="Size">Entries in the tree.</param>
/// <param name="Root">32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>The signed text as it is published.</summary>
    public string Sign(Ed25519Key key) =>
        SignedNote.Sign(string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n"), Origin, key);

    /// <summary>The size that a checkpoint claims, whoever signed it; null when it is none.</summary>
    public static long? Peek(string note) =>
        note.Split('\n') is [_, var size, ..] && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>The checkpoint when the key signed it under that origin, otherwise null.</summary>
    public static Checkpoint? Open(string note, string origin, ReadOnlySpan<byte> publicKey)
    {
        if (SignedNote.Open(note, origin, publicKey)?.Split('\n') is not [var name, var size, var root, ..] || name != origin) return null;
        if (!long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || (size.Length > 1 && size[0] == '0')) return null;
        return StrictBase64.Read(root) is { Length: MerkleTree.HashLength } hash ? new Checkpoint(origin, count, hash) : null;
    }
}
