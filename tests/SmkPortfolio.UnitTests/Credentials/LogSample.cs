using System.Buffers.Binary;
using System.Security.Cryptography;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Log;

namespace SmkPortfolio.UnitTests.Credentials;

/// <summary>A log of a few entries with one file of ours among them.</summary>
internal sealed class LogSample
{
    public const string Origin = "folio.example/log/2025";
    private const int Size = 9;
    private const int Place = 5;

    public Ed25519Key Key { get; } = Ed25519Key.Generate();

    /// <summary>A register that names this log.</summary>
    public RegisterContent In(RegisterContent content) => content with { Log = new RegisterLog(Origin, [new RegisterKey(Key.Multikey, Samples.Now.AddYears(-1))]) };

    /// <summary>The proof file of these bytes.</summary>
    public string ProofOf(byte[] file, LogEntryKind kind = LogEntryKind.Credential)
    {
        var salt = RandomNumberGenerator.GetBytes(32);
        byte[] entry = [1, (byte)kind, .. new byte[8], .. SHA256.HashData([.. salt, .. SHA256.HashData(file)])];
        BinaryPrimitives.WriteInt64BigEndian(entry.AsSpan(2), Samples.Now.ToUnixTimeSeconds());
        byte[][] leaves = [.. Enumerable.Range(0, Size).Select(i => i == Place ? MerkleTree.Leaf(entry) : MerkleTree.Leaf([(byte)i]))];
        byte[] Subtree(int level, long index) => LogTiles.Fold([.. leaves.Skip((int)(index << level)).Take(1 << level).SelectMany(h => h)]);
        var note = new Checkpoint(Origin, Size, MerkleTree.Root(Size, Subtree)).Sign(Key);
        return new LogProof(entry, salt, Place, MerkleTree.InclusionPath(Place, Size, Subtree), note).Write();
    }
}
