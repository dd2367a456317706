using SmkPortfolio.Credentials;

namespace SmkPortfolio.UnitTests.Credentials.Cases;

/// <summary>One file, the world it is checked in, offline, and the only answer that is right.</summary>
internal sealed record CheckCase(string Name, string FileName, byte[] File, Verdict Verdict, string ReasonCode)
{
    /// <summary>Null: checked without a register.</summary>
    public RegisterContent? Register { get; init; } = Forge.Register;

    /// <summary>The status lists at hand, by their address.</summary>
    public IReadOnlyDictionary<string, byte[]> Lists { get; init; } = Forge.Lists;

    /// <summary>Further lists at hand, of the same addresses; they come first.</summary>
    public IReadOnlyList<byte[]> Before { get; init; } = [];

    /// <summary>All lists at hand, in the order in which they come.</summary>
    public IReadOnlyList<byte[]> AllLists => [.. Before, .. Lists.Values];

    public DateTimeOffset Now { get; init; } = Samples.Now.AddDays(1);
}
