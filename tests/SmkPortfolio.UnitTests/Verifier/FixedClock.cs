namespace SmkPortfolio.UnitTests.Verifier;

/// <summary>A day after everything in the samples was signed, unless another time is asked for.</summary>
internal sealed class FixedClock(DateTimeOffset? now = null) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now ?? Credentials.Samples.Now.AddDays(1);
}
