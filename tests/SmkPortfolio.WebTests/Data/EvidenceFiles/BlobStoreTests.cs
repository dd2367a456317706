using System.Security.Cryptography;
using Azure.Core;
using Azure.Storage.Blobs;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

public sealed class BlobStoreTests
{
    private static readonly Guid School = Guid.Parse("0198c0de-0000-7000-8000-000000000001");
    private static readonly Guid OtherSchool = Guid.Parse("0198c0de-0000-7000-8000-000000000002");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => BlobStores.Names;

    [Theory, MemberData(nameof(Stores))]
    public async Task What_was_put_is_read_back_under_its_hash(string name)
    {
        await using var stores = BlobStores.Open(name);
        var content = RandomNumberGenerator.GetBytes(3_000_001);

        var stored = await stores.Store.PutAsync(School, new MemoryStream(content), content.Length, Ct);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), stored.Sha256Hex);
        Assert.Equal(content.Length, stored.Size);
        Assert.True(await stores.Store.ExistsAsync(School, stored.Sha256Hex, Ct));
        Assert.Equal(content, await ReadAsync(stores.Store, School, stored.Sha256Hex));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_stream_that_cannot_seek_is_stored_too(string name)
    {
        await using var stores = BlobStores.Open(name);
        var content = RandomNumberGenerator.GetBytes(2_500_000);

        var stored = await stores.Store.PutAsync(School, new ForwardOnlyStream(content), content.Length, Ct);

        Assert.Equal(content, await ReadAsync(stores.Store, School, stored.Sha256Hex));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Storing_begins_where_the_stream_stands(string name)
    {
        await using var stores = BlobStores.Open(name);
        using var source = new MemoryStream([9, 9, 1, 2, 3]) { Position = 2 };

        var stored = await stores.Store.PutAsync(School, source, 3, Ct);

        Assert.Equal([1, 2, 3], await ReadAsync(stores.Store, School, stored.Sha256Hex));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_name_is_told_before_anybody_looks_whether_the_file_is_there(string name)
    {
        await using var stores = BlobStores.Open(name);
        List<(StoredBlob Blob, bool WasThere)> told = [];

        for (var i = 0; i < 2; i++)
        {
            await stores.Store.PutAsync(School, new MemoryStream([1, 2, 3]), 3, async blob => told.Add((blob, await stores.Store.ExistsAsync(School, blob.Sha256Hex, Ct))), Ct);
        }

        Assert.Equal([false, true], told.Select(t => t.WasThere));
        Assert.All(told, t => Assert.Equal(3, t.Blob.Size));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_list_names_each_schools_files_and_what_is_no_stored_file(string name)
    {
        await using var stores = BlobStores.Open(name);
        var mine = await stores.Store.PutAsync(School, new MemoryStream([1, 2, 3]), 3, Ct);
        var theirs = await stores.Store.PutAsync(OtherSchool, new MemoryStream([1, 2, 3, 4]), 4, Ct);

        var all = await ListAsync(stores.Store, null);

        Assert.Equal([(School, mine.Sha256Hex, 3L), (OtherSchool, theirs.Sha256Hex, 4L)], all.Select(b => (b.SchoolId!.Value, b.Name, b.Size)).Order());
        Assert.All(all, b => Assert.InRange(b.WrittenAt, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(5)));
        Assert.Equal([theirs.Sha256Hex], (await ListAsync(stores.Store, OtherSchool)).Select(b => b.Name));
        Assert.Empty(await ListAsync(stores.Store, Guid.NewGuid()));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_file_above_the_limit_is_refused_and_leaves_nothing(string name)
    {
        await using var stores = BlobStores.Open(name);
        var content = new byte[200_000];

        foreach (Stream source in new Stream[] { new MemoryStream(content), new ForwardOnlyStream(content) })
        {
            var refusal = await Assert.ThrowsAsync<BlobTooLargeException>(() => stores.Store.PutAsync(School, source, content.Length - 1, Ct));
            Assert.Equal(content.Length - 1, refusal.MaxBytes);
        }
        Assert.False(await stores.Store.ExistsAsync(School, Convert.ToHexStringLower(SHA256.HashData(content)), Ct));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_same_content_twice_is_one_file(string name)
    {
        await using var stores = BlobStores.Open(name);
        var content = RandomNumberGenerator.GetBytes(100_000);

        var first = await stores.Store.PutAsync(School, new MemoryStream(content), content.Length, Ct);
        var second = await stores.Store.PutAsync(School, new ForwardOnlyStream(content), content.Length, Ct);

        Assert.Equal(first, second);
        Assert.True(await stores.Store.DeleteAsync(School, first.Sha256Hex, Ct));
        Assert.False(await stores.Store.ExistsAsync(School, first.Sha256Hex, Ct));
        Assert.False(await stores.Store.DeleteAsync(School, first.Sha256Hex, Ct));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Many_puts_of_the_same_content_at_once_all_succeed(string name)
    {
        await using var stores = BlobStores.Open(name);
        var content = RandomNumberGenerator.GetBytes(1_500_000);

        var all = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => stores.Store.PutAsync(School, new MemoryStream(content), content.Length, Ct)));

        Assert.Single(all.Distinct());
        Assert.Equal(content, await ReadAsync(stores.Store, School, all[0].Sha256Hex));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Another_school_does_not_see_the_file(string name)
    {
        await using var stores = BlobStores.Open(name);
        var stored = await stores.Store.PutAsync(School, new MemoryStream([1, 2, 3]), 10, Ct);

        Assert.False(await stores.Store.ExistsAsync(OtherSchool, stored.Sha256Hex, Ct));
        Assert.Null(await stores.Store.OpenReadAsync(OtherSchool, stored.Sha256Hex, Ct));
        Assert.False(await stores.Store.DeleteAsync(OtherSchool, stored.Sha256Hex, Ct));
        Assert.True(await stores.Store.ExistsAsync(School, stored.Sha256Hex, Ct));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_range_is_read_by_seeking(string name)
    {
        await using var stores = BlobStores.Open(name);
        var content = RandomNumberGenerator.GetBytes(3_000_000);
        var stored = await stores.Store.PutAsync(School, new MemoryStream(content), content.Length, Ct);

        await using var stream = await stores.Store.OpenReadAsync(School, stored.Sha256Hex, Ct);

        Assert.NotNull(stream);
        Assert.True(stream.CanSeek);
        Assert.Equal(content.Length, stream.Length);
        var part = new byte[1000];
        foreach (var offset in new[] { 2_999_000, 0, 1_048_000, 17 })
        {
            stream.Seek(offset, SeekOrigin.Begin);
            await stream.ReadExactlyAsync(part, Ct);
            Assert.Equal(content[offset..(offset + 1000)], part);
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_stream_that_breaks_off_leaves_nothing(string name)
    {
        await using var stores = BlobStores.Open(name);
        await Assert.ThrowsAsync<IOException>(() => stores.Store.PutAsync(School, new ForwardOnlyStream(new byte[300_000], failAt: 200_000), 1_000_000, Ct));
        Assert.False(await stores.Store.ExistsAsync(School, Convert.ToHexStringLower(SHA256.HashData(new byte[200_000])), Ct));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task An_address_that_is_no_hash_is_an_error_of_the_caller(string name)
    {
        await using var stores = BlobStores.Open(name);
        foreach (var address in new[] { "", "../../etc/passwd", new string('A', 64), new string('a', 63) })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => stores.Store.ExistsAsync(School, address, Ct));
            await Assert.ThrowsAsync<ArgumentException>(() => stores.Store.OpenReadAsync(School, address, Ct));
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_probe_passes_on_a_working_store(string name)
    {
        await using var stores = BlobStores.Open(name);
        await stores.Store.ProbeAsync(Ct);
    }

    [Fact]
    public async Task The_probe_names_a_folder_that_cannot_be_written()
    {
        var file = Path.GetTempFileName();
        try
        {
            var failure = await Assert.ThrowsAsync<BlobStoreUnavailableException>(() => new DiskBlobStore(Path.Combine(file, "evidence")).ProbeAsync(Ct));
            Assert.Contains(file, failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_probe_names_a_container_that_does_not_answer()
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0, Mode = RetryMode.Fixed } };
        var nobody = new BlobContainerClient(
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:1/devstoreaccount1;", "evidence", options);

        var failure = await Assert.ThrowsAsync<BlobStoreUnavailableException>(() => new AzureBlobStore(nobody).ProbeAsync(Ct));

        Assert.Contains("evidence", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task Nothing_half_written_stays_on_disk()
    {
        var root = Directory.CreateTempSubdirectory("smk-blobs-").FullName;
        try
        {
            var store = new DiskBlobStore(root);
            await store.PutAsync(School, new MemoryStream([1, 2, 3]), 10, Ct);
            await Assert.ThrowsAsync<BlobTooLargeException>(() => store.PutAsync(School, new MemoryStream(new byte[11]), 10, Ct));
            await Assert.ThrowsAsync<IOException>(() => store.PutAsync(School, new ForwardOnlyStream(new byte[10], failAt: 5), 10, Ct));
            Assert.Single(Directory.GetFiles(root, "*", SearchOption.AllDirectories));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task A_damaged_file_on_disk_is_mended_by_the_next_put()
    {
        var root = Directory.CreateTempSubdirectory("smk-blobs-").FullName;
        try
        {
            var store = new DiskBlobStore(root);
            var stored = await store.PutAsync(School, new MemoryStream([1, 2, 3]), 10, Ct);
            await File.WriteAllBytesAsync(Path.Combine(root, School.ToString("D"), stored.Sha256Hex), [1], Ct);

            await store.PutAsync(School, new MemoryStream([1, 2, 3]), 10, Ct);

            Assert.Equal([1, 2, 3], await ReadAsync(store, School, stored.Sha256Hex));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<List<BlobListing>> ListAsync(IBlobStore store, Guid? school)
    {
        var all = new List<BlobListing>();
        await foreach (var blob in store.ListAsync(school, Ct))
        {
            all.Add(blob);
        }
        return all;
    }

    private static async Task<byte[]> ReadAsync(IBlobStore store, Guid school, string sha256Hex)
    {
        await using var stream = await store.OpenReadAsync(school, sha256Hex, Ct);
        Assert.NotNull(stream);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }
}
