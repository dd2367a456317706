namespace SmkPortfolio.Web.Demo.Story;

/// <summary>A small seeded generator (SplitMix64), so that a story does not change with the platform's own one.</summary>
internal sealed class StoryDice(int seed)
{
    private ulong state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL + 0x1234567UL);

    /// <summary>A number from 0 up to, not including, <paramref name="count"/>.</summary>
    public int Next(int count)
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        var z = state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return (int)((z ^ (z >> 31)) % (ulong)count);
    }
}
