using System.Security.Cryptography;
using Azure.Storage.Blobs;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

/// <summary>What arrives in parts, in a folder and as staged blocks.</summary>
public sealed class UploadPartsTests
{
    private static readonly Guid Id = Guid.Parse("0198c0de-0000-7000-8000-0000000000a1");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => BlobStores.Names;

    [Theory, MemberData(nameof(Stores))]
    public async Task Parts_written_one_after_the_other_are_the_whole(string name)
    {
        await using var store = Store.Open(name);
        var content = RandomNumberGenerator.GetBytes(3_500_001);

        await WriteAsync(store.Parts, 0, content[..1_300_000]);
        await WriteAsync(store.Parts, 1_300_000, content[1_300_000..1_300_007]);
        await WriteAsync(store.Parts, 1_300_007, content[1_300_007..]);

        Assert.Equal(content, await WholeAsync(store.Parts, content.Length));
        // Somebody died between putting it together and storing it.
        Assert.Equal(content, await WholeAsync(store.Parts, content.Length));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_a_broken_attempt_left_behind_the_safe_offset_is_written_over(string name)
    {
        await using var store = Store.Open(name);
        var content = RandomNumberGenerator.GetBytes(2_600_000);
        await WriteAsync(store.Parts, 0, content[..500_000]);
        await WriteAsync(store.Parts, 500_000, RandomNumberGenerator.GetBytes(2_000_000));

        await WriteAsync(store.Parts, 500_000, content[500_000..900_000]);
        await WriteAsync(store.Parts, 900_000, content[900_000..]);

        Assert.Equal(content, await WholeAsync(store.Parts, content.Length));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_is_dropped_is_not_part_of_the_whole(string name)
    {
        await using var store = Store.Open(name);
        var content = RandomNumberGenerator.GetBytes(1_400_000);
        await WriteAsync(store.Parts, 0, content[..100_000]);

        await using (var writer = (await store.Parts.OpenAsync(Id, 100_000, Ct))!)
        {
            await writer.WriteAsync(RandomNumberGenerator.GetBytes(1_500_000), Ct);
            await writer.DropAsync(Ct);
            await writer.WriteAsync(content.AsMemory(100_000), Ct);
            await writer.FlushAsync(Ct);
        }

        Assert.Equal(content, await WholeAsync(store.Parts, content.Length));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_whole_with_missing_bytes_is_none(string name)
    {
        await using var store = Store.Open(name);
        Assert.Null(await store.Parts.AssembleAsync(Id, 10, Ct));

        await WriteAsync(store.Parts, 0, new byte[9]);

        Assert.Null(await store.Parts.AssembleAsync(Id, 10, Ct));
    }

    [Fact]
    public async Task Parts_that_the_disk_lost_cannot_be_gone_on_with()
    {
        await using var store = Store.Open("disk");
        Assert.Null(await store.Parts.OpenAsync(Id, 5, Ct));

        await WriteAsync(store.Parts, 0, new byte[4]);

        Assert.Null(await store.Parts.OpenAsync(Id, 5, Ct));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Uploads_are_listed_until_they_are_deleted_whole_or_not(string name)
    {
        await using var store = Store.Open(name);
        await store.Parts.DeleteAsync(Id, Ct);
        Assert.Empty(await ListAsync(store.Parts));
        var whole = Guid.CreateVersion7();
        await WriteAsync(store.Parts, 0, new byte[1000]);
        await WriteAsync(store.Parts, 0, new byte[1000], whole);
        await (await store.Parts.AssembleAsync(whole, 1000, Ct))!.DisposeAsync();

        Assert.Equal(new[] { Id, whole }.Order(), (await ListAsync(store.Parts)).Order());
        await store.Parts.DeleteAsync(Id, Ct);
        Assert.Equal([whole], await ListAsync(store.Parts));
        await store.Parts.DeleteAsync(whole, Ct);
        await store.Parts.DeleteAsync(whole, Ct);

        Assert.Empty(await ListAsync(store.Parts));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Parts_lie_apart_from_stored_files(string name)
    {
        await using var store = Store.Open(name);
        var content = RandomNumberGenerator.GetBytes(1000);
        await WriteAsync(store.Parts, 0, content);

        Assert.False(await store.Blobs.ExistsAsync(Guid.CreateVersion7(), Convert.ToHexStringLower(SHA256.HashData(content)), Ct));
        Assert.Equal(0, await store.Blobs.SweepAsync(DateTime.UtcNow.AddDays(9), Ct));
    }

    [Fact]
    public async Task From_Azure_another_node_goes_on_and_either_has_the_whole()
    {
        await using var store = Store.Open("azurite");
        var other = store.Another();
        var content = RandomNumberGenerator.GetBytes(6_000_000);
        await WriteAsync(store.Parts, 0, content[..2_000_000]);
        await WriteAsync(other, 2_000_000, content[2_000_000..5_000_000]);
        await WriteAsync(store.Parts, 5_000_000, content[5_000_000..]);

        Assert.Equal(content, await WholeAsync(other, content.Length));
        Assert.Equal(content, await WholeAsync(store.Parts, content.Length));
    }

    [Fact]
    public async Task From_Azure_nothing_is_fetched_that_this_process_received_itself()
    {
        await using var store = Store.Open("azurite");
        var content = RandomNumberGenerator.GetBytes(5_000_000);
        await WriteAsync(store.Parts, 0, content[..4_500_000]);
        await WriteAsync(store.Parts, 4_500_000, content[4_500_000..]);
        // Of what would be fetched one byte is another.
        content[7]++;
        await WriteAsync(store.Another(), 0, content[..4_500_000]);
        content[7]--;

        Assert.Equal(content, await WholeAsync(store.Parts, content.Length));
        content[7]++;
        Assert.Equal(content, await WholeAsync(store.Parts, content.Length));
    }

    [Fact]
    public async Task From_Azure_the_whole_is_fetched_when_there_is_no_room_for_copies()
    {
        await using var store = Store.Open("azurite");
        var parts = store.Another(1_000_000);
        var content = RandomNumberGenerator.GetBytes(9_000_000);
        await WriteAsync(parts, 0, content[..600_000]);
        await using (var writer = (await parts.OpenAsync(Id, 600_000, Ct))!)
        {
            await writer.WriteAsync(content.AsMemory(600_000, 2_000_000), Ct);
            await writer.FlushAsync(Ct);
            await writer.DropAsync(Ct);
            await writer.WriteAsync(content.AsMemory(600_000, 5_000_000), Ct);
            await writer.FlushAsync(Ct);
        }
        await WriteAsync(parts, 5_600_000, content[5_600_000..]);

        Assert.Equal(content, await WholeAsync(parts, content.Length));
    }

    [Fact]
    public async Task On_disk_a_whole_that_is_stored_as_it_came_is_not_copied_and_can_still_be_finished_after_a_crash()
    {
        await using var store = Store.Open("disk");
        var picture = Fixtures.Read("bare.jpg");
        await WriteAsync(store.Parts, 0, picture);
        var school = Guid.CreateVersion7();

        var stored = await TakeAsync(store, school, picture.Length);
        // It died before the row said so.
        var again = await TakeAsync(store, school, picture.Length);

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(picture)), stored), (stored.Sha256Hex, again));
        Assert.Equal([Id], await ListAsync(store.Parts));
        Assert.Equal(picture, await WholeAsync(store.Parts, picture.Length));
        await store.Parts.DeleteAsync(Id, Ct);
        Assert.Empty(await ListAsync(store.Parts));
        await using var kept = (await store.Blobs.OpenReadAsync(school, stored.Sha256Hex, Ct))!;
        Assert.Equal(picture.Length, kept.Length);
    }

    [Fact]
    public async Task On_a_shared_disk_one_writes_and_nobody_looks_meanwhile()
    {
        await using var store = Store.Open("disk");
        var other = store.Another();
        var content = RandomNumberGenerator.GetBytes(1000);
        await WriteAsync(store.Parts, 0, content[..600]);

        await using (var writer = (await store.Parts.OpenAsync(Id, 600, Ct))!)
        {
            await Assert.ThrowsAsync<UploadInUseException>(() => other.OpenAsync(Id, 600, Ct));
            await Assert.ThrowsAsync<UploadInUseException>(() => other.AssembleAsync(Id, 600, Ct));
            await writer.WriteAsync(content.AsMemory(600), Ct);
            await writer.FlushAsync(Ct);
        }
        await using (await other.AssembleAsync(Id, 1000, Ct))
        {
            await Assert.ThrowsAsync<UploadInUseException>(() => store.Parts.OpenAsync(Id, 600, Ct));
        }

        Assert.Equal(content, await WholeAsync(other, 1000));
    }

    [Theory, InlineData(0), InlineData(9)]
    public async Task On_a_shared_disk_nobody_writes_to_what_has_become_a_stored_file(long offset)
    {
        await using var store = Store.Open("disk");
        var picture = Fixtures.Read("bare.jpg");
        await WriteAsync(store.Parts, 0, picture);
        var school = Guid.CreateVersion7();

        var stored = await TakeAsync(store, school, picture.Length);

        await Assert.ThrowsAsync<UploadInUseException>(() => store.Another().OpenAsync(Id, offset, Ct));
        await using var kept = (await store.Blobs.OpenReadAsync(school, stored.Sha256Hex, Ct))!;
        Assert.Equal(stored.Sha256Hex, Convert.ToHexStringLower(await SHA256.HashDataAsync(kept, Ct)));
        Assert.Equal(picture, await WholeAsync(store.Parts, picture.Length));
    }

    /// <summary>As an upload is finished.</summary>
    private static async Task<StoredBlob> TakeAsync(Store store, Guid school, long length)
    {
        var whole = (await store.Parts.AssembleAsync(Id, length, Ct))!;
        await using var clean = Assert.IsType<CleanedEvidence>(EvidenceIntake.CleanSpooled(whole, new EvidenceLimits()));
        return await store.Blobs.PutAsync(school, clean.Content, length, Ct);
    }

    private static async Task WriteAsync(IUploadParts parts, long offset, byte[] bytes, Guid? id = null)
    {
        await using var writer = (await parts.OpenAsync(id ?? Id, offset, Ct))!;
        await writer.WriteAsync(bytes.AsMemory(0, bytes.Length / 3), Ct);
        await writer.WriteAsync(bytes.AsMemory(bytes.Length / 3), Ct);
        await writer.FlushAsync(Ct);
    }

    private static async Task<byte[]> WholeAsync(IUploadParts parts, long length)
    {
        await using var file = (await parts.AssembleAsync(Id, length, Ct))!;
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, Ct);
        return bytes;
    }

    private static async Task<List<Guid>> ListAsync(IUploadParts parts)
    {
        List<Guid> found = [];
        await foreach (var upload in parts.ListAsync(Ct))
        {
            found.Add(upload.Id);
        }
        return found;
    }

    /// <summary>A store of one test, with the files beside the parts, and as another node has it.</summary>
    private sealed record Store(IUploadParts Parts, IBlobStore Blobs, Func<long, IUploadParts> Connect, Func<Task> Remove) : IAsyncDisposable
    {
        public IUploadParts Another(long copiedBytes = 10_000_000) => Connect(copiedBytes);

        public static Store Open(string name)
        {
            if (name == "disk")
            {
                var root = Directory.CreateTempSubdirectory("smk-parts-");
                var folder = Path.Combine(root.FullName, "evidence");
                return new Store(new DiskUploadParts(folder), new DiskBlobStore(folder), _ => new DiskUploadParts(folder), () =>
                {
                    root.Delete(recursive: true);
                    return Task.CompletedTask;
                });
            }
            var container = $"evidence-{Guid.NewGuid():N}";
            var connection = BlobStores.AzuriteConnection();
            return new Store(AzureUploadParts.Connect(connection, container), AzureBlobStore.Connect(connection, container), copied => new AzureUploadParts(new BlobContainerClient(connection, container), copied), () => new BlobContainerClient(connection, container).DeleteIfExistsAsync());
        }

        public ValueTask DisposeAsync() => new(Remove());
    }
}
