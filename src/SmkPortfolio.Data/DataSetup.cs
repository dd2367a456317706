using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace SmkPortfolio.Data;

/// <summary>Puts the chosen engine into the container.</summary>
public static class DataSetup
{
    /// <summary>Adds <see cref="AppDb"/> on a SQLite file.</summary>
    /// <param name="path">Full path of the file; its folder must exist.</param>
    public static IServiceCollection AddSqlite(this IServiceCollection services, string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30, Pooling = true }.ToString();
        services.AddScoped<SchoolScope>();
        services.AddDbContext<SqliteAppDb>(options => options.UseSqlite(connection));
        services.AddScoped<AppDb>(provider => provider.GetRequiredService<SqliteAppDb>());
        return services;
    }

    /// <summary>Adds <see cref="AppDb"/> on PostgreSQL.</summary>
    /// <exception cref="FormatException">The connection string is not one.</exception>
    public static IServiceCollection AddPostgres(this IServiceCollection services, string connectionString)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message, e);
        }
        services.AddScoped<SchoolScope>();
        services.AddDbContext<PostgresAppDb>(options => options.UseNpgsql(connectionString));
        services.AddScoped<AppDb>(provider => provider.GetRequiredService<PostgresAppDb>());
        return services;
    }

    /// <summary>Brings the schema up to date; SQLite is put into write-ahead mode, which the file remembers.</summary>
    public static async Task MigrateAsync(AppDb db, CancellationToken cancel)
    {
        await db.Database.MigrateAsync(cancel);
        if (db is SqliteAppDb)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);
        }
    }
}

/// <summary>Used by the migrations tool only.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteAppDb>
{
    public SqliteAppDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteAppDb>().UseSqlite("Data Source=design.db").Options, new SchoolScope());
}

/// <summary>Used by the migrations tool only.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresAppDb>
{
    public PostgresAppDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresAppDb>().UseNpgsql("Host=localhost;Database=design").Options, new SchoolScope());
}
