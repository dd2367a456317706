using System.Security.Cryptography;
using System.Text;
using SmkPortfolio.Credentials.Log;

namespace SmkPortfolio.UnitTests.Credentials.Log;

public class MerkleTreeTests
{
    // The eight entries and roots that certificate transparency implementations have tested with since RFC 6962.
    private static readonly string[] KnownEntries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] KnownRoots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static List<byte[]> Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => MerkleTree.Leaf(Encoding.ASCII.GetBytes($"entry {i}")))];

    private static Func<int, long, byte[]> Over(List<byte[]> leaves) => (level, index) =>
        LogTiles.Fold([.. leaves.Skip((int)(index << level)).Take(1 << level).SelectMany(h => h)]);

    [Fact]
    public void Roots_are_those_everybody_knows()
    {
        var leaves = KnownEntries.Select(e => MerkleTree.Leaf(Convert.FromHexString(e))).ToList();

        var roots = Enumerable.Range(1, leaves.Count).Select(size => Convert.ToHexStringLower(MerkleTree.Root(size, Over(leaves))));

        Assert.Equal(KnownRoots, roots);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([])), Convert.ToHexStringLower(MerkleTree.Root(0, Over(leaves))));
    }

    [Fact]
    public void Every_entry_of_every_tree_is_proved_and_nowhere_else()
    {
        var leaves = Leaves(70);
        for (var size = 1; size <= leaves.Count; size++)
        {
            var root = MerkleTree.Root(size, Over(leaves));
            for (var index = 0; index < size; index++)
            {
                var path = MerkleTree.InclusionPath(index, size, Over(leaves));
                Assert.True(MerkleTree.VerifyInclusion(leaves[index], index, size, path, root));
                Assert.False(MerkleTree.VerifyInclusion(leaves[index], index + 1, size, path, root));
                Assert.False(MerkleTree.VerifyInclusion(leaves[(index + 1) % 70], index, size, path, root));
                Assert.False(MerkleTree.VerifyInclusion(leaves[index], index, size, [.. path, root], root));
                if (path.Count > 0) Assert.False(MerkleTree.VerifyInclusion(leaves[index], index, size, [.. path.Skip(1)], root));
            }
        }
    }

    [Fact]
    public void Every_tree_is_the_beginning_of_every_larger_one()
    {
        var leaves = Leaves(40);
        for (var first = 1; first <= leaves.Count; first++)
        {
            var firstRoot = MerkleTree.Root(first, Over(leaves));
            for (var second = first; second <= leaves.Count; second++)
            {
                var path = MerkleTree.ConsistencyPath(first, second, Over(leaves));
                var secondRoot = MerkleTree.Root(second, Over(leaves));
                Assert.True(MerkleTree.VerifyConsistency(first, second, path, firstRoot, secondRoot));
                Assert.False(MerkleTree.VerifyConsistency(first, second, [.. path, firstRoot], firstRoot, secondRoot));
            }
        }
    }

    [Fact]
    public void A_tree_with_a_changed_past_is_the_continuation_of_none()
    {
        var leaves = Leaves(40);
        var forged = Leaves(40);
        forged[3] = MerkleTree.Leaf("changed"u8);
        for (var first = 4; first < leaves.Count; first++)
        {
            var firstRoot = MerkleTree.Root(first, Over(leaves));
            var path = MerkleTree.ConsistencyPath(first, 40, Over(forged));
            Assert.False(MerkleTree.VerifyConsistency(first, 40, path, firstRoot, MerkleTree.Root(40, Over(forged))));
        }
    }

    [Fact]
    public void An_entry_outside_the_tree_has_no_path() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionPath(3, 3, Over(Leaves(3))));
}
