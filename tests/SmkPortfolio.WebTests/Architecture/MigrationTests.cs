using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;

namespace SmkPortfolio.WebTests.Architecture;

public sealed class MigrationTests
{
    [Fact]
    public void Both_engines_have_the_same_history()
    {
        using var sqlite = Sqlite();
        using var postgres = Postgres();

        Assert.NotEmpty(Names(sqlite));
        Assert.Equal(Names(sqlite), Names(postgres));
    }

    [Fact]
    public void No_change_of_the_model_waits_for_a_migration()
    {
        using var sqlite = Sqlite();
        using var postgres = Postgres();

        Assert.False(sqlite.Database.HasPendingModelChanges(), "SQLite: the model has changes that no migration holds");
        Assert.False(postgres.Database.HasPendingModelChanges(), "PostgreSQL: the model has changes that no migration holds");
    }

    // The stamps differ by the seconds between the two commands; the names must not.
    private static IEnumerable<string> Names(DbContext db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static SqliteAppDb Sqlite() => new(new DbContextOptionsBuilder<SqliteAppDb>().UseSqlite("Data Source=:memory:").Options, new SchoolScope());

    private static PostgresAppDb Postgres() => new(new DbContextOptionsBuilder<PostgresAppDb>().UseNpgsql("Host=localhost").Options, new SchoolScope());
}
