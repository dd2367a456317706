using Npgsql;

namespace SmkPortfolio.WebTests.Hosting;

/// <summary>Databases of one run, made in the cluster that the tests were given.</summary>
internal static class PostgresDatabase
{
    /// <summary>Makes an empty database, or a copy of one that nobody is connected to.</summary>
    public static async Task<string> CreateAsync(string? template = null)
    {
        var name = $"smk_{Guid.NewGuid():N}";
        await RunAsync(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");
        return name;
    }

    public static async Task DropAsync(string name)
    {
        await using (var connection = new NpgsqlConnection(ConnectionTo(name)))
        {
            NpgsqlConnection.ClearPool(connection);
        }
        await RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    public static string ConnectionTo(string name) =>
        new NpgsqlConnectionStringBuilder(TestEnvironment.Postgres) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>Lets go of pooled connections, so that the database can be copied.</summary>
    public static async Task ReleaseAsync(string name)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo(name));
        NpgsqlConnection.ClearPool(connection);
    }

    // Only names made above come here.
    private static async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(TestEnvironment.Postgres) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
