using System.Security.Cryptography;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Log;

namespace SmkPortfolio.UnitTests.Credentials.Log;

public class LogFileTests
{
    private const string Origin = "folio.example/log/2026";

    // The example with which Go's note package is documented.
    private const string KnownNote =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private const string KnownKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string Ninety = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private const string Seventyfour = Ninety + "AAAAAAAAA=";
    private const string StrayBit = Ninety + "AAAAAAAAB=";

    private readonly Ed25519Key key = Ed25519Key.Generate();

    [Fact]
    public void A_note_signed_by_other_software_opens()
    {
        var publicKey = Convert.FromBase64String(KnownKey.Split('+', 3)[2])[1..];

        Assert.StartsWith("If you think", SignedNote.Open(KnownNote, "PeterNeumann", publicKey), StringComparison.Ordinal);
        Assert.Equal(KnownKey, SignedNote.VerifierKey("PeterNeumann", publicKey));
        Assert.Null(SignedNote.Open(KnownNote.Replace("answer", "Answer", StringComparison.Ordinal), "PeterNeumann", publicKey));
    }

    [Fact]
    public void A_checkpoint_opens_under_its_key_and_origin_only()
    {
        var root = SHA256.HashData([1]);
        var note = new Checkpoint(Origin, 1234, root).Sign(key);

        var opened = Checkpoint.Open(note, Origin, key.PublicKey.Span);

        Assert.NotNull(opened);
        Assert.Equal(1234, opened.Size);
        Assert.Equal(root, opened.Root);
        Assert.Null(Checkpoint.Open(note, "other.example/log/2026", key.PublicKey.Span));
        Assert.Null(Checkpoint.Open(note, Origin, Ed25519Key.Generate().PublicKey.Span));
        Assert.Null(Checkpoint.Open(note.Replace("1234", "1235", StringComparison.Ordinal), Origin, key.PublicKey.Span));
    }

    [Fact]
    public void A_signature_line_of_somebody_else_is_passed_over()
    {
        var note = new Checkpoint(Origin, 1, SHA256.HashData([1])).Sign(key);
        var gap = note.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        var witnessed = note[..gap] + "— witness.example " + Convert.ToBase64String(new byte[80]) + "\n" + note[gap..];

        Assert.NotNull(Checkpoint.Open(witnessed, Origin, key.PublicKey.Span));
    }

    [Theory]
    [InlineData(null, 0, 256, "tile/entries/000")]
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067")]
    [InlineData(0, 999, 12, "tile/0/999.p/12")]
    [InlineData(3, 1000, 1, "tile/3/x001/000.p/1")]
    public void A_tile_has_one_address(int? level, long number, int width, string path)
    {
        Assert.Equal(path, new TileAddress(level, number, width).Path);
        Assert.Equal(new TileAddress(level, number, width), TileAddress.Read(path));
    }

    [Theory]
    [InlineData("tile/0/67")]
    [InlineData("tile/00/067")]
    [InlineData("tile/0/x000/067")]
    [InlineData("tile/0/067.p/0")]
    [InlineData("tile/0/067.p/256")]
    [InlineData("tile/0/067.p/007")]
    [InlineData("tile/0/001/067")]
    [InlineData("tile/0/../067")]
    [InlineData("")]
    public void Any_other_spelling_of_an_address_is_refused(string path) => Assert.Null(TileAddress.Read(path));

