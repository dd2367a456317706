namespace SmkPortfolio.WebTests.Hosting;

/// <summary>The two sets of engines; a page that works on one must work on the other.</summary>
public static class Engine
{
    /// <summary>SQLite with evidence in a folder: what runs with nothing installed.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>PostgreSQL with evidence in Azure Blob Storage.</summary>
    public const string Postgres = "postgres";

    /// <summary>For theories with rows of their own.</summary>
    public static IReadOnlyList<string> All { get; } = [Sqlite, Postgres];
}
