namespace SmkPortfolio.WebTests.Hosting;

/// <summary>A clock that stands still until it is moved. Timers run on real time.</summary>
public sealed class TestClock : TimeProvider
{
    private long _ticks = Start.UtcTicks;

    /// <summary>A Monday in term, ten in the morning in Jakarta.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