    [Fact]
    public void Tiles_give_the_same_roots_as_the_leaves()
    {
        var leaves = Enumerable.Range(0, 70_000).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i))).ToArray();
        var first = leaves.Chunk(LogTiles.Full).Select(t => t.SelectMany(h => h).ToArray()).ToList();
        var second = first.Where(t => t.Length == LogTiles.Full * MerkleTree.HashLength).Select(t => LogTiles.Fold(t)).Chunk(LogTiles.Full).Select(t => t.SelectMany(h => h).ToArray()).ToList();
        var third = second.Where(t => t.Length == LogTiles.Full * MerkleTree.HashLength).Select(t => LogTiles.Fold(t)).Chunk(LogTiles.Full).Select(t => t.SelectMany(h => h).ToArray()).ToList();
        List<byte[]>[] levels = [first, second, third];

        var fromTiles = MerkleTree.Root(leaves.Length, (level, index) => LogTiles.Subtree(level, index, (l, n) => levels[l][(int)n]));
        var fromLeaves = MerkleTree.Root(leaves.Length, (level, index) => LogTiles.Fold([.. leaves.AsSpan((int)(index << level), 1 << level).ToArray().SelectMany(h => h)]));

        Assert.Equal(Convert.ToHexStringLower(fromLeaves), Convert.ToHexStringLower(fromTiles));
    }

    [Fact]
    public void The_width_of_a_tile_grows_with_the_tree()
    {
        Assert.Equal(0, LogTiles.WidthAt(0, 1, 256));
        Assert.Equal(1, LogTiles.WidthAt(0, 1, 257));
        Assert.Equal(256, LogTiles.WidthAt(0, 0, 70_000));
        Assert.Equal(17, LogTiles.WidthAt(1, 1, 70_000));
        Assert.Equal(1, LogTiles.WidthAt(2, 0, 70_000));
        Assert.Equal(112, LogTiles.WidthAt(null, 273, 70_000));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(63)]
    [InlineData(99)]
    public void A_level_that_no_tree_reaches_has_no_tiles(int level) => Assert.Equal(0, LogTiles.WidthAt(level, 0, 70_000));

    [Theory]
    [InlineData("folio.example/log/2026\n1234\nAAAA\n\n", 1234L)]
    [InlineData("folio.example/log/2026\nmany\nAAAA\n\n", null)]
    [InlineData("", null)]
    public void The_size_of_a_checkpoint_is_read_without_its_key(string note, long? size) => Assert.Equal(size, Checkpoint.Peek(note));

    [Fact]
    public void A_proof_says_what_was_entered_and_since_when()
    {
        var proof = new LogProof([1, 3, .. new byte[7], 60, .. new byte[32]], new byte[32], 0, [], "");

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(60), proof.EnteredAt);
        Assert.True(proof.IsOf(LogEntryKind.StatusChange));
        Assert.False(proof.IsOf(LogEntryKind.Credential));
        Assert.False((proof with { Entry = [2, .. proof.Entry[1..]] }).IsOf(LogEntryKind.StatusChange));
        Assert.Null((proof with { Entry = [1, 3, 255, .. proof.Entry[3..]] }).EnteredAt);
        Assert.Null((proof with { Entry = [1, 3, 127, .. proof.Entry[3..]] }).EnteredAt);
    }

    [Fact]
    public void A_proof_file_shows_that_exactly_these_bytes_were_entered()
    {
        var file = "a credential"u8.ToArray();
        var salt = RandomNumberGenerator.GetBytes(32);
        byte[] entry = [1, 1, .. new byte[8], .. SHA256.HashData([.. salt, .. SHA256.HashData(file)])];
        byte[][] leaves = [.. Enumerable.Range(0, 9).Select(i => i == 5 ? MerkleTree.Leaf(entry) : MerkleTree.Leaf([(byte)i]))];
        byte[] Subtree(int level, long index) => LogTiles.Fold([.. leaves.Skip((int)(index << level)).Take(1 << level).SelectMany(h => h)]);
        var checkpoint = new Checkpoint(Origin, leaves.Length, MerkleTree.Root(leaves.Length, Subtree)).Sign(key);
        var written = new LogProof(entry, salt, 5, MerkleTree.InclusionPath(5, leaves.Length, Subtree), checkpoint).Write();

        var read = LogProof.Read(written);

        Assert.NotNull(read);
        Assert.True(read.Proves(file, Origin, key.PublicKey.Span));
        Assert.False(read.Proves("another"u8, Origin, key.PublicKey.Span));
        Assert.False(read.Proves(file, Origin, Ed25519Key.Generate().PublicKey.Span));
        Assert.False((read with { Index = 4 }).Proves(file, Origin, key.PublicKey.Span));
        Assert.False((read with { Salt = new byte[32] }).Proves(file, Origin, key.PublicKey.Span));
    }

    [Fact]
    public void The_smallest_proof_file_is_read() => Assert.NotNull(LogProof.Read("c2sp.org/tlog-proof@v1\nextra " + Seventyfour + "\nindex 0\n\ncheckpoint\n"));

    [Theory]
    [InlineData("")]
    [InlineData("c2sp.org/tlog-proof@v1\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra !!\nindex 0\n\ncheckpoint\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AAAA\nindex 0\n\ncheckpoint\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra " + Seventyfour + "\nindex 00\n\ncheckpoint\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra  " + Seventyfour + "\nindex 0\n\ncheckpoint\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra " + StrayBit + "\nindex 0\n\ncheckpoint\n")]
    public void What_is_no_proof_file_is_read_as_none(string file) => Assert.Null(LogProof.Read(file));
}
