namespace SmkPortfolio.Tests;

/// <summary>
/// Tests that repeat something many times: a small fixed count whenever all tests run, the full count in <c>tests/run.sh campaigns</c>.
/// Such a test carries <c>[Trait("Category", "Campaign")]</c>.
/// </summary>
internal static class Campaign
{
    public const string Category = nameof(Category);
    public const string Name = nameof(Campaign);

    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("SMK_CAMPAIGN") == "full";

    public static int Count(int small, int full) => IsFull ? full : small;

    /// <summary>Positions 0 to <paramref name="length"/> - 1: all of them in full, otherwise that many spread evenly.</summary>
    public static IEnumerable<int> Positions(int length, int small) =>
        IsFull || length <= small ? Enumerable.Range(0, length) : Enumerable.Range(0, small).Select(i => (int)((long)i * (length - 1) / (small - 1)));
}
