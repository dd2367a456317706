using System.Net;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Log;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Log;

/// <summary>Somebody who reads the log over the network with nothing but the register, and believes what adds up.</summary>
internal sealed class LogStranger : IDisposable
{
    private const int EntryLength = 42;
    private readonly HttpClient client;

    public LogStranger(WebApp app) => client = app.NewClient();

    public async Task<Register> RegisterAsync() => RegisterFile.Read(await client.GetStringAsync("/register.jws"));

    public async Task<RegisterLog> LogAsync() => (await RegisterAsync()).Content.Log!;

    /// <summary>The newest checkpoint, signed by the register's log key.</summary>
    public async Task<Checkpoint> CheckpointAsync()
    {
        var log = await LogAsync();
        Assert.True(Ed25519Key.TryReadMultikey(log.Keys.Single().Multikey, out var key));
        var opened = Checkpoint.Open(await client.GetStringAsync("/log/checkpoint"), log.Origin, key);
        Assert.NotNull(opened);
        return opened;
    }

    /// <summary>All entries of a tree of that size, from their tiles.</summary>
    public async Task<IReadOnlyList<byte[]>> EntriesAsync(long size)
    {
        List<byte[]> entries = [];
        for (var number = 0L; LogTiles.WidthAt(null, number, size) is > 0 and var width; number++)
        {
            var file = await client.GetByteArrayAsync("/log/" + new TileAddress(null, number, width).Path);
            Assert.Equal(width * (2 + EntryLength), file.Length);
            entries.AddRange(file.Chunk(2 + EntryLength).Select(e => e is [0, EntryLength, .. var entry] ? entry : throw new InvalidDataException("an entry is not told by its length")));
        }
        return entries;
    }

    /// <summary>The root of a tree of that size as the hash tiles have it.</summary>
    public async Task<byte[]> RootAsync(long size)
    {
        var tiles = new Dictionary<(int, long), byte[]>();
        for (var level = 0; LogTiles.WidthAt(level, 0, size) > 0; level++)
        {
            for (var number = 0L; LogTiles.WidthAt(level, number, size) is > 0 and var width; number++)
            {
                tiles.Add((level, number), await client.GetByteArrayAsync("/log/" + new TileAddress(level, number, width).Path));
            }
        }
        return MerkleTree.Root(size, (level, index) => LogTiles.Subtree(level, index, (l, n) => tiles[(l, n)]));
    }

    /// <summary>The whole log adds up: entries, tiles and checkpoint.</summary>
    public async Task<Checkpoint> ReadAllAsync()
    {
        var checkpoint = await CheckpointAsync();
        Assert.Equal(checkpoint.Root, RootOf(await EntriesAsync(checkpoint.Size), checkpoint.Size));
        Assert.Equal(checkpoint.Root, await RootAsync(checkpoint.Size));
        return checkpoint;
    }

    /// <summary>The root of the first entries.</summary>
    public static byte[] RootOf(IReadOnlyList<byte[]> entries, long size)
    {
        var leaves = entries.Select(e => MerkleTree.Leaf(e)).ToList();
        return MerkleTree.Root(size, (level, index) => LogTiles.Fold([.. leaves.Skip((int)(index << level)).Take(1 << level).SelectMany(h => h)]));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode;
    }

    public void Dispose() => client.Dispose();
}
