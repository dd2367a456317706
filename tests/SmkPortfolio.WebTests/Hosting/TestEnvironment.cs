namespace SmkPortfolio.WebTests.Hosting;

/// <summary>What tests/run.sh hands to the tests. A missing part is a failure, never a skip.</summary>
public static class TestEnvironment
{
    public static string Postgres => Need("SMK_TEST_POSTGRES", "the connection string of a PostgreSQL in which databases may be made");

    public static string Azurite => Need("SMK_TEST_AZURITE", "the connection string of a running Azurite");

    public static string Interop => Need("SMK_TEST_INTEROP", "the path of tests/interop");

    /// <summary>Where golden files are to be made (tests/golden/make.sh); null when they only have to be right.</summary>
    public static string? GoldenTarget => Environment.GetEnvironmentVariable("SMK_GOLDEN_TARGET") is { Length: > 0 } target ? target : null;

    private static string Need(string name, string meaning) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"{name} is not set: it must hold {meaning} (tests/run.sh sets it).");
}
