using Azure.Storage.Blobs;
using SmkPortfolio.Data.EvidenceFiles;

namespace SmkPortfolio.WebTests.Data.EvidenceFiles;

/// <summary>Both stores, so that every test of one is a test of the other.</summary>
internal sealed class BlobStores : IAsyncDisposable
{
    private readonly Func<Task> _remove;

    private BlobStores(IBlobStore store, Func<Task> remove)
    {
        Store = store;
        _remove = remove;
    }

    public IBlobStore Store { get; }

    public static TheoryData<string> Names => ["disk", "azure"];

    public static BlobStores Open(string name) => name switch
    {
        "disk" => OpenDisk(),
        "azure" => OpenAzure(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown store"),
    };

    public static string AzuriteConnection() =>
        Environment.GetEnvironmentVariable("SMK_TEST_AZURITE") is { Length: > 0 } connection
            ? connection
            : throw new InvalidOperationException(
                "SMK_TEST_AZURITE is not set: it must hold the connection string of a running Azurite (tests/run.sh starts one).");

    public ValueTask DisposeAsync() => new(_remove());

    private static BlobStores OpenDisk()
    {
        var root = Directory.CreateTempSubdirectory("smk-blobs-").FullName;
        return new BlobStores(new DiskBlobStore(Path.Combine(root, "evidence")), () =>
        {
            Directory.Delete(root, recursive: true);
            return Task.CompletedTask;
        });
    }

    private static BlobStores OpenAzure()
    {
        var name = $"evidence-{Guid.NewGuid():N}";
        return new BlobStores(
            AzureBlobStore.Connect(AzuriteConnection(), name),
            () => new BlobContainerClient(AzuriteConnection(), name).DeleteIfExistsAsync());
    }
}
