using Azure.Storage.Blobs;
using Microsoft.Data.Sqlite;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>Where one site keeps its things: a folder, and on the larger engines a database and a container. Copied to make another.</summary>
internal sealed class Home : IAsyncDisposable
{
    private readonly bool _ownsContainer;

    private Home(string engine, string root, string? database, string? container, bool ownsContainer)
    {
        Engine = engine;
        Root = root;
        Database = database;
        Container = container;
        _ownsContainer = ownsContainer;
    }

    public string Engine { get; }

    public string Root { get; }

    private string? Database { get; }

    private string? Container { get; }

    public static async Task<Home> CreateAsync(string engine)
    {
        var root = Directory.CreateTempSubdirectory("smk-site-").FullName;
        return engine switch
        {
            Hosting.Engine.Sqlite => new Home(engine, root, null, null, ownsContainer: false),
            Hosting.Engine.Postgres => new Home(engine, root, await PostgresDatabase.CreateAsync(), $"evidence-{Guid.NewGuid():N}", ownsContainer: true),
            _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "unknown engine"),
        };
    }

    /// <summary>A copy of everything; no site may be running on this one. Blobs never change, so copies share the container.</summary>
    public async Task<Home> CopyAsync()
    {
        var root = Directory.CreateTempSubdirectory("smk-site-").FullName;
        if (Database is null)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            await PostgresDatabase.ReleaseAsync(Database);
        }
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(root, Path.GetRelativePath(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return new Home(Engine, root, Database is null ? null : await PostgresDatabase.CreateAsync(Database), Container, ownsContainer: false);
    }

    public IEnumerable<KeyValuePair<string, string>> Settings()
    {
        yield return new("Storage:Root", Root);
        yield return new("Database:Provider", Engine);
        if (Database is not null)
        {
            yield return new("Database:ConnectionString", PostgresDatabase.ConnectionTo(Database));
            yield return new("Evidence:Provider", "azure");
            yield return new("Evidence:ConnectionString", TestEnvironment.Azurite);
            yield return new("Evidence:Container", Container!);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
        {
            await PostgresDatabase.DropAsync(Database);
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }
        if (_ownsContainer)
        {
            await new BlobContainerClient(TestEnvironment.Azurite, Container).DeleteIfExistsAsync();
        }
        Directory.Delete(Root, recursive: true);
    }
}
